"""The session under way, kept beside the journal so that a crash loses none of it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from facecoach.errors import CoachError

NAME = "running.json"
LOCK = "running.lock"
ENDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Running:
    """What is kept of a session: the routine, where it stands, and what was worked so far.

    `asked` is what the library calls the routine; `offset` the place within the move `leg`, and `worked` the time of
    each move, in seconds.
    """

    id: str
    routine: str
    asked: str
    name: str
    started: str
    day: str
    planned: float
    leg: int
    offset: float
    seconds: float
    worked: list[float]
    zones: dict[str, float]
    updated: str
    outcome: str = "partial"

    @property
    def since(self) -> datetime:
        """When it was last seen running."""
        return datetime.fromisoformat(self.updated)


def save(folder: Path, running: Running) -> None:
    """Replace what is kept by `running`, whole or not at all; raises OSError."""
    whole = folder / f"{NAME}.{os.getpid()}"
    try:
        whole.write_text(json.dumps(asdict(running), ensure_ascii=False), encoding="utf-8")
        whole.replace(folder / NAME)
    finally:
        whole.unlink(missing_ok=True)


def load(folder: Path) -> Running | None:
    """Return the session that was left running, if there is one that can be read."""
    try:
        kept = json.loads((folder / NAME).read_text(encoding="utf-8"))
        running = Running(**kept)
        sound = _sound(running)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return running if sound else None


def _sound(running: Running) -> bool:
    """Whether what was read can be worked with; raises ValueError, TypeError or AttributeError where it cannot."""
    date.fromisoformat(running.day)
    moments = (datetime.fromisoformat(running.started), running.since)
    lengths = [running.seconds, running.planned, running.offset, running.leg, *running.worked, *running.zones.values()]
    names = (running.id, running.routine, running.asked, running.name, running.outcome)
    told = all(moment.tzinfo for moment in moments) and type(running.leg) is int
    return told and all(0 <= length < ENDLESS for length in lengths) and all(isinstance(name, str) for name in names)


def clear(folder: Path) -> None:
    """Forget the session that was kept."""
    (folder / NAME).unlink(missing_ok=True)


def abandoned(folder: Path) -> bool:
    """Whether a session is kept that no living program is in the middle of."""
    if not (folder / NAME).exists():
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
        import fcntl
    except ImportError:
        yield True
        return
    try:
        file = (folder / LOCK).open("w", encoding="utf-8")
    except OSError:
        yield True  # where no lock can be made there is nobody to wait for
        return
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
