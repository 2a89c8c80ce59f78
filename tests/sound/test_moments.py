"""What sounds at which cue, decided without a sound."""

from __future__ import annotations

from typing import get_args

import pytest

from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.player import Manner
from facecoach.session.timeline import Cue, Kind, Timeline
from facecoach.sound.moments import ends, sounded, tone_name
from facecoach.sound.tones import Chime

HELD = {"zone": "jaw", "title": "Hinge", "reps": 2, "hold": 5, "rest": 6, "cue": "Open."}
VOICED = Manner(voiced=True)


def line(**step: object) -> Timeline:
    """Return the timeline of one step of holds, with some of its keys changed."""
    return laid_out(Routine.model_validate({"name": "test", "steps": [{**HELD, **step}]}))


def names(timeline: Timeline) -> list[str | None]:
    """Return the tones of a timeline's cues in their order."""
    return [tone_name(cue, timeline.legs[cue.leg]) for cue in timeline.cues]


def test_a_tone_for_each_moment() -> None:
    """Holding, letting go, the last seconds and the end each have their own; the third tick is another."""
    assert names(line()) == ["move", "release", "hold", "tick", "tick", "last", "done"]


def test_moving_repetitions_are_tapped() -> None:
    """A repetition that is a movement is counted, not held."""
    found = names(line(direction="circles", rest=None, reps=3, hold=4))
    assert found == ["move", "count", "count", "tick", "tick", "last", "done"]


def test_a_switch_sounds_from_the_side_it_leads_to() -> None:
    """A step of two sides switches once, from left to right, and only that comes from one side."""
    timeline = line(side="each")
    sides = [sounded(cue, timeline.legs[0], Manner(), speaks=False).chime for cue in timeline.cues]
    assert [chime.side for chime in sides if chime].count("right") == 1
    assert Chime("switch", "right") in sides


@pytest.mark.parametrize(
    ("kind", "tone"),
    [
        ("ready", "ready"), ("change", "ready"), ("half", "half"), ("pause", "pause"), ("resume", "resume"),
        ("gap", None), ("ask", None), ("voice", None),
    ],
)  # fmt: skip
def test_moments_that_are_no_place_in_a_move(kind: str, tone: str | None) -> None:
    """Getting ready, the middle, a pause and its end have tones; a question and an absence have none."""
    assert tone_name(Cue(1.0, kind), line().legs[0]) == tone  # type: ignore[arg-type]  # a kind of cue


def test_leaving_early_is_no_triumph() -> None:
    """A session that is left before its end has no closing tone, and one whose last move was skipped has it."""
    timeline = line()
    assert tone_name(Cue(3.0, "end"), timeline.legs[0]) is None
    assert tone_name(Cue(timeline.seconds, "end"), timeline.legs[0]) == "done"


def test_muted_is_silent() -> None:
    """Muted, a cue has neither tone nor bell; its words stay, since the voice has a key of its own."""
    timeline = line()
    found = [sounded(cue, timeline.legs[0], Manner(muted=True, voiced=True), speaks=True) for cue in timeline.cues]
    assert not any(sound.chime or sound.rings for sound in found)
    assert [sound.words for sound in found if sound.words] == ["Hinge. Open.", "Let go", "2", "Done"]


def test_brief_where_words_follow() -> None:
    """A tone is brief where words follow it, and whole at the end, where nothing else comes."""
    timeline = line()
    found = [sounded(cue, timeline.legs[0], VOICED, speaks=True) for cue in timeline.cues]
    brief = [sound.chime.name for sound in found if sound.chime and sound.chime.brief]
    assert brief == ["move", "release", "hold"]


def test_no_words_without_a_voice() -> None:
    """Nothing is said where there is no voice, nor where it is turned off."""
    timeline = line()
    for manner, speaks in ((VOICED, False), (Manner(), True)):
        assert not any(sounded(cue, timeline.legs[0], manner, speaks=speaks).words for cue in timeline.cues)


def test_what_ends_a_spoken_cue() -> None:
    """The next move, a change-over, a pause and the end do; the start of the very move that is being told does not."""
    assert {kind for kind in get_args(Kind) if ends(Cue(0, kind))} == {"ready", "change", "move", "end", "pause"}
    assert not ends(Cue(0, "move", told=True))
