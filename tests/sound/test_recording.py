"""A session as one stream of samples: what is heard when, at which pitch and how loud, and speech at its moment."""

from __future__ import annotations

from array import array
from functools import partial
from itertools import pairwise
from math import ceil, pi, sin

import pytest

from ear import height, loudest
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline
from facecoach.sound.recording import recorded, width
from facecoach.sound.score import Score, score
from facecoach.sound.speech import levelled, resampled
from facecoach.sound.synthesis import LOUDEST, RATE, amplitude, samples
from facecoach.sound.tones import TONES, Chime
from recording import timeline

PITCHES = sorted({note.hertz for tone in TONES.values() for note in tone.notes})
STEPS = [
    {"zone": "jaw", "title": "A", "reps": 3, "hold": 3, "rest": 2, "cue": "Open"},
    {"zone": "neck", "title": "B", "for": 12, "side": "each", "cue": "Glide down"},
]
VOICE = 137.0


def line(change: float | None = 4) -> Timeline:
    """Return the timeline of two steps."""
    return laid_out(Routine.model_validate({"name": "test", "change": change, "steps": STEPS}))


def length(text: str) -> float:
    """Return how long a voice speaks that takes a tenth of a second a letter."""
    return len(text) / 10


def speech(text: str) -> array[int]:
    """Return a text as a hum below every tone."""
    return array("h", [round(9000 * sin(at * VOICE * 2 * pi / RATE)) for at in range(round(length(text) * RATE))])


def whole(played: Score, volume: int = 100) -> array[int]:
    """Return all samples of a score's left channel."""
    found = array("h")
    for block in recorded(played, partial(samples, volume=volume), speech):
        found.extend(block)
    return found[:: width(played)]


def at(sound: array[int], seconds: float, ms: float = 50) -> array[int]:
    """Return some milliseconds of sound from a second on."""
    return sound[round(seconds * RATE) : round((seconds + ms / 1000) * RATE)]


def told(played: Score) -> list[tuple[float, str]]:
    """Return when which tone is heard, to the hundredth of a second."""
    return [(round(one.at, 2), one.chime.name) for one in played.heard if one.chime]


def test_tones_in_real_time() -> None:
    """Tones are where a person hears them: after the lead-in, with change-overs, in the order of the session."""
    assert told(score(line(), lead_in=5)) == [
        (0, "ready"), (2, "tick"), (3, "tick"), (4, "last"), (5, "move"), (8, "release"), (10, "hold"),
        (13, "release"), (15, "hold"), (16, "tick"), (17, "last"), (18, "ready"), (19, "tick"), (20, "tick"),
        (21, "last"), (22, "move"), (28, "switch"), (31, "tick"), (32, "tick"), (33, "last"), (34, "done"),
    ]  # fmt: skip


@pytest.mark.parametrize("routine", ["morning", "classics", "jaw-six"])
@pytest.mark.parametrize("voice", [None, length])
def test_nothing_over_anything_else(routine: str, voice: object) -> None:
    """In whole routines no tone and no word begins before what was heard last has ended or was ended."""
    heard = score(timeline(routine), length if voice else None, 5).heard
    assert all(one.until <= two.at + 1e-6 for one, two in pairwise(heard))


def starts(shown: Timeline, lead_in: float) -> list[float]:
    """Return when the cue of each move is to be told: at its start, or that of the change-over or lead-in before it."""
    found, late = [], lead_in
    for leg in shown.legs:
        found.append(0 if shown.change and leg.index == 0 else leg.start + late)
        late += shown.change if shown.changes(leg) else 0
    return found


@pytest.mark.parametrize("routine", ["morning", "classics", "jaw-six"])
def test_words_begin_with_their_move(routine: str) -> None:
    """Every title and cue is begun when its move is told, after the third of a second that its tone takes."""
    shown = timeline(routine)
    begun = [seconds for seconds, text in score(shown, length, 5).words if len(text) > len("Switch sides")]
    assert begun == pytest.approx([start + 0.3 for start in starts(shown, 5)], abs=0.02)


