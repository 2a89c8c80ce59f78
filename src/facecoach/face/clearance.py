"""What hands keep clear of: the areas that a stroke or a zone lies close to."""

from __future__ import annotations

from math import dist

from facecoach.face.atlas import Atlas
from facecoach.face.curves import Path
from facecoach.face.scene import Scene
from facecoach.face.turns import places
from facecoach.knowledge.anatomy import ZoneName

_NEAR = 0.036  # how close a stroke comes before what it must avoid is shown, in canvas units


def near(scene: Scene, atlas: Atlas) -> tuple[Path, ...]:
    """Return the outlines of the keep-clear areas that hands-on strokes of the scene come close to.

    Those of the neck come all together, and also where one of their zones is lit.
    """
    spots, zones = places(scene, atlas), {*scene.zones}
    for area in atlas.keep_clear.values():
        if any(_close(spots, path) for path in area.outlines):
            zones |= {*area.zones}
    areas = [(path, zones.intersection(area.zones)) for area in atlas.keep_clear.values() for path in area.outlines]
    return tuple(path for path, together in areas if together or _close(spots, path))


def beside(zone: ZoneName, atlas: Atlas) -> dict[str, str]:
    """Return the keep-clear areas that a zone's edge comes close to: why to keep clear of each, by its name."""
    spots = tuple(spot for path in atlas.zones[zone].outlines for spot in path) if zone in atlas.zones else ()
    clear = atlas.keep_clear.items()
    return {name: area.why for name, area in clear if any(_close(spots, path) for path in area.outlines)}


def _close(spots: Path, area: Path) -> bool:
    """Whether a spot lies near the edge; those far from its box are not measured: they are nearly all."""
    xs, ys = zip(*area, strict=True)
    left, right, top, bottom = min(xs) - _NEAR, max(xs) + _NEAR, min(ys) - _NEAR, max(ys) + _NEAR
    beside = [(x, y) for x, y in spots if left < x < right and top < y < bottom]
    return any(dist(spot, edge) < _NEAR for spot in beside for edge in area)
