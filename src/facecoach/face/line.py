"""Line art for terminals without colour: one dot a pixel, zones as a tone of dots, strokes as bold marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PIL import Image, ImageChops, ImageDraw

from facecoach.face import clearance, dots, glaze, hands, motion
from facecoach.face.atlas import Atlas
from facecoach.face.brush import Sheet, cover
from facecoach.face.curves import Path
from facecoach.face.expression import moved
from facecoach.face.marks import Mark
from facecoach.face.posture import AT_REST, Posture
from facecoach.face.regions import lit
from facecoach.face.scene import Scene
from facecoach.face.sketch import mouthed, silhouette, sketched
from facecoach.face.window import Window, frame


def base(scene: Scene, width: int, height: int, atlas: Atlas, posture: Posture = AT_REST) -> Sheet:
    """Draw all that stands still in a scene, in dots; strokes hold where hands may come to, and nowhere else."""
    window = frame(atlas.cameras[scene.camera], width, height, 1, posture)
    mouth, ground = atlas.mouths[scene.mouth], glaze.ground(window, atlas)
    tones = ImageChops.multiply(_tones(scene, atlas, window), ground)
    tones.paste(0, (0, 0), cover(window, mouthed(mouth)))
    lines = Image.new("L", (width, height), 0)
    _trace(lines, window, (limb.outline() for limb in hands.behind(posture, atlas)))
    lines.paste(0, (0, 0), cover(window, silhouette(atlas, mouth)))
    _trace(lines, window, sketched(scene, atlas, mouth))
    for path in clearance.near(scene, atlas):
        dots.dash(ImageDraw.Draw(lines), window.pixels(path))
    for limb in hands.before(posture, atlas):
        for layer in (lines, tones):
            layer.paste(0, (0, 0), cover(window, (limb.outline(),)))
        _trace(lines, window, (limb.outline(),))
    return Sheet(ImageChops.lighter(dots.hollowed(tones, lines), lines), window, ground)


def zone_map(scene: Scene, width: int, height: int, atlas: Atlas) -> Image.Image:
    """Draw the edges of a scene's zones over the face, dashed."""
    sheet = base(replace(scene, zones=()), width, height, atlas)
    pen = ImageDraw.Draw(sheet.image)
    for name in scene.zones:
        for path in atlas.zones[name].outlines:
            dots.dash(pen, sheet.window.pixels((*path, path[0])))
    return sheet.image


def stroke(sheet: Sheet, scene: Scene, moment: float | None, atlas: Atlas) -> Image.Image:
    """Return a drawing with its strokes at a moment (0 to 1 of the cycle, None when still), each on a cleared strip."""
    image, window, mouth = sheet.image.copy(), sheet.window, atlas.mouths[scene.mouth]
    pen, still = ImageDraw.Draw(image), moment is None
    for run in motion.tracks(scene, atlas):
        spots = window.pixels(moved(run.path, mouth))
        if len(spots) > 1 and not run.dots:
            dots.band(pen, spots, 2 if still else 1)
        for spot in window.pixels(moved(run.dots, mouth)):
            dots.dot(pen, spot, 1.0)
        if run.arrow and len(spots) > 1:
            dots.arrow(pen, spots)
    marks = motion.still(scene, atlas) if moment is None else motion.marks(scene, atlas, moment)
    for mark in marks:
        _mark(pen, window, replace(mark, path=moved(mark.path, mouth)), scene.pressure)
    return Image.composite(image, sheet.image, sheet.clip) if sheet.clip else image


def _trace(lines: Image.Image, window: Window, paths: Iterable[Path]) -> None:
    pen = ImageDraw.Draw(lines)
    for path in paths:
        pen.point(dots.trace(window.pixels(path)), fill=dots.INK)


def _tones(scene: Scene, atlas: Atlas, window: Window) -> Image.Image:
    """Return what is lit: an even tone of dots, slanting lines for what lies inside the mouth."""
    tones, mouth = Image.new("L", (window.width, window.height), 0), atlas.mouths[scene.mouth]
    for region in lit(scene, atlas).values():
        areas = tuple(moved(path, mouth) for path in region.outlines)
        mask = glaze.half(cover(window, areas, region.holes), window, scene.side)
        pattern = dots.SLANTS if region.deep else dots.SCREEN
        tones = ImageChops.lighter(tones, ImageChops.multiply(mask, dots.tiled(pattern, window)))
    return tones


def _mark(pen: ImageDraw.ImageDraw, window: Window, mark: Mark, pressure: int) -> None:
    if mark.light < 0.3:
        return
    spots = window.pixels(mark.path)
    if len(spots) > 1:
        dots.band(pen, spots[len(spots) // 3 :], 2)
    reach = (1.4 + 0.5 * pressure) * mark.size
    if mark.ring:
        dots.ring(pen, spots[-1], max(mark.ring * window.scale, reach + 2.4))
    dots.dot(pen, spots[-1], reach)
