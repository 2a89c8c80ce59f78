"""The session under way, kept in `running.json` beside the journal so that a crash loses none of it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from facecoach import files
from facecoach.errors import CoachError
from facecoach.session.ending import Kept, kept_from

NAME = "running.json"
LOCK = "running.lock"
ROOM = "running.room"
ROOMY = 32 * 1024  # bytes: what is kept of the longest routine, twice, and its record
MOST_BYTES = 1024 * 1024


def load(folder: Path) -> Kept | None:
    """Return the session that was left running, if there is one that can be read."""
    try:
        with files.reading(folder / NAME) as file:
            return kept_from(json.loads(file.read(MOST_BYTES)))
    except (OSError, ValueError, RecursionError):
        return None


def clear(folder: Path) -> None:
    """Forget the session that was kept, and the room for it; raises OSError."""
    (folder / ROOM).unlink(missing_ok=True)
    (folder / NAME).unlink(missing_ok=True)


def abandoned(folder: Path) -> bool:
    """Whether a session is kept that no living program is in the middle of."""
    if not os.path.exists(folder / NAME):
        return False
    with _lock(folder) as free:
        return free


class Keeper:
    """Keeps the session of one program, in a folder with room for what it comes to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, kept: Kept) -> None:
        """Replace what is kept by this, whole or not at all, and on disk; raises OSError."""
        data = json.dumps(asdict(kept), ensure_ascii=False).encode()
        try:
            files.replace(self._folder / NAME, data)
        except OSError:
            self.make_room()
            files.replace(self._folder / NAME, data)

    def make_room(self) -> None:
        """Give up the room that was held free: now the record needs it."""
        with suppress(OSError):
            (self._folder / ROOM).unlink()

    def clear(self) -> None:
        """Forget the session; where that fails it is known by its id to be written down already."""
        with suppress(OSError):
            clear(self._folder)


@contextmanager
def held(folder: Path) -> Iterator[Keeper]:
    """Be the one program that has a session under way, with room on the disk for its record; raises CoachError."""
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder) as free:
        if not free:
            raise CoachError(
                "a session is under way in another window", "finish it there, or add `--no-log` to run beside it"
            )
        try:
            files.replace(folder / ROOM, os.urandom(ROOMY))
        except OSError as fault:
            why = (fault.strerror or "it failed").lower()
            hint = "free some, or add `--no-log` to practise without a record"
            raise CoachError(f"there is no room for the session's record in `{folder}`: {why}", hint) from None
        keeper = Keeper(folder)
        try:
            yield keeper
        finally:
            keeper.make_room()


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
