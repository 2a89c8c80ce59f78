"""Copies of the journal that syncing left beside it, folded into it: every line kept, none twice."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from facecoach.files import reading
from facecoach.habit import journal
from facecoach.habit.repair import judged

PIECE = 4 * 1024 * 1024  # bytes that are written in one go


@dataclass(frozen=True, slots=True)
class Folded:
    """What was done with one copy: how many of its lines the journal lacked, and what the copy is called now."""

    path: Path
    added: int
    aside: Path


def copies(folder: Path) -> list[Path]:
    """Return the copies beside the journal that can be read; raises CoachError for an unreadable folder."""
    found = (Path(path) for path in journal.files(folder))
    return [path for path in found if path.name != journal.NAME and _readable(path)]


def fold(folder: Path, now: datetime) -> list[Folded]:
    """Append what the journal lacks of each copy, then give the copy a name that is no journal's.

    A crash in between leaves the copy, and what of it is in the journal is not added again. Raises CoachError or
    OSError.
    """
    if not copies(folder):
        return []
    with journal.alone(folder) as pen:
        known = {_mark(line) for line, _ in judged(folder / journal.NAME)}
        return [_fold(path, pen, known, now) for path in copies(folder)]


def _fold(path: Path, pen: journal.Pen, known: set[bytes], now: datetime) -> Folded:
    added, piece, size = 0, list[bytes](), 0
    for line, _ in judged(path):
        if (mark := _mark(line)) not in known:
            known.add(mark)
            whole = line if line.endswith(b"\n") else line + b"\n"
            piece.append(whole)
            added, size = added + 1, size + len(whole)
            if size > PIECE:
                pen.add(piece)
                piece, size = [], 0
    pen.add(piece)
    return Folded(path, added, _put_aside(path, now))


def _mark(line: bytes) -> bytes:
    """Return what tells lines apart, in few bytes."""
    return blake2b(line.strip(), digest_size=16).digest()


def _readable(path: Path) -> bool:
    try:
        with reading(path) as file:
            return os.fstat(file.fileno()).st_size <= journal.LARGEST_FILE
    except OSError:
        return False


def _put_aside(path: Path, now: datetime) -> Path:
    """Give a copy a name that is no journal's and not taken; returns it."""
    stem = f"{path.name}.folded-{now:%Y%m%dT%H%M%S}"
    names = (path.with_name(stem if not number else f"{stem}-{number}") for number in range(1000))
    return path.rename(next(name for name in names if not os.path.lexists(name)))
