"""The journal mended: a copy kept, damaged lines moved aside, every whole line left as it was and where it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facecoach.files import reading
from facecoach.habit import journal

ASIDE = "journal.damaged.txt"

_MARK = b"\xef\xbb\xbf"  # of the byte order, which some editors write


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


def judged(path: Path) -> Iterator[tuple[bytes, bool]]:
    """Yield the lines of a journal file, and whether each holds a record; empty ones are left out.

    A line too long for a record comes in pieces, the last of which ends it.
    """
    with reading(path) as file:
        file.seek(len(_MARK) if file.read(len(_MARK)) == _MARK else 0)
        begun = False
        while row := file.readline(journal.LONGEST_LINE):
            ended = row.endswith(b"\n") or not file.peek(1)
            if begun or row.strip():
                line = row.removesuffix(b"\n") + b"\n" if ended else row
                yield line, ended and not begun and isinstance(journal.parse(row), dict)
            begun = not ended


def _mend(path: Path, now: datetime) -> Mended | None:
    if all(whole for _, whole in judged(path)):
        return None
    copy = _kept(path, now)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("wb") as file, (path.parent / ASIDE).open("ab") as aside:
            kept = moved = 0
            for line, whole in judged(path):
                (file if whole else aside).write(
                    line if whole else line.translate(None, b"\0")
                )  # what a power cut leaves
                kept += whole
                moved += not whole and line.endswith(b"\n")
            for written in (aside, file):
                written.flush()
                os.fsync(written.fileno())
        shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return Mended(path, kept, moved, copy)


def _kept(path: Path, now: datetime) -> Path:
    """Keep a file, which is about to be replaced, under a name beside it that is no journal's and not taken."""
    stem = f"{path.name}.bak-{now:%Y%m%dT%H%M%S}"
    names = (path.with_name(stem if not number else f"{stem}-{number}") for number in range(1000))
    copy = next(name for name in names if not name.exists())
    try:
        copy.hardlink_to(path)
    except OSError:  # not every file system has links
        shutil.copy2(path, copy)
    return copy
