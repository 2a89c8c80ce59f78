"""Line art without colour: thin lines, zones as a tone, strokes that stand out."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from facecoach.face import dots, line
from facecoach.face.atlas import bundled_atlas
from facecoach.face.scene import Scene
from facecoach.face.window import frame
from facecoach.knowledge.anatomy import ZoneName

ATLAS = bundled_atlas()


def ink(image: Image.Image) -> int:
    """Return how many dots are drawn."""
    return image.histogram()[255]


def drawn(scene: Scene, moment: float | None = None) -> Image.Image:
    """Return a drawing as large as 40x20 cells."""
    drawing, window = line.base(scene, 80, 80, ATLAS)
    return line.stroke(drawing, window, scene, moment, ATLAS)


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
    assert dots.tiled(dots.SLANTS, frame((0, 0, 1, 1), 6, 6)).tobytes().count(255) == 6
    assert dots.tiled(dots.SCREEN, frame((0, 0, 1, 1), 4, 4)).tobytes().count(255) == 4


def test_moves() -> None:
    """A stroke moves."""
    scene = Scene(strokes=("centre-out-cheek",))
    assert drawn(scene, 0.2).tobytes() != drawn(scene, 0.5).tobytes()


def test_lids() -> None:
    """Closed eyes differ from open ones."""
    assert ink(drawn(Scene(camera="eyes"))) > ink(drawn(Scene(camera="eyes", eyes="closed")))
