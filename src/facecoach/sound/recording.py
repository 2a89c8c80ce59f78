"""A session as one stream of samples, a second at a time, so that its length costs no memory."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from math import ceil
from operator import mul

from facecoach.sound.score import Heard, Score
from facecoach.sound.synthesis import RATE, channels, doubled
from facecoach.sound.tones import Chime

SOFTLY = 0.010  # seconds in which something that is cut off fades, so that it does not click

Tones = Callable[[Chime], "array[int]"]
Speech = Callable[[str], "array[int]"]


def width(score: Score) -> int:
    """Return how many channels a recording has: two where left or right is to be heard in it."""
    return max((channels(one.chime) for one in score.heard if one.chime), default=1)


def length(score: Score) -> int:
    """Return how many samples of each channel a recording has."""
    return ceil(round(score.seconds * RATE, 3))


def recorded(score: Score, tones: Tones, speech: Speech | None = None) -> Iterator[array[int]]:
    """Yield the samples of a score, channels interleaved, a second at a time and the last one shorter.

    `tones` returns a chime's samples, channels interleaved, and `speech` a text as one channel, both at this rate.
    """
    count, wide = length(score), width(score)
    silence = bytes(2 * wide * RATE)
    coming = list(reversed(score.heard))
    open_: list[tuple[int, array[int]]] = []
    for first in range(0, count, RATE):
        last = min(first + RATE, count)
        while coming and _frame(coming[-1].at) < last:
            one = coming.pop()
            open_.append((_frame(one.at), _sound(one, wide, tones, speech)))
        block = array("h", silence[: 2 * wide * (last - first)])
        for start, sound in open_:
            _lay(block, (start - first) * wide, sound)
        open_ = [(start, sound) for start, sound in open_ if start + len(sound) // wide > last]
        yield block


def _lay(block: array[int], at: int, sound: array[int]) -> None:
    """Lay a sound into a block, at a place that may be before it; since nothing is heard over it, nothing is added."""
    begin, end = max(0, at), min(len(block), at + len(sound))
    if begin < end:
        block[begin:end] = sound[begin - at : end - at]


def _sound(one: Heard, wide: int, tones: Tones, speech: Speech | None) -> array[int]:
    mono = tones(one.chime) if one.chime else speech(one.words) if speech else array("h")
    if one.cut:
        mono = _faded(mono[: (_frame(one.until) - _frame(one.at)) * _wide(one)], _wide(one))
    return doubled(mono) if wide > _wide(one) else mono


def _wide(one: Heard) -> int:
    return channels(one.chime) if one.chime else 1


def _faded(sound: array[int], wide: int) -> array[int]:
    fade = min(len(sound), round(SOFTLY * RATE) * wide)
    falling = (left / fade for left in range(fade, 0, -1))
    return sound[: len(sound) - fade] + array("h", map(int, map(mul, sound[len(sound) - fade :], falling)))


def _frame(seconds: float) -> int:
    return round(seconds * RATE)
