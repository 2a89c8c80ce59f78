"""Pictures of pixels: layers of tiles that lie on whole cells, whatever they are sent as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PIL import Image

from facecoach.face.cells import Frame
from facecoach.face.modes import Mode

if TYPE_CHECKING:
    from facecoach.face.sixels import Dots

LONGEST = 480  # pixels of a picture's longer side: more is not seen from where a session is watched

Cell = tuple[int, int]  # width and height of a terminal's cell in its own pixels
Tint = tuple[int, int, int, float]  # a colour and how much of it covers, 0 to 1


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A piece of a picture: where it lies in it and how large it is, in cells, and what is sent of it.

    Where a part of it is sent too, `dots` are its pixels; a tile that only tints what is beneath it has its `tint`.
    """

    x: int
    y: int
    columns: int
    rows: int
    data: bytes
    dots: Dots | None = None
    tint: Tint | None = None


@dataclass(frozen=True, slots=True)
class Layers:
    """A picture as tiles from the lowest up; two pictures share the tiles that are alike in both.

    `veil` makes the tile that tints all of it.
    """

    tiles: tuple[Tile, ...]
    veil: Callable[[Tint], Tile] = field(compare=False)

    def veiled(self, tint: Tint) -> Layers:
        """Return the picture with a tint over it."""
        return Layers((*self.tiles, self.veil(tint)), self.veil)


Shown = Frame | Layers  # a picture as cells, or as pixels


@dataclass(frozen=True, slots=True)
class Grid:
    """A picture's cells, and the painted pixels of each."""

    columns: int
    rows: int
    across: int
    down: int

    @property
    def size(self) -> tuple[int, int]:
        """The picture's width and height in painted pixels."""
        return self.columns * self.across, self.rows * self.down

    def span(self, size: tuple[int, int], corner: tuple[int, int]) -> tuple[int, int, int, int]:
        """Return the place and size in cells of what is so large and lies there, in painted pixels."""
        return (
            corner[0] // self.across, corner[1] // self.down, size[0] // self.across, size[1] // self.down,
        )  # fmt: skip


def grid(columns: int, rows: int, cell: Cell) -> Grid:
    """Return the grid of a picture of so many cells, as fine as the terminal up to the longest side."""
    share = min(1.0, LONGEST / max(columns * cell[0], rows * cell[1]))
    return Grid(columns, rows, max(1, int(cell[0] * share)), max(1, int(cell[1] * share)))


class Craft(Protocol):
    """A way to make tiles of a grid's size."""

    cells: Grid

    def whole(self, image: Image.Image) -> Tile:
        """Return an RGBA picture as a tile that covers all of the grid."""

    def piece(self, image: Image.Image, corner: tuple[int, int]) -> Tile:
        """Return an image of whole cells as a tile whose upper left corner is at these pixels."""

    def veil(self, alpha: Image.Image, tint: Tint) -> Tile:
        """Return a tile of one colour over a person, given as the picture's alpha."""


def standing(image: Image.Image, craft: Craft) -> Layers:
    """Return an RGBA picture of a grid's size as the one tile that it takes while nothing in it moves."""
    alpha = image.getchannel("A")
    return Layers((craft.whole(image),), lambda tint: craft.veil(alpha, tint))


def craft(mode: Mode, cells: Grid, cell: Cell) -> Craft:
    """Return the way in which a mode makes tiles, on a terminal with such cells."""
    if mode == "sixel":
        from facecoach.face.sixels import Sixels

        return Sixels(cells, cell)
    from facecoach.face.pngs import Pngs

    return Pngs(cells)
