"""One's own table of sessions: a day, a routine and minutes a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

from facecoach.habit.intake import Entry, Taken
from facecoach.habit.table import Row, day_of, fault, rows
from facecoach.words import clipped

_COLUMNS = {"day": "day", "date": "day", "routine": "routine", "minutes": "minutes", "seconds": "seconds"}
_ORDER = {"day": 0, "routine": 1, "minutes": 2}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,3})?", re.ASCII)
MOST_MINUTES = 180


def columns(head: Sequence[str]) -> Mapping[str, int] | None:
    """Return where which column is; None for what is no such table. A table without a header has them in order."""
    if head and _DAY.fullmatch(head[0]):
        return _ORDER
    found = {_COLUMNS[name.lower()]: at for at, name in enumerate(head) if name.lower() in _COLUMNS}
    return found if "day" in found and ("routine" in found or "minutes" in found) and head[-1:] != [""] else None


def read(raw: bytes, name: str, today: date) -> Taken | None:
    """Return what a table holds, None where it is another kind of table; raises CoachError with the line."""
    table = rows(raw, name)
    head = next(table, None)
    where = columns(head.cells) if head else None
    if head is None or where is None:
        return None
    first = [head] if where is _ORDER else []
    entries = [_entry(row, where, today) for row in chain(first, table)]
    return Taken("csv", entries, Counter(), dict(Counter(entry.name for entry in entries)))


def _entry(row: Row, where: Mapping[str, int], today: date) -> Entry:
    told = {name: row.cells[at] if at < len(row.cells) else "" for name, at in where.items()}
    day = day_of(told["day"], today, row.place)
    return Entry(day, told.get("routine", ""), _seconds(told, row.place), row.place)


def _seconds(told: Mapping[str, str], place: str) -> float | None:
    """Return how long a session was, None where that is not told; raises CoachError beyond 180 minutes."""
    unit = 60 if told.get("minutes") else 1
    text = told.get("minutes") or told.get("seconds") or ""
    if not text:
        return None
    seconds = float(text) * unit if _NUMBER.fullmatch(text) else 0
    if not 0 < seconds <= MOST_MINUTES * 60:
        raise fault(place, f"`{clipped(text)}` is out of range: over 0 to {MOST_MINUTES} minutes")
    return seconds
