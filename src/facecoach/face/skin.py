"""The bust: body, ears, head and tied-back hair, round under a light from the upper left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageOps

from facecoach.face import curves
from facecoach.face.atlas import Atlas, Palette
from facecoach.face.brush import Sheet, cover
from facecoach.face.colours import mix
from facecoach.face.curves import Path
from facecoach.face.expression import moved, puffed
from facecoach.face.mouths import Mouth
from facecoach.face.shapes import Ellipse, Form
from facecoach.face.window import Window

_SOFT = 96  # pixels across are enough for soft light and shade
_MIDDLE = 120
_FOLD = ((9, 27, 0.35), (12, 24, 0.45), (14, 21, 0.5))  # pieces of the line under a full cheek, darkest in its middle


def body(sheet: Sheet, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    """Paint shoulders and neck, with the shadow of the chin."""
    outline = atlas.outline
    mask = cover(sheet.window, outline.body.outlines)
    sheet.image.paste(_shaded(sheet.window, atlas.body_forms, palette), (0, 0), mask)
    for path in outline.neck_shadow.outlines:
        sheet.within(mask).fill(moved(path, mouth), mix(palette.skin, palette.shade, 0.9), 0.75)
    for path in atlas.features.collarbones.outlines:
        sheet.within(mask).fill(path, mix(palette.skin, palette.shade, 0.5), 0.5)
    if sheet.window.detail > 80:
        for path in atlas.features.neck_cords.outlines:
            sheet.within(mask).fill(path, palette.shade, 0.2)


def head(sheet: Sheet, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    """Paint hair, ears and head, with what the mouth does to cheeks and jaw."""
    hair = curves.whole((*atlas.outline.hair.path, *reversed(atlas.outline.hairline.path)))
    crown = curves.whole((*atlas.outline.hair.path, (0.0, 0.390)))
    _hair(sheet, crown, palette)
    _ears(sheet, atlas, palette)
    outline = moved(atlas.outline.head.outlines[0], mouth)
    mask = cover(sheet.window, (outline,))
    forms = (*atlas.head_forms, *(atlas.cheeks[name] for name in mouth.cheeks))
    sheet.image.paste(_shaded(sheet.window, forms, palette), (0, 0), mask)
    _blush(sheet.within(mask), atlas.blush, palette)
    _hair(sheet, hair, palette)
    _band(sheet, atlas, palette)


def bulges(sheet: Sheet, atlas: Atlas, palette: Palette, mouth: Mouth) -> None:
    """Paint the light on cheeks full of air, and the fold beneath them, over whatever is lit there."""
    if not puffed(mouth):
        return
    on = sheet.within(cover(sheet.window, (moved(atlas.outline.head.outlines[0], mouth),)))
    for form in [spot for name in mouth.cheeks for spot in _both(atlas.cheeks[name])]:
        out = -1 if form.dx < 0 else 1
        fold = curves.ring((form.dx, form.y), out * form.rx * 0.78, form.ry * 0.78)
        for start, end, strength in _FOLD:
            on.line(fold[start:end], sheet.window.reach(0.0042, 0.40), palette.shade, strength)
        on.glow(replace(form, rx=form.rx * 0.8, ry=form.ry * 0.8), palette.light, 0.6)
        gleam = Ellipse(dx=form.dx - form.rx * 0.14, y=form.y - form.ry * 0.2, rx=form.rx * 0.5, ry=form.ry * 0.42)
        on.glow(gleam, (255, 255, 255), 0.7)


def _shaded(window: Window, forms: Sequence[Form], palette: Palette) -> Image.Image:
    """Return the window filled with skin, in light and shade as the forms say."""
    rough = window.rougher(_SOFT)
    tone = Sheet(Image.new("L", (rough.width, rough.height), _MIDDLE), rough)
    for form in forms:
        for spot in _both(form):
            tone.glow(spot, 255 if form.tone == "light" else 0, form.strength)
    lit = ImageOps.colorize(tone.image, black=palette.shade, mid=palette.skin, white=palette.light)
    return lit.resize((window.width, window.height), Image.Resampling.BICUBIC).convert("RGBA")


def _both(form: Form) -> tuple[Form, ...]:
    """Return a form in its one place, or on both halves."""
    return (form, form.flipped) if form.pair else (form,)


def _blush(sheet: Sheet, blush: Form, palette: Palette) -> None:
    for spot in _both(blush):
        sheet.glow(spot, palette.blush, blush.strength)


def _ears(sheet: Sheet, atlas: Atlas, palette: Palette) -> None:
    right = atlas.outline.ears.ellipses[0]
    for ear, depth in ((right, 0.45), (right.flipped, 0.22)):
        sheet.fill(ear.path, mix(palette.skin, palette.shade, depth))
        inner = Ellipse(dx=ear.dx, y=ear.y, rx=ear.rx * 0.62, ry=ear.ry * 0.72)
        sheet.fill(inner.path, palette.shade, 0.45)


def _hair(sheet: Sheet, outline: Path, palette: Palette) -> None:
    mask = cover(sheet.window, (outline,))
    on = sheet.within(mask)
    on.fill(outline, palette.hair)
    light, shade = mix(palette.hair, palette.light, 0.42), mix(palette.hair, (0, 0, 0), 0.35)
    on.glow(Ellipse(dx=-0.09, y=0.11, rx=0.17, ry=0.10), light, 0.85)
    on.glow(Ellipse(dx=0.26, y=0.24, rx=0.16, ry=0.22), shade, 0.8)
    on.glow(Ellipse(dx=-0.27, y=0.36, rx=0.08, ry=0.16), shade, 0.6)


def _band(sheet: Sheet, atlas: Atlas, palette: Palette) -> None:
    half, line = atlas.outline.headband / 2, atlas.outline.hairline.path
    right = curves.ribbon(((-0.004, line[0][1]), *line), half, half * 0.55)
    paths = (right, curves.mirror(right))
    on = sheet.within(cover(sheet.window, paths))
    for path in paths:
        on.fill(path, palette.band)
    on.glow(Ellipse(dx=-0.08, y=0.18, rx=0.13, ry=0.07), mix(palette.band, (255, 255, 255), 0.6), 0.9)
    on.glow(Ellipse(dx=0.24, y=0.29, rx=0.15, ry=0.22), mix(palette.band, palette.shade, 0.65), 0.9)
    on.glow(Ellipse(dx=-0.25, y=0.36, rx=0.07, ry=0.15), mix(palette.band, palette.shade, 0.5), 0.7)
