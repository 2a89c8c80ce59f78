"""A picture among printed lines: a frame of cells as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from facecoach.face.cells import EMPTY, Colour, Frame, Row
from facecoach.face.modes import Mode
from facecoach.screen.spans import Line
from facecoach.settings import PaletteName


@dataclass(frozen=True, slots=True)
class Look:
    """How pictures are drawn, and in whose colours."""

    drawn: Mode
    palette: PaletteName


def picture_lines(frame: Frame, indent: int = 2) -> Iterator[Line]:
    """Yield a frame's rows as lines."""
    for row in frame:
        yield ((" " * indent, ""), *cell_spans(row))


def cell_spans(row: Row) -> Line:
    """Return a row of cells as a line, without the empty ones at its end."""
    seen = len(row)
    while seen and row[seen - 1] == EMPTY:
        seen -= 1
    runs = groupby(row[:seen], key=lambda cell: cell[1:])
    return tuple(("".join(char for char, *_ in run), _style(*colours)) for colours, run in runs)


def _style(front: Colour, back: Colour) -> str:
    return " ".join(filter(None, (_named(front), f"on {_named(back)}" if back is not None else "")))


def _named(colour: Colour) -> str:
    if colour is None:
        return ""
    return f"color({colour})" if isinstance(colour, int) else "#{:02x}{:02x}{:02x}".format(*colour)
