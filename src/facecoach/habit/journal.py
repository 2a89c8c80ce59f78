"""The journal's files: append a line, read them all, lose nothing.

A shell prompt loads this module, so it imports only what loads fast.
"""

from __future__ import annotations

import errno
import gc
import json
import os
import re
from contextlib import contextmanager
from datetime import UTC, datetime

from facecoach.files import reading
from facecoach.habit.records import Stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any, NoReturn

    from facecoach.errors import CoachError

NAME = "journal.jsonl"
BLOCK = 256 * 1024
LONGEST_LINE = 1024 * 1024
LARGEST_FILE = 256 * 1024 * 1024
MOST_DAMAGED = 1000

_TEXT = r'[^"\\\n]*'
# A session as `append` writes it; the last group is any other line. One pattern over a whole block takes a fifth of
# the time of a JSON parser, and nearly all lines are sessions.
_ROWS = re.compile(
    rf'^(?:\{{"v": 1, "id": "({_TEXT})", "type": "session", "at": ".{{25}}", "day": "(.{{10}})", '
    rf'"routine": "({_TEXT})", "name": "{_TEXT}", "started": ".{{25}}", "ended": ".{{25}}", '
    r'"outcome": "(completed|partial)", "seconds": ([\d.]+), (.*"source": "\w+".*\})|(.+))$',
    re.MULTILINE,
)


class Ledger:
    """What the journal's files hold.

    `sessions` are rows of text: id, day, routine, outcome, seconds, and the rest of the line behind them. `records` is
    everything else, or everything where the ledger was read whole. `damaged` are the places (`path:line`) of lines
    that are neither, and `left_out` the copies that could not be read, each with the reason.
    """

    __slots__ = ("damaged", "left_out", "records", "sessions")

    def __init__(self) -> None:
        self.records: list[dict[str, Any]] = []
        self.sessions: list[tuple[str, ...]] = []
        self.damaged: list[str] = []
        self.left_out: list[tuple[str, str]] = []


def read(folder: str | os.PathLike[str], *, whole: bool = False) -> Ledger:
    """Read every `journal*.jsonl` in `folder`; a missing folder holds nothing.

    Only a `whole` ledger has all keys of each session. Raises CoachError when the journal itself cannot be read.
    """
    ledger = Ledger()
    collecting = gc.isenabled()
    gc.disable()  # a journal is many objects and no garbage: searching them for garbage takes a quarter of the time
    try:
        for path in files(folder):
            _read_file(path, ledger, whole)
    finally:
        if collecting:
            gc.freeze()
            gc.enable()
    return ledger


def files(folder: str | os.PathLike[str]) -> list[str]:
    """Return the paths of the journal and of every copy beside it; raises CoachError for an unreadable folder."""
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as fault:
        raise _failed(os.fspath(folder), "read", fault, "`facecoach doctor` looks into it") from None
    return [os.path.join(folder, name) for name in names if name.startswith("journal") and name.endswith(".jsonl")]


def append(folder: str | os.PathLike[str], record: dict[str, Any]) -> dict[str, Any]:
    """Write one record as a whole line at the journal's end, flushed to disk, and return it.

    Raises CoachError when it cannot be written.
    """
    with alone(folder) as pen:
        return pen.append(record)


@contextmanager
def alone(folder: str | os.PathLike[str]) -> Iterator[Pen]:
    """Let nobody else write to the journal meanwhile; raises CoachError when it cannot be written."""
    try:
        handle = claim(folder)
    except OSError as fault:
        raise _unwritable(folder, fault) from None
    try:
        yield Pen(folder, handle)
    finally:
        os.close(handle)


