"""The atlas is true: complete, symmetric, on the canvas, and clear of what hands must not touch."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from facecoach.errors import FaultyFile
from facecoach.face import atlas, motion
from facecoach.face.curves import Path, Point, mirror
from facecoach.face.shapes import Shape
from facecoach.knowledge import anatomy
from facecoach.knowledge.strokes import STROKES

ATLAS = atlas.bundled()
RAW = (
    "cameras: {face: [0, 0, 1, 1], nowhere: [0, 0, 1, 1]}\n"
    "mouths: {neutral: {jaw: wide}}\n"
    "zones: {chin: {camera: lower, points: [[0, .5], [.7, .5]]}}\n"
)


def inside(spot: Point, area: Path) -> bool:
    """Tell whether a point lies in a closed path, by counting crossings."""
    x, y = spot
    edges = pairwise((*area, area[0]))
    return (
        sum((ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax) for (ax, ay), (bx, by) in edges) % 2 == 1
    )


def sampled(path: Path) -> list[Point]:
    """Return ten points on each of a path's segments."""
    return [
        (ax + (bx - ax) * n / 10, ay + (by - ay) * n / 10) for (ax, ay), (bx, by) in pairwise(path) for n in range(11)
    ]


def shapes() -> list[Shape]:
    """Return all lines and areas of the atlas."""
    parts = [*ATLAS.outline.__dict__.values(), *ATLAS.features.__dict__.values(), *ATLAS.zones.values()]
    return [part for part in (*parts, *ATLAS.strokes.values(), *ATLAS.keep_clear.values()) if isinstance(part, Shape)]


def test_names() -> None:
    """Zones, strokes, mouths and cameras are those a routine may name."""
    assert set(ATLAS.zones) == set(anatomy.ZONES) - {"face"}
    assert set(ATLAS.strokes) == set(get_args(anatomy.StrokeName))
    assert set(ATLAS.mouths) == set(get_args(anatomy.MouthName))
    assert set(ATLAS.cameras) == set(get_args(anatomy.CameraName))


def test_colours() -> None:
    """Every palette there is a name for is in the atlas, and stone is pure grey."""
    assert set(ATLAS.palettes) == set(get_args(atlas.PaletteName))
    assert all(len(set(colour)) == 1 for colour in ATLAS.palettes["stone"].__dict__.values())


@pytest.mark.parametrize("name", ATLAS.strokes)
def test_keep_clear(name: anatomy.StrokeName) -> None:
    """No hands-on stroke enters a keep-clear area, on either half."""
    path = motion.course(ATLAS.strokes[name])
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


def test_faults() -> None:
    """An atlas with faults names each of them with its file, line and column."""
    with pytest.raises(FaultyFile) as caught:
        atlas.read(RAW.encode(), "mine.yaml")
    places = {finding.place for finding in caught.value.findings}
    assert {"mine.yaml:1:31", "mine.yaml:2:25", "mine.yaml:3:50"} <= places


def test_one_drawing() -> None:
    """A shape that is written twice is a fault."""
    zone = b"zones: {chin: {camera: lower, mark: [0, .5], points: [[0, .5]], smooth: [[0, .5]]}}"
    with pytest.raises(FaultyFile) as caught:
        atlas.read(zone, "mine.yaml")
    assert any("one of `smooth`" in finding.message for finding in caught.value.findings)
