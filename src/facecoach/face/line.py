"""Line art for terminals without colour: one dot a pixel, zones as a tone of dots, strokes as bold marks."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image, ImageChops, ImageDraw

from facecoach.face import clearance, curves, dots, glaze, lips, motion
from facecoach.face.atlas import Atlas, Mouth
from facecoach.face.brush import cover
from facecoach.face.curves import Path
from facecoach.face.expression import moved
from facecoach.face.patterns import Mark
from facecoach.face.scene import Scene
from facecoach.face.window import Window, frame


def base(scene: Scene, width: int, height: int, atlas: Atlas) -> tuple[Image.Image, Window]:
    """Draw all that stands still in a scene, in dots; returns the drawing and the window it shows."""
    window = frame(atlas.cameras[scene.camera], width, height)
    mouth = atlas.mouths[scene.mouth]
    tones = _tones(scene, atlas, mouth, window)
    lines = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(lines)
    for path in (*_outline(scene, atlas, mouth), *_eyes(scene, atlas), *_face(scene, atlas, mouth), *_mouth(mouth)):
        pen.point(dots.trace(window.pixels(path)), fill=dots.INK)
    for path in clearance.near(scene, atlas):
        dots.dash(pen, window.pixels(path))
    return ImageChops.lighter(dots.hollowed(tones, lines), lines), window


def zone_map(scene: Scene, width: int, height: int, atlas: Atlas) -> Image.Image:
    """Draw the edges of a scene's zones over the face, folded."""
    drawing, window = base(replace(scene, zones=()), width, height, atlas)
    pen = ImageDraw.Draw(drawing)
    for name in scene.zones:
        for path in atlas.zones[name].outlines:
            dots.dash(pen, window.pixels((*path, path[0])))
    return drawing


def stroke(drawing: Image.Image, window: Window, scene: Scene, moment: float | None, atlas: Atlas) -> Image.Image:
    """Return a drawing with its strokes at a moment (0 to 1 of the cycle, None when still), each on a cleared strip."""
    image, mouth = drawing.copy(), atlas.mouths[scene.mouth]
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
        _mark(pen, window.pixels(moved(mark.path, mouth)), mark, scene.pressure)
    return image


def _outline(scene: Scene, atlas: Atlas, mouth: Mouth) -> list[Path]:
    out = atlas.outline
    head = moved(curves.mirror(out.head.path), mouth)
    jaw = tuple(point for point in head if point[1] > 0.36)
    body = tuple(point for point in out.body.path if 0.665 < point[1] < 0.999)
    ear = tuple(point for point in out.ears.path if point[0] > 0.216 or point[1] > 0.455)
    lines = [jaw, body, out.hair.path, out.hairline.path, ear]
    if "scalp" not in scene.zones:
        lines.append(_band_edge(atlas))
    return [path for line in lines for path in (line, curves.mirror(line))]


def _band_edge(atlas: Atlas) -> Path:
    """Return the headband's upper edge, as far as it can be told from the hair's."""
    line, width = atlas.outline.hairline.path, atlas.outline.headband
    edge = curves.ribbon(line, -width, -width * 0.5)[: len(line)]
    return tuple(point for point in edge if point[1] < 0.30)


def _eyes(scene: Scene, atlas: Atlas) -> list[Path]:
    marks, lift = atlas.features, 0.02 if scene.brows == "raised" else 0.0
    brow = tuple((x, y - lift) for x, y in marks.brows.path)
    lines = [brow, tuple((x, y - 0.009) for x, y in brow[3:-4])]
    if scene.eyes == "closed":
        lines += [marks.closed_lids.path]
    else:
        iris = marks.irises.ellipses[0]
        lines += [marks.lid.path, marks.lower_lid.path]
        lines += [curves.ring((iris.dx, iris.y), iris.rx * share, iris.ry * share) for share in (0.8, 0.45, 0.2)]
    return [path for line in lines for path in (line, curves.mirror(line))]


def _face(scene: Scene, atlas: Atlas, mouth: Mouth) -> list[Path]:
    marks = atlas.features
    lines = [marks.nose_wing.path, marks.nose_base.path]
    if scene.camera in ("full", "neck"):
        lines.append(marks.collarbones.path)
    if "apple" in mouth.cheeks:
        lines.append(marks.smile_lines.path)
    if "hollow" in mouth.cheeks:
        lines.append(curves.spline(((0.126, 0.500), (0.108, 0.535), (0.104, 0.570), (0.112, 0.600))))
    if mouth.cheek > 0.03:
        lines.append(curves.ring((0.13, mouth.cheek_y), 0.040, 0.040)[2:12])
    return [path for line in lines for path in (line, curves.mirror(line))]


def _mouth(mouth: Mouth) -> list[Path]:
    paths: list[Path] = []
    if mouth.lips:
        upper, seam, lower = lips.contours(mouth.lips)
        gap = lips.opening(mouth.lips)
        paths += [upper, lower, (*gap, gap[0]) if mouth.lips.gap else seam]
    if mouth.round:
        paths += lips.rims(mouth.round)
    return paths


def _tones(scene: Scene, atlas: Atlas, mouth: Mouth, window: Window) -> Image.Image:
    """Return the scene's zones: an even tone of dots, slanting lines for what lies inside the mouth."""
    tones = Image.new("L", (window.width, window.height), 0)
    for name in scene.zones:
        if name in atlas.zones:
            region = atlas.zones[name]
            areas = tuple(moved(path, mouth) for path in region.outlines)
            mask = glaze.half(cover(window, areas, region.holes), window, scene.side)
            pattern = dots.SLANTS if region.deep else dots.SCREEN
            tones = ImageChops.lighter(tones, ImageChops.multiply(mask, dots.tiled(pattern, window)))
    return tones


def _mark(pen: ImageDraw.ImageDraw, spots: dots.Spots, mark: Mark, pressure: int) -> None:
    if mark.light < 0.3:
        return
    if len(spots) > 1:
        dots.band(pen, spots[len(spots) // 3 :], 2)
    dots.dot(pen, spots[-1], (1.4 + 0.5 * pressure) * mark.size)
