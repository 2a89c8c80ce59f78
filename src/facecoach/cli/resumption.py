"""`run --resume`: a session that was cut off, taken up where it stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from facecoach.cli.common import library
from facecoach.cli.record import Start
from facecoach.errors import CoachError
from facecoach.session import kept as running
from facecoach.session.state import Session, begin
from facecoach.session.timeline import Timeline, plan
from facecoach.world import World

LONGEST_ABSENCE = 12 * 3600
ANEW = "`facecoach run` keeps it as partial and starts anew"


def resumed(world: World, routine: str | None, lead_in: int) -> Start:
    """Return the session that was cut off, as it stood; raises CoachError when it cannot be gone on with."""
    kept = running.load(world.folders.data)
    if kept is None or not running.abandoned(world.folders.data):
        raise CoachError("there is no session to go on with", "`facecoach run` starts a new one")
    if (world.now() - kept.since).total_seconds() > LONGEST_ABSENCE:
        raise CoachError(f"`{kept.name}` was cut off more than 12 hours ago", ANEW)
    if routine and not {routine, str(Path(routine).resolve())} & {kept.routine, kept.asked}:
        hint = f"`facecoach run {kept.routine} --resume` goes on with it"
        raise CoachError(f"it was `{kept.routine}` that was cut off", hint)
    loaded = library(world).load(kept.asked)
    line = plan(loaded.routine)
    if len(kept.worked) != len(line.legs) or kept.leg >= len(line.legs):
        raise CoachError(f"`{kept.routine}` has changed since it was cut off", ANEW)
    session = _as_it_stood(line, kept, begin(line, lead_in, keys=world.keys()))
    return Start(loaded, session, kept.id, datetime.fromisoformat(kept.started))


def _as_it_stood(line: Timeline, kept: running.Running, fresh: Session) -> Session:
    leg = line.legs[kept.leg]
    return replace(fresh, position=min(leg.start + kept.offset, leg.end), worked=tuple(kept.worked))
