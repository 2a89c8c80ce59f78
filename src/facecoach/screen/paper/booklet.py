"""A routine as a PDF: the page to hang by the mirror, and further ones where it would have to be written too small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil

from facecoach.screen.paper.pdf import Page, pdf
from facecoach.screen.paper.sheet import Sheet, Subject
from facecoach.screen.paper.tiles import Grid, Tile, fitted, tiles

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
    """Return how tiles lie on each sheet; nothing where they do not fit on one of them."""
    found = []
    for sheet, part in zip(sheets, parts, strict=True):
        grid = fitted(part, *sheet.room, SMALLEST)
        if grid is None:
            return []
        found.append(grid)
    return found


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
