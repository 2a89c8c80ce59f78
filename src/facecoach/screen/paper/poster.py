"""A routine as a page to hang by the mirror: a face for each step, with its title, seconds and cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw

from facecoach.errors import CoachError
from facecoach.face.atlas import bundled_atlas
from facecoach.face.colours import mix
from facecoach.face.painter import paint
from facecoach.face.pose import emblem, pose
from facecoach.face.scene import Scene
from facecoach.files import create
from facecoach.routine.model import Routine
from facecoach.screen.paper import typeface
from facecoach.screen.paper.typeface import Colour
from facecoach.screen.spans import tint
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Leg
from facecoach.settings import PaletteName
from facecoach.words import clock

PAGE, DPI = (1654, 2339), 200  # A4
_MARGIN, _GUTTER, _GAP, _INSET = 100, 60, 30, 36
_SHARES = (0.5, 0.46, 0.42, 0.38, 0.34)  # of a tile's width that its face may take
_BODY = range(36, 19, -1)
_READABLE = 29  # pixels of type, 10 points: beyond it a larger face helps more than larger type
_FEW = 6  # moves up to which each has a face of its own
_PAPER, _INK, _SOFT, _RULE = (252, 249, 244), (38, 42, 52), (112, 114, 122), (222, 215, 204)
_CARE = "Stop when it hurts or feels wrong. This is no medical advice."


@dataclass(frozen=True, slots=True)
class Tile:
    """One face and what is written beside it; each cue with its own seconds where there are several."""

    title: str
    zone: str
    seconds: str
    cues: tuple[tuple[str, str], ...]
    scene: Scene


@dataclass(frozen=True, slots=True)
class Grid:
    """How tiles lie on the page: columns, a tile's size in pixels, the side of its face, the size of its type."""

    columns: int
    width: float
    height: float
    side: int
    body: int = 0

    @property
    def room(self) -> float:
        """The width that is left beside a face."""
        return self.width - self.side - _INSET

    @property
    def title(self) -> int:
        """The size of a title's type."""
        return round(self.body * 1.4)


def poster(routine: Routine, slug: str, palette: PaletteName) -> Image.Image:
    """Return the page; raises CoachError for a routine that is too long for one."""
    tiles = _tiles(routine)
    sheet = _Sheet(palette)
    top, bottom = sheet.head(routine), sheet.foot(routine, slug)
    grid = _grid(tiles, PAGE[0] - 2 * _MARGIN, bottom - top)
    if grid is None:
        raise CoachError(f"`{slug}` does not fit on one page", "shorten its cues, or split it in two")
    for index, tile in enumerate(tiles):
        row, column = divmod(index, grid.columns)
        sheet.tile(tile, index + 1, grid, _MARGIN + column * (grid.width + _GUTTER), top + row * grid.height)
    return sheet.image


def hung(path: Path, routine: Routine, slug: str, palette: PaletteName) -> str:
    """Write the page as a new PNG file; returns the letters that its typeface lacks.

    Raises CoachError where it exists, cannot be written or does not fit on one page.
    """
    try:
        create(path, printed(routine, slug, palette))
    except OSError as fault:
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "name a folder you can write to") from None
    return unprinted(routine)


def printed(routine: Routine, slug: str, palette: PaletteName) -> bytes:
    """Return the page as a PNG file holds it; raises CoachError for a routine that is too long for one."""
    sheet = BytesIO()
    poster(routine, slug, palette).save(sheet, "PNG", dpi=(DPI, DPI))
    return sheet.getvalue()


def unprinted(routine: Routine) -> str:
    """Return the letters of a routine that the page's typeface lacks."""
    words = [routine.name, routine.about or "", *(cue for tile in _tiles(routine) for _, cue in tile.cues)]
    return typeface.lacking("".join([*words, *(tile.title for tile in _tiles(routine))]))


def _tiles(routine: Routine) -> list[Tile]:
    line, atlas = laid_out(routine), bundled_atlas()
    if len(line.legs) <= _FEW:
        return [
            Tile(leg.title, leg.zone, _time(leg.seconds), (("", leg.act.cue),), pose(leg, leg.segments[0], 0.0, atlas))
            for leg in line.legs
        ]
    return [
        Tile(legs[0].title, step.zone, _time(step.seconds), _cues(legs), emblem(step.zone, legs, atlas))
        for step, legs in zip(routine.steps, line.steps, strict=True)
    ]


def _cues(legs: Sequence[Leg]) -> tuple[tuple[str, str], ...]:
    return tuple((_time(leg.seconds) if len(legs) > 1 else "", leg.act.cue) for leg in legs)


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 60 else clock(seconds)


def _grid(tiles: Sequence[Tile], width: float, height: float) -> Grid | None:
    """Return the arrangement with the largest type up to what is readable, and then with the largest faces."""
    ways = [(columns, share) for columns in (1, 2, 3) for share in _SHARES]
    found = [_fitted(tiles, columns, share, (width, height)) for columns, share in ways]
    fitting = [grid for grid in found if grid]
    return max(fitting, key=lambda grid: (min(grid.body, _READABLE), grid.side), default=None)


def _fitted(tiles: Sequence[Tile], columns: int, share: float, room: tuple[float, float]) -> Grid | None:
    """Return so many columns with the largest type that fits beside each face, if any does."""
    width, height = room
    across = (width - (columns - 1) * _GUTTER) / columns
    down = min(height / ceil(len(tiles) / columns), across)
    side = int(min(down - _GAP, across * share))
    for body in _BODY:
        grid = Grid(columns, across, down, side, body)
        if all(_height(tile, grid) <= down - _GAP for tile in tiles):
            return grid
    return None


