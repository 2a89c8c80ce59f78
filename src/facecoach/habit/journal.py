"""The journal's files: append a line, read and merge them all, lose nothing.

Only what a shell prompt can afford is imported here.
"""

from __future__ import annotations

import gc
import json
import os
from datetime import UTC, datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from facecoach.errors import CoachError

BLOCK = 64 * 1024
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
    except (FileNotFoundError, NotADirectoryError):
        return lines
    except OSError as fault:
        raise _failed(os.fspath(folder), "read", fault, "mend the folder's permissions") from None
    collecting = gc.isenabled()
    gc.disable()  # a journal is many objects and no garbage: looking for some takes a quarter of the time
    try:
        for name in names:
            if name.startswith("journal") and name.endswith(".jsonl"):
                _read_file(os.path.join(folder, name), lines)  # noqa: PTH118 - as above
    finally:
        if collecting:
            gc.freeze()
            gc.enable()
    return lines


def append(folder: str | os.PathLike[str], record: dict[str, Any]) -> dict[str, Any]:
    """Write one record as a whole line at the journal's end, flushed to disk, and return it.

    Raises CoachError when it cannot be written.
    """
    line = json.dumps(record, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    try:
        handle = claim(folder)
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


def claim(folder: str | os.PathLike[str]) -> int:
    """Return a handle on the journal that no other program writes to until it is closed; raises OSError."""
    while True:
        handle = _open(folder)
        _lock(handle)
        try:
            if os.path.samestat(os.fstat(handle), os.stat(os.path.join(folder, NAME))):  # noqa: PTH116, PTH118 - as above
                return handle
        except FileNotFoundError:
            pass
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
    except (ImportError, OSError):
        return


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
    return _failed(path, "written", fault, "`facecoach doctor` looks into it")


def _failed(path: str, what: str, fault: OSError, hint: str) -> CoachError:
    from facecoach.errors import CoachError

    return CoachError(f"the journal `{path}` cannot be {what}: {(fault.strerror or 'it failed').lower()}", hint)


def _read_file(path: str, lines: Lines) -> None:
    """Read a file by blocks of whole lines, so that a damaged one slows down only its neighbours."""
    number = 1
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            block = file.read(BLOCK).removeprefix(b"\xef\xbb\xbf")
            while block:
                block += file.readline() if block[-1:] != b"\n" else b""
                _read_block(block, path, number, lines)
                number += block.count(b"\n")
                block = file.read(BLOCK)
    except OSError as fault:
        raise _failed(path, "read", fault, "mend its permissions, or move it away") from None


def _read_block(block: bytes, path: str, number: int, lines: Lines) -> None:
    """Read rows of which the first has this number in its file: all at once when all are whole, or else one by one."""
    rows = block.removesuffix(b"\n")
    found = parse(b"[%b]" % rows.replace(b"\n", b","))
    if isinstance(found, list) and len(found) == rows.count(b"\n") + 1 and set(map(type, found)) <= {dict}:
        lines.records += found
        return
    for place, row in enumerate(rows.split(b"\n"), number):
        record = parse(row)
        if isinstance(record, dict):
            lines.records.append(record)
        elif row.strip():
            lines.damaged.append(f"{path}:{place}")


def parse(row: bytes) -> Any:
    """Return the value that JSON text in UTF-8 stands for, or None when it is none."""
    try:
        return _decode(row.decode())
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


_decode = json.JSONDecoder(parse_constant=_refuse).decode
