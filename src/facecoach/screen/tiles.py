"""A zone as a tile one cell wide: its letter on its colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facecoach.knowledge.colours import ZONE_TINTS
from facecoach.screen.spans import QUIET, Line, Span, spaced, tint, zone_colour

DARK = "#12161e"  # what is written on a zone's colour
NIGHT = (14, 17, 24)  # what a shade is mixed with


def tile(zone: str, *, quiet: bool = False) -> Span:
    """Return a zone's letter on its colour, or without it where it is to be quiet."""
    return (zone_mark(zone), QUIET if quiet else f"bold {DARK} on {zone_colour(zone)}")


def zone_mark(zone: str) -> str:
    """Return the letter that stands for a zone; that of the whole face for a name that is none."""
    return next((tint.mark for name, tint in ZONE_TINTS.items() if name == zone), ZONE_TINTS["face"].mark)


def tiles(zones: Iterable[str], room: int, *, quiet: bool = False) -> Line:
    """Return zones as tiles a cell apart, or side by side where `room` cells have no place for that."""
    found = [tile(zone, quiet=quiet) for zone in zones]
    return spaced(found, 1) if 2 * len(found) - 1 <= room else tuple(found)


def shaded(legs: Sequence[tuple[str, float]], room: int) -> Line:
    """Return a routine as a bar of `room` cells: a piece a move (zone and seconds), with its letter on its colour."""
    total, passed = sum(seconds for _, seconds in legs), 0.0
    spans: list[Span] = []
    for zone, seconds in legs:
        first, last = round(passed / total * room), round((passed + seconds) / total * room)
        passed += seconds
        wide = last - first
        text = f" {zone_mark(zone)}" if wide > 2 else zone_mark(zone)
        colour = zone_colour(zone)
        spans += [(f"{text:{max(1, wide - 1)}}"[:wide], f"bold {colour} on {_shade(zone)}"), (" " * (wide > 1), "")]
    return tuple(spans)


def _shade(zone: str) -> str:
    """Return a zone's colour as it is when it is not lit."""
    mixed = (round(part * 0.3 + dark * 0.7) for part, dark in zip(tint(zone), NIGHT, strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)
