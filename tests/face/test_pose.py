"""Which face is drawn for what is being done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facecoach.face.album import Album
from facecoach.face.atlas import bundled_atlas
from facecoach.face.pose import pose, poses
from facecoach.face.scene import Scene
from facecoach.folders import bundled as shelf
from facecoach.knowledge.anatomy import ZONES
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out

LIBRARY = Library(shelf(), shelf())


def scene(at: float = 0.0, **move: Any) -> Scene:
    """Return the scene of a single move at a second of it."""
    step = {"zone": "jaw", "cue": "go", **move}
    line = laid_out(Routine.model_validate({"name": "test", "steps": [step]}))
    segment = line.segment_at(at)
    return pose(line.legs[0], segment, at - segment.start, bundled_atlas())


def test_zone_brings_its_camera() -> None:
    """A zone is shown lit at its own camera, unless the routine names another."""
    assert (scene(**{"for": 9}).zones, scene(**{"for": 9}).camera) == (("jaw",), bundled_atlas().zones["jaw"].camera)
    assert scene(face={"camera": "neck"}, **{"for": 9}).camera == "neck"


def test_whole_face_lights_nothing() -> None:
    """The whole face is shown as it is."""
    assert scene(zone="face", **{"for": 9}).zones == ()


def test_sides_follow_the_mirror() -> None:
    """`each` shows the left, then the right half; `alternate` works both in turn."""
    assert [scene(at, side="each", **{"for": 20}).side for at in (1, 11)] == ["left", "right"]
    assert scene(side="alternate", **{"for": 20}).alternate


def test_long_hold_shows_mouths_in_turn() -> None:
    """A long hold goes through its mouths and stays with the last; letting go relaxes it."""
    timing: dict[str, Any] = {"reps": 2, "hold": 10, "rest": 5, "face": {"mouth": ["fish", "fish_smile"]}}
    assert [scene(at, **timing).mouth for at in (0.5, 2.5, 9.5, 11)] == ["fish", "fish_smile", "fish_smile", "relaxed"]


def test_short_holds_show_one_mouth_each() -> None:
    """Short holds show the mouths with the repetitions."""
    timing: dict[str, Any] = {"reps": 4, "hold": 2, "face": {"mouth": ["puff_up", "puff_down"]}}
    moving = {**timing, "direction": "up and down"}
    assert [scene(at, **moving).mouth for at in (0.5, 1.5, 2.5, 3.5)] == ["puff_up", "puff_down"] * 2
    assert [scene(at, **timing).mouth for at in (1, 3, 5, 7)] == ["puff_up", "puff_down", "puff_up", "puff_down"]


def test_a_rest_keeps_its_place() -> None:
    """A rest lets go of the stroke, and neither the camera nor what is lit jumps."""
    timing: dict[str, Any] = {"zone": "inside-mouth", "stroke": "tongue-up", "reps": 2, "hold": 5, "rest": 1}
    work, rest = scene(1, **timing), scene(5.5, **timing)
    assert (work.resting, rest.resting) == (False, True)
    assert replace(rest, resting=False, mouth=work.mouth) == work


def test_alternating_repetitions_change_sides() -> None:
    """Hands that alternate over repetitions work the left, then the right."""
    timing: dict[str, Any] = {"side": "alternate", "reps": 3, "hold": 5, "rest": 2, "stroke": "chin-push"}
    assert [scene(at, **timing).side for at in (1, 6, 8, 15)] == ["left", "left", "right", "left"]


def test_counter_clockwise_runs_backwards() -> None:
    """A direction against the clock turns the stroke round."""
    assert scene(direction="counter-clockwise", **{"for": 9}).reverse
    assert not scene(direction="clockwise", **{"for": 9}).reverse


@pytest.mark.parametrize("name", [entry.slug for entry in LIBRARY.entries()])
def test_every_move_has_a_picture(name: str) -> None:
    """Every move of every bundled routine can be drawn, and its zone shows."""
    album = Album(40, 20)
    for leg in laid_out(LIBRARY.load(name).routine).legs:
        shown = pose(leg, leg.segments[0], 0.5, bundled_atlas())
        assert album.frame(shown, 0.5)
        assert shown.zones == (() if leg.zone == "face" else (leg.zone,))
        assert leg.zone in ZONES


@pytest.mark.parametrize("name", sorted(path.stem for path in shelf().glob("*.yaml")))
def test_the_faces_of_a_move_are_known_before_it(name: str) -> None:
    """Every face that a move comes to is among those told beforehand, so that none is painted too late."""
    for leg in laid_out(LIBRARY.load(name).routine).legs:
        told = poses(leg, bundled_atlas())
        assert len(set(told)) == len(told)
        for segment in leg.segments:
            moments = [segment.seconds * part / 40 for part in range(40)]
            assert {pose(leg, segment, into, bundled_atlas()) for into in moments} <= set(told)
