"""The areas that hands keep clear of are found for zones and for strokes."""

from __future__ import annotations

import pytest

from facecoach.face.atlas import bundled_atlas
from facecoach.face.clearance import beside, near
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import StrokeName, ZoneName

ATLAS = bundled_atlas()


@pytest.mark.parametrize(
    ("zone", "names"),
    [("neck", {"carotid", "throat"}), ("eyes", {"eyeballs"}), ("forehead", set()), ("face", set())],
)
def test_beside(zone: ZoneName, names: set[str]) -> None:
    """A zone knows the areas that its edge comes close to, and why to keep clear of them."""
    assert set(beside(zone, ATLAS)) == names
    assert all(beside(zone, ATLAS).values())


@pytest.mark.parametrize(
    ("stroke", "count"),
    [("neck-up", 3), ("nape-squeeze", 3), ("orbital-tap", 2), ("forehead-zigzag", 0), ("head-nod", 0)],
)
def test_near(stroke: StrokeName, count: int) -> None:
    """A hands-on stroke knows the areas that it passes close to, on both halves; by the artery, the throat too."""
    assert len(near(Scene(strokes=(stroke,)), ATLAS)) == count


@pytest.mark.parametrize(("zone", "count"), [("neck", 3), ("under-jaw", 3), ("eyes", 0), ("jaw", 0)])
def test_lit(zone: ZoneName, count: int) -> None:
    """The throat and the arteries are shown wherever the neck is lit."""
    assert len(near(Scene(zones=(zone,)), ATLAS)) == count
