"""Pixels as terminal cells: half blocks in truecolor, half blocks in 256 colours, braille dots without colour.

Cells of more than two pixels in colour are in `mosaic`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from facecoach.face.modes import WAYS, Mode

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int] | int | None
Cell = tuple[str, Colour, Colour]
Row = tuple[Cell, ...]
Frame = tuple[Row, ...]

EMPTY: Cell = (" ", None, None)

SOLID = 112  # alpha from which a pixel is the person's: a whole colour or none, so that no edge darkens or glows
_LEVELS = (0, 95, 135, 175, 215, 255)  # the steps of the xterm-256 colour cube
# The places of braille dots, in order of their bits.
_PLACES = (
    (0, 0),
    (0, 1),
    (0, 2),
    (1, 0),
    (1, 1),
    (1, 2),
    (0, 3),
    (1, 3),
)


def to_cells(image: Image, mode: Mode) -> Frame:
    """Turn an image into rows of cells: RGBA for blocks, L for braille.

    Cells without a pixel of the person keep the terminal's own background.
    """
    if mode == "braille":
        return _braille(image)
    if WAYS[mode].across > 1:
        from facecoach.face.mosaic import Mosaic

        return Mosaic(image, WAYS[mode].down).frame(image)
    return _halves(image, quantised=mode == "stone256")


def _halves(image: Image, quantised: bool) -> Frame:
    width, raw = image.width, image.tobytes()
    spots = [_pixel(raw[start : start + 4], quantised) for start in range(0, len(raw), 4)]
    lines = [spots[start : start + width] for start in range(0, len(spots), width)]
    return tuple(
        tuple(_half(top, bottom) for top, bottom in zip(upper, lower, strict=True))
        for upper, lower in zip(lines[::2], lines[1::2], strict=True)
    )


@lru_cache(maxsize=2048)
def _pixel(raw: bytes, quantised: bool) -> Colour:
    red, green, blue, alpha = raw
    if alpha < SOLID:
        return None
    return nearest((red, green, blue)) if quantised else (red, green, blue)


@lru_cache(maxsize=2048)
def _half(top: Colour, bottom: Colour) -> Cell:
    if top is None:
        return EMPTY if bottom is None else ("▄", bottom, None)
    if bottom is None:
        return ("▀", top, None)
    return (" ", None, top) if top == bottom else ("▀", top, bottom)


@lru_cache(maxsize=2048)
def nearest(colour: tuple[int, int, int]) -> int:
    """Return the xterm-256 colour that looks most like `colour`: a grey of the ramp, or true in hue."""
    mean = sum(colour) // 3
    if max(colour) - min(colour) < 14:
        return 16 if mean < 4 else 231 if mean > 246 else 232 + min(max(round((mean - 8) / 10), 0), 23)
    choices = [sorted(range(6), key=lambda step: abs(_LEVELS[step] - part))[:2] for part in colour]
    steps = min(product(*choices), key=lambda steps: _apart(colour, tuple(_LEVELS[step] for step in steps)))
    return 16 + 36 * steps[0] + 6 * steps[1] + steps[2]


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return how different two colours look, hue before lightness, so that a shaded zone keeps one hue."""
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    return light**2 + 4 * ((blue - light) ** 2 + (red - light) ** 2)


def _braille(image: Image) -> Frame:
    width, raw = image.width, image.tobytes()
    rows: Sequence[int] = range(0, image.height // 4 * 4, 4)
    return tuple(tuple(_dots(raw, width, left, top) for left in range(0, width // 2 * 2, 2)) for top in rows)


def _dots(raw: bytes, width: int, left: int, top: int) -> Cell:
    pattern = sum(1 << bit for bit, (x, y) in enumerate(_PLACES) if raw[(top + y) * width + left + x] > 127)
    return (chr(0x2800 + pattern), None, None) if pattern else EMPTY
