"""The routines there are, and the exercises, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from facecoach.knowledge.anatomy import ZONES
from facecoach.routine.shelf import Card
from facecoach.screen.spans import QUIET, Line, cells, line, padded, width, wrapped, zone_colour
from facecoach.words import clock

NARROWEST = 30  # cells that words beside something need

if TYPE_CHECKING:
    from facecoach.routine.exercise import Exercises


def shelf_lines(found: Sequence[Card]) -> Iterator[Line]:
    """Yield every routine on a line: how it is called, how long it lasts, when it suits, where it works."""
    slugs = max((cells(one.entry.slug) for one in found), default=0)
    names = max((width(_name(one)) for one in found), default=0)
    for one in found:
        head = line((f"{one.entry.slug:{slugs}}", "bold"), f"  {clock(one.seconds):>5}  ", (f"{one.when:8}  ", QUIET))
        yield (*head, *padded(_name(one), names), ("  ", ""), *_zone_words(one))
    yield ()
    yield line(("facecoach show NAME tells more, facecoach run NAME starts", QUIET))


def exercise_lines(found: Exercises, room: int | None) -> Iterator[Line]:
    """Yield every exercise: how a step names it, how long it lasts, where it works, what it says.

    On a line each, or on as many of `room` cells as it needs.
    """
    slugs = max(map(cells, found), default=0)
    for name, one in found.items():
        zone = (f"{ZONES[one.zone].label.lower():18}", zone_colour(one.zone))
        head = line((f"{name:{slugs}}", "bold"), f"  {clock(one.seconds):>5}  ", zone)
        yield from _hung(head, line((one.cue, QUIET)), room) if room else [(*head, *line((one.cue, QUIET)))]
    yield ()
    yield line(("a step takes one over with `use: NAME`, and overrides what it says itself", QUIET))


def _hung(head: Line, words: Line, room: int) -> Iterator[Line]:
    """Yield words after a head, or below it where they would be narrow."""
    left = width(head) if room - width(head) >= NARROWEST else 2
    if left == 2:
        yield head
    for number, part in enumerate(wrapped(words, room - left)):
        yield (*(head if left > 2 and not number else padded((), left)), *part)


def _name(one: Card) -> Line:
    entry = one.entry
    yours = "  yours, in place of the bundled one" if entry.hides else "  yours" if entry.origin == "user" else ""
    return line(one.name, (yours, QUIET))


def _zone_words(one: Card) -> Line:
    words = [(ZONES[zone].label.lower(), zone_colour(zone)) for zone in one.zones if zone != "face"]
    return line(*(span for word in words for span in (word, (", ", QUIET))))[:-1]
