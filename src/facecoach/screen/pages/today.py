"""Today at a glance, and the summary after a session."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from facecoach.habit.history import History
from facecoach.habit.suggestion import standing
from facecoach.knowledge.anatomy import ZONES
from facecoach.screen.pages.streak import hero
from facecoach.screen.theme import QUIET, plain, zone_colour
from facecoach.session.state import Session
from facecoach.words import clock


def glance(history: History, slug: str, name: str, seconds: float, width: int) -> list[Text]:
    """Return today in a few lines, with one suggestion and the command that starts it."""
    command = Text.assemble("  ", (f"facecoach run {slug}", "bold"), (f"  {plain(name)}, {clock(seconds)}", QUIET))
    again = "Once more is welcome, and counts as the same day:" if history.state == "done" else "Now would suit:"
    first = [Text(standing(history), style="bold")]
    stands = first if history.state == "none" else [Text.assemble(*line) for line in hero(history, width - 2)]
    lines = [Text(), *stands, *_quotas(history), Text(), Text(again, style=QUIET), command]
    return [Text("  ") + line for line in lines]


def _quotas(history: History) -> list[Text]:
    return [Text(f"{quota.routine}: {quota.done} of {quota.of} today", style=QUIET) for quota in history.quota]


def _ongoing(history: History) -> list[Text]:
    week = Text(f"This week: {history.week.done} of {history.week.goal}", style=QUIET)
    return [] if history.state == "none" else [week, *_quotas(history)]


def summary(name: str, session: Session, before: History, after: History) -> list[Text]:
    """Return what a session came to: its time, its zones, and what it did to the streak."""
    ended = {"completed": "done", "partial": "kept as a partial session"}[session.outcome]
    head = Text.assemble((plain(name), "bold"), f": {ended}, {clock(session.seconds)} worked")
    effect = [Text(line) for line in _effect(session, before, after)]
    return [head, *_zones(session.zones), Text(), *effect, *_ongoing(after)]


def _zones(zones: dict[str, float]) -> list[Text]:
    parts = [
        Text.assemble(("■ ", zone_colour(zone)), f"{ZONES[zone].label} {clock(seconds)}")
        for zone, seconds in sorted(zones.items(), key=lambda pair: -pair[1])
        if zone in ZONES and zone != "face"
    ]
    return [Text("   ").join(parts)] if parts else []


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
