"""A session written down: while it runs, when it ends, and after a crash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facecoach.cli.common import Book
from facecoach.habit import journal
from facecoach.habit.facts import count_day
from facecoach.routine.library import Loaded, readable
from facecoach.routine.timing import whole
from facecoach.session import kept as running
from facecoach.session.state import Session
from facecoach.world import World

WORTH_WRITING = 10.0


@dataclass(frozen=True, slots=True)
class Start:
    """A session about to begin: its routine, where it stands, when it was first begun, and what to mind."""

    loaded: Loaded
    session: Session
    id: str
    started: datetime
    caution: str = ""


def keep(world: World, book: Book, start: Start, session: Session) -> None:
    """Keep a running session beside the journal; where that fails, the session itself goes on."""
    try:
        running.save(world.folders.data, _kept(world, book, start, session))
    except OSError:
        return


def write_down(world: World, book: Book, start: Start, session: Session) -> Book | None:
    """Append a session's record and return the book with it; None for a partial one too short to write.

    Raises CoachError when the journal cannot be written; what was kept then stays for the next command to recover.
    """
    folder = world.folders.data
    if session.outcome == "partial" and session.seconds < WORTH_WRITING:
        running.clear(folder)
        return None
    keep(world, book, start, session)
    record = journal.append(folder, as_record(_kept(world, book, start, session), world.now(), "run"))
    running.clear(folder)
    return book.with_record(record)


def as_record(kept: running.Running, now: datetime, source: str) -> dict[str, Any]:
    """Return the journal's record of a session that was kept."""
    zones = {zone: whole(round(seconds, 1)) for zone, seconds in kept.zones.items()}
    record = journal.entry(
        "session", kept.day, now, routine=kept.routine, name=kept.name, started=kept.started, ended=kept.updated,
        outcome=kept.outcome, seconds=whole(round(kept.seconds, 1)), planned=whole(round(kept.planned, 1)), zones=zones,
        source=source,
    )  # fmt: skip
    return {**record, "id": kept.id}


def _kept(world: World, book: Book, start: Start, session: Session) -> running.Running:
    leg, entry = session.leg, start.loaded.entry
    return running.Running(
        id=start.id,
        routine=entry.slug,
        asked=readable(str(entry.path.resolve())) if entry.origin == "path" else entry.slug,
        name=start.loaded.routine.name,
        started=start.started.isoformat(timespec="seconds"),
        day=count_day(start.started, book.policy.day_start).isoformat(),
        planned=session.planned,
        leg=leg.index,
        offset=session.position - leg.start,
        seconds=session.seconds,
        worked=list(session.worked),
        zones=session.zones,
        updated=world.now().isoformat(timespec="seconds"),
        outcome=session.outcome,
    )
