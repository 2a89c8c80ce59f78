"""Louder without clipping: a wave times a factor, its peaks bent so that none is higher than a ceiling."""

from __future__ import annotations

from array import array
from functools import lru_cache
from math import tanh

from facecoach.sound.synthesis import LOUDEST

KNEE = 0.5  # of full scale: a wave below it is as it was
CEILING = 0.89  # 1 decibel below full scale, for players that see a peak between samples


def limited(sound: array[int], factor: float) -> array[int]:
    """Return a sound so many times as high, where that is not beyond the knee."""
    return array("h", map(_table(factor).__getitem__, sound))


def bent(height: float) -> float:
    """Return the height of a peak, 0 and up, as a share of full scale: below the ceiling, whatever it was."""
    room = CEILING - KNEE
    return height if height <= KNEE else KNEE + room * tanh((height - KNEE) / room)


@lru_cache(maxsize=8)
def _table(factor: float) -> list[int]:
    """Return what each sample becomes; those below zero stand at the end, where a list has them."""
    up = [round(LOUDEST * bent(factor * height / LOUDEST)) for height in range(LOUDEST + 2)]
    return up[:-1] + [-height for height in reversed(up[1:])]
