"""A zone as a tile one cell wide: its letter on its colour."""

from __future__ import annotations

from collections.abc import Iterable

from facecoach.knowledge.marks import zone_mark
from facecoach.screen.spans import QUIET, Line, Span, spaced, zone_colour

DARK = "#12161e"  # what is written on a zone's colour


def tile(zone: str, *, quiet: bool = False) -> Span:
    """Return a zone's letter on its colour, or without it where it is to be quiet."""
    return (zone_mark(zone), QUIET if quiet else f"bold {DARK} on {zone_colour(zone)}")


def tiles(zones: Iterable[str], room: int, *, quiet: bool = False) -> Line:
    """Return zones as tiles a cell apart, or side by side where `room` cells have no place for that."""
    found = [tile(zone, quiet=quiet) for zone in zones]
    return spaced(found, 1) if 2 * len(found) - 1 <= room else tuple(found)
