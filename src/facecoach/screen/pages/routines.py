"""The routines there are, and the exercises, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from facecoach.knowledge.anatomy import ZONES
from facecoach.routine.shelf import Card
from facecoach.screen.spans import QUIET, Line, cells, cut, line, padded, width, zone_colour
from facecoach.words import clock

if TYPE_CHECKING:
    from facecoach.routine.exercise import Exercises


def shelf_lines(found: Sequence[Card], room: int | None) -> Iterator[Line]:
    """Yield every routine on a line: how it is called, how long it lasts, when it suits, where it works."""
    slugs = max((cells(one.entry.slug) for one in found), default=0)
    names = max((width(_name(one)) for one in found), default=0)
    for one in found:
        head = line((f"{one.entry.slug:{slugs}}", "bold"), f"  {clock(one.seconds):>5}  ", (f"{one.when:8}  ", QUIET))
        whole = (*head, *padded(_name(one), names), ("  ", ""), *_zone_words(one))
        yield whole if room is None else cut(whole, room)
    yield ()
    yield line(("facecoach show NAME tells more, facecoach run NAME starts", QUIET))


def exercise_lines(found: Exercises, room: int | None) -> Iterator[Line]:
    """Yield every exercise on a line: how a step names it, how long it lasts, where it works, what it says."""
    slugs = max(map(cells, found), default=0)
    for name, one in found.items():
        zone = (f"{ZONES[one.zone].label.lower():18}", zone_colour(one.zone))
        whole = line((f"{name:{slugs}}", "bold"), f"  {clock(one.seconds):>5}  ", zone, (one.cue, QUIET))
        yield whole if room is None else cut(whole, room)
    yield ()
    yield line(("a step takes one over with `use: NAME`, and overrides what it says itself", QUIET))


def _name(one: Card) -> Line:
    entry = one.entry
    yours = "  yours, in place of the bundled one" if entry.hides else "  yours" if entry.origin == "user" else ""
    return line(one.name, (yours, QUIET))


def _zone_words(one: Card) -> Line:
    words = [(ZONES[zone].label.lower(), zone_colour(zone)) for zone in one.zones if zone != "face"]
    return line(*(span for word in words for span in (word, (", ", QUIET))))[:-1]
