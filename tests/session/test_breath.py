"""A paced breath: it turns when it should, fills and empties, and only where it belongs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.screen.live.view import view
from facecoach.session.breath import breath, turns
from facecoach.session.laying import laid_out
from facecoach.session.player import Manner
from facecoach.session.state import Elapsed, advance, begin
from facecoach.session.timeline import Leg


def leg(**fields: Any) -> Leg:
    """Return a move laid out."""
    step = {"zone": "face", "for": 20, "cue": "Breathe", "technique": "breath", "breathe": "4-6", **fields}
    return laid_out(Routine.model_validate({"name": "B", "steps": [step]})).legs[0]


def test_it_turns() -> None:
    """In and out follow each other from the move's start to its end."""
    assert list(turns(leg())) == [(0, "in", 4), (4, "out", 6), (10, "in", 4), (14, "out", 6)]


def test_the_last_is_cut_off() -> None:
    """What does not fit is shorter, and never lasts beyond the move."""
    assert list(turns(leg(**{"for": 11})))[-1] == (10, "in", 1)


@given(st.floats(2, 15), st.floats(2, 15), st.floats(0, 59.9))
def test_it_fills_and_empties(inward: float, outward: float, at: float) -> None:
    """At every moment it goes one way, turns in at most its length, and is between empty and full."""
    line = leg(breathe=f"{inward:.1f}-{outward:.1f}", **{"for": 60})
    now = breath(line, at)
    assert now is not None
    assert 0 <= now.full <= 1
    assert 0 < now.left <= max(inward, outward) + 0.1
    later = breath(line, at + min(now.left / 2, 0.5))
    assert later is None or later.way != now.way or (later.full >= now.full) == (now.way == "in")


@pytest.mark.parametrize(
    "fields", [{"technique": "effleurage"}, {"breathe": "1-6"}, {"breathe": "4"}, {"breathe": "4-20"}]
)
def test_where_it_does_not_belong(fields: dict[str, str]) -> None:
    """A breath is paced in a breath or a rest, two to fifteen seconds each way."""
    with pytest.raises(ValidationError):
        leg(**fields)


def test_a_long_rest_is_breathed_through() -> None:
    """Rests of more than eight seconds carry it, holds do not."""
    line = leg(**{"for": None, "reps": 2, "hold": 5, "rest": 10, "technique": "active"})
    assert list(turns(line)) == [(5, "in", 4), (9, "out", 6)]
    assert breath(line, 2) is None


def test_seen_and_heard() -> None:
    """Each turn is a cue, its word stands large, and the digits count it."""
    line = laid_out(Library(bundled(), bundled()).load("wind-down").routine)
    kinds = [cue.kind for cue in line.cues if cue.kind in ("in", "out")]
    assert kinds == ["in", "out"] * 6
    now = begin(line, 0)
    shown = view(now, Manner())
    assert (shown.word, shown.digits) == ("BREATHE IN", "4")
    now = advance(now, Elapsed(5.5))[0]
    assert (view(now, Manner()).word, view(now, Manner()).digits) == ("BREATHE OUT", "5")
