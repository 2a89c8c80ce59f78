"""The journal mended: a copy kept, damaged lines moved aside, every whole line left as it was and where it was."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facecoach.habit import journal

ASIDE = "journal.damaged.txt"


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done to one file: how many lines stay, how many were moved aside, and where its copy is."""

    path: Path
    kept: int
    moved: int
    copy: Path


def mend(folder: Path, now: datetime) -> list[Mended]:
    """Move the damaged lines of every journal file in `folder` to `journal.damaged.txt`; raises OSError.

    Except on Windows no other program appends meanwhile. A file is replaced only when its new text is whole on disk.
    """
    paths = [path for path in sorted(folder.glob("journal*.jsonl")) if path.is_file()]
    if not paths:
        return []
    claimed = journal.claim(folder) if os.name != "nt" else None  # Windows replaces no file that is open
    try:
        return [done for path in paths if (done := _mend(path, now))]
    finally:
        if claimed is not None:
            os.close(claimed)


def sorted_lines(raw: bytes) -> tuple[list[bytes], list[bytes]]:
    """Return the lines of a journal file that hold a record, and those that are damaged; empty ones are neither."""
    written = [row for row in raw.removeprefix(b"\xef\xbb\xbf").split(b"\n") if row.strip()]
    whole = [isinstance(journal.parse(row), dict) for row in written]
    good = [row for row, holds in zip(written, whole, strict=True) if holds]
    return good, [row for row, holds in zip(written, whole, strict=True) if not holds]


def _mend(path: Path, now: datetime) -> Mended | None:
    good, bad = sorted_lines(path.read_bytes())
    if not bad:
        return None
    copy = _copied(path, now)
    with (path.parent / ASIDE).open("ab") as aside:
        aside.write(b"".join(row + b"\n" for row in bad))
        aside.flush()
        os.fsync(aside.fileno())
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("wb") as file:
            file.write(b"".join(row + b"\n" for row in good))
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return Mended(path, len(good), len(bad), copy)


def _copied(path: Path, now: datetime) -> Path:
    """Copy a file beside itself under a name that is no journal's and not taken."""
    stem = f"{path.name}.bak-{now:%Y%m%dT%H%M%S}"
    names = (path.with_name(stem if not number else f"{stem}-{number}") for number in range(1000))
    copy = next(name for name in names if not name.exists())
    shutil.copy2(path, copy)
    return copy
