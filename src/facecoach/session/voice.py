"""A cue as a bell, as speech, or as nothing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from facecoach.session.timeline import Cue, Leg

_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
VOICES = (
    ("say", "-f", "-"),
    ("spd-say", "--wait", "--pipe-mode"),
    ("espeak-ng", "--stdin"),
    ("espeak", "--stdin"),
    ("powershell.exe", "-NoProfile", "-Command", _WINDOWS),
)
RUNG = frozenset({"move", "switch", "hold", "release", "tick", "end"})
WORTH_SAYING = 2.0
LAST_WORDS = 3.0


def find_voice(which: Callable[[str], str | None] = shutil.which) -> tuple[str, ...] | None:
    """Return the command that speaks what it reads from standard input, if the machine has one."""
    return next(((found, *rest) for name, *rest in VOICES if (found := which(name))), None)


def words(cue: Cue, leg: Leg) -> str:
    """Return what a voice says at a cue; nothing where a bell is enough."""
    if cue.kind == "move":
        said = leg.move.say or leg.move.cue
        first = leg.title if not said.lower().startswith(leg.title.lower()) else ""
        return f"{first}. {said}" if first else said
    if cue.kind in ("hold", "release"):
        said = "Let go" if cue.kind == "release" else str(leg.segments[cue.segment].rep)
        return said if cue.seconds >= WORTH_SAYING else ""
    return {"switch": "Switch sides", "end": "Done"}.get(cue.kind, "")


@dataclass(slots=True)
class Voice:
    """The system's own voice: one utterance at a time, the last one wins."""

    command: tuple[str, ...]
    _speaking: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> None:
        """Speak `text`, which reaches the voice on its standard input and never a shell."""
        self.hush()
        quiet = subprocess.DEVNULL
        try:
            self._speaking = subprocess.Popen(  # noqa: S603 - a fixed command found on the machine; text goes to its input
                self.command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
            )
            if self._speaking.stdin:
                with self._speaking.stdin as pipe:
                    pipe.write(text.encode())
        except OSError:
            self._speaking = None

    def finish(self) -> None:
        """Let the last utterance be heard to its end, as long as that takes no longer than a few seconds."""
        if self._speaking is not None:
            with suppress(subprocess.TimeoutExpired):
                self._speaking.wait(LAST_WORDS)

    def hush(self) -> None:
        """Stop speaking."""
        if self._speaking is not None:
            self._speaking.terminate()
            self._speaking.wait()
            self._speaking = None
