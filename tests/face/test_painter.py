"""A painted face says where, which way and how hard."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from PIL import Image, ImageChops

from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.painter import base, paint
from facecoach.face.regions import view
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import MouthName, StrokeName, ZoneName
from facecoach.knowledge.strokes import STROKES
from probes import OTHERS, twin

ATLAS = bundled_atlas()
SHAPES: tuple[MouthName, ...] = (
    "fish", "kiss", "kiss_smile", "o", "puff_up", "puff_down", "wide_smile", "jaw_open", "scrunch", "neutral",
)  # fmt: skip


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
    scene = Scene(camera=ATLAS.zones[name].camera, zones=(name,), side="left")
    other = base(scene, 40, 40, "mannequin", twin(ATLAS), tints=OTHERS)
    lit = changed(painted(scene), other.image.reduce(other.window.fine))
    assert count(lit.crop((0, 0, 20, 40))) >= 6
    assert count(lit.crop((21, 0, 40, 40))) == 0


@pytest.mark.parametrize("name", ATLAS.strokes)
def test_moves(name: StrokeName) -> None:
    """Every stroke visibly moves between two moments."""
    scene = Scene(camera=view(STROKES[name].zones[-1], (name,), ATLAS), strokes=(name,))
    assert count(changed(painted(scene, 0.2), painted(scene, 0.5))) >= 4


def test_pressure() -> None:
    """More pressure is a heavier stroke."""
    plain = painted(Scene(), size=120)
    weights = [painted(Scene(strokes=("neck-drain-down",), pressure=p), 0.5, 120) for p in (1, 2, 3, 4)]
    covered = [count(changed(weight, plain)) for weight in weights]
    assert covered == sorted(set(covered))


def reds(scene: Scene, box: tuple[int, int, int, int] = (0, 0, 80, 80)) -> int:
    """Return how many pixels of a picture are as red as what is to be kept clear of."""
    pixels = painted(scene, 0.0, 80).crop(box).tobytes()
    return sum(r > g + 40 and abs(g - b) < 36 for r, g, b in zip(pixels[::4], pixels[1::4], pixels[2::4], strict=True))


def test_warning() -> None:
    """A stroke that passes a place to keep clear of shows it in red; one that does not, does not."""
    assert reds(Scene(camera="neck", strokes=("neck-up",))) > 15
    assert reds(Scene(camera="neck", strokes=("chest-fan",))) == 0


@pytest.mark.parametrize("zone", ["neck", "under-jaw"])
def test_throat(zone: ZoneName) -> None:
    """The throat is outlined whenever the neck is lit, without any stroke."""
    assert reds(Scene(camera="neck", zones=(zone,)), (36, 48, 44, 62)) > 12
    assert reds(Scene(camera="neck", zones=("decolletage",))) == 0


@pytest.mark.parametrize(("mouth", "other"), [("puff_up", "o"), ("puff_down", "o")])
def test_puff(mouth: MouthName, other: MouthName) -> None:
    """Air in the cheeks is seen through the colour of the cheeks."""
    full, flat = (painted(Scene(zones=("cheeks",), mouth=shape)) for shape in (mouth, other))
    assert count(changed(full, flat).crop((5, 20, 15, 36))) > 30


@pytest.mark.parametrize("palette", get_args(PaletteName))
def test_edges(palette: PaletteName) -> None:
    """No pixel at the edge is darkened by what lies behind the person."""
    image = paint(Scene(camera="neck"), None, 40, 40, palette, ATLAS)
    floor = sum(ATLAS.palettes[palette].line) - 12
    pixels = zip(*(image.getchannel(band).tobytes() for band in "RGBA"), strict=True)
    assert all(sum(colour) >= floor for *colour, alpha in pixels if 0 < alpha < 250)
