"""A line of text as a value: spans of text, each with its style. A page is made of such lines before it is shown.

A style is written as Rich reads it (`bold #f0b429`), but nothing here needs Rich, so that a page in a pipe needs none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from facecoach.knowledge.colours import ZONE_TINTS, written

Span = tuple[str, str]
Line = tuple[Span, ...]

WARM = "#f0b429"
QUIET = "dim"
FULL, EMPTY = "━", "─"
ELLIPSIS = "…"

_TURNS = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})
_WORD = re.compile(r"\S+")


def zone_colour(zone: str) -> str:
    """Return the colour that stands for a zone."""
    return written(tint(zone))


def tint(zone: str) -> tuple[int, int, int]:
    """Return the colour that stands for a zone as red, green and blue."""
    return ZONE_TINTS.get(zone, ZONE_TINTS["face"]).colour  # type: ignore[call-overload, no-any-return]  # any name may be asked for


def plain(text: object) -> str:
    """Return text without anything that could steer a terminal: it is shown, never obeyed."""
    whole = str(text)
    return whole if whole.isascii() and whole.isprintable() else _plain(whole)


def line(*parts: str | Span) -> Line:
    """Return a line of these parts, of which some have a style; text that could steer a terminal is made plain."""
    spans = ((part, "") if isinstance(part, str) else part for part in parts)
    return tuple((plain(text), style) for text, style in spans if text)


def worded(one: Line) -> str:
    """Return a line without its styles."""
    return "".join(text for text, _ in one).rstrip()


def cells(text: str) -> int:
    """Return how many cells of a terminal a text fills."""
    return len(text) if text.isascii() else _cells(text)


def width(one: Line) -> int:
    """Return how many cells a line fills."""
    return sum(cells(text) for text, _ in one)


def cut(one: Line, room: int, end: str = ELLIPSIS) -> Line:
    """Return a line of at most `room` cells, which ends in `end` where something had to go."""
    if width(one) <= room:
        return one
    kept: list[Span] = []
    left = room - cells(end)
    for text, style in one:
        head = _head(text, left)
        kept.append((head, style))
        left -= cells(head)
        if head != text:
            break
    last = kept[-1][1] if kept else ""
    return (*kept, (end if room >= cells(end) else "", last))


def padded(one: Line, room: int) -> Line:
    """Return a line that fills `room` cells at least."""
    return (*one, (" " * (room - width(one)), ""))


def fitted(one: Line, room: int, end: str = ELLIPSIS) -> Line:
    """Return a line that fills exactly `room` cells."""
    return padded(cut(one, max(0, room), end), room)


def wrapped(one: Line, room: int, indent: int = 0) -> list[Line]:
    """Return a line broken between words into lines of at most `room` cells; all but the first are indented."""
    text = "".join(part for part, _ in one)
    broken = list(_breaks(text, max(1, room), min(indent, max(0, room - 1))))
    return [
        ((" " * indent if number else "", ""), *_slice(one, start, end)) for number, (start, end) in enumerate(broken)
    ] or [()]


def spaced(spans: Iterable[Span], gap: int) -> Line:
    """Return spans in a line, so many cells apart."""
    return tuple(part for span in spans for part in (span, (" " * gap, "")))[:-1]


def spread(left: Line, right: Line, room: int) -> Line:
    """Return a line with a text at either end, the left one shortened where both do not fit."""
    rest = room - width(right)
    return (*fitted(left, rest - 1), (" ", ""), *right) if rest >= 8 else fitted(left, room)


def beside(left: Sequence[Line], right: Sequence[Line], room: int) -> Iterator[Line]:
    """Yield two columns as lines, of which the left one is `room` cells wide."""
    for row in range(max(len(left), len(right))):
        one = left[row] if row < len(left) else ()
        two = right[row] if row < len(right) else ()
        yield (*padded(one, room), *two) if two else one


def bar(share: float, room: int, style: str, rest: str = "") -> Line:
    """Return a bar of `room` cells of which `share` (0 to 1) is done; the rest is dim, or in the style `rest`."""
    done = min(room, max(0, int(share * room + 1e-9)))
    return (FULL * done, style), (EMPTY * (room - done), rest or f"{QUIET} {style}")


def meter(level: int, name: str) -> Line:
    """Return a pressure as four dots and its word."""
    return ("●" * level + "○" * (4 - level), ""), (f" {name}", QUIET)


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    return "".join(map(_harmless, text))


def _harmless(char: str) -> str:
    if char in "\t\n":
        return " "
    if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
        return "\N{REPLACEMENT CHARACTER}"
    return "" if unicodedata.bidirectional(char) in _TURNS else char


@lru_cache(maxsize=2048)
def _cells(text: str) -> int:
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _head(text: str, room: int) -> str:
    """Return as much of the beginning of a text as fits into `room` cells."""
    if cells(text) <= room:
        return text
    filled = 0
    for index, char in enumerate(text):
        filled += _width(char)
        if filled > room:
            return text[:index]
    return text


def _breaks(text: str, room: int, indent: int) -> Iterator[tuple[int, int]]:
    """Yield where each line of a wrapped text begins and ends; a word longer than a line is broken."""
    start = end = 0
    left = room
    for word in _WORD.finditer(text):
        if end > start and cells(text[start : word.end()]) > left:
            yield start, end
            start, left = word.start(), room - indent
        while cells(text[start : word.end()]) > left:
            head = len(_head(text[start : word.end()], left)) or 1
            yield start, start + head
            start, left = start + head, room - indent
        end = word.end()
    if end > start:
        yield start, end


def _slice(one: Line, start: int, end: int) -> Iterator[Span]:
    at = 0
    for text, style in one:
        piece = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if piece:
            yield piece, style
