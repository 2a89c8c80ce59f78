"""The journal's files: append a line, read and merge them all, lose nothing.

Only what a shell prompt can afford is imported here.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime

from facecoach.errors import CoachError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

NAME = "journal.jsonl"


class Lines:
    """What the journal's files hold: the records, and the place (`path:line`) of each line that is none."""

    __slots__ = ("damaged", "records")

    def __init__(self, records: list[dict[str, Any]], damaged: list[str]) -> None:
        self.records = records
        self.damaged = damaged


def read(folder: str | os.PathLike[str]) -> Lines:
    """Read every `journal*.jsonl` in `folder`; a missing folder holds nothing.

    Raises CoachError when a file is there and cannot be read.
    """
    lines = Lines([], [])
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - pathlib costs a shell prompt more than it has
    except OSError:
        return lines
    for name in names:
        if name.startswith("journal") and name.endswith(".jsonl"):
            _read_file(os.path.join(folder, name), lines)  # noqa: PTH118 - as above
    return lines


def append(folder: str | os.PathLike[str], record: dict[str, Any]) -> dict[str, Any]:
    """Write one record as a whole line at the journal's end, flushed to disk, and return it.

    Raises CoachError when it cannot be written.
    """
    line = json.dumps(record, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    try:
        handle = _open(folder)
        try:
            _write(handle, line)
        finally:
            os.close(handle)
    except OSError as fault:
        raise _unwritable(folder, fault) from None
    return record


def prove(folder: str | os.PathLike[str]) -> None:
    """Raise CoachError now if the journal could not be written later."""
    try:
        os.close(_open(folder))
    except OSError as fault:
        raise _unwritable(folder, fault) from None


def entry(kind: str, day: str, now: datetime, **fields: Any) -> dict[str, Any]:
    """Return a record of `kind` that counts for `day`, with the keys that all records have."""
    shared = {"v": 1, "id": new_id(now), "type": kind, "at": now.isoformat(timespec="seconds"), "day": day}
    return {**shared, **fields}


def new_id(now: datetime) -> str:
    """Return an id that no other record has, and that sorts by time."""
    return f"{now.astimezone(UTC).strftime('%Y%m%dT%H%M%S%f')}-{os.urandom(4).hex()}"


def _open(folder: str | os.PathLike[str]) -> int:
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    return os.open(os.path.join(folder, NAME), flags, 0o600)  # noqa: PTH118 - as above


def _write(handle: int, line: bytes) -> None:
    """Append in one call, behind a line break when the last writer was torn off."""
    if size := os.lseek(handle, 0, os.SEEK_END):
        os.lseek(handle, size - 1, os.SEEK_SET)
        line = line if os.read(handle, 1) == b"\n" else b"\n" + line
    if os.write(handle, line) != len(line):
        raise OSError(28, "the disk is full")
    os.fsync(handle)


def _unwritable(folder: str | os.PathLike[str], fault: OSError) -> CoachError:
    path = os.path.join(folder, NAME)  # noqa: PTH118 - as above
    reason = (fault.strerror or "it failed").lower()
    return CoachError(f"the journal `{path}` cannot be written: {reason}", "`facecoach doctor` looks into it")


def _read_file(path: str, lines: Lines) -> None:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            raw = file.read()
    except OSError as fault:
        reason = (fault.strerror or "it failed").lower()
        raise CoachError(
            f"the journal `{path}` cannot be read: {reason}", "mend its permissions, or move it away"
        ) from None
    rows = raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    written = [row for row in rows if row.strip()]
    whole = _all_at_once(written)
    if whole is not None:
        lines.records += whole
    else:
        _one_by_one(path, rows, lines)


def _all_at_once(rows: list[bytes]) -> list[dict[str, Any]] | None:
    """Return the records of rows that are all whole: several times faster than one by one."""
    try:
        found = json.loads(b"[" + b",".join(rows) + b"]")
    except (ValueError, RecursionError):
        return None
    return found if len(found) == len(rows) and all(type(record) is dict for record in found) else None


def _one_by_one(path: str, rows: Iterable[bytes], lines: Lines) -> None:
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        try:
            record = json.loads(row)
        except (ValueError, RecursionError):
            record = None
        if isinstance(record, dict):
            lines.records.append(record)
        else:
            lines.damaged.append(f"{path}:{number}")
