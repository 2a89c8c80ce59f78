"""No frame tints or strokes a place that hands keep clear of: throat, arteries, eyeballs."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import dist

import pytest
from PIL import Image, ImageChops, ImageFilter

from facecoach.face import hands, line, motion, trails
from facecoach.face.atlas import bundled_atlas
from facecoach.face.brush import Sheet, cover
from facecoach.face.painter import base, lay_tracks, stroke
from facecoach.face.patterns import PATTERNS
from facecoach.face.posture import Grasp, HandName, Posture
from facecoach.face.regions import view
from facecoach.face.scene import Scene
from facecoach.face.turns import course
from facecoach.face.window import frame
from facecoach.folders import bundled as shelf
from facecoach.knowledge.anatomy import PRESSURES, ZONES, StrokeName, ZoneName
from facecoach.knowledge.strokes import STROKES
from facecoach.routine.library import Library
from facecoach.session.laying import laid_out
from moves import scenes
from probes import OTHERS, inside, twin

ATLAS = bundled_atlas()
TWIN = twin(ATLAS)
AREAS = [path for clear in ATLAS.keep_clear.values() for path in clear.outlines]
HANDS_ON = [name for name in ATLAS.strokes if STROKES[name].hands]
LIBRARY = Library(shelf(), shelf())
FINE = 8


def closed(scene: Scene, posture: Posture, size: int) -> Image.Image:
    """Return the mask of the pixels that lie wholly within a keep-clear area."""
    window = frame(ATLAS.cameras[scene.camera], size, size, FINE, posture)
    return cover(window, AREAS).reduce(FINE).point([255 * (level == 255) for level in range(256)])


@lru_cache(maxsize=32)
def standing(scene: Scene, size: int, posture: Posture, other: bool) -> Sheet:
    """Return what stands still in a scene, in one of two sets of colours."""
    return base(scene, size, size, "mannequin", TWIN if other else ATLAS, posture, OTHERS if other else {})


def worst(scene: Scene, moments: tuple[float | None, ...], size: int) -> int:
    """Return how far a pixel of a keep-clear area is coloured at most, by what is lit or stroked."""
    found = {0}
    for moment in moments:
        posture, pictures = motion.posture(scene, ATLAS, moment), []
        for other in (False, True):
            still, atlas = standing(replace(scene, pressure=1), size, posture, other), TWIN if other else ATLAS
            sheet = Sheet(still.image.copy(), still.window, still.clip)
            lay_tracks(sheet, scene, atlas, bold=moment is None)
            pictures.append(stroke(sheet, scene, moment, atlas).convert("RGB"))
        differs, mask = ImageChops.difference(*pictures), closed(scene, posture, size)
        found |= {*ImageChops.multiply(differs, Image.merge("RGB", (mask, mask, mask))).tobytes()}
    return max(found)


@pytest.mark.parametrize("size", [40, 160])
@pytest.mark.parametrize("name", ATLAS.zones)
def test_zones(name: ZoneName, size: int) -> None:
    """No zone colours a keep-clear area, however large the picture."""
    assert worst(Scene(camera=ATLAS.zones[name].camera, zones=(name,)), (None,), size) == 0


@pytest.mark.parametrize("name", HANDS_ON)
def test_strokes(name: StrokeName) -> None:
    """No hands-on stroke at any pressure colours a keep-clear area, at any moment."""
    zone = STROKES[name].zones[-1]
    for pressure in range(1, len(PRESSURES) + 1):
        scene = Scene(camera=view(zone, (name,), ATLAS), zones=(zone,), strokes=(name,), pressure=pressure)
        assert worst(scene, (None, 0.2, 0.45, 0.7), 40) == 0


@pytest.mark.parametrize("name", [entry.slug for entry in LIBRARY.entries()])
def test_moves(name: str) -> None:
    """No move of a bundled routine colours a keep-clear area."""
    legs = laid_out(LIBRARY.load(name).routine).legs
    found = {scene for leg in legs for scene in scenes(leg) if not scene.resting}
    assert not [scene for scene in found if worst(scene, (0.3, 0.6), 48)]


@pytest.mark.parametrize("name", HANDS_ON)
def test_room(name: StrokeName) -> None:
    """A stroke keeps so far away that at the heaviest pressure its zones allow nothing of it needs cutting off."""
    cap = max(PRESSURES.index(ZONES[zone].cap) for zone in STROKES[name].zones)
    route = ATLAS.strokes[name]
    for step in range(48):
        for mark in PATTERNS[route.pattern](course(route), step / 48):
            thick = max(trails.REACH[cap] * trails.HEAD * mark.size + 0.005, mark.ring + 0.005 if mark.ring else 0.0)
            assert all(dist(mark.path[-1], edge) > thick for area in AREAS for edge in area)


@pytest.mark.parametrize("name", ATLAS.hands)
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_hands(name: HandName, share: float) -> None:
    """No drawn finger lies on a keep-clear area."""
    posture = Posture(grasps=(Grasp(name, "both", share),))
    spots = [spot for limb in hands.before(posture, ATLAS) for spot in limb.outline()]
    assert spots
    assert not [spot for spot in spots if any(inside(spot, area) for area in AREAS)]


@pytest.mark.parametrize("name", HANDS_ON)
def test_dots(name: StrokeName) -> None:
    """Drawn in dots, neither a zone nor a stroke leaves one in a keep-clear area."""
    zone = STROKES[name].zones[-1]
    scene = Scene(camera=view(zone, (name,), ATLAS), zones=(zone,), strokes=(name,), pressure=4)
    for moment in (None, 0.25, 0.5, 0.75):
        posture = motion.posture(scene, ATLAS, moment)
        full = line.stroke(line.base(scene, 96, 96, ATLAS, posture), scene, moment, ATLAS)
        bare = line.base(replace(scene, zones=(), strokes=()), 96, 96, ATLAS, posture).image
        middle = closed(scene, posture, 96).filter(ImageFilter.MinFilter(5))
        assert ImageChops.multiply(ImageChops.difference(full, bare), middle).getbbox() is None
