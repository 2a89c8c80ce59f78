"""Data as JSON, and as a table, that cannot steer a terminal."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from facecoach.screen.spans import plain

# JSON itself escapes the codes below 32, but not those from 127 to 159, some of which terminals obey.
_ESCAPES = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}


def as_json(data: Any, indent: int | None = None) -> str:
    """Return data as JSON text."""
    return json.dumps(data, ensure_ascii=False, indent=indent).translate(_ESCAPES)


COLUMNS = (
    "id", "day", "started", "ended", "routine", "name", "outcome", "seconds", "planned", "source", "zones",
    "feel_before", "feel_after", "plan", "at",
)  # fmt: skip


def as_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as comma separated values with a line of names first, as RFC 4180 has them."""
    stream = StringIO()
    table = csv.writer(stream)
    table.writerow(columns)
    table.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue()


def session_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a session as a row of a table: how tight it felt in two columns."""
    feel = record.get("feel")
    known = feel if isinstance(feel, dict) else {}
    return {**record, "feel_before": known.get("before"), "feel_after": known.get("after")}


def _cell(value: object) -> object:
    if isinstance(value, dict):
        return plain(" ".join(f"{zone}={seconds}" for zone, seconds in value.items()))
    if isinstance(value, str):
        return "".join(char if char in "\n\t" else plain(char) for char in value)
    return value
