"""A cue as speech: what is said, and the system's own voice that says it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from facecoach.session.timeline import Cue, Leg
from facecoach.words import heard

_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
TEXT = "{}"  # stands for the text in a command whose program takes it as an argument
VOICES = (
    ("say", "-f", "-"),
    ("spd-say", "--wait", "--", TEXT),
    ("espeak-ng", "--stdin"),
    ("espeak", "--stdin"),
    ("powershell.exe", "-NoProfile", "-Command", _WINDOWS),
)
WORTH_SAYING = 2.0


class Utterance(Protocol):
    """Something that is being said or played."""

    def stop(self) -> None:
        """Fall silent at once."""

    @property
    def going(self) -> bool:
        """Whether it is still being said or played."""

    @property
    def failed(self) -> bool:
        """Whether it came to nothing."""


Start = Callable[[Sequence[str], str], Utterance]


def find_voice(which: Callable[[str], str | None]) -> tuple[str, ...] | None:
    """Return the command that speaks, if the machine has one."""
    return next(((found, *rest) for name, *rest in VOICES if (found := which(name))), None)


def words(cue: Cue, leg: Leg) -> str:
    """Return what a voice says at a cue; nothing where a bell is enough."""
    if cue.kind == "move" and cue.told:
        return "Now"
    if cue.kind in ("move", "change") or (cue.kind == "ready" and cue.told):
        return heard(leg.title if leg.opens else "", leg.act.say or leg.act.cue)
    if cue.kind in ("hold", "release"):
        said = "Let go" if cue.kind == "release" else str(leg.segments[cue.segment].rep)
        return said if cue.seconds >= WORTH_SAYING else ""
    return {"switch": "Switch sides", "in": "In", "out": "Out", "end": "Done"}.get(cue.kind, "")


def plain(text: str) -> str:
    """Return a text in which no voice finds a command: two brackets begin phonemes or commands in some of them."""
    return text.replace("[[", "[ [")


class Voice:
    """The system's own voice: one utterance at a time, the last one wins."""

    def __init__(self, command: tuple[str, ...], start: Start) -> None:
        self._command = command
        self._start = start
        self._speaking: Utterance | None = None

    def say(self, text: str) -> None:
        """Speak `text`, which reaches the voice as one argument or on its input, never a shell, never as a command."""
        self.hush()
        spoken = plain(text)
        command = [spoken if part == TEXT else part for part in self._command]
        with suppress(OSError):
            self._speaking = self._start(command, "" if TEXT in self._command else spoken)

    @property
    def speaking(self) -> bool:
        """Whether something is still being said."""
        return self._speaking is not None and self._speaking.going

    def hush(self) -> None:
        """Stop speaking."""
        if self._speaking is not None:
            self._speaking.stop()
            self._speaking = None
