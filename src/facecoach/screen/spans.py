"""Colours, glyphs, and text that is safe to show, as plain data: what a page is before a terminal shows it.

A page for a pipe needs nothing of Rich, which is a tenth of a start.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

Span = tuple[str, str]
Line = tuple[Span, ...]

ZONE_COLOURS = {
    "face": "#93a1b8", "forehead": "#d99a4e", "glabella": "#d8825f", "temples": "#b884d0", "eyes": "#6f9fe6",
    "nose": "#84b39a", "cheeks": "#e58299", "mouth": "#e06c6a", "smile-lines": "#d274ac", "chin": "#b3945c",
    "jaw": "#45b3a2", "jawline": "#58b172", "under-jaw": "#86ad4e", "neck": "#45a5c8", "decolletage": "#7c8fe0",
    "inside-mouth": "#b968dd", "scalp": "#a5988a",
}  # fmt: skip
WARM = "#f0b429"
QUIET = "dim"
FULL, EMPTY, HEAD = "━", "─", "╸"

_TURNS = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})
_GLYPHS = {
    "0": (" ████ ", "██  ██", "██  ██", "██  ██", " ████ "),
    "1": ("  ██  ", " ███  ", "  ██  ", "  ██  ", " ████ "),
    "2": ("█████ ", "    ██", " ████ ", "██    ", "██████"),
    "3": ("█████ ", "    ██", " ████ ", "    ██", "█████ "),
    "4": ("██  ██", "██  ██", "██████", "    ██", "    ██"),
    "5": ("██████", "██    ", "█████ ", "    ██", "█████ "),
    "6": (" ████ ", "██    ", "█████ ", "██  ██", " ████ "),
    "7": ("██████", "    ██", "   ██ ", "  ██  ", "  ██  "),
    "8": (" ████ ", "██  ██", " ████ ", "██  ██", " ████ "),
    "9": (" ████ ", "██  ██", " █████", "    ██", " ████ "),
    ":": ("  ", "██", "  ", "██", "  "),
}


def zone_colour(zone: str) -> str:
    """Return the colour that stands for a zone."""
    return ZONE_COLOURS.get(zone, ZONE_COLOURS["face"])


def tint(zone: str) -> tuple[int, int, int]:
    """Return the colour that stands for a zone as red, green and blue."""
    red, green, blue = bytes.fromhex(zone_colour(zone)[1:])
    return red, green, blue


def big(digits: str, scale: int = 1) -> list[str]:
    """Return digits drawn large: five rows high times `scale`, all rows of one width."""
    rows = ["  ".join(_GLYPHS[digit][row] for digit in digits) for row in range(5)]
    wide = ["".join(char * scale for char in row) for row in rows]
    return [row for row in wide for _ in range(scale)]


def plain(text: object) -> str:
    """Return text without anything that could steer a terminal: it is shown, never obeyed."""
    return "".join(_harmless(char) for char in str(text))


def _harmless(char: str) -> str:
    if char in "\t\n":
        return " "
    if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
        return "\N{REPLACEMENT CHARACTER}"
    return "" if unicodedata.bidirectional(char) in _TURNS else char


def worded(line: Line) -> str:
    """Return a line without its styles."""
    return "".join(text for text, _ in line).rstrip()


def cells(text: str) -> int:
    """Return how many cells of a terminal a text fills."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def padded(line: Line, width: int) -> Line:
    """Return a line that fills `width` cells at least."""
    return (*line, (" " * (width - sum(cells(text) for text, _ in line)), ""))


def spaced(spans: Iterable[Span], gap: int) -> Line:
    """Return spans in a line, so many cells apart."""
    return tuple(part for span in spans for part in (span, (" " * gap, "")))[:-1]


def bar(share: float, width: int, style: str) -> Line:
    """Return a bar of `width` cells of which `share` (0 to 1) is done."""
    done = min(width, max(0, int(share * width + 1e-9)))
    return (FULL * done, style), (EMPTY * (width - done), f"{QUIET} {style}")
