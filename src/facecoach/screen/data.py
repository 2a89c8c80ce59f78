"""Data as JSON, and as a table, that cannot steer a terminal."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from facecoach.screen.spans import plain

# JSON itself escapes the codes below 32, but not those from 127 to 159, some of which terminals obey.
_ESCAPES = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}


def as_json(data: Any, indent: int | None = None) -> str:
    """Return data as JSON text."""
    return json.dumps(data, ensure_ascii=False, indent=indent).translate(_ESCAPES)


COLUMNS = ("id", "day", "started", "ended", "routine", "name", "outcome", "seconds", "planned", "source", "zones")


def as_table(sessions: Iterable[Mapping[str, Any]]) -> str:
    """Return sessions as comma separated values, with a line of names first."""
    stream = StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows([_cell(record.get(column)) for column in COLUMNS] for record in sessions)
    return stream.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, dict):
        return plain(" ".join(f"{zone}={seconds}" for zone, seconds in value.items()))
    if isinstance(value, str):
        return "".join(char if char in "\n\t" else plain(char) for char in value)
    return value
