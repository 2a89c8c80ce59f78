"""A routine as a page to hang by the mirror: a face for each step, with its title, seconds and cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PIL import Image, ImageDraw

from facecoach.errors import CoachError
from facecoach.face.atlas import bundled
from facecoach.face.colours import mix
from facecoach.face.painter import paint
from facecoach.face.pose import emblem, pose
from facecoach.face.scene import Scene
from facecoach.options import Palette
from facecoach.routine import Routine
from facecoach.screen.lettering import Colour, Typeface, typeface
from facecoach.screen.theme import tint
from facecoach.timeline import Timeline, plan
from facecoach.timing import clock

PAGE = (1654, 2339)  # A4 at 200 dots an inch
DPI = 200
_MARGIN = 100
_GUTTER, _GAP, _INSET = 56, 36, 34
_BODY = range(36, 19, -1)
_READABLE = 30  # type of 11 points: larger is no gain, a larger face is
_FEW = 8  # moves up to which each has a face of its own
_PAPER, _INK, _SOFT, _RULE = (252, 249, 244), (38, 42, 52), (112, 114, 122), (222, 215, 204)
_CARE = "Stop when it hurts or feels wrong. This is no medical advice."


@dataclass(frozen=True, slots=True)
class Tile:
    """One face with what is written beside it; each cue with its own seconds where there are several."""

    title: str
    zone: str
    seconds: str
    cues: tuple[tuple[str, str], ...]
    scene: Scene


@dataclass(frozen=True, slots=True)
class Grid:
    """How tiles lie on the page: columns, size of a tile in pixels, the side of its face and the size of its type."""

    columns: int
    width: float
    height: float
    side: int
    body: int

    @property
    def words(self) -> float:
        """The width that is left beside a face."""
        return self.width - self.side - _INSET


def poster(routine: Routine, slug: str, palette: Palette) -> Image.Image:
    """Return the page; raises CoachError for a routine that is too long for one."""
    tiles = _tiles(routine)
    caution = _caution(routine)
    words = [routine.name, routine.about or "", caution, slug]
    face = typeface(" ".join([*words, *(word for tile in tiles for word in _words(tile))]))
    image = Image.new("RGB", PAGE, _PAPER)
    pen = ImageDraw.Draw(image)
    top = _head(pen, routine, face)
    bottom = _foot(pen, caution, f"facecoach run {slug}", face)
    grid = _grid(tiles, PAGE[0] - 2 * _MARGIN, bottom - top, face)
    for index, tile in enumerate(tiles):
        row, column = divmod(index, grid.columns)
        corner = (_MARGIN + column * (grid.width + _GUTTER), top + row * grid.height)
        _place(image, tile, index + 1, corner, grid, face, palette)
    return image
