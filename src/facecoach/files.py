"""Files read without waiting, and written whole or not at all: what cannot be written leaves what was there."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from io import BufferedReader, FileIO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    Data = bytes | Iterable[bytes]  # whole, or in blocks

BLOCK = 64 * 1024  # bytes read at a time


def reading(path: str | os.PathLike[str]) -> BufferedReader:
    """Open a file to read; raises OSError, also for what is no regular file: that might never end, or never begin."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file: BufferedReader = BufferedReader(FileIO(handle), BLOCK)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        file.close()
        raise OSError(0, "it is not a file")
    return file


def create(path: Path, data: Data) -> None:
    """Write a file that is not there yet; raises FileExistsError where it is, and OSError."""
    with _beside(path, data) as fresh:
        try:
            os.link(fresh, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links: there a crash in this very moment leaves a part of it
            with path.open("xb") as file, fresh.open("rb") as whole:
                _fill(file.fileno(), iter(lambda: whole.read(BLOCK), b""), path)


def replace(path: Path, data: Data) -> None:
    """Write a file in place of what was there, if anything was; raises OSError."""
    with _beside(path, data) as fresh:
        fresh.replace(path)


@contextmanager
def _beside(path: Path, data: Data) -> Iterator[Path]:
    """Yield a file of a passing name beside `path` that holds the data, on disk; it is gone afterwards."""
    fresh = path.with_name(f".{os.getpid()}-{os.urandom(4).hex()}")  # short: a name next to the limit has room for it
    try:
        with fresh.open("xb") as file:
            _fill(file.fileno(), data, fresh)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _fill(handle: int, data: Data, path: Path) -> None:
    try:
        for block in (data,) if isinstance(data, bytes) else data:
            rest = memoryview(block)
            while rest:
                rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except OSError:
        path.unlink(missing_ok=True)
        raise
