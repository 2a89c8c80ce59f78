"""A picture's cells as a terminal's codes: only those that changed, in as few bytes as look the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from facecoach.face.cells import EMPTY, Cell, Colour, Frame, Row, nearest

# Levels of 255 by which a colour may differ from the one that is set already: no eye tells so little, and a face takes
# 14 kB instead of 22.
ALIKE = 3
# How coarse the colours of a sketch are, in levels, and which share of its bytes a face takes then at least.
COARSE = ((8, 0.4), (16, 0.33), (24, 0.28), (32, 0.25), (48, 0.2), (64, 0.17), (96, 0.1), (256, 0.0))
VIVID = 44  # levels between the parts of a colour from which a sketch shows it in colour, not in grey
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
    """Return the sketch of a picture of `whole` bytes, as coarse as it must be for at most so many, and its codes."""
    rough, codes = frame, ""
    for levels in (one for one, share in COARSE if share * whole <= max(0, most)):
        rough = tuple(tuple(_held(row, levels)) for row in frame)
        codes = changes((), rough, x, y)
        if len(codes.encode()) <= most:
            break
    return rough, codes


def _held(row: Row, levels: int) -> Iterator[Cell]:
    """Yield the sketch of a row, where a cell keeps the colours before it unless its own differ by more levels."""
    held: Cell = EMPTY
    for char, front, back in row:
        flat = back is not None and _alike(front, back, levels)
        own: Cell = (" ", None, back) if flat else (char, front, back)
        same = own[0] == held[0] and _alike(own[1], held[1], levels) and _alike(own[2], held[2], levels)
        held = held if same else own
        yield held[0], _numbered(held[1]), _numbered(held[2])


@lru_cache(maxsize=4096)
def _numbered(colour: Colour) -> Colour:
    """Return a colour as the number of a terminal's own, which takes half the bytes: of a faint one its grey."""
    if not isinstance(colour, tuple):
        return colour
    grey = sum(colour) // 3
    return nearest(colour if max(colour) - min(colour) > VIVID else (grey, grey, grey))


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
        return
    if back is not None and _alike(front, back):
        yield " ", ANY, back
    yield cell
    if back is not None and char in _inverses():
        yield _inverses()[char], back, front


@cache
def _inverses() -> dict[str, str]:
    from facecoach.face.mosaic import inverses

    return inverses()


def _alike(one: Colour | int, other: Colour | int, levels: int = ALIKE) -> bool:
    if one is other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        (red, green, blue), (r, g, b) = one, other
        return -levels <= red - r <= levels and -levels <= green - g <= levels and -levels <= blue - b <= levels
    return one == other


@lru_cache(maxsize=4096)
def _colour(ground: int, colour: Colour) -> str:
    if colour is None:
        return f"{ground}9"
    if isinstance(colour, int):
        return f"{ground}8;5;{colour}"
    red, green, blue = colour
    return f"{ground}8;2;{red};{green};{blue}"
