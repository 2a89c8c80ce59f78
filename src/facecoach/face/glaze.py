"""Zones as a glaze over the skin, and the places to keep clear of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PIL import Image, ImageChops, ImageDraw

from facecoach.face import clearance
from facecoach.face.atlas import Atlas, Colour
from facecoach.face.brush import Sheet, cover
from facecoach.face.colours import mix
from facecoach.face.curves import Path
from facecoach.face.expression import moved, puffed
from facecoach.face.regions import lit
from facecoach.face.scene import Scene, Sides
from facecoach.face.window import Window
from facecoach.knowledge.anatomy import ZoneName
from facecoach.knowledge.colours import ZONE_TINTS

Tints = Mapping[ZoneName, Colour]
_CROSSED = 110  # shown pixels per canvas unit from which hatching reads as such

UNTINTED: Tints = MappingProxyType({})


def zones(sheet: Sheet, scene: Scene, atlas: Atlas, tints: Tints) -> None:
    """Lay what is lit over the person: a glaze, brighter at its rim, hatched where the work is inside the mouth.

    `tints` are the colours of zones that are to have their own. Nothing is laid where hands keep clear.
    """
    open_to = ImageChops.multiply(sheet.image.getchannel("A"), ground(sheet.window, atlas))
    mouth = atlas.mouths[scene.mouth]
    for name, region in lit(scene, atlas).items():
        outlines = tuple(moved(path, mouth) for path in region.outlines)
        mask = ImageChops.multiply(half(cover(sheet.window, outlines, region.holes), sheet.window, scene.side), open_to)
        colour = _colour(name, scene, tints)
        _glaze(sheet, mask, outlines, colour, _strength(scene, deep=region.deep, bulging=puffed(mouth)))
        if region.deep:
            sheet.stamp(_hatch(sheet.window, mask), colour)


def _colour(name: str, scene: Scene, tints: Tints) -> Colour:
    """Return the colour of a zone; a spot within one has that of the scene's zone."""
    known = {str(zone): tints.get(zone, tint.colour) for zone, tint in ZONE_TINTS.items()}
    return next(known[one] for one in (name, *scene.zones, "face") if one in known)


def _strength(scene: Scene, *, deep: bool, bulging: bool) -> float:
    """Return how much of the skin a glaze covers: a bulge and what lies inside shine through, letting go fades it."""
    if deep:
        return 0.26
    return 0.34 if bulging else 0.36 if scene.resting else 0.72


def ground(window: Window, atlas: Atlas) -> Image.Image:
    """Return the mask of all that hands may come to: everything but the keep-clear areas."""
    areas = [path for area in atlas.keep_clear.values() for path in area.outlines]
    return ImageChops.invert(cover(window, areas))


def half(mask: Image.Image, window: Window, side: Sides) -> Image.Image:
    """Blank the half of a mask that is not worked."""
    middle = min(max(round((0.5 - window.left) * window.scale), 0), window.width)
    if side == "left":
        mask.paste(0, (middle, 0, window.width, window.height))
    elif side == "right":
        mask.paste(0, (0, 0, middle, window.height))
    return mask


def clear(sheet: Sheet, scene: Scene, atlas: Atlas) -> None:
    """Mark what hands must not touch: a dim ring, crossed out where there are pixels enough for a cross."""
    colour, crossed = atlas.accents.clear, sheet.window.detail > _CROSSED
    for area in clearance.near(scene, atlas):
        inside = cover(sheet.window, (area,))
        if crossed:
            sheet.within(_hatch(sheet.window, inside, both=True)).fill(area, colour, 0.26)
        sheet.within(inside).line(area, sheet.window.reach(0.0036, 0.75), colour, 0.68)


def _glaze(sheet: Sheet, mask: Image.Image, outlines: tuple[Path, ...], colour: Colour, strength: float) -> None:
    sheet.stamp(mask.point([round(level * strength) for level in range(256)]), colour)
    on = sheet.within(mask)
    for path in outlines:
        on.line((*path, path[0]), sheet.window.reach(0.003, 0.55), mix(colour, (255, 255, 255), 0.3), 0.6)


def _hatch(window: Window, mask: Image.Image, both: bool = False) -> Image.Image:
    """Return the part of a mask that lies under slanting lines, or under crossed ones."""
    step = max(round(window.reach(0.030, 3.0)), 4)
    lines = Image.new("L", mask.size, 0)
    pen = ImageDraw.Draw(lines)
    for start in range(-window.height, window.width + window.height, step):
        pen.line((start, window.height, start + window.height, 0), fill=255, width=max(step * 2 // 5, 1))
        if both:
            pen.line((start, 0, start + window.height, window.height), fill=255, width=max(step // 4, 1))
    return ImageChops.multiply(lines, mask)
