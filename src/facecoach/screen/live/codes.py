"""A picture's cells as a terminal's codes: only those that changed, in as few bytes as look the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from facecoach.face.cells import Cell, Colour, Frame, Row

# Levels of 255 by which a colour may differ from the one that is set already: no eye tells so little, and a face takes
# 14 kB instead of 22.
ALIKE = 3
BLOCKS = (2, 3, 4, 6, 8, 12, 20)
ANY = -1  # the foreground of a space


def changes(old: Frame, new: Frame, x: int, y: int) -> str:
    """Return the codes that turn one picture into another, whose left upper corner is at (x, y)."""
    pen = _Pen()
    for row, cells in enumerate(new):
        before = old[row] if row < len(old) else ()
        for column, cell in enumerate(cells):
            if column >= len(before) or before[column] != cell:
                pen.put(column + x, row + y, cell)
    return pen.text


def roughly(frame: Frame, x: int, y: int, whole: int, most: int) -> tuple[Frame, str]:
    """Return a picture of `whole` bytes in blocks as wide as they must be for at most so many bytes, and its codes."""
    rough, codes = frame, ""
    # In blocks n wide a face never took less than 0.6 / sqrt(n) of its bytes, so narrower ones need no trial.
    least = (0.6 * whole / max(1, most)) ** 2
    for wide in (*(block for block in BLOCKS if least < block < BLOCKS[-1]), BLOCKS[-1]):
        rough = tuple(_blocked(row, wide) for row in _middles(frame, wide // 2))
        codes = changes((), rough, x, y)
        if len(codes.encode()) <= most:
            break
    return rough, codes


def _middles(frame: Frame, high: int) -> Iterator[Row]:
    """Yield as many rows, each the middle one of its `high`: cells are twice as high as wide, and blocks as square."""
    for row in range(len(frame)):
        yield frame[min(len(frame) - 1, row // high * high + high // 2)]


def _blocked(row: Row, wide: int) -> Row:
    """Return a row in blocks of one colour each, that of the middle of what they stand for."""
    blocks = (row[start : start + wide] for start in range(0, len(row), wide))
    return tuple(cell for block in blocks for cell in [_flat(block[len(block) // 2])] * len(block))


def _flat(cell: Cell) -> Cell:
    _, front, back = cell
    colour = back if back is not None else front
    return cell if colour is None else (" ", None, colour)


class _Pen:
    """What a terminal's cursor and colours are, and the codes that brought them there."""

    def __init__(self) -> None:
        self._here = (-1, -1)
        self._front: Colour | int = ANY
        self._back: Colour | int = ANY
        self._codes: list[str] = []

    @property
    def text(self) -> str:
        """The codes, with the colours as they were at the end."""
        return f"{''.join(self._codes)}\x1b[0m" if self._codes else ""

    def put(self, x: int, y: int, cell: Cell) -> None:
        """Write a cell at (x, y) in the way that takes the fewest codes."""
        if self._here != (x, y):
            self._codes.append(f"\x1b[{y + 1};{x + 1}H")
        self._here = (x + 1, y)
        ways = [(self._colours(front, back), char, front, back) for char, front, back in _ways(cell)]
        colours, char, front, back = ways[0] if len(ways) == 1 or not ways[0][0] else min(ways, key=_length)
        self._codes += (colours, char)
        if colours:
            self._front = self._front if front == ANY or _alike(front, self._front) else front
            self._back = self._back if _alike(back, self._back) else back

    def _colours(self, front: Colour | int, back: Colour | int) -> str:
        fore = "" if front == ANY or _alike(front, self._front) else _colour(3, front)
        rear = "" if _alike(back, self._back) else _colour(4, back)
        return f"\x1b[{fore}{';' if fore and rear else ''}{rear}m" if fore or rear else ""


def _length(way: tuple[str, str, Colour | int, Colour | int]) -> int:
    return len(way[0])


def _ways(cell: Cell) -> Iterator[Cell]:
    """Yield the ways in which a cell can be written so that it looks the same."""
    char, front, back = cell
    if char == " ":
        yield char, ANY, back
    elif char == "▀" and back is not None:
        if _alike(front, back):
            yield " ", ANY, back
        yield cell
        yield "▄", back, front
    else:
        yield cell


def _alike(one: Colour | int, other: Colour | int) -> bool:
    if one is other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        (red, green, blue), (r, g, b) = one, other
        return -ALIKE <= red - r <= ALIKE and -ALIKE <= green - g <= ALIKE and -ALIKE <= blue - b <= ALIKE
    return one == other


@lru_cache(maxsize=4096)
def _colour(ground: int, colour: Colour) -> str:
    if colour is None:
        return f"{ground}9"
    if isinstance(colour, int):
        return f"{ground}8;5;{colour}"
    red, green, blue = colour
    return f"{ground}8;2;{red};{green};{blue}"
