"""Today at a glance, and the summary after a session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from facecoach.habit.account import standing
from facecoach.habit.history import History
from facecoach.knowledge.anatomy import ZONES
from facecoach.screen.pages.streak import hero
from facecoach.screen.spans import QUIET, Line, line, wrapped, zone_colour
from facecoach.today import Advice
from facecoach.words import clock

if TYPE_CHECKING:
    from facecoach.session.state import Session

MARGIN = 2


def glance(history: History, advice: Advice, columns: int) -> list[Line]:
    """Return today in a few lines, with one suggestion and the command that starts it."""
    first = [line((standing(history), "bold"))]
    stands = first if history.state == "none" else hero(history, columns - MARGIN)
    told = [(), *stands, *_quotas(history), (), *_advice(history, advice, columns - MARGIN)]
    return [((" " * MARGIN, ""), *one) for one in told]


def _advice(history: History, advice: Advice, columns: int) -> Iterable[Line]:
    lead = advice.reason or (
        "Once more is welcome, and counts as the same day:" if history.state == "done" else "Now would suit:"
    )
    yield from wrapped(line((lead, QUIET)), columns)
    if advice.card:
        told = (f"  {advice.card.name}, {clock(advice.card.seconds)}", QUIET)
        yield from wrapped(line("  ", (advice.command, "bold"), told), columns, 4)


def _quotas(history: History) -> list[Line]:
    return [line((f"{quota.routine}: {quota.done} of {quota.of} today", QUIET)) for quota in history.quota]


def summary(name: str, session: Session, before: History, after: History) -> list[Line]:
    """Return what a session came to: its time, its zones, and what it did to the streak."""
    ended = {"completed": "done", "partial": "kept as a partial session"}[session.outcome]
    head = line((name, "bold"), f": {ended}, {clock(session.seconds)} worked")
    return [head, *_zones(session.zones), (), *map(line, _effect(session, before, after)), *_ongoing(after)]


def _ongoing(history: History) -> list[Line]:
    week = line((f"This week: {history.week.done} of {history.week.goal}", QUIET))
    return [] if history.state == "none" else [week, *_quotas(history)]


def _zones(zones: dict[str, float]) -> list[Line]:
    worked = sorted(zones.items(), key=lambda pair: -pair[1])
    named = [(zone, seconds) for zone, seconds in worked if zone in ZONES and zone != "face"]
    parts = [(("■ ", zone_colour(zone)), f"{ZONES[zone].label} {clock(seconds)}   ") for zone, seconds in named]
    return [line(*(span for part in parts for span in part))] if parts else []


def _effect(session: Session, before: History, after: History) -> Sequence[str]:
    if session.outcome == "partial":
        missing = "work at least half of it" if session.phase == "finished" else "reach the end"
        return [f"Minutes and zones count; for the day to count, {missing}"]
    if before.state == "done":
        return [f"Twice a day is still one. {standing(after)}"]
    return [standing(after), *_milestones(after)]


def _milestones(after: History) -> list[str]:
    said = {"first week": "The first full week", "best run": "Your best run so far"}
    found = [said.get(reached, f"{reached} in a row") for reached in after.reached]
    return [f"{', '.join(found)}."] if found else []
