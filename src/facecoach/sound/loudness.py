"""How loud sounds are, as ITU-R BS.1770-4 measures it: weighted as ears are, in blocks, without what is almost silent.

Loudness is in LUFS, energy in the square of full scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import inf, log10, pi, tan

from facecoach.sound.synthesis import LOUDEST, RATE

SLOT = 0.1  # seconds; a block is four of them, and one begins with each
BLOCK = 4
SILENCE = -70.0  # LUFS below which a block does not count
FLOOR = -10.0  # decibels below the mean of the rest at which a block does not count either
_OFFSET = -0.691  # decibels, so that 997 Hz at full scale in one channel is -3.01 LUFS


def loudness(slots: Sequence[float]) -> float:
    """Return how loud something is whose energies are given, slot by slot; minus infinity for silence."""
    sums = [0.0, *accumulate(slots)]
    blocks = [(last - first) / BLOCK for first, last in zip(sums, sums[BLOCK:], strict=False)] or [sums[-1] / BLOCK]
    heard = [block for block in blocks if block > energy(SILENCE)]
    if not heard:
        return -inf
    floor = energy(_mean(heard) + FLOOR)
    return _mean([block for block in heard if block > floor])


def energy(level: float) -> float:
    """Return the energy of a loudness."""
    return float(10 ** ((level - _OFFSET) / 10))


def energies(sound: Sequence[int]) -> Iterator[float]:
    """Yield the energy of one channel as ears weigh it, slot by slot; the last one may be cut short."""
    (b0, b1, b2, a1, a2), (c1, c2) = _HEAD, _LOW
    near = far = last = older = 0.0  # what the two filters remember
    count = round(SLOT * RATE)
    for first in range(0, len(sound), count):
        power = 0.0
        for sample in sound[first : first + count]:
            raised = b0 * sample + near
            near, far = b1 * sample - a1 * raised + far, b2 * sample - a2 * raised
            heard = raised + last
            last, older = older - 2 * raised - c1 * heard, raised - c2 * heard
            power += heard * heard
        yield power / count / LOUDEST**2


def _mean(blocks: Sequence[float]) -> float:
    return _OFFSET + 10 * log10(sum(blocks) / len(blocks))


def _head() -> tuple[float, float, float, float, float]:
    """Return the filter for the head, 4 dB above 1.7 kHz: the standard's, which is given for 48 kHz, at this rate."""
    pitch, gain, steep = tan(pi * 1681.974450955533 / RATE), 10 ** (3.999843853973347 / 20), 0.7071752369554196
    middle, whole = gain**0.4996667741545416, 1 + pitch / steep + pitch**2
    return (
        (gain + middle * pitch / steep + pitch**2) / whole,
        2 * (pitch**2 - gain) / whole,
        (gain - middle * pitch / steep + pitch**2) / whole,
        2 * (pitch**2 - 1) / whole,
        (1 - pitch / steep + pitch**2) / whole,
    )


def _low() -> tuple[float, float]:
    """Return the filter that leaves out what is below 38 Hz, likewise."""
    pitch, steep = tan(pi * 38.13547087602444 / RATE), 0.5003270373238773
    whole = 1 + pitch / steep + pitch**2
    return 2 * (pitch**2 - 1) / whole, (1 - pitch / steep + pitch**2) / whole


_HEAD, _LOW = _head(), _low()
