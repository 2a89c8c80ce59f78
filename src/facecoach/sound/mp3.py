"""A recording as an MP3, block by block, by LAME."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol

from facecoach.errors import CoachError
from facecoach.sound.chapters import Chapter
from facecoach.sound.synthesis import RATE
from facecoach.sound.tag import tag

RATES = {1: 64, 2: 96}  # kilobits a second for so many channels: nothing is lost of what tones and a voice have
QUALITY = 5  # LAME's own; 2 is slower by half, and not told apart from it here

HINT = "`pip install 'facecoach[mp3]'`, or after pipx `pipx inject facecoach lameenc`; a `.wav` needs neither"


class Encoder(Protocol):
    """What makes MP3 frames of samples."""

    def encode(self, samples: bytes) -> bytes:
        """Return the frames that are ready."""

    def flush(self) -> bytes:
        """Return the last ones."""


def encoder() -> Callable[[int], Encoder]:
    """Return what makes an encoder for so many channels; raises CoachError where LAME is not installed."""
    try:
        import lameenc
    except ImportError:
        raise CoachError("an MP3 needs one more package", HINT) from None
    return lambda width: _ready(lameenc.Encoder(), width)


def encoded(title: str, chapters: Sequence[Chapter], lame: Encoder, blocks: Iterable[array[int]]) -> Iterator[bytes]:
    """Yield an MP3 in blocks."""
    yield tag(title, chapters)
    for block in blocks:
        yield bytes(lame.encode(block.tobytes()))
    yield bytes(lame.flush())


def _ready(lame: Any, width: int) -> Encoder:
    lame.silence()
    lame.set_in_sample_rate(RATE)
    lame.set_channels(width)
    lame.set_bit_rate(RATES[width])
    lame.set_quality(QUALITY)
    return lame  # type: ignore[no-any-return]  # it ships no type information
