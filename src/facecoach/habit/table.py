"""Comma separated values as rows with the number of their line; what cannot be read is told with its place."""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a start (see records.py)

from __future__ import annotations

import csv
from collections import namedtuple
from collections.abc import Iterator
from datetime import date

from facecoach.errors import CoachError
from facecoach.habit.facts import EARLIEST
from facecoach.words import clipped

MOST_ROWS = 50_000
MOST_COLUMNS = 1000
_SIGNS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"PK\x03\x04": "a zip within", b"SQLite f": "a database"}


class Row(namedtuple("Row", "place cells")):
    """A row: its place, as `name:line`, and its cells."""

    __slots__ = ()
    place: str
    cells: list[str]


def rows(raw: bytes, name: str) -> Iterator[Row]:
    """Yield the rows that hold something; raises CoachError for what is no table in UTF-8, and beyond 50000 rows."""
    lines = _text(raw, name).split("\n")
    head = lines[0]
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=";" if head.count(";") > head.count(",") else ",")
    number = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                number += 1
                if number > MOST_ROWS:
                    raise fault(f"{name}:{reader.line_num}", f"more than {MOST_ROWS} rows", "is it the right file?")
                if len(cells) > MOST_COLUMNS:
                    raise fault(f"{name}:{reader.line_num}", f"more than {MOST_COLUMNS} columns")
                yield Row(f"{name}:{reader.line_num}", [cell.strip() for cell in cells])
    except csv.Error as wrong:
        why = clipped(str(wrong), 80)
        raise fault(f"{name}:{reader.line_num}", f"this is no row of a table ({why})", 'look for a lone `"`') from None


def fault(place: str, message: str, hint: str = "") -> CoachError:
    """Return what is wrong at a place; nothing of the file is taken in then."""
    return CoachError(f"`{clipped(place, 120)}`: {message}", hint or "nothing was written; mend it and try again")


def day_of(text: str, today: date, place: str, *, done: bool = True) -> date:
    """Return the day of a row; raises CoachError for what is none, or lies before 2000, or ahead where it is `done`."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or len(text) != 10:
        raise fault(place, f"`{clipped(text)}` is not a day", "a day is written `2026-11-20`")
    if day < EARLIEST or (done and day > today):
        raise fault(place, f"`{day}` is out of range: from {EARLIEST} to today, {today}")
    return day


def _text(raw: bytes, name: str) -> str:
    for sign, kind in _SIGNS.items():
        if raw.startswith(sign):
            raise fault(name, f"it is {kind}, not a table in UTF-8", "save it as CSV in UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        raise fault(f"{name}:{line}", "this line is not in UTF-8", "save it as CSV in UTF-8") from None
