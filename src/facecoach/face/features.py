"""Brows, eyes and nose, drawn in fewer and bolder marks where pixels are few."""

from __future__ import annotations

from facecoach.face import curves
from facecoach.face.atlas import Atlas, Palette
from facecoach.face.brush import Sheet, cover
from facecoach.face.colours import mix
from facecoach.face.curves import Path
from facecoach.face.expression import browed, moved, squinted
from facecoach.face.mouths import Mouth
from facecoach.face.scene import Scene
from facecoach.face.shapes import Ellipse

_SIMPLE = 95  # shown pixels per canvas unit below which creases are left out and the open eye is enlarged
_FAR = 52  # below which lids and brows are only hinted at
_EYE = (0.100, 0.387)


def paint(sheet: Sheet, scene: Scene, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    """Paint all features but the mouth."""
    _nose(sheet, atlas, palette, mouth)
    _creases(sheet, scene, atlas, palette, mouth)
    _brows(sheet, scene, atlas, palette, mouth)
    if scene.eyes == "open":
        _open(sheet, atlas, palette, mouth)
    else:
        _closed(sheet, atlas, palette)


def _brows(sheet: Sheet, scene: Scene, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    shape = atlas.features.brows
    path = browed(shape.path, mouth, raised=scene.brows == "raised")
    far = sheet.window.detail < _FAR
    half = sheet.window.reach(shape.width, 0.45 if far else 0.6) / sheet.window.scale
    for side in _sides(path):
        colour = mix(palette.skin, palette.brow, 0.7 if far else 0.9)
        sheet.fill(curves.ribbon(side, half, half * 0.45), colour)
        for end, share in ((side[:1], 1.0), (side[-1:], 0.45)):
            sheet.line(end, half * share * sheet.window.scale, colour)


def _open(sheet: Sheet, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    simple, far = sheet.window.detail < _SIMPLE, sheet.window.detail < _FAR
    lids = (atlas.features.lid, atlas.features.lower_lid)
    upper, lower = (squinted(_grown(shape.path, simple), mouth) for shape in lids)
    iris = atlas.features.irises.ellipses[0]
    for flip in (False, True):
        lid, under = (_flip(upper, flip), _flip(lower, flip))
        opening = (*lid, *under)
        inside = sheet.within(cover(sheet.window, (opening,)))
        inside.fill(opening, mix(palette.eye, palette.shade, 0.10))
        _iris(inside, iris, flip, palette)
        if not far:
            inside.line(lid, sheet.window.reach(0.007, 0.3), palette.line, 0.35)
            sheet.line(under, sheet.window.reach(0.0022, 0.3), palette.shade, 0.55)
        wide = sheet.window.reach(0.0042, 0.30 if far else 0.42)
        sheet.line(lid, wide, palette.line, 0.7 if far else 0.92)
        if not simple:
            crease = _flip(atlas.features.lid_crease.path, flip)
            sheet.line(crease, sheet.window.reach(0.002, 0.3), palette.shade, 0.65)


def _iris(sheet: Sheet, iris: Ellipse, flip: bool, palette: Palette) -> None:
    dx = -iris.dx if flip else iris.dx
    sheet.fill(curves.ring((dx, iris.y), iris.rx, iris.ry), palette.iris)
    gleam = curves.ring((dx, iris.y + iris.ry * 0.45), iris.rx * 0.7, iris.ry * 0.5)
    sheet.fill(gleam, mix(palette.iris, palette.eye, 0.35), 0.6)
    sheet.fill(curves.ring((dx, iris.y), iris.rx * 0.5, iris.ry * 0.5), palette.line)
    if sheet.window.detail >= _SIMPLE:
        size = iris.rx * 0.26
        sheet.fill(curves.ring((dx - iris.rx * 0.4, iris.y - iris.ry * 0.34), size, size), (255, 255, 255), 0.95)


def _closed(sheet: Sheet, atlas: Atlas, palette: Palette) -> None:
    line = atlas.features.closed_lids
    for flip in (False, True):
        side = -1 if flip else 1
        sheet.glow(Ellipse(dx=side * 0.100 - 0.006, y=0.378, rx=0.052, ry=0.026), palette.light, 0.55)
        sheet.line(_flip(line.path, flip), sheet.window.reach(line.width * 0.72, 0.48), palette.line, 0.88)
        if sheet.window.detail >= _SIMPLE:
            sheet.line(_flip(atlas.features.lid_crease.path, flip), sheet.window.reach(0.002, 0.3), palette.shade, 0.45)
            for share in (0.62, 0.78, 0.92):
                x, y = curves.along(_flip(line.path, flip), share)
                sheet.line(((x, y), (x + side * 0.006, y + 0.011)), sheet.window.reach(0.0016, 0.25), palette.line, 0.7)


def _nose(sheet: Sheet, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    marks, detail = atlas.features, sheet.window.detail
    for wrinkle in marks.nose_wrinkles if mouth.scrunch else ():
        for path in _sides(wrinkle.path):
            colour = mix(palette.shade, palette.line, 0.5)
            sheet.line(path, sheet.window.reach(wrinkle.width, 0.34), colour, 0.8 if detail >= _SIMPLE else 0.5)
    for path in marks.nostrils.outlines:
        sheet.fill(path, mix(palette.shade, palette.line, 0.55), 0.75 if detail > 50 else 0.45)
    if detail > 75:
        for path in _sides(marks.nose_wing.path):
            sheet.line(path, sheet.window.reach(marks.nose_wing.width, 0.35), palette.shade, 0.42)
        sheet.line(marks.nose_base.path, sheet.window.reach(marks.nose_base.width, 0.35), palette.shade, 0.5)


def _creases(sheet: Sheet, scene: Scene, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    marks, simple = atlas.features, sheet.window.detail < _SIMPLE
    smiling = "apple" in mouth.cheeks
    if smiling or not simple:
        for path in _sides(marks.smile_lines.path):
            reach = sheet.window.reach(marks.smile_lines.width, 0.4)
            sheet.line(moved(path, mouth), reach, palette.shade, 0.5 if smiling else 0.14)
    tuck = sheet.window.posture.tuck
    if tuck:
        reach = sheet.window.reach(marks.tuck_crease.width, 0.45)
        sheet.line(marks.tuck_crease.path, reach, palette.shade, min(1.0, 12 * tuck))
    if not simple and "chin" not in scene.zones:
        reach = sheet.window.reach(marks.chin_crease.width, 0.3)
        sheet.line(moved(marks.chin_crease.path, mouth), reach, palette.shade, 0.4)


def _grown(path: Path, simple: bool) -> Path:
    """Enlarge the open eye where pixels are few, by 8 % across and 22 % in height."""
    if not simple:
        return path
    cx, cy = _EYE
    return tuple((cx + (x - cx) * 1.08, cy + (y - cy) * 1.22) for x, y in path)


def _flip(path: Path, flip: bool) -> Path:
    return curves.mirror(path) if flip else path


def _sides(path: Path) -> tuple[Path, Path]:
    return path, curves.mirror(path)
