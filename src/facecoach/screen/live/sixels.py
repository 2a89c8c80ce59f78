"""Pictures in pixels as sixels: the person once, then only the pixels that change, as often as the line bears.

What no sixel draws stays as it was, so that a change is a picture of the same size that is clear but for the change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image, ImageChops

from facecoach.face.pixels import Layers, Tile, Tint
from facecoach.face.sixels import CLEAR, Dots, Rgb, body, colours, used, whole

APART = 0.24  # seconds between two pictures: four a second
RATE = 34_000  # bytes a second that pictures may take: the rest of what a session may send is for its words
KEPT = 300  # changes that are kept: those of a cycle, which come again
Change = tuple[tuple[Tile, ...], tuple[Tile, ...]]


class Sixels:
    """Pictures as sixels; knows when it sent how much."""

    cut = ""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._shown = self._free = clock()
        self._changes: dict[Change, str] = {}
        self._used = False

    def ready(self, before: Layers | None, after: Layers) -> bool:
        """Whether a picture may be sent: another person at once, a mark that moves when there is room on the line."""
        now = self._clock()
        return before is None or _ground(before) != _ground(after) or now >= max(self._shown + APART, self._free)

    def show(self, x: int, y: int, before: Layers | None, after: Layers) -> str:
        """Return the codes that turn the picture whose upper left cell is (x, y) into another."""
        same = before is not None and _ground(before) == _ground(after)
        codes = "" if same else self._whole(x, y, before, after)
        change = (before.tiles if before and same else _ground(after)), after.tiles
        if change not in self._changes:
            self._changes = dict([*self._changes.items()][-KEPT:]) | {change: _change(*change)}
        codes += f"\x1b[{y + 1};{x + 1}H{self._changes[change]}" if self._changes[change] else ""
        self._shown, self._used = self._clock(), True
        self._free = max(self._free, self._shown) + len(codes) / RATE
        return codes

    def here(self, shown: Layers) -> str:
        """Return the codes that show a picture at the cursor for good."""
        return self._painted(shown)

    def lift(self, shown: Layers) -> str:
        """Return nothing: what is written over a picture takes it away."""
        return ""

    def hide(self, x: int, y: int, before: Layers) -> str:
        """Return the codes that take a picture away: blanks in its cells."""
        base = before.tiles[0]
        return "".join(f"\x1b[{y + row + 1};{x + 1}H{' ' * base.columns}" for row in range(base.rows))

    def clear(self) -> str:
        """Return the code that takes away all that was sent; nothing where nothing was."""
        used, self._used = self._used, False
        return "\x1b[2J" if used else ""

    def _whole(self, x: int, y: int, before: Layers | None, after: Layers) -> str:
        gone = self.hide(x, y, before) if before else ""
        return f"{gone}\x1b[{y + 1};{x + 1}H{self._painted(after)}"

    def _painted(self, shown: Layers) -> str:
        base = shown.tiles[0]
        if base.dots is None:
            return ""
        parts = colours(_tinted(base.dots.colours, shown.tiles)) + base.data.decode()
        return whole(base.dots.numbers.size, parts)


def _ground(shown: Layers) -> tuple[Tile, ...]:
    """Return the tiles of a picture that are all of it: the person, and what tints it."""
    base = shown.tiles[0]
    return tuple(tile for tile in shown.tiles if (tile.columns, tile.rows) == (base.columns, base.rows))


def _change(before: Sequence[Tile], after: Sequence[Tile]) -> str:
    """Return what changes between the marks of two pictures on one ground, at the cursor; nothing if nothing does."""
    base, old, new = before[0].dots, _marks(before), _marks(after)
    if base is None or not (old or new) or old == new:
        return ""
    cell = base.numbers.width // before[0].columns, base.numbers.height // before[0].rows
    strays = sorted({spot for mark in old for spot in _strays(mark, base, cell)})
    box, palette = _around([*old, *new]), [*base.colours]
    numbers = Image.new("L", (box[2] - box[0], box[3] - box[1]), CLEAR)
    for x, y in strays:
        left, top = x * cell[0], y * cell[1]
        part = base.numbers.crop((left, top, left + cell[0], top + cell[1]))
        numbers.paste(part, (left - box[0], top - box[1]))
    for mark in old:
        numbers.paste(base.numbers.crop(_box(mark)), _within(mark, box), mark.drawn)
    for mark in new:
        fresh = mark.numbers.point([min(number + len(palette), CLEAR) for number in range(256)])
        numbers.paste(fresh, _within(mark, box), mark.drawn)
        palette += mark.colours
    found = used(Dots(numbers, palette, box[:2]))
    return _blanks(strays) + whole(base.numbers.size, colours(_tinted(found.colours, after)) + body(found))


def _strays(mark: Dots, base: Dots, cell: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the cells in which a mark lies beside the person, where no sixel takes it away."""
    beside = ImageChops.subtract(mark.drawn, base.drawn.crop(_box(mark)))
    if beside.getbbox() is None:
        return []
    cells, column, row = beside.reduce(cell), mark.corner[0] // cell[0], mark.corner[1] // cell[1]
    spots = (divmod(place, cells.width) for place, seen in enumerate(cells.tobytes()) if seen)
    return [(column + x, row + y) for y, x in spots]


def _blanks(spots: Sequence[tuple[int, int]]) -> str:
    """Return the codes that clear cells, counted from the cursor, which stays where it is."""
    codes = (f"\x1b8{_moved(y, 'B')}{_moved(x, 'C')} " for x, y in spots)
    return f"\x1b7{''.join(codes)}\x1b8" if spots else ""


def _moved(cells: int, way: str) -> str:
    return f"\x1b[{cells}{way}" if cells else ""


def _within(mark: Dots, box: tuple[int, int, int, int]) -> tuple[int, int]:
    return mark.corner[0] - box[0], mark.corner[1] - box[1]


def _marks(tiles: Sequence[Tile]) -> list[Dots]:
    return [tile.dots for tile in tiles[1:] if tile.dots]


def _box(mark: Dots) -> tuple[int, int, int, int]:
    (left, top), (wide, high) = mark.corner, mark.numbers.size
    return left, top, left + wide, top + high


def _around(marks: Sequence[Dots]) -> tuple[int, int, int, int]:
    lefts, tops, rights, bottoms = zip(*map(_box, marks), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _tinted(shown: Sequence[Rgb], tiles: Sequence[Tile]) -> list[Rgb]:
    """Return colours under what tints them."""
    found = list(shown)
    for tint in [tile.tint for tile in tiles if tile.tint]:
        found = [_mixed(colour, tint) for colour in found]
    return found


def _mixed(colour: Rgb, tint: Tint) -> Rgb:
    red, green, blue = (round(one + (other - one) * tint[3]) for one, other in zip(colour, tint[:3], strict=True))
    return red, green, blue
