"""Pixels as cells of two colours each: the glyph and the two colours that come closest to 2x2, 2x3 or 2x4 pixels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from PIL import Image, ImageChops

from facecoach.face.cells import EMPTY, SOLID, Cell, Frame

Rgb = tuple[int, int, int]

QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"  # by the bits of upper left, upper right, lower left, lower right
FLAT = 14  # levels of 255 that the pixels of one plain cell may differ by: a smooth skin costs no glyphs
STEADY = 300  # the square of the distance that a pixel may be off before a cell's colours change with a moving mark
_ANY = [0] * 4 + [255] * 252  # levels by which pixels may differ before a cell is worked out anew: no eye tells so few
# Octants that other blocks of Unicode had before (16.0, chart U+1CD00): by the bits of their rows from the top.
_OLDER = {
    0x01: "\U0001cea8", 0x02: "\U0001ceab", 0x03: "\U0001fb82", 0x14: "\U0001fbe6", 0x28: "\U0001fbe7",
    0x3F: "\U0001fb85", 0x40: "\U0001cea3", 0x80: "\U0001cea0", 0xC0: "▂", 0xFC: "▆",
}  # fmt: skip


@cache
def glyphs(down: int) -> str:
    """Return the glyphs of cells of 2 by `down` pixels (2 to 4), by the bits of the pixels that are in front."""
    if down == 2:
        return QUARTERS
    if down == 3:
        older = {0: " ", 0b010101: "▌", 0b101010: "▐", 0b111111: "█"}
        return _numbered(64, 0x1FB00, older)
    halves = {_doubled(bits): glyph for bits, glyph in enumerate(QUARTERS)}
    return _numbered(256, 0x1CD00, halves | _OLDER)


@cache
def inverses() -> dict[str, str]:
    """Return for each glyph the one that shows its front where the other shows its back."""
    return {glyph: row[-1 - bits] for row in map(glyphs, (4, 3, 2)) for bits, glyph in enumerate(row)}


class Mosaic:
    """A picture as cells, and others that differ from it in places as cells that differ only there.

    A cell of the others keeps the colours of the first picture where they fit, so that nothing shimmers around a mark
    that moves.
    """

    def __init__(self, image: Image.Image, down: int) -> None:
        self._image = _squeezed(image, down)
        self._down = down
        self._frame: Frame = tuple(tuple(_cell(raw, down) for raw in row) for row in _blocks(self._image, down))

    def frame(self, image: Image.Image) -> Frame:
        """Return a picture of the same size, in square pixels, as cells."""
        image, down = _squeezed(image, self._down), self._down
        raw, pitch, rows = image.tobytes(), image.width * 4, [*self._frame]
        touched, wide = _touched(self._image, image, down), len(self._frame[0])
        for y in range(len(rows)):
            marks = touched[y * wide : (y + 1) * wide]
            if not any(marks):
                continue
            row = list(rows[y])
            for x in (x for x in range(wide) if marks[x]):
                at = y * down * pitch + x * 8
                row[x] = _cell(
                    b"".join(raw[at + pitch * line : at + pitch * line + 8] for line in range(down)), down, row[x]
                )
            rows[y] = tuple(row)
        return tuple(rows)


def _numbered(count: int, first: int, older: dict[int, str]) -> str:
    """Return glyphs by their bits: those that are older, and between them a block's own in the order of their bits."""
    own = iter(range(first, first + count))
    return "".join(older[bits] if bits in older else chr(next(own)) for bits in range(count))


def _doubled(quarters: int) -> int:
    """Return the bits of eight pixels for those of four that are twice as high."""
    pairs = enumerate(((0, 2), (1, 3), (4, 6), (5, 7)))
    return sum((quarters >> bit & 1) << place for bit, pair in pairs for place in pair)


def _squeezed(image: Image.Image, down: int) -> Image.Image:
    """Return a picture of 2 by 4 square pixels a cell as one of 2 by `down`."""
    return image if down == 4 else image.resize((image.width, image.height * down // 4), Image.Resampling.BOX)


def _blocks(image: Image.Image, down: int) -> list[list[bytes]]:
    """Return the RGBA bytes of each cell of 2 by `down` pixels, row by row."""
    raw, pitch = image.tobytes(), image.width * 4
    rows: list[list[bytes]] = []
    for top in range(0, len(raw), pitch * down):
        lines = [raw[top + pitch * line : top + pitch * (line + 1)] for line in range(down)]
        rows.append([b"".join(line[at : at + 8] for line in lines) for at in range(0, pitch, 8)])
    return rows


def _touched(one: Image.Image, other: Image.Image, down: int) -> bytes:
    """Return a byte for each cell, which is 0 where two pictures are alike."""
    apart = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), ImageChops.lighter(apart[2], apart[3]))
    return most.point(_ANY).reduce((2, down)).tobytes()


@lru_cache(maxsize=4096)
def _cell(raw: bytes, down: int, like: Cell = EMPTY) -> Cell:
    """Return the cell that comes closest to pixels, with the colours of the cell `like` where they fit."""
    spots = [(raw[at], raw[at + 1], raw[at + 2]) for at in range(0, len(raw), 4)]
    solid = [alpha >= SOLID for alpha in raw[3::4]]
    if not all(solid):
        seen = [spot for spot, shows in zip(spots, solid, strict=True) if shows]
        return (_glyph(solid, down), _mean(seen), None) if seen else EMPTY
    if max(max(raw[part::4]) - min(raw[part::4]) for part in range(3)) <= FLAT:
        return " ", None, _mean(spots)
    pair = _colours(like)
    front, back = pair if pair and _fits(spots, pair) else _pair(raw, spots)
    return _glyph([_nearer(spot, front, back) for spot in spots], down), front, back


def _colours(cell: Cell) -> tuple[Rgb, Rgb] | None:
    _, front, back = cell
    return (front, back) if isinstance(front, tuple) and isinstance(back, tuple) else None


def _fits(spots: Sequence[Rgb], pair: tuple[Rgb, Rgb]) -> bool:
    return all(min(_apart(spot, colour) for colour in pair) <= STEADY for spot in spots)


def _pair(raw: bytes, spots: Sequence[Rgb]) -> tuple[Rgb, Rgb]:
    """Return the two colours that pixels group around: split where they differ most, then each joins the nearer."""
    part = max(range(3), key=lambda part: max(raw[part::4]) - min(raw[part::4]))
    middle = (max(raw[part::4]) + min(raw[part::4])) / 2
    sides = [spot[part] > middle for spot in spots]
    front, back = _means(spots, sides)
    return _means(spots, [_nearer(spot, front, back) for spot in spots])


def _means(spots: Sequence[Rgb], sides: Sequence[bool]) -> tuple[Rgb, Rgb]:
    fore = [spot for spot, side in zip(spots, sides, strict=True) if side]
    aft = [spot for spot, side in zip(spots, sides, strict=True) if not side]
    return _mean(fore or aft), _mean(aft or fore)


def _mean(spots: Sequence[Rgb]) -> Rgb:
    count, (reds, greens, blues) = len(spots), zip(*spots, strict=True)
    return sum(reds) // count, sum(greens) // count, sum(blues) // count


def _nearer(spot: Rgb, front: Rgb, back: Rgb) -> bool:
    return _apart(spot, front) < _apart(spot, back)


def _apart(one: Rgb, other: Rgb) -> int:
    red, green, blue = one[0] - other[0], one[1] - other[1], one[2] - other[2]
    return red * red + green * green + blue * blue


def _glyph(front: Sequence[bool], down: int) -> str:
    return glyphs(down)[sum(shows << bit for bit, shows in enumerate(front))]
