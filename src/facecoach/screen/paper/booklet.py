"""A routine as a PDF: the page to hang by the mirror, and further ones where it would have to be written too small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil

from facecoach.screen.paper.pdf import Page, pdf
from facecoach.screen.paper.sheet import Sheet, Subject
from facecoach.screen.paper.tiles import COLUMNS, Grid, Tile, fitted, tiles, worth

SMALLEST = 24  # dots of type, 8.6 points: another page before anything smaller


def booklet(subject: Subject) -> bytes:
    """Return a routine as a PDF."""
    shown = [part for tile in tiles(subject.routine) for part in _parted(tile, Sheet(subject).room)]
    for number in count(1):
        sheets = [Sheet(subject, index, number) for index in range(1, number + 1)]
        parts = list(_split(shown, number))
        grids = _grids(sheets, parts)
        if grids:
            return pdf(subject.routine.name, [_drawn(*one) for one in zip(sheets, parts, grids, strict=True)])
    raise AssertionError


def _drawn(sheet: Sheet, part: Sequence[Tile], grid: Grid) -> Page:
    page = Page(sheet.subject.size)
    sheet.draw(page, part, grid)
    return page


def _grids(sheets: Sequence[Sheet], parts: Sequence[Sequence[Tile]]) -> list[Grid]:
    """Return how tiles lie on each sheet, as large on all of them; nothing where they do not fit on one."""
    ways = [_even(sheets, parts, columns) for columns in COLUMNS]
    return max(filter(None, ways), key=lambda grids: worth(grids[0]), default=[])


def _even(sheets: Sequence[Sheet], parts: Sequence[Sequence[Tile]], columns: int) -> list[Grid]:
    """Return how tiles lie in so many columns; nothing where they do not fit."""
    found = [fitted(part, *sheet.room, SMALLEST, (columns,)) for sheet, part in zip(sheets, parts, strict=True)]
    grids = [grid for grid in found if grid]
    if len(grids) < len(found):
        return []
    side, body = min(grid.side for grid in grids), min(grid.body for grid in grids)
    return [replace(grid, side=side, body=body) for grid in grids]


def _split(shown: Sequence[Tile], number: int) -> Iterator[Sequence[Tile]]:
    """Yield tiles in so many parts, the first ones longer by at most one."""
    first = 0
    for left in range(number, 0, -1):
        last = first + ceil((len(shown) - first) / left)
        yield shown[first:last]
        first = last


def _parted(tile: Tile, room: tuple[float, float]) -> Iterator[Tile]:
    """Yield a tile, in parts where its cues fill more than a page."""
    if len(tile.cues) == 1 or fitted([tile], *room, SMALLEST):
        yield tile
        return
    middle = ceil(len(tile.cues) / 2)
    later = tile.title if tile.title.endswith(", continued") else f"{tile.title}, continued"
    yield from _parted(replace(tile, cues=tile.cues[:middle]), room)
    yield from _parted(replace(tile, title=later, cues=tile.cues[middle:]), room)
