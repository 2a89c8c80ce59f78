"""A sheet of a routine: its name above, its tiles, its caution below, drawn on a canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from facecoach.face.atlas import bundled_atlas
from facecoach.face.colours import mix
from facecoach.face.painter import paint
from facecoach.face.scene import Scene
from facecoach.routine.model import Routine
from facecoach.screen.paper import typeface
from facecoach.screen.paper.canvas import Canvas, Size
from facecoach.screen.paper.tiles import GAP, GUTTER, INSET, Grid, Tile, indent, paragraphs, tall, titles
from facecoach.screen.paper.typeface import Colour
from facecoach.screen.spans import tint
from facecoach.settings import PaletteName
from facecoach.words import clock, spoken

PAPER = (252, 249, 244)
_MARGIN = 100
_INK, _SOFT, _RULE = (38, 42, 52), (112, 114, 122), (222, 215, 204)
_CARE = "Stop when it hurts or feels wrong. This is no medical advice."


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet is of: a routine, how a shell starts it, the face's colours, and how large the paper is in dots."""

    routine: Routine
    command: str
    palette: PaletteName
    size: Size


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of some pages, and which of how many it is."""

    subject: Subject
    number: int = 1
    of: int = 1

    @property
    def _width(self) -> int:
        return self.subject.size[0] - 2 * _MARGIN

    @property
    def room(self) -> tuple[float, float]:
        """How wide and high the place is that is left for tiles."""
        return self._width, self._bottom - self._top

    def draw(self, canvas: Canvas, tiles: Sequence[Tile], grid: Grid) -> None:
        """Draw all of it."""
        self._head(canvas)
        self._foot(canvas)
        for index, tile in enumerate(tiles):
            row, column = divmod(index, grid.columns)
            corner = _MARGIN + column * (grid.width + GUTTER), self._top + row * grid.height
            _tile(canvas, tile, grid, self.subject.palette, corner)

    @property
    def _top(self) -> float:
        return self._name_line + 52 * len(self._about) + 50 + GAP

    @property
    def _bottom(self) -> float:
        return self.subject.size[1] - _MARGIN - 38 * len(self._caution) - 38

    @property
    def _about(self) -> list[str]:
        about = self.subject.routine.about
        return typeface.balanced(about, 34, self._width) if about and self.number == 1 else []

    @property
    def _caution(self) -> list[str]:
        shunned = ", ".join(map(spoken, self.subject.routine.avoid_if))
        return typeface.balanced(f"Not with {shunned}. {_CARE}" if shunned else _CARE, 26, self._width)

    @property
    def _name_size(self) -> int:
        whole = f"{self.subject.routine.name}   {clock(self.subject.routine.seconds)}"
        sizes = range(96, 40, -4)
        return next((size for size in sizes if typeface.width(whole, size) <= self._width), 40)

    @property
    def _name_line(self) -> float:
        return _MARGIN + self._name_size * 0.75

    def _head(self, canvas: Canvas) -> None:
        """Write the name, the total and what it is about."""
        total, size, y = clock(self.subject.routine.seconds), self._name_size, self._name_line
        canvas.write((_MARGIN, y), self.subject.routine.name, size, _INK, weight=2)
        canvas.write((_MARGIN + self._width - typeface.width(total, size), y), total, size, _SOFT)
        for number, line in enumerate(self._about, 1):
            canvas.write((_MARGIN, y + 52 * number + 8), line, 34, _SOFT)
        self._rule(canvas, self._top - GAP)

    def _foot(self, canvas: Canvas) -> None:
        """Write the note of caution, the command, and which sheet it is."""
        self._rule(canvas, self._bottom)
        for index, line in enumerate(self._caution):
            canvas.write((_MARGIN, self._bottom + 50 + 38 * index), line, 26, _SOFT)
        faint, y = mix(_SOFT, PAPER, 0.4), self.subject.size[1] - _MARGIN + 20
        command = f"facecoach run {self.subject.command}"
        canvas.write((_MARGIN + self._width - typeface.width(command, 26), y), command, 26, faint)
        if self.of > 1:
            canvas.write((_MARGIN, y), f"{self.number} of {self.of}", 26, faint)

    def _rule(self, canvas: Canvas, y: float) -> None:
        canvas.rule((_MARGIN, y), (_MARGIN + self._width, y), _RULE)


def _tile(canvas: Canvas, tile: Tile, grid: Grid, palette: PaletteName, corner: tuple[float, float]) -> None:
    """Draw a face and write beside it."""
    (x, y), colour = corner, tint(tile.zone)
    top = y + (grid.height - GAP - grid.side) / 2
    side = round(grid.side * canvas.grain)
    canvas.picture((x, top), grid.side, _portrait(tile.scene, (colour, canvas.ground), side, palette))
    _badge(canvas, str(tile.number), colour, (x, top), grid.side)
    dark, left = mix(colour, _INK, 0.35), x + grid.side + INSET
    y += max(0.0, (grid.height - GAP - tall(tile, grid)) / 2) + grid.title
    names = titles(tile, grid)
    for line in names:
        canvas.write((left, y), line, grid.title, _INK, weight=1)
        y += grid.title * 1.2
    start = x + grid.width - typeface.width(tile.seconds, grid.title) if names[-1] else left
    canvas.write((start, y - grid.title * 1.2), tile.seconds, grid.title, dark, weight=1)
    y += grid.body * 0.2
    for lead, lines in paragraphs(tile, grid):
        canvas.write((left, y), lead, grid.body, dark)
        for line in lines:
            canvas.write((left + indent(tile, grid), y), line, grid.body, _INK)
            y += grid.body * 1.32


@lru_cache(maxsize=16)
def _portrait(scene: Scene, colours: tuple[Colour, Colour], side: int, palette: PaletteName) -> Image.Image:
    """Return a face on its card, whose corners are round, in the colours of its zone and of what is around it."""
    card = Image.new("RGB", (side, side), mix(PAPER, colours[0], 0.16))
    drawn = paint(scene, None, side, side, palette, bundled_atlas())
    card.paste(drawn, (0, 0), drawn)
    mask = Image.new("L", (side * 2, side * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, side * 2 - 1, side * 2 - 1), side * 0.16, fill=255)
    whole = Image.new("RGB", (side, side), colours[1])
    whole.paste(card, (0, 0), mask.reduce(2))
    return whole


def _badge(canvas: Canvas, number: str, colour: Colour, corner: tuple[float, float], side: int) -> None:
    size = min(max(side // 5, 46), 66)
    left, top, height = round(corner[0] - size / 4), round(corner[1] - size / 5), round(size * 0.54)
    canvas.disc((left, top), size, mix(colour, _INK, 0.2))
    start = left + (size - typeface.width(number, height)) / 2
    canvas.write((start, top + size / 2 + height * 0.36), number, height, PAPER, weight=1)
