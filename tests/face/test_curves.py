"""Paths are smooth, run through their points, and can be walked."""

from __future__ import annotations

from math import dist, isclose

from hypothesis import given
from hypothesis import strategies as st

from facecoach.face import curves

COORDINATE = st.floats(-0.5, 0.5).map(lambda value: round(value, 3))
PATHS = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=8, unique=True).map(tuple)


@given(PATHS)
def test_spline(points: curves.Path) -> None:
    """A spline runs through every point it was given."""
    path = curves.spline(points)
    assert all(any(dist(point, spot) < 1e-9 for spot in path) for point in points)


@given(PATHS)
def test_mirror(path: curves.Path) -> None:
    """The reflection of a reflection is the path itself."""
    assert curves.mirror(curves.mirror(path)) == path


@given(PATHS, st.floats(0, 1))
def test_part(path: curves.Path, share: float) -> None:
    """A part begins and ends where walking there leads."""
    piece = curves.part(path, share / 2, share)
    assert dist(piece[0], curves.along(path, share / 2)) < 1e-9
    assert dist(piece[-1], curves.along(path, share)) < 1e-9


def test_along() -> None:
    """Half way along is half of the length, whatever the number of points."""
    assert curves.along(((0.0, 0.0), (0.1, 0.0), (0.4, 0.0)), 0.5) == (0.2, 0.0)


def test_ring() -> None:
    """A ring begins at its top and runs clockwise on screen."""
    path = curves.ring((0.0, 0.5), 0.1, 0.1)
    assert isclose(path[0][1], 0.4)
    assert path[1][0] > 0


def test_ribbon() -> None:
    """A ribbon is as wide as it was asked to be."""
    assert curves.ribbon(((0.0, 0.5), (0.2, 0.5)), 0.01)[0] == (0.0, 0.51)


def test_arrowhead() -> None:
    """An arrow head points where the path goes."""
    tip, *feet = curves.arrowhead(((0.0, 0.5), (0.2, 0.5)), 0.05)
    assert all(tip[0] > foot[0] for foot in feet)
