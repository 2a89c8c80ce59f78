"""What is typed as commands: bytes from a terminal, however broken, in pieces of any length."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections import deque

from facecoach.session.command import Command

LONGEST = 1024  # characters: what is longer and has no end is no key
MOST_REPLIES = 16

_COMMANDS = {
    " ": Command.PAUSE, "n": Command.NEXT, "p": Command.BACK, "+": Command.MORE, "=": Command.MORE,
    "-": Command.LESS, "_": Command.LESS, "m": Command.MUTE, "v": Command.VOICE, "?": Command.HELP,
    "h": Command.HELP, "q": Command.LEAVE, "\x04": Command.LEAVE, "\x03": Command.INTERRUPT,
    "\x1a": Command.SUSPEND, "\x0c": Command.REDRAW, "\r": Command.ENTER, "\n": Command.ENTER,
    **{str(digit): Command(str(digit)) for digit in range(10)},
}  # fmt: skip
_ARROWS = {"A": Command.UP, "B": Command.DOWN, "C": Command.NEXT, "D": Command.BACK, "M": Command.ENTER}
_ARROW = re.compile(r"\x1b(?:\[[0-9;]*([A-D])|O([A-DM]))")
# A control sequence, a string that a terminal sends (ended by BEL or ST), Alt with a key, or a character by itself.
_KEY = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|[^\[O\]P_^X\x1b])|[^\x1b]", re.DOTALL
)
# What a terminal says, in answer to something: a string of any kind, its attributes, a mode or a size of its own.
_REPLY = re.compile(r"\x1b(?:[\]P_^X].*|\[[?>][0-9;]*(?:c|\$y|S)|\[[468](?:;[0-9]*)+t)", re.DOTALL)
_ANSWERING = re.compile(r"\x1b(?:[\]P_^X]|\[[?>])")
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O|[\]P_^X][^\x07\x1b]*\x1b?)?", re.DOTALL)


class Decoder:
    """Turns bytes into commands; a sequence that has only begun waits for its end until `flush` gives it up.

    What the terminal itself says is no command; it is kept in `replies`, the last few of it.
    """

    def __init__(self) -> None:
        self.replies: deque[str] = deque(maxlen=MOST_REPLIES)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""

    def feed(self, raw: bytes) -> list[Command]:
        """Return the commands that bytes complete; a key without a meaning is one too."""
        text = self._rest + self._decode(raw)
        found, at = [], 0
        while at < len(text):
            key = _KEY.match(text, at)
            if key is None:
                if _BEGUN.fullmatch(text, at) and len(text) - at < LONGEST:
                    break
                found.append(Command.OTHER)
                at += 1
                continue
            if _REPLY.fullmatch(key[0]):
                self.replies.append(key[0])
            else:
                found.append(command(key[0]))
            at = key.end()
        self._rest = text[at:]
        return found

    @property
    def answering(self) -> bool:
        """Whether what has begun and not ended is what the terminal says."""
        return bool(_ANSWERING.match(self._rest))

    def flush(self) -> list[Command]:
        """Return what was begun and not ended as one key without a meaning, if it was a key."""
        key, self._rest = self._rest and not self.answering, ""
        return [Command.OTHER] if key else []


def command(key: str) -> Command:
    """Return the command of a key, given as the characters that a terminal sends for it."""
    arrow = _ARROW.fullmatch(key)
    return _ARROWS[arrow[1] or arrow[2]] if arrow else _COMMANDS.get(key.lower(), Command.OTHER)
