"""Journal lines for tests: one builder a type, and whole diaries drawn as a string."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from facecoach.habit import history, plans
from facecoach.habit.facts import gather
from facecoach.habit.history import History
from facecoach.habit.merge import merge

FRIDAY = date(2026, 11, 20)
_LETTERS = {"done": "x", "partial": "p", "rest": "r", "paused": "z", "frozen": "f", "missed": ".", "pending": "?"}


def line(kind: str, day: date | str, key: str = "", **keys: Any) -> dict[str, Any]:
    """Return a record of any type, with an id and a time of its own day unless told otherwise."""
    common = {"v": 1, "id": key or f"{day}-{kind}", "type": kind, "at": f"{day}T08:00:00+01:00", "day": str(day)}
    return common | keys


def session(day: date | str, key: str = "", **keys: Any) -> dict[str, Any]:
    """Return a completed session of ten minutes."""
    worked = {"routine": "morning", "outcome": "completed", "seconds": 600, "zones": {"jaw": 600}}
    return line("session", day, key, **(worked | keys))


def void(ref: str, day: date | str = FRIDAY, key: str = "") -> dict[str, Any]:
    """Return the taking back of the record `ref`."""
    return line("void", day, key or f"void-{ref}", ref=ref)


def policy(day: date | str, key: str = "", **keys: Any) -> dict[str, Any]:
    """Return a change of some of the policy's settings."""
    return line("policy", day, key, **keys)


def pause(start: date | str, until: date | str, key: str = "") -> dict[str, Any]:
    """Return planned time off, recorded on its first day."""
    return line("pause", start, key or f"{start}-{until}-pause", **{"from": str(start), "until": str(until)})


def plan(action: str, day: date | str, name: str = "p", key: str = "", **keys: Any) -> dict[str, Any]:
    """Return a plan's start, a going to a `week`, or a stop; `weeks` as the journal keeps them."""
    return line("plan", day, key or f"{day}-{action}", action=action, plan=name, **keys)


def course(records: Iterable[Any], today: date, out: Mapping[str, str] | None = None) -> plans.Course | None:
    """Return where the running plan stands on a day; `out` says which routines cannot be done."""
    facts, reasons = gather(merge(records), today), out or {}
    run = plans.running(facts.moves)
    return plans.course(run, facts, lambda routine: reasons.get(routine, "")) if run else None


def diary(marks: str, until: date = FRIDAY) -> list[dict[str, Any]]:
    """Return the sessions of the days up to `until`: `x` completed, `2` twice, `p` partial, anything else none."""
    sessions = []
    for back, mark in enumerate(reversed(marks)):
        day = until - timedelta(back)
        if mark in "x2":
            sessions.append(session(day))
        if mark == "2":
            sessions.append(session(day, f"{day}-again"))
        if mark == "p":
            sessions.append(session(day, outcome="partial"))
    return sessions


def judge(records: Iterable[Any], today: date, daily: Mapping[str, int] | None = None) -> History:
    """Return what records come to on a day; `daily` is how often a day each routine is to be done, once by default."""
    doses = daily or {}
    return history.judge(gather(merge(records), today), lambda routine: doses.get(routine, 1))


def told(story: History) -> str:
    """Return each day's state as a letter: x done, p partial, f frozen, . missed, r rest, z paused, ? pending."""
    return "".join(_LETTERS[day.state] for day in story.days)
