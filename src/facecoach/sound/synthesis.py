"""Tones as samples: 16 bit, 22,050 a second, of sines and their first two overtones.

The highest partial is at 3.1 kHz, so a higher rate would sound the same; and it is the rate of espeak's speech.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, repeat
from math import pi, sin, tau
from operator import add, mul

from facecoach.sound.tones import Chime, Note, Speakers, Tone

RATE = 22_050
PEAK = -9.0  # decibels below full scale at which the loudest tone peaks at full volume
STEP = 0.3  # decibels a point of volume: ten points are 3, which is half the power
DECAY = -40.0  # decibels to which a note has died away at its end
FADE = 0.010
SWELL = 0.4  # share of a note that its attack may take, so that a note cut short still swells and falls
ACROSS = -14.0  # decibels of a one-sided tone in the other speaker, for whoever hears with one ear
LOUDEST = 32_767
TURNS = 40  # periods in which the best number is looked for: the pitch is then right within half a cent


def amplitude(decibels: float) -> float:
    """Return how many times as high a wave is that is so many decibels louder."""
    return float(10 ** (decibels / 20))


def loudness(volume: int) -> float:
    """Return the factor of a volume of 0 to 100: 1 at 100, half the power every ten points below, 0 at 0."""
    return amplitude(-STEP * (100 - volume)) if volume > 0 else 0.0


def channels(chime: Chime) -> int:
    """Return how many channels a chime has: two where left or right is to be heard."""
    return 1 if chime.side == "both" else 2


@cache
def samples(chime: Chime, volume: int = 100) -> array[int]:
    """Return a chime at a volume of 0 to 100, its channels interleaved; it is not to be changed."""
    tone = chime.tone
    wave = _wave(tone)
    gain = LOUDEST * amplitude(PEAK + tone.level) * loudness(volume) / max(map(abs, wave))
    mono = _scaled(wave, gain)
    return mono if chime.side == "both" else _sided(mono, chime.side)


def doubled(mono: array[int]) -> array[int]:
    """Return one channel as two."""
    both = array("h", bytes(4 * len(mono)))
    both[0::2] = both[1::2] = mono
    return both


def _sided(mono: array[int], side: Speakers) -> array[int]:
    both = doubled(mono)
    both[(1 if side == "left" else 0) :: 2] = _scaled(mono, amplitude(ACROSS))
    return both


def _scaled(wave: Iterable[float], factor: float) -> array[int]:
    return array("h", map(int, map(mul, wave, repeat(factor))))


def _wave(tone: Tone) -> list[float]:
    """Return the notes of a tone, one upon the other where they ring on."""
    wave = [0.0] * _count(tone.seconds)
    for note in tone.notes:
        sound, first = _note(note, tone), _count(note.at / 1000)
        part = slice(first, first + len(sound))
        wave[part] = map(add, wave[part], sound)
    return wave


def _note(note: Note, tone: Tone) -> list[float]:
    """Return a note: its periods one behind the other, under its envelope."""
    count, periods = _count(note.ms / 1000), _periods(note.hertz, tone.partials)
    attack = min(_count(tone.attack / 1000), round(count * SWELL))
    return list(map(mul, periods * (count // len(periods) + 1), _envelope(count, attack)))


def _envelope(count: int, attack: int) -> Sequence[float]:
    """Return the height of a note at each of its samples: up in `attack` samples, then away, silent at its end."""
    falling = count - attack
    rise = (sin(place / attack * pi / 2) ** 2 for place in range(attack))
    height = [*rise, *accumulate(repeat(amplitude(DECAY / falling), falling - 1), mul, initial=1.0)]
    fade = _count(FADE)
    for left in range(fade):
        height[-1 - left] *= left / fade
    return height


@cache
def _periods(hertz: float, partials: tuple[tuple[int, float], ...]) -> tuple[float, ...]:
    """Return as many periods of a pitch with its overtones as fill a whole number of samples best."""
    turns = min(range(1, TURNS), key=lambda turns: abs(turns * RATE / hertz % 1 - 0.5) * -1 + turns * 1e-6)
    count = round(turns * RATE / hertz)
    waves = [(tau * number * turns / count, amplitude(level)) for number, level in partials]
    return tuple(sum(height * sin(pace * place) for pace, height in waves) for place in range(count))


def _count(seconds: float) -> int:
    return round(seconds * RATE)
