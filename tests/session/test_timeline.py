"""A routine laid out: segments end to end, and cues that are neither lost nor doubled."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline

lengths = st.integers(1, 60)
timings = st.one_of(
    st.builds(lambda length: {"for": length}, lengths),
    st.builds(
        lambda reps, hold, rest, sets: {"reps": reps, "hold": hold, "rest": rest, "sets": sets},
        st.integers(1, 6), st.integers(1, 9), st.integers(1, 9), st.integers(1, 3),
    ),
)  # fmt: skip
moves = st.builds(
    lambda timing, side: {"cue": "go", "side": side, **timing}, timings, st.sampled_from(["both", "each", "left"])
)
steps = st.builds(lambda found: {"zone": "jaw", "moves": found}, st.lists(moves, min_size=1, max_size=4))
timelines = st.builds(lambda found: line(*found), st.lists(steps, min_size=1, max_size=4))


def line(*found: dict[str, Any]) -> Timeline:
    """Return the timeline of these steps."""
    return laid_out(Routine.model_validate({"name": "test", "steps": list(found)}))


def one(**fields: Any) -> Timeline:
    """Return the timeline of a single move."""
    return line({"zone": "jaw", "cue": "go", **fields})


@given(timelines)
def test_end_to_end(timeline: Timeline) -> None:
    """Segments lie end to end from 0 to the end of the routine."""
    segments = [segment for leg in timeline.legs for segment in leg.segments]
    assert segments[0].start == 0
    assert all(before.end == pytest.approx(after.start) for before, after in pairwise(segments))
    assert segments[-1].end == pytest.approx(timeline.seconds)


@given(timelines, st.lists(st.floats(0, 400), max_size=20))
def test_no_cue_lost_or_doubled(timeline: Timeline, looks: list[float]) -> None:
    """However late anyone looks, each cue comes once and in order."""
    marks = [-1.0, *sorted(looks), 10_000.0]
    heard = [cue for old, new in pairwise(marks) for cue in timeline.between(old, new)]
    assert heard == list(timeline.cues)


@given(timelines, st.floats(0, 1), st.sampled_from([10.0, -10.0]))
def test_stretch_moves_what_follows(timeline: Timeline, share: float, seconds: float) -> None:
    """A longer or shorter move shifts the others, changes none of them, and never ends before now."""
    position = share * timeline.seconds * 0.999
    leg = timeline.leg_at(position)
    after = timeline.stretched(position, seconds)
    change = after.legs[leg.index].seconds - leg.seconds
    assert change == pytest.approx(max(seconds, position - leg.end), abs=1e-3)
    assert after.legs[leg.index].end >= position - 1e-3
    assert [other.seconds for other in after.legs if other.index != leg.index] == pytest.approx(
        [other.seconds for other in timeline.legs if other.index != leg.index]
    )


def test_each_side_halves() -> None:
    """`side: each` is left, then right from the middle on, with a cue to switch."""
    timeline = one(side="each", **{"for": 40})
    assert [(segment.side, segment.start, segment.seconds) for segment in timeline.legs[0].segments] == [
        ("left", 0, 20),
        ("right", 20, 20),
    ]
    assert [cue.at for cue in timeline.cues if cue.kind == "switch"] == [20]


def test_reps_alternate() -> None:
    """Repetitions are holds with rests between them, and none behind the last."""
    phases = [(segment.task, segment.seconds) for segment in one(reps=2, hold=5, rest=2).legs[0].segments]
    assert phases == [("hold", 5), ("rest", 2), ("hold", 5)]


def test_sets_on_each_side() -> None:
    """Two sets with `side: each` are one set a side."""
    timeline = line(
        {"zone": "jaw", "for": 60, "moves": [{"cue": "go", "reps": 5, "hold": 4, "rest": 2, "sets": 2, "side": "each"}]}
    )
    sides = {(segment.turn, segment.side) for segment in timeline.legs[0].segments}
    assert sides == {(1, "left"), (2, "right")}


def test_last_three_seconds() -> None:
    """The last three seconds of a move are told one by one, but not before it has begun."""
    assert [cue.at for cue in one(**{"for": 20}).cues if cue.kind == "tick"] == [17, 18, 19]
    assert [cue.at for cue in one(**{"for": 2}).cues if cue.kind == "tick"] == [1]


def test_middle_of_a_long_routine() -> None:
    """Half way is told in routines of two minutes and more."""
    assert [cue.at for cue in one(**{"for": 120}).cues if cue.kind == "half"] == [60]
    assert not [cue for cue in one(**{"for": 119}).cues if cue.kind == "half"]


def test_half_way_is_told_once() -> None:
    """Ten seconds more after the middle do not tell of it again."""
    timeline = one(**{"for": 200})
    assert timeline.stretched(102, 10).between(102, 210)[0].kind != "half"


def test_where_am_i() -> None:
    """A boundary belongs to the move that begins there."""
    timeline = line({"zone": "jaw", "for": 5, "cue": "a"}, {"zone": "neck", "for": 5, "cue": "b"})
    assert [timeline.leg_at(at).zone for at in (-1, 0, 4.999, 5, 10)] == ["jaw", "jaw", "jaw", "neck", "neck"]
