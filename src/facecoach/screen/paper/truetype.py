"""What a PDF has to know of a TrueType font: which glyph a letter has, how wide it is, how high they all are.

The tables are those of the OpenType specification: `head`, `hhea`, `hmtx`, and `cmap` in its format 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from struct import unpack_from

from facecoach.screen.paper.typeface import FILE

THOUSAND = 1000  # a PDF measures fonts in thousandths of their size


@dataclass(frozen=True, slots=True)
class Font:
    """A font's file, its letters with their glyphs, its glyphs' widths, and what encloses them, in thousandths."""

    data: bytes
    glyphs: dict[int, int]
    widths: tuple[int, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int

    def width(self, letter: str) -> int:
        """Return how wide a letter is; one that is missing is as wide as the sign that stands for it."""
        return self.widths[min(self.glyphs.get(ord(letter), 0), len(self.widths) - 1)]


@cache
def font() -> Font:
    """Return the font of a page."""
    return parsed((files(__package__) / FILE).read_bytes())


def parsed(data: bytes) -> Font:
    """Return what a font's file says."""
    places = dict(_tables(data))
    unit: int = unpack_from(">H", data, places[b"head"] + 18)[0]
    rise, fall = unpack_from(">hh", data, places[b"hhea"] + 4)
    count: int = unpack_from(">H", data, places[b"hhea"] + 34)[0]
    wide = unpack_from(">" + "Hh" * count, data, places[b"hmtx"])[::2]
    box, rise, fall = (
        unpack_from(">4h", data, places[b"head"] + 36),
        *(value * THOUSAND // unit for value in (rise, fall)),
    )
    scaled = [tuple(value * THOUSAND // unit for value in values) for values in (wide, box)]
    return Font(data, dict(_glyphs(data, places[b"cmap"])), scaled[0], scaled[1], rise, fall)


def _tables(data: bytes) -> Iterator[tuple[bytes, int]]:
    for number in range(unpack_from(">H", data, 4)[0]):
        name, _, place, _ = unpack_from(">4sIII", data, 12 + 16 * number)
        yield name, place


def _glyphs(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield each letter of the first map that has format 4, and its glyph."""
    maps = (
        at + unpack_from(">HHI", data, at + 4 + 8 * number)[2] for number in range(unpack_from(">H", data, at + 2)[0])
    )
    spot = next(place for place in maps if unpack_from(">H", data, place)[0] == 4)
    count = unpack_from(">H", data, spot + 6)[0] // 2
    ends, starts, steps, jumps = (spot + 14 + offset for offset in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2))
    for number in range(count):
        last, first, step, jump = (unpack_from(">H", data, row + 2 * number)[0] for row in (ends, starts, steps, jumps))
        for letter in range(first, min(last, 0xFFFE) + 1):
            inside = jumps + 2 * number + jump + 2 * (letter - first)
            glyph = unpack_from(">H", data, inside)[0] if jump else letter
            yield letter, (glyph + step) % 0x10000 if glyph or not jump else 0
