"""A file's bytes as text that may be shown, and how a fault at a place of it is described."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from facecoach.errors import FaultyFile, Finding

MAX_BYTES = 1024 * 1024

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ufffe\uffff]")
_SAVE_AS = "in your editor: Save as, encoding UTF-8"
_FOREIGN = (
    (b"PK\x03\x04", "a Word document or an archive, not plain text", "save it as plain text (.txt), then rename it"),
    (b"{\\rtf", "a document of a word processor, not plain text", "save it as plain text (.txt), then rename it"),
    (b"\xff\xfe", "not UTF-8 text (byte 0xFF): it is saved as UTF-16", _SAVE_AS),
    (b"\xfe\xff", "not UTF-8 text (byte 0xFE): it is saved as UTF-16", _SAVE_AS),
)


class Spot(NamedTuple):
    """A place in a file: line and column from 1, and how many characters it spans."""

    line: int
    column: int
    width: int = 1


class Stumble(FaultyFile):
    """Reading stopped at what may be a mistake in the writing, so that it can be looked for and mended."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name and its lines."""

    path: str
    lines: tuple[str, ...]

    def finding(self, spot: Spot, code: str, message: str, hint: str = "") -> Finding:
        """Describe a fault at a place of this file."""
        excerpt = self.lines[spot.line - 1] if spot.line <= len(self.lines) else ""
        return Finding(self.path, spot.line, spot.column, code, message, hint, excerpt=excerpt, width=spot.width)

    def refusal(self, spot: Spot, code: str, message: str, hint: str = "") -> FaultyFile:
        """Describe the fault that ends the reading of this file."""
        return FaultyFile(self.path, (self.finding(spot, code, message, hint),))

    def stumble(self, spot: Spot, message: str, hint: str) -> Stumble:
        """Describe what may be a mistake in the writing of this file."""
        return Stumble(self.path, (self.finding(spot, "FC102", message, hint),))


def decoded(raw: bytes, path: str) -> str:
    """Return a file's text; raises FaultyFile for one too long, empty, not UTF-8, or with control characters."""
    bare = Source(path, ())
    if len(raw) > MAX_BYTES:
        raise bare.refusal(Spot(1, 1), "FC101", "the file is too long: the most is 1 MiB", "split it in two")
    for sign, message, hint in _FOREIGN:
        if raw.startswith(sign):
            raise bare.refusal(Spot(1, 1), "FC101", message, hint)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8", "replace")
        message = f"not UTF-8 text (byte 0x{raw[fault.start]:02X})"
        raise bare.refusal(_spot_at(before, len(before)), "FC101", message, _SAVE_AS) from None
    if not text.strip():
        raise bare.refusal(Spot(1, 1), "FC101", "the file is empty", "`facecoach new NAME` writes one to begin from")
    if found := _CONTROL.search(text):
        message = f"a control character (U+{ord(found[0]):04X})"
        whole = Source(path, tuple(text.splitlines()))
        raise whole.refusal(_spot_at(text, found.start()), "FC101", message, "delete it; plain text is enough")
    return text


def _spot_at(text: str, index: int) -> Spot:
    before = f"{text[:index]}.".splitlines()
    return Spot(len(before), len(before[-1]))
