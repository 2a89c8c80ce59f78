"""A painted face says where, which way and how hard."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from PIL import Image, ImageChops

from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.painter import paint
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import MouthName, StrokeName, ZoneName
from facecoach.knowledge.strokes import STROKES

ATLAS = bundled_atlas()
SHAPES: tuple[MouthName, ...] = ("fish", "kiss", "o", "puff_up", "puff_down", "wide_smile", "neutral")


def painted(scene: Scene, moment: float | None = None, size: int = 40) -> Image.Image:
    """Return a square picture in the default palette."""
    return paint(scene, moment, size, size, "mannequin", ATLAS)


def changed(one: Image.Image, other: Image.Image, least: int = 24) -> Image.Image:
    """Return where two pictures differ, as a mask."""
    bands = [
        band.point([255 * (level > least) for level in range(256)])
        for band in ImageChops.difference(one, other).split()
    ]
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), ImageChops.lighter(bands[2], bands[3]))


def count(mask: Image.Image) -> int:
    """Return how many pixels a mask covers."""
    return mask.histogram()[255]


def test_clear() -> None:
    """Around the person the picture is clear."""
    assert painted(Scene()).getchannel("A").tobytes()[0] == 0


@pytest.mark.parametrize(("one", "other"), list(combinations(SHAPES, 2)))
def test_mouths(one: MouthName, other: MouthName) -> None:
    """Mouths that exercises use are told apart at 40x20 cells."""
    assert count(changed(painted(Scene(mouth=one)), painted(Scene(mouth=other)))) >= 20


@pytest.mark.parametrize(("mouth", "wider"), [("puff", True), ("puff_down", True), ("fish", False)])
def test_outline(mouth: MouthName, wider: bool) -> None:
    """Puffed cheeks widen the outline of the face, hollow ones narrow it."""
    rows = {name: painted(Scene(mouth=name)).getchannel("A").crop((0, 30, 40, 34)) for name in ("neutral", mouth)}
    covered = {name: sum(level > 127 for level in row.tobytes()) for name, row in rows.items()}
    assert (covered[mouth] > covered["neutral"] + 4) if wider else (covered[mouth] < covered["neutral"] - 4)


@pytest.mark.parametrize("name", ATLAS.zones)
def test_zones(name: ZoneName) -> None:
    """A lit zone is seen at its camera."""
    camera = ATLAS.zones[name].camera
    assert count(changed(painted(Scene(camera=camera, zones=(name,))), painted(Scene(camera=camera)))) >= 12


@pytest.mark.parametrize("name", [name for name, zone in ATLAS.zones.items() if zone.camera != "full"])
def test_left(name: ZoneName) -> None:
    """The left side lights the left of the picture and nothing else."""
    camera = ATLAS.zones[name].camera
    lit = changed(painted(Scene(camera=camera, zones=(name,), side="left")), painted(Scene(camera=camera)))
    assert count(lit.crop((0, 0, 20, 40))) >= 6
    assert count(lit.crop((21, 0, 40, 40))) == 0


@pytest.mark.parametrize("name", ATLAS.strokes)
def test_moves(name: StrokeName) -> None:
    """Every stroke visibly moves between two moments."""
    scene = Scene(camera=ATLAS.zones[STROKES[name].zones[-1]].camera, strokes=(name,))
    assert count(changed(painted(scene, 0.2), painted(scene, 0.5))) >= 4


def test_pressure() -> None:
    """More pressure is a heavier stroke."""
    plain = painted(Scene(), size=120)
    weights = [painted(Scene(strokes=("neck-drain-down",), pressure=p), 0.5, 120) for p in (1, 2, 3, 4)]
    covered = [count(changed(weight, plain)) for weight in weights]
    assert covered == sorted(set(covered))


def test_warning() -> None:
    """A stroke that passes a place to keep clear of shows it in red; one that does not, does not."""

    def reds(stroke: StrokeName) -> int:
        pixels = painted(Scene(camera="neck", strokes=(stroke,)), 0.0, 80).tobytes()
        return sum(
            r > g + 60 and abs(g - b) < 30 for r, g, b in zip(pixels[::4], pixels[1::4], pixels[2::4], strict=True)
        )

    assert reds("neck-up") > 15
    assert reds("chest-fan") == 0


@pytest.mark.parametrize("palette", get_args(PaletteName))
def test_edges(palette: PaletteName) -> None:
    """No pixel at the edge is darkened by what lies behind the person."""
    image = paint(Scene(camera="neck"), None, 40, 40, palette, ATLAS)
    floor = sum(ATLAS.palettes[palette].line) - 12
    pixels = zip(*(image.getchannel(band).tobytes() for band in "RGBA"), strict=True)
    assert all(sum(colour) >= floor for *colour, alpha in pixels if 0 < alpha < 250)
