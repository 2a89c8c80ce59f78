"""An ear for tests: how strong a pitch is in some samples, and which of several is strongest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, sqrt, tau

from facecoach.sound.synthesis import RATE


def strength(samples: Sequence[int], hertz: float) -> float:
    """Return how high a wave of a pitch stands in some samples, by Goertzel's algorithm."""
    turn, before, last = 2 * cos(tau * hertz / RATE), 0.0, 0.0
    for sample in samples:
        before, last = last, sample + turn * last - before
    power = before * before + last * last - turn * before * last
    return 2 * sqrt(max(0.0, power)) / max(1, len(samples))


def loudest(samples: Sequence[int], pitches: Iterable[float]) -> float:
    """Return the pitch that stands highest in some samples."""
    return max(pitches, key=lambda hertz: strength(samples, hertz))


def height(samples: Iterable[int]) -> int:
    """Return the peak of some samples."""
    return max(map(abs, samples), default=0)
