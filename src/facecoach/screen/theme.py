"""Colours, glyphs, and text that is safe to show."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TextIO

from rich.console import Console
from rich.text import Text

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
    return (
        ""
        if unicodedata.bidirectional(char) in ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
        else char
    )


def wrapped(text: str, width: int, most: int, console: Console, style: str = "") -> list[Text]:
    """Return text in at most `most` lines of `width` cells, the last one shortened where it does not fit."""
    lines = list(Text(plain(text), style=style).wrap(console, max(1, width)))
    if len(lines) > most > 0:
        lines[most - 1] = Text(f"{lines[most - 1].plain.rstrip()} …", style=style)
    return [fitted(line, width) for line in lines[:most]]


def fitted(line: Text | str, width: int, style: str = "") -> Text:
    """Return a line that fills exactly `width` cells."""
    text = line.copy() if isinstance(line, Text) else Text(plain(line), style=style)
    text.truncate(max(0, width), overflow="ellipsis" if width > 0 else "crop", pad=True)
    return text


def spread(left: Text, right: Text, width: int) -> Text:
    """Return a line with a text at either end, the left one shortened where both do not fit."""
    room = width - right.cell_len
    if room < 8:
        return fitted(left, width)
    return fitted(left, room - 1) + Text(" ") + right


def gauge(share: float, width: int, style: str) -> Text:
    """Return a bar of `width` cells of which `share` (0 to 1) is done."""
    done = min(width, max(0, int(share * width + 1e-9)))
    return Text(FULL * done, style=style) + Text(EMPTY * (width - done), style=QUIET)


def meter(level: int, name: str) -> Text:
    """Return a pressure as four dots and its word."""
    return Text("●" * level + "○" * (4 - level)) + Text(f" {name}", style=QUIET)


def console_on(stream: TextIO, env: Mapping[str, str], *, no_color: bool = False) -> Console:
    """Return a console that shows text as text: no markup, no emoji codes, no guessed highlights."""
    return Console(
        file=stream,
        no_color=no_color or bool(env.get("NO_COLOR")),
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        _environ=env,
    )
