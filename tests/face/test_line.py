"""Line art without colour: thin lines, zones as a tone, strokes that stand out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from facecoach.face import dots, line
from facecoach.face.atlas import bundled_atlas
from facecoach.face.motion import posture
from facecoach.face.scene import Scene
from facecoach.face.window import frame
from facecoach.knowledge.anatomy import ZoneName

ATLAS = bundled_atlas()


def ink(image: Image.Image) -> int:
    """Return how many dots are drawn."""
    return image.histogram()[255]


def drawn(scene: Scene, moment: float | None = None) -> Image.Image:
    """Return a drawing as large as 40x20 cells."""
    sheet = line.base(scene, 80, 80, ATLAS, posture(scene, ATLAS, moment))
    return line.stroke(sheet, scene, moment, ATLAS)


def test_thin() -> None:
    """A line has no elbows: no dot has both neighbours at right angles."""
    spots = dots.trace([(0, 0), (9, 4), (11, 12)])
    corners = zip(spots, spots[2:], strict=False)
    assert not any(abs(ax - bx) == 1 and abs(ay - by) == 1 for (ax, ay), (bx, by) in corners)


@pytest.mark.parametrize("name", ATLAS.zones)
def test_zones(name: ZoneName) -> None:
    """Every zone adds a tone at its camera."""
    camera = ATLAS.zones[name].camera
    lit, plain = drawn(Scene(camera=camera, zones=(name,))), drawn(Scene(camera=camera))
    assert ink(ImageChops.subtract(lit, plain)) >= 12


def test_hatch() -> None:
    """What lies inside the mouth has slanting lines, not the dots of what is rubbed from outside."""
    assert dots.tiled(dots.SLANTS, frame((0, 0, 1, 1), 5, 5)).tobytes().count(255) == 5
    assert dots.tiled(dots.SCREEN, frame((0, 0, 1, 1), 4, 4)).tobytes().count(255) == 4


def test_moves() -> None:
    """A stroke moves."""
    scene = Scene(strokes=("centre-out-cheek",))
    assert drawn(scene, 0.2).tobytes() != drawn(scene, 0.5).tobytes()


def test_lids() -> None:
    """Closed eyes differ from open ones."""
    assert ink(drawn(Scene(camera="eyes"))) > ink(drawn(Scene(camera="eyes", eyes="closed")))


def test_lips() -> None:
    """A lit mouth leaves its lips free of dots, so that they are still seen."""
    scene = Scene(camera="lower", zones=("mouth",), mouth="kiss")
    lips = (34, 34, 46, 42)
    assert drawn(scene).crop(lips).tobytes() == drawn(replace(scene, zones=())).crop(lips).tobytes()


def test_hands() -> None:
    """Hands at the nape are drawn, and what lies under a finger is not."""
    held, plain = drawn(Scene(camera="neck", strokes=("nape-squeeze",)), 0.5), drawn(Scene(camera="neck"))
    assert ink(ImageChops.subtract(held, plain)) > 60
    assert ink(ImageChops.subtract(plain, held)) > 3


def test_press() -> None:
    """A press has a ring around it."""
    scene = Scene(camera="eyes", strokes=("third-eye-press",))
    assert ink(drawn(scene, 0.1).crop((33, 15, 47, 29))) > ink(drawn(replace(scene, strokes=())).crop((33, 15, 47, 29)))
