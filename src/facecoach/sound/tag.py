"""The tag before an MP3: its title, and its chapters (ID3v2.4, and "ID3v2 Chapter Frame Addendum 1.0")."""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack

from facecoach.sound.chapters import Chapter

_UTF8 = b"\x03"
_ORDERED = b"\x03"  # the one table of contents, whose chapters are in order
_NOWHERE = b"\xff" * 8  # a chapter's place in bytes, which its time makes needless


def tag(title: str, chapters: Sequence[Chapter]) -> bytes:
    """Return the tag of a recording."""
    names = [f"chapter{number}".encode() + b"\0" for number in range(1, len(chapters) + 1)]
    contents = b"contents\0" + _ORDERED + bytes([len(names)]) + b"".join(names)
    told = [_frame(b"CHAP", name + _chapter(one)) for name, one in zip(names, chapters, strict=True)]
    frames = b"".join((_titled(title), _frame(b"CTOC", contents), *told))
    return b"ID3\x04\0\0" + _size(len(frames)) + frames


def _chapter(one: Chapter) -> bytes:
    return pack(">II", round(one.start * 1000), round(one.end * 1000)) + _NOWHERE + _titled(one.title)


def _titled(title: str) -> bytes:
    return _frame(b"TIT2", _UTF8 + title.encode())


def _frame(name: bytes, data: bytes) -> bytes:
    return name + _size(len(data)) + b"\0\0" + data


def _size(length: int) -> bytes:
    """Return a length in four bytes of seven bits, none of which looks like the start of sound."""
    return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
