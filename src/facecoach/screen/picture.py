"""A picture among printed lines, of cells or of pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from facecoach.face.cells import EMPTY, Colour, Frame, Row
from facecoach.face.modes import WAYS, Mode
from facecoach.screen.inlay import Inlay, blank
from facecoach.screen.spans import Line
from facecoach.settings import PaletteName

if TYPE_CHECKING:
    from facecoach.face.pixels import Layers
    from facecoach.face.scene import Scene

Hung = Frame | Inlay  # a picture to be printed


@dataclass(frozen=True, slots=True)
class Look:
    """How pictures are drawn, in whose colours, and on cells of how many pixels."""

    drawn: Mode
    palette: PaletteName
    cell: tuple[int, int] = (10, 20)

    @property
    def pixels(self) -> bool:
        """Whether they are of pixels."""
        return WAYS[self.drawn].form == "pixels"

    def hung(self, scene: Scene, columns: int, rows: int) -> Hung:
        """Return a scene, standing still, to be printed; nothing where there is no room."""
        if self.pixels:
            return Inlay(columns, rows, partial(self._painted, scene, columns, rows))
        from facecoach.face.album import Album

        return Album(columns, rows, self.drawn, self.palette, "still").frame(scene, 0)

    def _painted(self, scene: Scene, columns: int, rows: int) -> Layers:
        from facecoach.face.gallery import still

        return still(scene, (columns, rows), self.cell, self.palette, self.drawn)


def breadth(picture: Hung) -> int:
    """Return how many columns a picture takes, 0 for none."""
    return picture.columns if isinstance(picture, Inlay) else len(picture[0]) if picture else 0


def picture_lines(picture: Hung, indent: int = 2) -> Iterator[Line]:
    """Yield a picture's rows as lines; one of pixels is laid over them later."""
    rows = blank(picture) if isinstance(picture, Inlay) else map(cell_spans, picture)
    for row in rows:
        yield ((" " * indent, ""), *row)


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
