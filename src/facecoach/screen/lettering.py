"""Letters and digits to be read from across the room, of 3 to 20 rows, in pixels of half a cell by half a cell."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facecoach.face.cells import Cell, Frame
    from facecoach.knowledge.colours import Colour

Pixels = tuple[str, ...]  # rows of `#` and blanks, all of one length
GAPS = {3: 2, 5: 1, 7: 2, 10: 3, 15: 4, 20: 6}  # pixels between two letters
SPACES = {3: 2, 5: 4, 7: 6, 10: 8, 15: 10, 20: 14}
SIZES = tuple(GAPS)
ARROW = "▶"

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_ACCENTS = {"\u0301": "...###", "\u0300": "###...", "\u0308": "##..##", "\u0302": "..##..", "\u0303": "..####"}


@lru_cache(maxsize=512)
def drawn(text: str, rows: int) -> Pixels | None:
    """Return a text as pixels, two to a cell each way; None where a character has no glyph of that size.

    `rows` is one of 3, 5, 7, 10, 15 and 20; from 10 up there are digits only.
    """
    glyphs = [_glyph(char, rows) for char in _folded(text)]
    if not glyphs or any(glyph is None for glyph in glyphs):
        return None
    gap = " " * GAPS[rows]
    return tuple(gap.join(glyph[row] for glyph in glyphs if glyph) for row in range(2 * rows))


def lettered(text: str, rows: int) -> tuple[str, ...] | None:
    """Return a text in block characters, `rows` lines of one width; None where it cannot be drawn."""
    pixels = drawn(text, rows)
    return pixels and blocks(pixels)


@lru_cache(maxsize=256)
def blocks(pixels: Pixels) -> tuple[str, ...]:
    """Return pixels as block characters, four to a cell."""
    wide = max(map(len, pixels), default=0)
    even = [row.ljust(wide + wide % 2) for row in pixels]
    even += [" " * len(even[0])] * (len(even) % 2)
    return tuple("".join(_cells(upper, lower)) for upper, lower in zip(even[::2], even[1::2], strict=True))


def columns(text: str, rows: int) -> int:
    """Return how many cells wide a text is in letters of a size; more than any screen has where it cannot be drawn."""
    pixels = drawn(text, rows)
    return (len(pixels[0]) + 1) // 2 if pixels else 10_000


def broken(text: str, room: int, most: int) -> list[str]:
    """Return a text in at most so many lines whose letters of three rows fit into the room; empty where they do not."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and columns(longer, 3) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines if len(lines) <= most and all(columns(one, 3) <= room for one in lines) else []


def chip(text: str, ink: Colour, ground: Colour) -> Frame:
    """Return letters of three rows on a block of colour of four, which ends half a row above the next."""
    pixels = drawn(text, 3) or ()
    grid = [[ink if pixel == "#" else ground for pixel in f"  {row}  "[::2]] for row in pixels[1:]]
    edge: list[Colour | None] = [ground] * (len(grid[0]) if grid else 0)
    rows: list[Sequence[Colour | None]] = [edge, *grid, edge, [None] * len(edge)]
    return tuple(tuple(map(_cell, rows[at], rows[at + 1])) for at in range(0, len(rows), 2))


def _cell(top: Colour | None, bottom: Colour | None) -> Cell:
    return (" ", None, top) if top == bottom else ("▀", top, bottom)


def arrow(side: str) -> Pixels:
    """Return an arrow of five rows to the left or to the right."""
    right = _sizes()["arrow"][ARROW]
    return right if side == "right" else tuple(row[::-1] for row in right)


def _cells(upper: str, lower: str) -> Iterator[str]:
    for at in range(0, len(upper), 2):
        quarter = (upper[at], upper[at + 1], lower[at], lower[at + 1])
        yield _QUARTERS[sum(1 << bit for bit, pixel in enumerate(quarter) if pixel == "#")]


def _folded(text: str) -> Iterator[str]:
    """Yield upper-case characters, an accent together with its letter."""
    for char in unicodedata.normalize("NFC", text.upper().replace("\u2019", "'")):
        plain = unicodedata.normalize("NFD", char)
        yield plain[0] + "".join(mark for mark in plain[1:] if mark in _ACCENTS)[:1]


def _glyph(char: str, rows: int) -> Pixels | None:
    if char == " ":
        return (" " * SPACES[rows],) * (2 * rows)
    glyph = _colon(rows) if char == ":" else _sizes().get(str(rows), {}).get(char[0])
    if glyph is None or len(char) == 1 or rows > 3:
        return glyph
    accent = _ACCENTS[char[1]].replace(".", " ").center(len(glyph[0]))[: len(glyph[0])]
    return (accent, *glyph[1:])


def _colon(rows: int) -> Pixels:
    """Return two dots, each as thick as a stem, at a third and at two thirds of the height."""
    stem = max(2, rows // 2)
    return tuple(("#" if abs(row - 2 * rows * share // 3) * 2 < stem else " ") * stem for row, share in _thirds(rows))


def _thirds(rows: int) -> Iterator[tuple[int, int]]:
    return ((row, 1 if row < rows else 2) for row in range(2 * rows))


@cache
def _sizes() -> Mapping[str, Mapping[str, Pixels]]:
    """Return the glyphs by their size in rows; each block of the file is a size and its characters, then their rows."""
    text = (files(__package__) / "letters.txt").read_text(encoding="utf-8")
    found: dict[str, Mapping[str, Pixels]] = {}
    for part in text.split("\n## ")[1:]:
        head, first, *rest = part.rstrip().split("\n")
        size = head.split()[0].rstrip(",")
        if size == "arrow":
            found[size] = {ARROW: _inked([first, *rest])}
        else:
            starts = [at for at, char in enumerate(first) if char != " "]
            ends = [*(at - 1 for at in starts[1:]), None]
            pieces = zip(starts, ends, strict=True)
            found[size] = {first[at]: _inked([row[at:end] for row in rest]) for at, end in pieces}
    return found


def _inked(rows: list[str]) -> Pixels:
    wide = max(len(row.rstrip()) for row in rows)
    return tuple(row.rstrip().ljust(wide).replace(".", " ") for row in rows)
