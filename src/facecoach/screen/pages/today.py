"""Today at a glance, and the summary after a session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from facecoach.habit.account import first_step, standing, week
from facecoach.habit.history import History
from facecoach.knowledge.anatomy import ZONES
from facecoach.screen.pages.streak import hero
from facecoach.screen.spans import QUIET, Line, line, wrapped, zone_colour
from facecoach.today import Advice
from facecoach.words import clock

if TYPE_CHECKING:
    from facecoach.routine.shelf import Card
    from facecoach.session.state import Session

MARGIN = 2


def glance(history: History, advice: Advice, columns: int) -> list[Line]:
    """Return today in a few lines, with one suggestion and the command that starts it."""
    room = columns - MARGIN
    told = [*hero(history, room), *_quotas(history), ()] if history.state != "none" else []
    told += _advice(history, advice, room) if told or advice.reason or not advice.card else _beginning(advice, room)
    return [((" " * MARGIN, ""), *one) for one in [(), *told]]


def _beginning(advice: Advice, columns: int) -> list[Line]:
    first = wrapped(line((first_step(advice.command), "bold")), columns)
    return [*first, *(wrapped(line((_named(advice.card), QUIET)), columns) if advice.card else ())]


def _advice(history: History, advice: Advice, columns: int) -> Iterable[Line]:
    lead = advice.reason or (
        "Once more is welcome, and counts as the same day:" if history.state == "done" else "Now would suit:"
    )
    yield from wrapped(line((lead, QUIET)), columns)
    if advice.card:
        named = (f"  {_named(advice.card)}", QUIET)
        yield from wrapped(line("  ", (advice.command, "bold"), named), columns, 4)


def _named(card: Card) -> str:
    return f"{card.name}, {clock(card.seconds)}"


def _quotas(history: History) -> list[Line]:
    return [line((f"{quota.routine}: {quota.done} of {quota.of} today", QUIET)) for quota in history.quota]


def summary(name: str, session: Session, before: History, after: History) -> list[Line]:
    """Return what a session came to: its time, its zones, and what it did to the streak."""
    ended = {"completed": "done", "partial": "kept as a partial session"}[session.outcome]
    head = line((name, "bold"), f": {ended}, {clock(session.seconds)} worked")
    return [head, *_zones(session.zones), (), *map(line, _effect(session, before, after)), *_ongoing(after)]


def _ongoing(history: History) -> list[Line]:
    told = week(history.week)
    return [] if history.state == "none" else [line((told[:1].upper() + told[1:], QUIET)), *_quotas(history)]


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