def _height(tile: Tile, grid: Grid) -> float:
    titles = len(_titles(tile, grid)) * grid.title * 1.2
    return titles + sum(len(lines) for _, lines in _lines(tile, grid)) * grid.body * 1.32 + grid.body


def _titles(tile: Tile, grid: Grid) -> list[str]:
    """Return a title's lines, with room for the seconds at the end of the last."""
    lines = typeface.lines(tile.title, grid.title, grid.room)
    taken = typeface.width(lines[-1], grid.title) + grid.body + typeface.width(tile.seconds, grid.title)
    return lines if taken <= grid.room else [*lines, ""]


def _lines(tile: Tile, grid: Grid) -> Iterator[tuple[str, list[str]]]:
    indent = _indent(tile, grid)
    for lead, cue in tile.cues:
        yield lead, typeface.lines(cue, grid.body, grid.room - indent)


def _indent(tile: Tile, grid: Grid) -> float:
    return max(typeface.width(f"{lead}  ", grid.body) if lead else 0.0 for lead, _ in tile.cues)


class _Sheet:
    """The paper, and what is drawn and written on it."""

    def __init__(self, palette: PaletteName) -> None:
        self.image = Image.new("RGB", PAGE, _PAPER)
        self._palette = palette
        self._pen = ImageDraw.Draw(self.image)

    def head(self, routine: Routine) -> float:
        """Write the name, the total and what it is about; return where the tiles begin."""
        total, size, right = clock(routine.seconds), 96, PAGE[0] - _MARGIN
        while size > 40 and typeface.width(f"{routine.name}   {total}", size) > right - _MARGIN:
            size -= 4
        y = _MARGIN + size * 0.75
        self._write(_MARGIN, y, routine.name, size, weight=2)
        self._write(right - typeface.width(total, size), y, total, size, _SOFT)
        for line in typeface.lines(routine.about or "", 34, right - _MARGIN)[:2]:
            y += 52
            self._write(_MARGIN, y + 8, line, 34, _SOFT)
        self._rule(y + 50)
        return y + 50 + _GAP

    def foot(self, routine: Routine, slug: str) -> float:
        """Write the note of caution and the command; return where the tiles end."""
        shunned = ", ".join(name.replace("-", " ") for name in routine.avoid_if)
        caution = f"Not with {shunned}. {_CARE}" if shunned else _CARE
        lines = typeface.lines(caution, 26, PAGE[0] - 2 * _MARGIN)[:5]
        top = PAGE[1] - _MARGIN - 38 * len(lines) - 38
        self._rule(top)
        for index, line in enumerate(lines):
            self._write(_MARGIN, top + 50 + 38 * index, line, 26, _SOFT)
        command, faint = f"facecoach run {slug}", mix(_SOFT, _PAPER, 0.4)
        self._write(PAGE[0] - _MARGIN - typeface.width(command, 26), PAGE[1] - _MARGIN + 20, command, 26, faint)
        return top

    def tile(self, tile: Tile, number: int, grid: Grid, x: float, y: float) -> None:
        """Draw a face and write beside it, its left upper corner at (x, y)."""
        colour, top = tint(tile.zone), y + (grid.height - _GAP - grid.side) / 2
        self._portrait(tile.scene, colour, grid.side, round(x), round(top))
        self._badge(str(number), colour, x, top, grid.side)
        dark, left = mix(colour, _INK, 0.35), x + grid.side + _INSET
        y += max(0.0, (grid.height - _GAP - _height(tile, grid)) / 2) + grid.title
        titles = _titles(tile, grid)
        for line in titles:
            self._write(left, y, line, grid.title, weight=1)
            y += grid.title * 1.2
        start = x + grid.width - typeface.width(tile.seconds, grid.title) if titles[-1] else left
        self._write(start, y - grid.title * 1.2, tile.seconds, grid.title, dark, weight=1)
        y += grid.body * 0.2
        indent = _indent(tile, grid)
        for lead, lines in _lines(tile, grid):
            self._write(left, y, lead, grid.body, dark)
            for line in lines:
                self._write(left + indent, y, line, grid.body)
                y += grid.body * 1.32

    def _portrait(self, scene: Scene, colour: Colour, side: int, x: int, y: int) -> None:
        card = Image.new("RGB", (side, side), mix(_PAPER, colour, 0.16))
        drawn = paint(scene, None, side, side, self._palette, bundled_atlas())
        card.paste(drawn, (0, 0), drawn)
        mask = Image.new("L", (side * 2, side * 2), 0)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, side * 2 - 1, side * 2 - 1), side * 0.16, fill=255)
        self.image.paste(card, (x, y), mask.reduce(2))

    def _badge(self, number: str, colour: Colour, x: float, y: float, side: int) -> None:
        size = min(max(side // 5, 46), 66)
        disc = Image.new("L", (size * 4, size * 4), 0)
        ImageDraw.Draw(disc).ellipse((0, 0, size * 4 - 1, size * 4 - 1), fill=255)
        left, top, type_ = round(x - size / 4), round(y - size / 5), round(size * 0.54)
        self.image.paste(mix(colour, _INK, 0.2), (left, top), disc.reduce(4))
        start = left + (size - typeface.width(number, type_)) / 2
        self._write(start, top + size / 2 + type_ * 0.36, number, type_, _PAPER, weight=1)

    def _rule(self, y: float) -> None:
        self._pen.line((_MARGIN, y, PAGE[0] - _MARGIN, y), fill=_RULE, width=3)

    def _write(  # noqa: PLR0913 - where, what, how large, in which colour and weight
        self, x: float, y: float, words: str, size: int, colour: Colour = _INK, weight: int = 0
    ) -> None:
        typeface.write(self._pen, (x, y), words, size, colour, weight)
