"""A picture in other light: grey while a session is paused, brighter as a paced breath comes in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facecoach.face.cells import Cell, Colour, Frame
    from facecoach.face.pixels import Shown

SWELL = 6  # steps of a breath's glow
BRIGHTER = 0.2  # how much of white is in the brightest
NIGHT = (28, 30, 34, 0.62)  # what lies over a picture in pixels that is paused


def paused(shown: Shown) -> Shown:
    """Return a picture in greys at half light."""
    return greyed(shown) if isinstance(shown, tuple) else shown.veiled(NIGHT)


def breathed(shown: Shown, full: float) -> Shown:
    """Return a picture at a breath that is so full (0 to 1), from as it is to brighter."""
    level = round(full * SWELL)
    if isinstance(shown, tuple):
        return glowing(shown, level)
    return shown.veiled((255, 255, 255, BRIGHTER * level / SWELL)) if level else shown


@lru_cache(maxsize=4)
def greyed(frame: Frame) -> Frame:
    """Return a picture of cells in greys at half light."""
    return tuple(tuple(_grey(cell) for cell in row) for row in frame)


@lru_cache(maxsize=SWELL + 2)
def glowing(frame: Frame, level: int) -> Frame:
    """Return a picture of cells at a level of a breath, from 0 (out, as it is) to `SWELL` (in)."""
    share = BRIGHTER * level / SWELL
    return tuple(tuple((char, _lit(front, share), _lit(back, share)) for char, front, back in row) for row in frame)


def _lit(colour: Colour, share: float) -> Colour:
    if not isinstance(colour, tuple):
        return colour
    red, green, blue = (round(part + (255 - part) * share) for part in colour)
    return red, green, blue


@lru_cache(maxsize=4096)
def _grey(cell: Cell) -> Cell:
    char, front, back = cell
    return char, _dim(front), _dim(back)


def _dim(colour: Colour) -> Colour:
    if isinstance(colour, tuple):
        level = round(0.5 * (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]))
        return (level, level, level)
    return 236 if colour is not None else None