class Pen:
    """The right to write to the journal, while nobody else has it."""

    __slots__ = ("_folder", "_handle")

    def __init__(self, folder: str | os.PathLike[str], handle: int) -> None:
        self._folder = folder
        self._handle = handle

    def append(self, record: dict[str, Any]) -> dict[str, Any]:
        """Write one record as a whole line at the journal's end, flushed to disk, and return it; raises CoachError."""
        return self.extend([record])[0]

    def extend(self, records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Write records in one go, all of them or none, flushed to disk, and return them; raises CoachError."""
        lines = [json.dumps(record, ensure_ascii=False, allow_nan=False).encode() + b"\n" for record in records]
        self.add(lines)
        return [*records]

    def add(self, lines: Sequence[bytes]) -> None:
        """Write whole lines in one go, all of them or none, flushed to disk; raises CoachError."""
        try:
            if lines:
                _write(self._handle, b"".join(lines))
        except OSError as fault:
            raise _unwritable(self._folder, fault) from None


def prove(folder: str | os.PathLike[str]) -> None:
    """Raise CoachError now if the journal could not be written later."""
    try:
        os.close(_open(folder))
    except OSError as fault:
        raise _unwritable(folder, fault) from None


def holds(folder: str | os.PathLike[str], key: str, said: Mapping[str, Any]) -> bool:
    """Whether a record of an id that says these things, in this order, is among the last of the journal."""
    known, told = f'"id": {json.dumps(key)}', json.dumps(said, ensure_ascii=False)[1:-1]
    try:
        with open(os.path.join(folder, NAME), "rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - BLOCK))
            lines = file.read().split(b"\n")
            return any(known.encode() in line and f"{told}, ".encode() in line for line in lines)
    except OSError:
        return False


def stamp(now: datetime, day: str) -> Stamp:
    """Return a new id, which sorts by time and which no other record has, with the time and the day it counts for."""
    return Stamp(new_id(now), now.isoformat(timespec="seconds"), day)


def new_id(now: datetime) -> str:
    """Return an id that no other record has, and that sorts by time."""
    return f"{now.astimezone(UTC).strftime('%Y%m%dT%H%M%S%f')}-{os.urandom(4).hex()}"


def claim(folder: str | os.PathLike[str]) -> int:
    """Return a handle on the journal, locked against other programs where the system can; raises OSError."""
    while True:
        handle = _open(folder)
        _lock(handle)
        try:
            if os.path.samestat(os.fstat(handle), os.stat(os.path.join(folder, NAME))):
                return handle
        except FileNotFoundError:
            pass
        os.close(handle)


def parse(row: bytes) -> Any:
    """Return the value of JSON text in UTF-8; None if it is not valid, or holds half a character or infinity."""
    try:
        value = _decode(row.decode())
        if b"\\u" in row:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return value


def _lock(handle: int) -> None:
    try:
        import fcntl  # absent on Windows; without a lock an append is still a single write

        fcntl.flock(handle, fcntl.LOCK_EX)
    except (ImportError, OSError):
        return


def _open(folder: str | os.PathLike[str]) -> int:
    os.makedirs(folder, exist_ok=True)
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    return os.open(os.path.join(folder, NAME), flags, 0o600)


def _write(handle: int, line: bytes) -> None:
    """Append in one call, behind a line break when the last writer was torn off; a part of a line is taken back."""
    size = os.lseek(handle, 0, os.SEEK_END)
    if size:
        os.lseek(handle, size - 1, os.SEEK_SET)
        line = line if os.read(handle, 1) == b"\n" else b"\n" + line
    written = os.write(handle, line)
    if written != len(line):
        if os.fstat(handle).st_size == size + written:  # nobody wrote behind it where no lock holds
            os.ftruncate(handle, size)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(handle)


def _unwritable(folder: str | os.PathLike[str], fault: OSError) -> CoachError:
    return _failed(os.path.join(folder, NAME), "written", fault, "`facecoach doctor` looks into it")


def _failed(path: str, what: str, fault: OSError, hint: str) -> CoachError:
    from facecoach.errors import CoachError

    return CoachError(f"the journal `{path}` cannot be {what}: {(fault.strerror or 'it failed').lower()}", hint)


def _read_file(path: str, ledger: Ledger, whole: bool) -> None:
    """Take in one file; a copy that cannot be read is left out, the journal itself may not be."""
    try:
        for number, block in blocks(path):
            _read_block(block, path, number, ledger, whole)
    except OSError as fault:
        if os.path.basename(path) == NAME:
            raise _failed(path, "read", fault, "`facecoach doctor` looks into it") from None
        ledger.left_out.append((path, (fault.strerror or "it failed").lower()))


def blocks(path: str) -> Iterator[tuple[int, bytes]]:
    """Yield a file's lines in blocks, each with the number of its first line; of a line too long only the beginning.

    Raises OSError for what is no regular file, or larger than 256 MiB, before anything of it is read.
    """
    with reading(path) as file:
        if os.fstat(file.fileno()).st_size > LARGEST_FILE:
            raise OSError(0, "it is larger than 256 MiB")
        number, block = 1, file.read(BLOCK).removeprefix(b"\xef\xbb\xbf")
        while block:
            if block[-1:] != b"\n":
                block += file.readline(LONGEST_LINE)
                while block[-1:] != b"\n" and (rest := file.readline(LONGEST_LINE)):
                    block = block + b"\n" if rest[-1:] == b"\n" else block
            yield number, block
            number += block.count(b"\n")
            block = file.read(BLOCK)


def _read_block(block: bytes, path: str, number: int, ledger: Ledger, whole: bool) -> None:
    try:
        rows = [] if whole else _ROWS.findall(block.decode())
    except UnicodeDecodeError:
        rows = []
    ledger.sessions += [row for row in rows if row[0]]
    if rows and not any(row[6] for row in rows):
        return
    told = {row[6] for row in rows}
    for place, row in enumerate(block.split(b"\n"), number):
        if row.strip() and (not rows or row.decode() in told):
            _read_row(row, f"{path}:{place}", ledger)


def _read_row(row: bytes, place: str, ledger: Ledger) -> None:
    record = parse(row) if b"{" in row else None
    if isinstance(record, dict):
        ledger.records.append(record)
    elif len(ledger.damaged) < MOST_DAMAGED:
        ledger.damaged.append(place)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{digits[:20]} is past all bounds")
    return number


_decode = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite).decode
