"""A recording as a WAV file, block by block: its length is known before, so that a pipe can take it.

The chapters stand behind the samples, as cue points with labels (Microsoft's "Multimedia Programming Interface and Data
Specifications 1.0"): a player that knows none of them stops before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from struct import pack

from facecoach.sound.chapters import Chapter
from facecoach.sound.synthesis import RATE

_PCM, _DEPTH = 1, 2  # samples as they are, of so many bytes


def riff(
    title: str, chapters: Sequence[Chapter], width: int, frames: int, blocks: Iterable[array[int]]
) -> Iterator[bytes]:
    """Yield a WAV file of `frames` in so many channels, whose samples come in blocks."""
    across = width * _DEPTH
    form = _chunk(b"fmt ", pack("<HHIIHH", _PCM, width, RATE, RATE * across, across, 8 * _DEPTH))
    size, after = frames * across, _marks(chapters) + _list(b"INFO", _text(b"INAM", title))
    yield pack("<4sI4s", b"RIFF", 4 + len(form) + 8 + size + len(after), b"WAVE") + form + pack("<4sI", b"data", size)
    for block in blocks:
        yield block.tobytes()
    yield after


def _marks(chapters: Sequence[Chapter]) -> bytes:
    """Return the cue points of chapters, and their labels."""
    spots = [round(chapter.start * RATE) for chapter in chapters]
    points = b"".join(pack("<II4sIII", number, at, b"data", 0, 0, at) for number, at in enumerate(spots, 1))
    labels = (_text(b"labl", one.title, pack("<I", number)) for number, one in enumerate(chapters, 1))
    return _chunk(b"cue ", pack("<I", len(spots)) + points) + _list(b"adtl", b"".join(labels))


def _list(kind: bytes, chunks: bytes) -> bytes:
    return _chunk(b"LIST", kind + chunks)


def _text(name: bytes, text: str, before: bytes = b"") -> bytes:
    return _chunk(name, before + text.encode() + b"\0")


def _chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk, filled up to an even length, which its own count leaves out."""
    return pack("<4sI", name, len(data)) + data + bytes(len(data) % 2)
