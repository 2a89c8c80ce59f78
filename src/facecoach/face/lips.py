"""The mouth: lips that rest, smile or pucker, or open in a ring."""

from __future__ import annotations

from facecoach.face import curves
from facecoach.face.atlas import Palette
from facecoach.face.brush import Sheet, cover
from facecoach.face.colours import mix
from facecoach.face.curves import Path
from facecoach.face.mouths import Lips, Mouth, Ring
from facecoach.face.shapes import Ellipse

_INNER = 0.86  # how far towards the corners parted lips open


def paint(sheet: Sheet, mouth: Mouth, palette: Palette) -> None:
    """Paint the mouth in its shape."""
    if mouth.lips:
        _lips(sheet, mouth.lips, palette)
    if mouth.round:
        _ring(sheet, mouth.round, palette)


def contours(lips: Lips) -> tuple[Path, Path, Path]:
    """Return the upper edge, the seam and the lower edge, each from the left corner to the right one.

    A gap sinks the lower lip.
    """
    corner, w, sag = (lips.width, lips.y - lips.smile), lips.width, lips.smile * 0.35
    upper = ((0.0, lips.y - lips.upper + lips.dip + sag), (0.20 * w, lips.y - lips.upper + sag * 0.8),
             (0.58 * w, lips.y - lips.upper * 0.72 - lips.smile * 0.15), corner)  # fmt: skip
    seam = ((0.0, lips.y + sag), (0.5 * w, lips.y + sag * 0.5 - lips.smile * 0.1), corner)
    lower = ((0.0, lips.y + lips.lower + sag), (0.38 * w, lips.y + lips.lower * 0.92 + sag * 0.8),
             (0.74 * w, lips.y + lips.lower * 0.5 - lips.smile * 0.25), corner)  # fmt: skip
    return _across(upper), _across(seam), _sunk(_across(lower), lips, 1.0)


def rims(ring: Ring) -> tuple[Path, Path]:
    """Return the outer and the inner edge of an open mouth."""
    outer = curves.ring((0.0, ring.y), ring.width + ring.rim, ring.height + ring.rim)
    inner = curves.ring((0.0, ring.y), ring.width, ring.height)
    return _lifted(outer, ring), _lifted(inner, ring)


def opening(lips: Lips) -> Path:
    """Return the area between parted lips."""
    top, bottom = (-0.7, 1.3) if lips.teeth else (-0.2, 1.1)
    return _between(lips, top, bottom)


def _lips(sheet: Sheet, lips: Lips, palette: Palette) -> None:
    upper, seam, lower = contours(lips)
    sheet.fill((*upper, *reversed(seam)), mix(palette.lips, palette.lip_line, 0.22))
    sheet.fill((*seam, *reversed(lower)), palette.lips)
    on = sheet.within(cover(sheet.window, ((*upper, *reversed(lower)),)))
    y = lips.y + lips.lower * 0.5 + lips.gap
    on.glow(Ellipse(dx=-lips.width * 0.12, y=y, rx=lips.width * 0.6, ry=lips.lower * 0.5), palette.light, 0.5)
    if lips.gap:
        sheet.fill(opening(lips), palette.eye if lips.teeth else palette.inside)
    if lips.gap and not lips.teeth:
        within = sheet.within(cover(sheet.window, (opening(lips),)))
        within.fill(_between(lips, -0.2, 0.14), mix(palette.eye, palette.inside, 0.25), 0.9)
        within.glow(Ellipse(dx=0, y=lips.y + lips.gap, rx=lips.width * 0.6, ry=lips.gap * 0.5), palette.lips, 0.7)
    if not lips.gap:
        thick = sheet.window.reach(0.0032, 0.36) / sheet.window.scale
        for side in (seam[len(seam) // 2 :], curves.mirror(seam[len(seam) // 2 :])):
            sheet.fill(curves.ribbon(side, thick, thick * 0.3), palette.lip_line, 0.9)


def _ring(sheet: Sheet, ring: Ring, palette: Palette) -> None:
    outer, inner = rims(ring)
    sheet.fill(outer, mix(palette.lips, palette.lip_line, 0.1))
    on = sheet.within(cover(sheet.window, (outer,)))
    below = ring.y + ring.height + ring.rim * 0.45
    on.glow(Ellipse(dx=-ring.width * 0.2, y=below, rx=ring.width + ring.rim, ry=ring.rim), palette.light, 0.5)
    sheet.fill(inner, palette.inside)
    if ring.width > 0.04:
        mouth = sheet.within(cover(sheet.window, (inner,)))
        mouth.glow(Ellipse(dx=0, y=ring.y + ring.height, rx=ring.width, ry=ring.height * 0.8), palette.lips, 0.8)


def _between(lips: Lips, top: float, bottom: float) -> Path:
    seam = tuple((x * _INNER, y) for x, y in contours(lips)[1])
    return (*_sunk(seam, lips, top), *reversed(_sunk(seam, lips, bottom)))


def _sunk(path: Path, lips: Lips, share: float) -> Path:
    return tuple((x, y + share * lips.gap * max(0.0, 1 - (x / lips.width / _INNER) ** 2)) for x, y in path)


def _across(right: Path) -> Path:
    """Return a smooth line from corner to corner, given its right half from the middle out."""
    return curves.spline(curves.through(right))


def _lifted(path: Path, ring: Ring) -> Path:
    wide = ring.width + ring.rim
    return tuple((x, y - ring.smile * ((x / wide) ** 2 - 0.3)) for x, y in path)
