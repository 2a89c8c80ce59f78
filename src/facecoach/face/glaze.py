"""Zones as a glaze over the skin, and the places to keep clear of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PIL import Image, ImageChops, ImageDraw

from facecoach.face import clearance
from facecoach.face.atlas import Atlas, Colour, Region
from facecoach.face.brush import Sheet, cover
from facecoach.face.colours import mix
from facecoach.face.curves import Path
from facecoach.face.expression import moved
from facecoach.face.scene import Scene, Sides
from facecoach.face.window import Window
from facecoach.knowledge.anatomy import ZoneName

Tints = Mapping[ZoneName, Colour]
UNTINTED: Tints = MappingProxyType({})


def zones(sheet: Sheet, scene: Scene, atlas: Atlas, tints: Tints) -> None:
    """Lay the scene's zones over the person: a glaze, brighter at its rim, hatched where the work is inside the mouth.

    `tints` are the colours of zones that are to have their own.
    """
    person = sheet.image.getchannel("A")
    mouth = atlas.mouths[scene.mouth]
    for name in scene.zones:
        if name in atlas.zones:
            region = atlas.zones[name]
            outlines = tuple(moved(path, mouth) for path in region.outlines)
            mask = ImageChops.multiply(_lit(sheet.window, region, outlines, scene.side), person)
            colour = tints.get(name, atlas.accents.deep if region.deep else atlas.accents.zone)
            _glaze(sheet, mask, outlines, colour, region.deep)


def half(mask: Image.Image, window: Window, side: Sides) -> Image.Image:
    """Blank the half of a mask that is not worked."""
    middle = min(max(round((0.5 - window.left) * window.scale), 0), window.width)
    if side == "left":
        mask.paste(0, (middle, 0, window.width, window.height))
    elif side == "right":
        mask.paste(0, (0, 0, middle, window.height))
    return mask


def clear(sheet: Sheet, scene: Scene, atlas: Atlas) -> None:
    """Mark what the strokes pass and must not touch: a dim ring, crossed out."""
    colour = atlas.accents.clear
    for area in clearance.near(scene, atlas):
        inside = sheet.within(_hatch(sheet.window, cover(sheet.window, (area,)), both=True))
        inside.fill(area, colour, 0.30)
        sheet.line(area, sheet.window.reach(0.0024, 0.45), colour, 0.62)


def _lit(window: Window, region: Region, outlines: tuple[Path, ...], side: Sides) -> Image.Image:
    return half(cover(window, outlines, region.holes), window, side)


def _glaze(sheet: Sheet, mask: Image.Image, outlines: tuple[Path, ...], colour: Colour, deep: bool) -> None:
    on = sheet.within(mask)
    if deep:
        sheet.stamp(mask.point([level * 26 // 100 for level in range(256)]), colour)
        sheet.stamp(_hatch(sheet.window, mask), colour)
    else:
        sheet.stamp(mask.point([level * 60 // 100 for level in range(256)]), colour)
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
