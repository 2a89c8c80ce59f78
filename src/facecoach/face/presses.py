"""Patterns that press in one place, from outside or from inside the mouth, rather than run along a path."""

from __future__ import annotations

from facecoach.face.curves import Path, Point, along
from facecoach.face.marks import Mark, Marks, breath

STEPS = 5
SINK = 0.026  # radius of the ring around a press before it sinks in, in canvas units


def press(path: Path, t: float) -> Marks:
    """Sink in where the path begins, and ease off like a breath: a ring draws in to a point that grows brighter."""
    return (_sunk(path[0], breath(t)),)


def steps(path: Path, t: float) -> Marks:
    """Press one place after the other along the path."""
    step, within = divmod(min(t, 0.999) * STEPS, 1.0)
    return (_sunk(along(path, step / (STEPS - 1)), breath(within)),)


def swell(path: Path, t: float) -> Marks:
    """Press outwards from inside the mouth: a point that opens into a ring."""
    out = breath(t)
    return (Mark(path[:1], 0.8, 0.6 + 0.4 * out, SINK * (0.5 + 0.8 * out), 0.3),)


def hold(_path: Path, _t: float) -> Marks:
    """Leave no mark: the drawn hands say where, and their edges light up as they close."""
    return ()


def _sunk(spot: Point, depth: float) -> Mark:
    return Mark((spot,), 0.5 + 0.45 * depth, 0.65 + 0.35 * depth, SINK * (1.1 - 0.55 * depth), depth)
