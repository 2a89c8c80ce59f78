"""Paths on the canvas: splines through points, their reflections, and walking along them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from math import atan2, cos, dist, hypot, pi, sin

Point = tuple[float, float]
Path = tuple[Point, ...]


@lru_cache(maxsize=512)
def spline(points: Path, steps: int = 7) -> Path:
    """Return a smooth path through `points`: a Catmull-Rom spline with `steps` pieces between two of them."""
    ends = (points[0], *points, points[-1])
    pieces = [_blend(ends[i : i + 4], step / steps) for i in range(len(points) - 1) for step in range(steps)]
    return (*pieces, points[-1])


def _blend(knots: Path, t: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = knots
    before, here, there, after = -t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2
    return (
        (ax * before + bx * here + cx * there + dx * after) / 2,
        (ay * before + by * here + cy * there + dy * after) / 2,
    )


@lru_cache(maxsize=256)
def ring(centre: Point, rx: float, ry: float, pieces: int = 32) -> Path:
    """Return an ellipse, clockwise on screen from its top, its first point repeated at the end."""
    x, y = centre
    turns = (2 * pi * step / pieces for step in range(pieces + 1))
    return tuple((x + rx * sin(turn), y - ry * cos(turn)) for turn in turns)


def mirror(path: Path) -> Path:
    """Return the path of the other half of the face."""
    return tuple((-x, y) for x, y in path)


def whole(path: Path) -> Path:
    """Close the right half's path by its own reflection."""
    return (*path, *reversed(mirror(path)))


def through(path: Path) -> Path:
    """Return the line from the left half's end over the midline, where the path begins, to the right half's end."""
    return (*reversed(mirror(path[1:])), *path)


@lru_cache(maxsize=256)
def milestones(path: Path) -> tuple[float, ...]:
    """Return how far along the path each of its points lies."""
    return tuple(accumulate((dist(a, b) for a, b in pairwise(path)), initial=0.0))


def along(path: Path, share: float) -> Point:
    """Return the point at `share` (0 to 1) of the path's length."""
    marks = milestones(path)
    goal = min(max(share, 0.0), 1.0) * marks[-1]
    after = min(max(bisect_right(marks, goal), 1), len(path) - 1)
    stretch = marks[after] - marks[after - 1]
    t = (goal - marks[after - 1]) / stretch if stretch else 0.0
    (ax, ay), (bx, by) = path[after - 1], path[after]
    return (ax + (bx - ax) * t, ay + (by - ay) * t)


def part(path: Path, start: float, end: float, pieces: int = 10) -> Path:
    """Return the piece of the path between two shares of its length."""
    return tuple(along(path, start + (end - start) * step / pieces) for step in range(pieces + 1))


def sideways(path: Path, share: float) -> Point:
    """Return the unit vector across the path at `share` of its length."""
    (ax, ay), (bx, by) = along(path, share - 0.02), along(path, share + 0.02)
    length = hypot(bx - ax, by - ay) or 1.0
    return (-(by - ay) / length, (bx - ax) / length)


def arrowhead(path: Path, size: float) -> Path:
    """Return a triangle at the end of the path that points where the path goes."""
    (ax, ay), (bx, by) = along(path, 0.9), path[-1]
    span = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / span * size, (by - ay) / span * size
    foot = (bx - 0.7 * ux, by - 0.7 * uy)
    return (
        (bx + 0.5 * ux, by + 0.5 * uy),
        (foot[0] - 0.7 * uy, foot[1] + 0.7 * ux),
        (foot[0] + 0.7 * uy, foot[1] - 0.7 * ux),
    )


def ribbon(path: Path, start: float, end: float | None = None) -> Path:
    """Return the outline of a band along the path, its half thickness running from `start` to `end`."""
    end = start if end is None else end
    last = len(path) - 1
    return band(path, tuple(start + (end - start) * index / last for index in range(last + 1)))


def band(path: Path, reach: tuple[float, ...]) -> Path:
    """Return the outline of a band along the path with a half thickness for each of its points."""
    across = [_normal(path, index) for index in range(len(path))]
    upper = [(x + nx * w, y + ny * w) for (x, y), (nx, ny), w in zip(path, across, reach, strict=True)]
    lower = [(x - nx * w, y - ny * w) for (x, y), (nx, ny), w in zip(path, across, reach, strict=True)]
    return (*upper, *reversed(lower))


def rounded(path: Path, reach: tuple[float, ...]) -> Path:
    """Return the outline of a band that both begins and ends in a half circle."""
    outline, half = band(path, reach), len(path)
    first, last = _cap(path[1], path[0], reach[0]), _cap(path[-2], path[-1], reach[-1])
    return (*outline[:half], *last, *outline[half:], *first)


def _cap(before: Point, end: Point, reach: float) -> Path:
    turn = atan2(end[1] - before[1], end[0] - before[0])
    angles = (turn + pi / 2 - pi * step / 8 for step in range(1, 8))
    return tuple((end[0] + reach * cos(angle), end[1] + reach * sin(angle)) for angle in angles)


def _normal(path: Path, index: int) -> Point:
    (ax, ay), (bx, by) = path[max(index - 1, 0)], path[min(index + 1, len(path) - 1)]
    length = hypot(bx - ax, by - ay) or 1.0
    return (-(by - ay) / length, (bx - ax) / length)
