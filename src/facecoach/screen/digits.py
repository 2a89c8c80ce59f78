"""Digits to be read from across the room."""

from __future__ import annotations

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


def big(digits: str, scale: int = 1) -> list[str]:
    """Return digits drawn large: five rows high times `scale`, all rows of one width."""
    rows = ["  ".join(_GLYPHS[digit][row] for digit in digits) for row in range(5)]
    wide = ["".join(char * scale for char in row) for row in rows]
    return [row for row in wide for _ in range(scale)]
