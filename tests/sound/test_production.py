"""A routine as a recording: as long as it is, at one loudness, its tones and words in their places, its chapters."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import pairwise
from math import sin, tau
from pathlib import Path
from shutil import which

import pytest

from ear import height, loudest, strength
from facecoach.processes import finished
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline
from facecoach.sound.loudness import energies, loudness
from facecoach.sound.production import Recording, overruns, produced
from facecoach.sound.speech import Dictation, find_writer
from facecoach.sound.synthesis import LOUDEST, RATE
from facecoach.sound.tones import TONES
from recording import timeline

HUM = 137.0
PITCHES = sorted({note.hertz for tone in TONES.values() for note in tone.notes})
LONG = "Let the jaw hang and the shoulders fall. " * 6


@dataclass(frozen=True)
class Voice:
    """A voice that hums below every tone, a twentieth of a second a letter."""

    part: float = 0.5

    def seconds(self, text: str) -> float:
        """Return how long a text takes."""
        return len(text) / 20

    def samples(self, text: str) -> array[int]:
        """Return a text as one channel."""
        count = round(self.seconds(text) * RATE)
        return array("h", [round(LOUDEST * self.part * sin(at * HUM * tau / RATE)) for at in range(count)])


def line(*cues: str, change: float | None = None) -> Timeline:
    """Return a timeline with a step of eight seconds for each cue."""
    steps = [{"zone": "jaw", "title": f"Step {n}", "for": 8, "cue": cue} for n, cue in enumerate(cues, 1)]
    return laid_out(Routine.model_validate({"name": "test", "change": change, "steps": steps}))


def left(made: Recording) -> array[int]:
    """Return all samples of its left channel."""
    found = array("h")
    for block in made.blocks():
        found.extend(block)
    return found[:: made.width]


def at(sound: array[int], seconds: float, ms: float = 45) -> array[int]:
    """Return some milliseconds of sound from a second on."""
    return sound[round(seconds * RATE) : round((seconds + ms / 1000) * RATE)]


@pytest.mark.parametrize("routine", ["morning", "classics", "jaw-six", "evening"])
@pytest.mark.parametrize("voice", [None, Voice()])
def test_as_long_as_the_routine(routine: str, voice: Voice | None) -> None:
    """A recording is as long as the routine with its lead-in and change-overs, with a voice or without."""
    shown = timeline(routine)
    changes = sum(shown.change for leg in shown.legs if shown.changes(leg))
    made = produced(shown, 5, voice)
    assert made.frames / RATE == pytest.approx(5 + shown.seconds + changes, abs=0.001)


def test_its_samples_are_as_many_as_it_says() -> None:
    """What comes is as long as was said before, a second at a time, so that no length costs memory."""
    made = produced(line("Open", "Close"), 5, Voice())
    blocks = [len(block) for block in made.blocks()]
    assert sum(blocks) == made.frames * made.width
    assert max(blocks) == RATE * made.width


def test_tones_are_found_where_the_timeline_has_them() -> None:
    """Each move begins with its tone, after lead-in and change-overs, and the last one rings as the routine ends."""
    shown = line("Open", "Close", "Rest", change=6)
    sound = left(produced(shown, 5, None))
    move, done = TONES["move"].notes[0].hertz, TONES["done"]
    for start in (5, 19, 33):
        assert height(at(sound, start - 0.05)) == 0
        assert loudest(at(sound, start), PITCHES) == move
    assert loudest(at(sound, 41 - done.seconds), PITCHES) == done.notes[0].hertz


def test_words_are_heard_where_their_move_begins() -> None:
    """Behind each move's tone a voice is heard, as long as it takes, and not before."""
    shown = line("Open", "Close")
    sound = left(produced(shown, 5, Voice()))
    for start in (5, 13):
        assert strength(at(sound, start + 0.45), HUM) > 3000
        assert strength(at(sound, start - 1), HUM) < 300


@pytest.mark.parametrize("routine", ["classics", "desk"])
@pytest.mark.parametrize("voice", [None, Voice(0.02), Voice(0.9)])
def test_one_loudness(routine: str, voice: Voice | None) -> None:
    """Whatever is in it and however soft its voice, a recording is at -16 LUFS to one decibel, and nothing clips."""
    made = produced(timeline(routine), 5, voice)
    sound = left(made)
    assert made.width == 1
    assert loudness(list(energies(sound))) == pytest.approx(-16, abs=1)
    assert height(sound) < 0.9 * LOUDEST


def test_chapters() -> None:
    """A chapter is a step, from its change-over on; the first holds the lead-in, and none leaves a gap."""
    found = produced(line("Open", "Close", "Rest", change=6), 5, None).chapters
    assert [(one.title, one.start, one.end) for one in found] == [
        ("Step 1", 0, 13), ("Step 2", 13, 27), ("Step 3", 27, 41),
    ]  # fmt: skip
    morning = produced(timeline("morning"), 5, None).chapters
    assert [one.end - one.start for one in morning] == [65, 60, 120, 120, 90, 90, 60]
    assert all(one.end == two.start for one, two in pairwise(morning))


def test_a_cue_that_is_too_long() -> None:
    """A cue that takes longer than its time is told with both, and those that fit are not."""
    shown = line("Open", LONG, "Close")
    found = overruns(produced(shown, 5, Voice()), shown, 5)
    assert [(one.title, round(one.takes), round(one.has, 1)) for one in found] == [("Step 2", 13, 7.7)]


def test_no_cue_talks_into_the_next() -> None:
    """A cue too long for its time is over when the next move's tone is heard, and does not come back after it."""
    shown = line(LONG, "Close")
    sound = left(produced(shown, 0, Voice()))
    assert strength(at(sound, 7.9), HUM) > 3000
    assert loudest(at(sound, 8.0), [HUM, *PITCHES]) == TONES["move"].notes[0].hertz
    assert strength(at(sound, 8.0), HUM) < strength(at(sound, 8.0), TONES["move"].notes[0].hertz) / 10
    assert height(at(sound, 10)) == 0


@pytest.mark.parametrize("routine", ["morning", "classics", "jaw-calm"])
def test_bundled_cues_fit(routine: str) -> None:
    """At a pace of fifteen letters a second, no cue of these routines is too long for its time."""
    shown = timeline(routine)

    class Reader(Voice):
        def seconds(self, text: str) -> float:
            """Return how long a text takes."""
            return len(text) / 15

    assert overruns(produced(shown, 5, Reader()), shown, 5) == ()


@pytest.mark.skipif(which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_a_real_voice(tmp_path: Path) -> None:
    """With the voice that is free to install all cues fit, each is heard at its place, and the length stays."""
    command, shown = find_writer(which), timeline("clench-check")
    assert command
    made = produced(shown, 5, Dictation(command, finished, str(tmp_path)))
    sound = left(made)
    assert overruns(made, shown, 5) == ()
    assert len(sound) / RATE == pytest.approx(shown.lasting(5), abs=0.1)
    assert all(height(at(sound, seconds, 300)) > 1000 for seconds, _ in made.score.words)