def test_pitches_at_their_moments() -> None:
    """At each moment of a recording the pitch of its tone is heard, and no other tone's."""
    played = score(line(), lead_in=5)
    sound = whole(played)
    for one in played.heard:
        assert one.chime
        assert loudest(at(sound, one.at, 45), PITCHES) == one.chime.tone.notes[0].hertz


@pytest.mark.parametrize("volume", [100, 70, 30])
def test_level_follows_the_volume(volume: int) -> None:
    """Tones are as loud as the volume says, silent at 0, and no sample is at full scale."""
    sound = whole(score(line(), lead_in=5), volume)
    assert height(sound) == pytest.approx(LOUDEST * amplitude(-9 - 0.3 * (100 - volume)), rel=0.01)
    assert height(whole(score(line()), 0)) == 0


def test_speech_begins_at_its_moment() -> None:
    """Speech is laid exactly where the score says, unchanged, with silence or its tone before it."""
    played = score(line(), length, 5)
    sound = whole(played)
    for seconds, text in played.words:
        first = round(seconds * RATE)
        said = speech(text)
        assert sound[first : first + 2000] == said[:2000]
        assert height(sound[first - 40 : first]) < 200


def test_as_long_as_all_that_is_heard() -> None:
    """A recording ends with its last tone or word; its parts are a second each, whatever the session's length."""
    played = score(line(), length, 5)
    parts = [len(block) for block in recorded(played, samples, speech)]
    assert played.seconds == pytest.approx(5 + 13 + 4 + 12 + TONES["done"].seconds + length("Done"), abs=0.05)
    assert sum(parts) == width(played) * ceil(played.seconds * RATE)
    assert set(parts[:-1]) == {width(played) * RATE}


def test_two_channels_only_for_sides() -> None:
    """A recording has left and right where a step switches sides, and there the switch is heard from the right."""
    steps = [STEPS[0]]
    assert width(score(laid_out(Routine.model_validate({"name": "test", "steps": steps})))) == 1
    played = score(line(), lead_in=5)
    both = array("h")
    for block in recorded(played, samples):
        both.extend(block)
    first = 2 * round(28 * RATE)
    knock = both[first : first + RATE]
    assert width(played) == 2
    assert height(knock[1::2]) > 4 * height(knock[0::2]) > 0


def test_what_is_cut_off_does_not_click() -> None:
    """Speech that the next move ends fades within a hundredth of a second."""
    steps = [{"zone": "jaw", "title": "A", "for": 3, "cue": "Long " * 20}, {"zone": "jaw", "for": 9, "cue": "On"}]
    played = score(laid_out(Routine.model_validate({"name": "test", "steps": steps})), length)
    cut = next(one for one in played.heard if one.cut)
    sound = whole(played)
    assert (round(cut.at, 2), round(cut.until, 2)) == (0.3, 3)
    assert height(at(sound, cut.until - 0.001, 1)) < 1500
    assert height(at(sound, cut.until - 0.03, 15)) > 8000


def test_another_rate() -> None:
    """Speech of another rate keeps its pitch and its length."""
    hum = array("h", [round(9000 * sin(place * 330 * 2 * pi / 16000)) for place in range(16000)])
    found = resampled(hum, 16000)
    assert len(found) == RATE
    assert loudest(found[:4410], PITCHES) == 330
    assert resampled(found, RATE) is found


def test_speech_has_one_level() -> None:
    """A soft and a loud voice peak alike, and silence stays silent."""
    soft, loud = array("h", [3, -300, 200]), array("h", [32767, -32768])
    assert height(levelled(soft)) == pytest.approx(height(levelled(loud)), rel=0.01)
    assert levelled(array("h", [0, 0])) == array("h", [0, 0])


def test_a_tone_is_laid_as_it_is() -> None:
    """A recording and a player are given the same samples."""
    sound = whole(score(line(None)))
    assert sound[: len(samples(Chime("move")))] == samples(Chime("move"))
