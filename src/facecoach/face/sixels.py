"""Pictures as sixels: bands of six rows, each colour of a band in turn, runs of one column written once.

They are not scaled by the terminal, so that a picture has as many pixels as its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import Image

from facecoach.face.cells import SOLID
from facecoach.face.pixels import Cell, Grid, Tile, Tint
from facecoach.face.pngs import told

Rgb = tuple[int, int, int]

BAND = 6  # rows that a character holds
COVERING, MARKS = (32, 24), (12, 12)  # colours of a whole picture, and of a mark that moves
CLEAR = 255  # the number of what is not drawn
_SOLID = [CLEAR * (level < SOLID) for level in range(256)]
_DRAWN = [0 if number == CLEAR else 255 for number in range(256)]
_LETTERS = bytes(min(63 + bits, 255) for bits in range(256))
_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """A picture as the numbers of its colours, `CLEAR` for what is not drawn, and where its upper left pixel lies."""

    numbers: Image.Image
    colours: Sequence[Rgb]
    corner: tuple[int, int] = (0, 0)

    @property
    def drawn(self) -> Image.Image:
        """A mask of what is drawn."""
        return self.numbers.point(_DRAWN)


class Sixels:
    """A way to make tiles of a grid's size, on a terminal with such cells."""

    def __init__(self, cells: Grid, cell: Cell) -> None:
        self.cells = cells
        self._cell = cell

    def whole(self, image: Image.Image) -> Tile:
        """Return a picture as a tile that covers all of the grid."""
        place = (0, 0, self.cells.columns, self.cells.rows)
        found = self._scaled(dots(image, *COVERING), place)
        return Tile(*place, body(found).encode(), found)

    def piece(self, image: Image.Image, corner: tuple[int, int]) -> Tile:
        """Return an image of whole cells as a tile whose upper left corner is at these pixels."""
        place = self.cells.span(image.size, corner)
        return Tile(*place, b"", self._scaled(dots(image, *MARKS), place))

    def veil(self, alpha: Image.Image, tint: Tint) -> Tile:
        """Return a tile that tints the person's colours."""
        return Tile(0, 0, self.cells.columns, self.cells.rows, b"", None, tint)

    def _scaled(self, shown: Dots, place: tuple[int, int, int, int]) -> Dots:
        (wide, high), (x, y, columns, rows) = self._cell, place
        numbers = shown.numbers.resize((columns * wide, rows * high), Image.Resampling.NEAREST)
        return Dots(numbers, shown.colours, (x * wide, y * high))


def dots(image: Image.Image, covering: int, rare: int, corner: tuple[int, int] = (0, 0)) -> Dots:
    """Return an RGBA picture in so many colours; what is half clear is drawn whole or not at all."""
    numbers, found = told(image.convert("RGB"), covering, rare)
    numbers.paste(CLEAR, (0, 0), image.getchannel("A").point(_SOLID))
    return Dots(numbers, found, corner)


def body(shown: Dots, first: int = 0) -> str:
    """Return a picture's bands; the number of its first colour is `first`."""
    rows, wide = shown.numbers.tobytes(), shown.numbers.width
    skipped, lead = divmod(shown.corner[1], BAND)
    rows = bytes([CLEAR]) * (lead * wide) + rows
    left = f"!{shown.corner[0]}?" if shown.corner[0] else ""
    bands = (_band(rows[at : at + BAND * wide], wide, left, first) for at in range(0, len(rows), BAND * wide))
    return "-" * skipped + "-".join(bands)


def colours(shown: Sequence[Rgb], first: int = 0) -> str:
    """Return the codes that set colours, in parts of a hundred, from number `first` on."""
    parts = ((number, *(round(part / 2.55) for part in colour)) for number, colour in enumerate(shown, first))
    return "".join("#{};2;{};{};{}".format(*one) for one in parts)


def used(shown: Dots) -> Dots:
    """Return a picture with only those colours that it shows."""
    numbers = sorted(set(shown.numbers.tobytes()) - {CLEAR})
    fresh = [CLEAR] * 256
    for place, number in enumerate(numbers):
        fresh[number] = place
    return Dots(shown.numbers.point(fresh), [shown.colours[number] for number in numbers], shown.corner)


def whole(size: tuple[int, int], parts: str) -> str:
    """Return the code of a picture of this size; what no part draws stays as it was."""
    return f'\x1bP0;1q"1;1;{size[0]};{size[1]}{parts}\x1b\\'


def _band(raw: bytes, wide: int, left: str, first: int) -> str:
    """Return six rows: the columns of each colour in turn."""
    rows = [raw[at : at + wide] for at in range(0, len(raw), wide)]
    return "$".join(f"#{first + number}{left}{columns}" for number, columns in _columns(rows, set(raw) - {CLEAR}))


def _columns(rows: Sequence[bytes], numbers: set[int]) -> Iterator[tuple[int, str]]:
    for number in sorted(numbers):
        only, bits = _only(number), 0
        for place, row in enumerate(rows):
            bits |= int.from_bytes(row.translate(only), "big") << place
        letters = bits.to_bytes(len(rows[0]), "big").translate(_LETTERS).rstrip(b"?")
        yield number, _RUN.sub(_shortened, letters).decode()


@cache
def _only(number: int) -> bytes:
    """Return a table that makes 1 of a number and 0 of all others."""
    return bytes(int(other == number) for other in range(256))


def _shortened(run: re.Match[bytes]) -> bytes:
    return _repeated(len(run[0]), run[1])


@lru_cache(maxsize=4096)
def _repeated(count: int, letter: bytes) -> bytes:
    return b"!%d%s" % (count, letter)
