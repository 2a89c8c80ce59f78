"""How loud tones and voice are in a recording, so that the whole is as loud as what else a player plays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import inf

from facecoach.sound.limiter import limited
from facecoach.sound.loudness import SLOT, energies, energy, loudness
from facecoach.sound.recording import Speech, width
from facecoach.sound.score import Score
from facecoach.sound.synthesis import amplitude, channels, samples
from facecoach.sound.tones import Chime

TARGET = -16.0  # LUFS of the whole: what Apple and the Audio Engineering Society (TD1004) ask of spoken programmes
BEHIND = -4.0  # decibels of the tones against a voice, which is what is listened to
ENOUGH = 300  # slots, half a minute, of a voice: after that it is known how loud it is


@dataclass(frozen=True)
class Mix:
    """The factors of tones and voice in a recording."""

    tones: float
    voice: float = 1.0

    def chime(self, chime: Chime) -> array[int]:
        """Return the samples of a chime; they are not to be changed."""
        return _chime(chime, self.tones)

    def spoken(self, speech: Speech) -> Speech:
        """Return a voice at its level."""
        return lambda text: limited(speech(text), self.voice)


def mixed(score: Score, speech: Speech | None = None) -> Mix:
    """Return the mix of a score that is at TARGET, tones alone, or a voice with the tones behind it."""
    tones = _tones(score)
    said = _voice(score, speech) if speech else -inf
    if said == -inf:
        return Mix(_factor(TARGET - loudness(tones)))
    quiet, level = TARGET + BEHIND - loudness(tones), TARGET - said
    whole = _laid(score, (slot * energy_of(quiet) for slot in tones), energy(TARGET))
    rest = TARGET - loudness(whole)
    return Mix(_factor(quiet + rest), _factor(level + rest))


def energy_of(gain: float) -> float:
    """Return by how much a gain in decibels multiplies an energy."""
    return float(10 ** (gain / 10))


def _factor(gain: float) -> float:
    """Return the factor of a gain in decibels; of silence, which has none, it is 1."""
    return amplitude(gain) if abs(gain) < inf else 1.0


def _tones(score: Score) -> list[float]:
    """Return the energies of all tones of a score, both channels together."""
    found, wide = [0.0] * (int(score.seconds / SLOT) + 1), width(score)
    for one in score.heard:
        if one.chime:
            first = round(one.at / SLOT)
            for place, slot in enumerate(_weighed(one.chime, wide), first):
                if place < len(found):
                    found[place] += slot
    return found


@cache
def _weighed(chime: Chime, wide: int) -> tuple[float, ...]:
    """Return the energies of a chime in so many channels."""
    sound = samples(chime)
    if channels(chime) == 1:
        return tuple(slot * wide for slot in energies(sound))
    return tuple(map(sum, zip(energies(sound[0::2]), energies(sound[1::2]), strict=True)))


def _voice(score: Score, speech: Speech) -> float:
    """Return how loud a voice is in a recording of a score, as far as it has to be heard to know."""
    texts = dict.fromkeys(one.words for one in score.heard if one.words)
    slots = islice((slot for text in texts for slot in energies(speech(text))), ENOUGH)
    return loudness([slot * width(score) for slot in slots])


def _laid(score: Score, tones: Iterable[float], voice: float) -> Sequence[float]:
    """Return energies with that of a voice wherever it is heard."""
    found = list(tones)
    for one in score.heard:
        if one.words:
            last = min(len(found), round(one.until / SLOT))
            found[round(one.at / SLOT) : last] = [voice] * max(0, last - round(one.at / SLOT))
    return found


@cache
def _chime(chime: Chime, factor: float) -> array[int]:
    return limited(samples(chime), factor)
