"""The atlas is complete, symmetric, on the canvas, and clear of what hands must not touch."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from facecoach.document import parse
from facecoach.face import atlas, posture, turns
from facecoach.face.curves import mirror
from facecoach.face.shapes import Shape
from facecoach.knowledge import anatomy
from facecoach.knowledge.strokes import STROKES
from probes import inside, sampled

ATLAS = atlas.bundled_atlas()


def shapes() -> list[Shape]:
    """Return all lines and areas of the atlas."""
    drawn = [*ATLAS.outline.__dict__.values(), *ATLAS.features.__dict__.values(), *ATLAS.features.nose_wrinkles]
    named = (ATLAS.zones, ATLAS.spots, ATLAS.strokes, ATLAS.keep_clear)
    return [part for part in (*drawn, *(one for parts in named for one in parts.values())) if isinstance(part, Shape)]


def test_names() -> None:
    """Zones, strokes, mouths and cameras are those a routine may name."""
    assert set(ATLAS.zones) == set(anatomy.ZONES) - {"face"}
    assert set(ATLAS.strokes) == set(get_args(anatomy.StrokeName))
    assert set(ATLAS.mouths) == set(get_args(anatomy.MouthName))
    assert set(ATLAS.cameras) == set(get_args(anatomy.CameraName))


def test_own_names() -> None:
    """Spots, hands and keep-clear areas are those that strokes and zones may ask for."""
    assert set(ATLAS.spots) == {route.spot for route in ATLAS.strokes.values() if route.spot}
    assert set(ATLAS.spots) == set(get_args(atlas.SpotName))
    assert set(ATLAS.hands) == {route.hands for route in ATLAS.strokes.values() if route.hands}
    assert set(ATLAS.hands) == set(get_args(posture.HandName))
    assert set(ATLAS.keep_clear) == set(get_args(atlas.ClearName))


def test_colours() -> None:
    """Every palette there is a name for is in the atlas, and stone is pure grey."""
    assert set(ATLAS.palettes) == set(get_args(atlas.PaletteName))
    assert all(len(set(colour)) == 1 for colour in ATLAS.palettes["stone"].__dict__.values())


@pytest.mark.parametrize("name", ATLAS.strokes)
def test_keep_clear(name: anatomy.StrokeName) -> None:
    """No hands-on stroke enters a keep-clear area, on either half."""
    path = turns.course(ATLAS.strokes[name])
    areas = [area for clear in ATLAS.keep_clear.values() for area in clear.outlines]
    spots = sampled(path) + sampled(mirror(path)) if len(path) > 1 else [path[0], *mirror(path)]
    assert not STROKES[name].hands or not any(inside(spot, area) for spot in spots for area in areas)


@pytest.mark.parametrize("name", ATLAS.zones)
def test_symmetry(name: anatomy.ZoneName) -> None:
    """What a zone covers on one half it covers on the other."""
    points = {(round(x, 6), round(y, 6)) for path in ATLAS.zones[name].outlines for x, y in path}
    assert points == {(round(-x, 6) + 0.0, y) for x, y in points}


def test_canvas() -> None:
    """All that is drawn lies on the canvas."""
    for path in [path for shape in shapes() for path in (*shape.outlines, shape.path)]:
        assert all(-0.5 <= x <= 0.5 and 0 <= y <= 1 for x, y in path)


@pytest.mark.parametrize("name", ATLAS.zones)
def test_camera(name: anatomy.ZoneName) -> None:
    """A zone's camera shows the middle of each of its areas."""
    x0, y0, x1, y1 = ATLAS.cameras[ATLAS.zones[name].camera]
    for path in ATLAS.zones[name].outlines:
        x, y = (sum(values) / len(path) for values in zip(*path, strict=True))
        assert x0 < x + 0.5 < x1
        assert y0 < y < y1


@pytest.mark.parametrize("name", ATLAS.zones)
def test_mark(name: anatomy.ZoneName) -> None:
    """A zone's letter stands within it."""
    zone = ATLAS.zones[name]
    assert any(inside(zone.mark, area) for area in zone.outlines)
    assert not any(inside(zone.mark, hole) for hole in zone.holes)


def test_cheeks() -> None:
    """Every cheek a mouth names is there."""
    assert {cheek for mouth in ATLAS.mouths.values() for cheek in mouth.cheeks} <= set(ATLAS.cheeks)


def test_no_key_is_doubled() -> None:
    """The drawing is written without a fault that a reader of YAML would pass over."""
    path = Path(atlas.__file__).with_name("atlas.yaml")
    assert not parse(path.read_bytes(), str(path)).findings


def test_one_drawing() -> None:
    """Each shape is drawn in one way: by a curve, by points or by ellipses."""
    assert all(sum(map(bool, (one.smooth, one.points, one.ellipses))) == 1 for one in shapes())


def test_bounds() -> None:
    """Colours are bytes, a light or shade has a strength up to 1, and no width is below 0."""
    colours = [*ATLAS.accents.__dict__.values(), *(c for one in ATLAS.palettes.values() for c in one.__dict__.values())]
    assert all(len(colour) == 3 and all(0 <= part <= 255 for part in colour) for colour in colours)
    forms = (*ATLAS.head_forms, *ATLAS.body_forms, ATLAS.blush, *ATLAS.cheeks.values())
    assert all(0 < form.strength <= 1 and form.tone in ("light", "shade") for form in forms)
    assert all(one.width >= 0 for one in shapes())
