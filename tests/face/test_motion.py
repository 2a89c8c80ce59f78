"""Strokes run over time: calm, in turn, on the half that is worked."""

from __future__ import annotations

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.face import motion
from facecoach.face.atlas import bundled_atlas
from facecoach.face.curves import Point
from facecoach.face.scene import Scene, Sides
from facecoach.knowledge.anatomy import StrokeName

ATLAS = bundled_atlas()
SWEEP = Scene(strokes=("centre-out-cheek",))


def heads(scene: Scene, moment: float) -> list[Point]:
    """Return where the moving marks are."""
    return [mark.path[-1] for mark in motion.marks(scene, ATLAS, moment)]


def test_still() -> None:
    """A scene without strokes is one frame that lasts."""
    assert motion.cycle(Scene(), ATLAS) == motion.Cycle(0, 1)


@pytest.mark.parametrize(
    ("stroke", "seconds"),
    [("neck-up", 3), ("masseter-circles", 1), ("collar-pump", 2), ("temple-press", 6), ("tongue-circle", 4)],
)
def test_tempo(stroke: StrokeName, seconds: float) -> None:
    """A stroke takes about three seconds, a friction circle one, a press as long as a breath."""
    assert motion.cycle(Scene(strokes=(stroke,)), ATLAS).seconds == seconds


@pytest.mark.parametrize("name", ATLAS.strokes)
def test_rate(name: StrokeName) -> None:
    """No stroke asks for more than eight frames a second."""
    run = motion.cycle(Scene(strokes=(name,)), ATLAS)
    assert run.frames <= run.seconds * 8


def test_runs() -> None:
    """A glide moves on from moment to moment, from the middle outwards."""
    assert abs(heads(SWEEP, 0.6)[0][0]) > abs(heads(SWEEP, 0.3)[0][0])


def test_in_turn() -> None:
    """Several strokes run one after another."""
    scene = Scene(strokes=("centre-out-forehead", "centre-out-cheek", "centre-out-chin"))
    heights = [heads(scene, moment)[0][1] for moment in (0.1, 0.4, 0.7)]
    assert heights == sorted(heights)
    assert motion.cycle(scene, ATLAS).seconds == 9


def test_alternate() -> None:
    """Alternating hands are the left half's stroke, then the right half's."""
    scene = Scene(strokes=("centre-out-cheek",), alternate=True)
    assert all(x < 0 for x, _ in heads(scene, 0.25))
    assert all(x > 0 for x, _ in heads(scene, 0.75))


@pytest.mark.parametrize(("side", "sign"), [("left", -1), ("right", 1)])
def test_side(side: Sides, sign: int) -> None:
    """A one-sided move runs on the half it works, left on the left as in a mirror."""
    assert all(x * sign > 0 for x, _ in heads(Scene(strokes=("centre-out-cheek",), side=side), 0.5))


def test_reverse() -> None:
    """A tongue that circles the other way is elsewhere at the same moment, and meets itself half way."""
    there, back = Scene(strokes=("tongue-circle",)), Scene(strokes=("tongue-circle",), reverse=True)
    assert dist(heads(there, 0.25)[0], heads(back, 0.25)[0]) > 0.1
    assert dist(heads(there, 0.25)[0], heads(back, 0.75)[0]) < 1e-6


@given(st.sampled_from(sorted(ATLAS.strokes)), st.floats(0, 1))
def test_bounds(name: StrokeName, moment: float) -> None:
    """At every moment each mark lies on the canvas, has a light of at most 1 and a size above 0."""
    for mark in motion.marks(Scene(strokes=(name,)), ATLAS, moment):
        assert all(-0.5 <= x <= 0.5 and 0 <= y <= 1 for x, y in mark.path)
        assert mark.light <= 1
        assert mark.size > 0
