"""How loud sounds are: held against the standard's own figures, and a mix that comes out at one loudness."""

from __future__ import annotations

from array import array
from math import inf, sin, tau

import pytest

from ear import height
from facecoach.sound.limiter import CEILING, KNEE, limited
from facecoach.sound.loudness import energies, loudness
from facecoach.sound.synthesis import LOUDEST, RATE


def wave(hertz: float, part: float, seconds: float = 3) -> array[int]:
    """Return a tone of some seconds, as high as a part of full scale."""
    return array("h", [round(LOUDEST * part * sin(at * hertz * tau / RATE)) for at in range(round(seconds * RATE))])


@pytest.mark.parametrize(("hertz", "part", "level"), [(997, 1.0, -3.01), (997, 0.1, -23.01), (100, 1.0, -4.8)])
def test_the_standard_s_own_tone(hertz: float, part: float, level: float) -> None:
    """A tone of 997 Hz at full scale in one channel is at -3.01 LUFS, a tenth of it 20 below; a low one is softer."""
    assert loudness(list(energies(wave(hertz, part)))) == pytest.approx(level, abs=0.3)


def test_silence_does_not_count() -> None:
    """What is almost silent between sounds makes them no softer; silence alone has no loudness."""
    sound = list(energies(wave(997, 0.5)))
    assert loudness([*sound, *[0.0] * 600]) == pytest.approx(loudness(sound), abs=0.5)
    assert loudness([0.0] * 20) == -inf


def test_louder_without_clipping() -> None:
    """Below the knee a factor is a factor; above it no peak gets beyond the ceiling, and none changes its side."""
    soft, loud = wave(330, KNEE / 5), wave(330, 0.9)
    assert limited(soft, 4) == pytest.approx([4 * sample for sample in soft], abs=3)
    found = limited(loud, 8)
    assert LOUDEST * KNEE < height(found) <= LOUDEST * CEILING + 1
    assert all(one * other >= 0 for one, other in zip(loud, found, strict=True))
