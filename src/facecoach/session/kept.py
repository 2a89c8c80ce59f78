"""The session under way, kept in `running.json` beside the journal so that a crash loses none of it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from facecoach.errors import CoachError
from facecoach.session.ending import Kept, kept_from

NAME = "running.json"
LOCK = "running.lock"
MOST_BYTES = 1024 * 1024


def save(folder: Path, kept: Kept) -> None:
    """Replace what is kept by this, whole or not at all, and on disk; raises OSError."""
    fresh = folder / f"{NAME}.{os.getpid()}"
    try:
        with fresh.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(kept), ensure_ascii=False))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / NAME)
    finally:
        fresh.unlink(missing_ok=True)


def load(folder: Path) -> Kept | None:
    """Return the session that was left running, if there is one that can be read."""
    try:
        with (folder / NAME).open("rb") as file:
            return kept_from(json.loads(file.read(MOST_BYTES)))
    except (OSError, ValueError, RecursionError):
        return None


def clear(folder: Path) -> None:
    """Forget the session that was kept; raises OSError."""
    (folder / NAME).unlink(missing_ok=True)


def abandoned(folder: Path) -> bool:
    """Whether a session is kept that no living program is in the middle of."""
    if not os.path.exists(folder / NAME):
        return False
    with _lock(folder) as free:
        return free


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Be the one program that has a session under way; raises CoachError when another one has."""
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder) as free:
        if not free:
            raise CoachError(
                "a session is under way in another window", "finish it there, or add `--no-log` to run beside it"
            )
        yield


@contextmanager
def _lock(folder: Path) -> Iterator[bool]:
    try:
        import fcntl  # absent on Windows, where two sessions at once are not told apart
    except ImportError:
        yield True
        return
    try:
        file = (folder / LOCK).open("w", encoding="utf-8")
    except OSError:
        yield True  # where the lock file cannot be opened, a session runs without a lock
        return
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
