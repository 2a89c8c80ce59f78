"""What is known of a session once it is over: its record in the journal, and how one that was cut off goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from facecoach.errors import CoachError
from facecoach.habit.book import Book
from facecoach.habit.feeling import felt
from facecoach.habit.records import Stamp
from facecoach.habit.records import session as session_record
from facecoach.session.state import Session, begin
from facecoach.session.timeline import Script
from facecoach.words import whole

if TYPE_CHECKING:
    from facecoach.habit.feeling import Feel
    from facecoach.habit.records import Record, SessionFields, Source

WORTH_WRITING = 10.0
LONGEST_ABSENCE = 12 * 3600
ENDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a session: its routine, where it stands, and what was worked so far.

    `asked` finds the routine in the library, `digest` is that of its file; `leg` and `offset` are the move and the
    seconds into it, `worked` the seconds of each move; `started` and `updated` are ISO 8601 with offset;
    `plan` is the plan whose due it was, empty without one; `feel` is how tight it felt, as far as that was asked and
    answered.
    """

    id: str
    routine: str
    asked: str
    digest: str
    name: str
    started: str
    day: str
    planned: float
    leg: int
    offset: float
    seconds: float
    worked: tuple[float, ...]
    zones: Mapping[str, float]
    updated: str
    outcome: str = "partial"
    plan: str = ""
    feel: Feel = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether it is written down: a partial session of less than 10 seconds is not."""
        return self.outcome == "completed" or self.seconds >= WORTH_WRITING


def first_kept(script: Script, stamp: Stamp) -> Kept:
    """Return what is kept of a session that begins now."""
    card, entry, line = script.card, script.card.entry, script.line
    nothing = (0.0,) * len(line.legs)
    return Kept(
        stamp.id, entry.slug, entry.asked, card.digest, card.name, stamp.at, stamp.day, line.seconds, 0, 0.0, 0.0,
        nothing, {}, stamp.at,
    )  # fmt: skip


def kept_now(first: Kept, session: Session, now: datetime) -> Kept:
    """Return what is kept of a session as it stands."""
    leg = session.leg
    return replace(
        first, planned=session.planned, leg=leg.index, offset=session.position - leg.start, seconds=session.seconds,
        worked=session.worked, zones=session.zones, updated=now.isoformat(timespec="seconds"), outcome=session.outcome,
    )  # fmt: skip


def record(kept: Kept, now: datetime, source: Source) -> Record:
    """Return the journal's record of a session; that of one cut off says also where it stood."""
    fields: SessionFields = {
        "routine": kept.routine,
        "name": kept.name,
        "started": kept.started,
        "ended": kept.updated,
        "outcome": "completed" if kept.outcome == "completed" else "partial",
        "seconds": whole(round(kept.seconds, 1)),
        "planned": whole(round(kept.planned, 1)),
        "zones": {zone: whole(round(seconds, 1)) for zone, seconds in kept.zones.items()},
        "source": source,
    }
    if kept.plan:
        fields["plan"] = kept.plan
    if kept.feel:
        fields["feel"] = kept.feel
    written = session_record(Stamp(kept.id, now.isoformat(timespec="seconds"), kept.day), fields)
    cut = source == "recovered" and kept.outcome == "partial"
    return {"v": 1, "id": kept.id, "left": _left(kept), **written} if cut else written


def manual(  # noqa: PLR0913 - what a person says of a session, and for which plan it was
    script: Script, stamp: Stamp, began: datetime, minutes: float | None, now: datetime, plan: str = ""
) -> Record:
    """Return the record of a session done without the program; where it `began` at `now`, it has just ended instead."""
    line = script.line
    seconds = line.seconds if minutes is None else minutes * 60
    if began == now:
        began = now - timedelta(seconds=seconds)
    zones: dict[str, float] = {}
    for leg in line.legs:
        zones[leg.zone] = zones.get(leg.zone, 0) + leg.seconds * seconds / line.seconds
    ended = min(now, began + timedelta(seconds=seconds))
    kept = replace(
        first_kept(script, stamp), started=began.isoformat(timespec="seconds"), seconds=seconds, zones=zones,
        updated=ended.isoformat(timespec="seconds"), outcome="completed" if seconds >= line.seconds / 2 else "partial",
        plan=plan,
    )  # fmt: skip
    return record(kept, now, "manual")


def cut_off(book: Book, now: datetime, also: Sequence[Kept] = ()) -> Kept | None:
    """Return the session that was cut off last and may still be gone on with, if there is one.

    `also` are sessions that the journal lacks because they were too short to be written down.
    """
    told = [kept for one in book.standing("session") if "left" in one and (kept := _read(one))]
    found = [kept for kept in (*told, *also) if lately(kept, now)]
    return max(found, key=lambda kept: kept.updated, default=None)


def resumed(kept: Kept, script: Script, lead_in: int, *, keys: bool) -> Session:
    """Return a session that was cut off, as it stood; raises CoachError when its routine was written anew since."""
    line = script.line
    if kept.digest != script.card.digest or len(kept.worked) != len(line.legs) or kept.leg >= len(line.legs):
        raise CoachError(f"`{kept.routine}` has changed since it was cut off", f"`facecoach run {kept.routine}` begins")
    leg = line.legs[kept.leg]
    session = begin(line, lead_in, keys=keys)
    return replace(session, position=min(leg.start + kept.offset, leg.end), worked=kept.worked)


def meant(kept: Kept, routine: str, path: str) -> bool:
    """Whether a session that was cut off is of the routine that was asked for, by its name or its whole path."""
    return routine in (kept.routine, kept.asked) or path == kept.asked


def kept_from(told: Any) -> Kept | None:
    """Return what JSON says was kept of a session; None where it makes no sense."""
    try:
        kept = Kept(**{**told, "worked": tuple(told["worked"]), "feel": felt(told.get("feel"))})
        moments = [datetime.fromisoformat(at) for at in (kept.started, kept.updated)]
        datetime.fromisoformat(kept.day)
        lengths = [kept.seconds, kept.planned, kept.offset, kept.leg, *kept.worked, *kept.zones.values()]
        names = [kept.id, kept.routine, kept.asked, kept.digest, kept.name, kept.outcome, kept.plan, *kept.zones]
        "".join(names).encode()
        holds = all(0 <= length < ENDLESS for length in lengths) and all(moment.tzinfo for moment in moments)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return kept if holds and type(kept.leg) is int else None


def _left(kept: Kept) -> dict[str, object]:
    return {
        "asked": kept.asked, "digest": kept.digest, "leg": kept.leg, "offset": round(kept.offset, 3),
        "worked": [round(seconds, 3) for seconds in kept.worked],
    }  # fmt: skip


def _read(told: Record) -> Kept | None:
    """Return what a record says was kept of its session; None for a damaged one."""
    try:
        own = {key: told[key] for key in ("id", "day", "routine", "seconds", "planned", "zones", "name", "started")}
        more = {"updated": told["ended"], "plan": told.get("plan", ""), "feel": told.get("feel")}
        return kept_from({**own, **told["left"], **more})
    except (KeyError, TypeError):
        return None


def lately(kept: Kept, now: datetime) -> bool:
    """Whether a session was cut off at most 12 hours ago, so that it may still be gone on with."""
    return (now - datetime.fromisoformat(kept.updated)).total_seconds() <= LONGEST_ABSENCE
