"""What tests of the face look with: where a point lies, and where a colour reaches."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from facecoach.face.atlas import Atlas
from facecoach.face.curves import Path, Point
from facecoach.face.glaze import Tints
from facecoach.knowledge.anatomy import ZONES


def inside(spot: Point, area: Path) -> bool:
    """Tell whether a point lies in a closed path, by counting crossings."""
    x, y = spot
    edges = pairwise((*area, area[0]))
    return (
        sum((ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax) for (ax, ay), (bx, by) in edges) % 2 == 1
    )


def sampled(path: Path) -> list[Point]:
    """Return eleven points on each of a path's segments, its ends included."""
    return [
        (ax + (bx - ax) * n / 10, ay + (by - ay) * n / 10) for (ax, ay), (bx, by) in pairwise(path) for n in range(11)
    ]


OTHERS: Tints = {zone.name: (250, 30, 30) for zone in ZONES.values()}


def twin(atlas: Atlas) -> Atlas:
    """Return an atlas whose zones, strokes and their edges have other colours, to show where those reach."""
    others = dict.fromkeys(("zone", "deep", "stroke", "comet", "edge"), (250, 30, 30))
    return replace(atlas, accents=replace(atlas.accents, **others))
