"""The journal's records by type and id, each once, wherever and however often it was written."""

from __future__ import annotations

import json
from collections import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from facecoach.habit.records import Record

    Row = tuple[str, ...]

KINDS = ("session", "void", "policy", "pause", "condition", "screening", "plan")
ENDLESS = 1e9
DAMAGED = (AttributeError, KeyError, OverflowError, TypeError, ValueError)


class Merged:
    """The journal's records by type and id, each once; sessions as rows where the ledger was not read whole.

    `nameless` counts the records without a type or an id to be known by; `others` are those of types not known here,
    and `unknown` how many there are of each.
    """

    __slots__ = ("kinds", "nameless", "others", "rows", "unknown")

    def __init__(self) -> None:
        self.kinds: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self.rows: dict[str, Row] = {}
        self.others: dict[str, Record] = {}
        self.nameless = 0
        self.unknown: Counter[str] = Counter()


def merge(records: Iterable[Record], rows: Iterable[Row] = ()) -> Merged:
    """Return records by type and id; of two that differ under one id every machine keeps the same one."""
    merged = Merged()
    sessions = list(rows)
    merged.rows = {row[0]: row for row in sessions}
    if len(merged.rows) < len(sessions):
        for row in sessions:
            merged.rows[row[0]] = max(merged.rows[row[0]], row, key=_row_rank)
    for record in records:
        _add(merged, record)
    for key in merged.rows.keys() & merged.kinds["session"].keys():
        _add(merged, _whole(merged.rows.pop(key)))
    return merged


def _add(merged: Merged, record: Record) -> None:
    try:
        kind, key = merged.kinds.get(record["type"]), record.get("id")
        if kind is None:
            known = isinstance(record["type"], str)
            merged.nameless += not known
            merged.unknown[record["type"]] += known
            if known and isinstance(key, str):
                merged.others[key] = record
        elif not isinstance(key, str):
            merged.nameless += 1
        elif (other := kind.setdefault(key, record)) is not record and other != record:
            kind[key] = max(other, record, key=_rank)
    except DAMAGED:
        merged.nameless += 1


def _rank(record: Record) -> tuple[bool, float, str]:
    """Rank versions of one record: completed above partial, longer above shorter, then in any fixed order."""
    worked = record.get("seconds")
    length = worked if isinstance(worked, int | float) and 0 <= worked < ENDLESS else -1.0
    return record.get("outcome") == "completed", length, repr(sorted(record.items()))


def _row_rank(row: Row) -> tuple[bool, float, str]:
    return _rank(_whole(row))


def _whole(row: Row) -> Record:
    """Return a session read as a row as the record that its line holds, as far as it was read."""
    known = {"type": "session", "id": row[0], "day": row[1], "routine": row[2], "outcome": row[3]}
    return {**known, **tail(row)}


def tail(row: Row) -> Record:
    """Return the keys at the end of a session's row, none where it is damaged."""
    try:
        tail = json.loads(f'{{"seconds": {row[4]}, {row[5]}')
    except ValueError:
        return {}
    return tail if isinstance(tail, dict) else {}
