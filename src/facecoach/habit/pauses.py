"""Planned time off: what holds today, and the records that begin, prolong and end it."""

from __future__ import annotations

from datetime import date, timedelta

from facecoach.errors import CoachError
from facecoach.habit import records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facecoach.habit.book import Book
    from facecoach.habit.records import Record, Stamp

    Stamper = Callable[[], Stamp]

LONGEST = 365


def running(book: Book) -> list[Record]:
    """Return the pauses that stand and hold today."""
    return [one for one in book.standing("pause") if (span := _ends(one)) and span[0] <= book.today <= span[1]]


def span(pauses: Sequence[Record]) -> dict[str, str]:
    """Return the first and the last day, `from` and `until`, of pauses that share a day; empty without any."""
    if not pauses:
        return {}
    return {"from": min(one["from"] for one in pauses), "until": max(one["until"] for one in pauses)}


def begun(book: Book, last: date, stamp: Stamper) -> list[Record]:
    """Return the record of a pause from today until `last`; none where a running pause covers it already."""
    if span(running(book)).get("until", "") >= last.isoformat():
        return []
    return [records.pause(stamp(), book.today.isoformat(), last.isoformat())]


def ended(book: Book, stamp: Stamper) -> list[Record]:
    """Return the records that end today's pauses; raises CoachError where none is running.

    The days that have passed come first, as a pause of their own, so that a crash before the voids loses nothing.
    """
    found = running(book)
    if not found:
        raise CoachError("there is no pause to end", "`facecoach pause --days 7` begins one")
    first, yesterday = span(found)["from"], (book.today - timedelta(1)).isoformat()
    passed = [records.pause(stamp(), first, yesterday)] if first <= yesterday else []
    return [*passed, *(records.void(stamp(), one["id"]) for one in found)]


def _ends(record: Record) -> tuple[date, date] | None:
    try:
        return date.fromisoformat(record["from"]), date.fromisoformat(record["until"])
    except (KeyError, TypeError, ValueError):
        return None
