"""What is lit is where the work is, at the camera that shows it."""

from __future__ import annotations

import pytest

from facecoach.face.atlas import SpotName, bundled_atlas
from facecoach.face.regions import lit, view
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import CameraName, StrokeName, ZoneName

ATLAS = bundled_atlas()


@pytest.mark.parametrize(
    ("zone", "stroke", "spot"),
    [("inside-mouth", "tongue-up", "palate"), ("decolletage", "collar-pump", "collar-hollows")],
)
def test_spot(zone: ZoneName, stroke: StrokeName, spot: SpotName) -> None:
    """A stroke with a place of its own lights that, not the zone around it, in a rest too."""
    assert [*lit(Scene(zones=(zone,), strokes=(stroke,)), ATLAS)] == [spot]
    assert [*lit(Scene(zones=(zone,), strokes=(stroke,), resting=True), ATLAS)] == [spot]


def test_zone() -> None:
    """Any other stroke lights its zone, also beside one that has a place of its own."""
    assert [*lit(Scene(zones=("neck",), strokes=("neck-drain-down", "collar-pump")), ATLAS)] == ["neck"]
    assert [*lit(Scene(zones=("neck",)), ATLAS)] == ["neck"]


def test_unlit() -> None:
    """Where no zone is asked for, nothing is lit."""
    assert not lit(Scene(strokes=("tongue-up",)), ATLAS)


def test_palate() -> None:
    """The palate lies between the nose and the lips' edge, and is hatched as work inside the mouth."""
    palate = ATLAS.spots["palate"]
    assert palate.deep
    assert all(abs(x) < 0.08 and 0.515 < y < 0.575 for path in palate.outlines for x, y in path)


@pytest.mark.parametrize(
    ("zone", "strokes", "camera"),
    [
        ("jaw", ("masseter-circles",), "face"),
        ("jaw", ("chin-push",), "lower"),
        ("decolletage", ("collar-pump",), "neck"),
        ("face", (), "face"),
        ("face", ("shoulder-drop",), "full"),
        ("neck", ("nape-hold", "head-nod"), "full"),
    ],
)
def test_view(zone: ZoneName, strokes: tuple[StrokeName, ...], camera: CameraName) -> None:
    """A stroke that needs a camera of its own brings it, else the zone does."""
    assert view(zone, strokes, ATLAS) == camera
