"""A routine as a recording, ready to be written: what is heard, its chapters, its samples, and what was too long."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from facecoach.session.timeline import Cue, Timeline
from facecoach.session.voice import words
from facecoach.sound.chapters import Chapter, chapters
from facecoach.sound.mix import mixed
from facecoach.sound.recording import length, recorded, width
from facecoach.sound.score import Score, closed, score


class Voice(Protocol):
    """A voice that speaks into files."""

    def seconds(self, text: str) -> float:
        """Return how long a text takes."""

    def samples(self, text: str) -> array[int]:
        """Return a text as one channel."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """A move whose cue takes longer to say than there is time: its title, and both in seconds."""

    title: str
    takes: float
    has: float


@dataclass(frozen=True, slots=True)
class Recording:
    """A routine as sound: its name, its chapters, what is heard when, and the voice, if there is one."""

    name: str
    chapters: tuple[Chapter, ...]
    score: Score
    voice: Voice | None = None

    @property
    def width(self) -> int:
        """How many channels it has."""
        return width(self.score)

    @property
    def frames(self) -> int:
        """How many samples each channel has."""
        return length(self.score)

    def blocks(self) -> Iterator[array[int]]:
        """Yield its samples, a second at a time."""
        speech = self.voice.samples if self.voice else None
        mix = mixed(self.score, speech)
        return recorded(self.score, mix.chime, mix.spoken(speech) if speech else None)


def produced(line: Timeline, lead_in: float, voice: Voice | None) -> Recording:
    """Return the recording of a timeline, exactly as long as it is with a lead-in in seconds and its change-overs."""
    whole = closed(score(line, voice.seconds if voice else None, lead_in), line.lasting(lead_in))
    return Recording(line.name, chapters(line, lead_in), whole, voice)


def overruns(made: Recording, line: Timeline, lead_in: float) -> tuple[Overrun, ...]:
    """Return the moves whose cue is ended before it is over."""
    begun = [(at - wait, leg) for leg, wait, at in line.elapsed(lead_in)]
    found = []
    for one in made.score.heard if made.voice else ():
        leg = begun[max(0, bisect_right(begun, one.at, key=lambda pair: pair[0]) - 1)][1]
        if made.voice and one.cut and one.words == words(Cue(leg.start, "move", leg.index), leg):
            found.append(Overrun(leg.title, made.voice.seconds(one.words), one.until - one.at))
    return tuple(found)
