"""What `plan` works out before it shows or writes anything: from when, what stands against it, the whole as data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from facecoach.cli.common import library
from facecoach.errors import CoachError, UsageError
from facecoach.habit.dates import parse_day
from facecoach.habit.facts import EARLIEST
from facecoach.words import guess

if TYPE_CHECKING:
    from facecoach.habit.book import Book
    from facecoach.habit.facts import Facts
    from facecoach.habit.plans import Course, Lived
    from facecoach.routine.programmes import Programme
    from facecoach.world import World


def started_on(text: str, today: date) -> date:
    """Return the day on which a plan is to start, today or earlier; raises UsageError."""
    day = parse_day(text, today)
    if not EARLIEST <= day <= today:
        raise UsageError(f"`{day}` is out of range: from {EARLIEST} to today, {today}")
    return day


def against(world: World, book: Book, found: Programme) -> list[str]:
    """Return what stands against starting a plan today: conditions, routines that are gone or ruled out."""
    from facecoach.today import kept_out, resting

    why = resting(book.facts, found.plan.avoid_if)
    said = [f"`{found.entry.slug}`: {why}"] if why else []
    shelf = library(world)
    names = [entry.slug for entry in shelf.entries()]
    for slug in dict.fromkeys(slug for week in found.plan.weeks for slug in week.do):
        if slug not in names:
            hint = guess(slug, names)
            said.append(f"there is no routine `{slug}`" + (f"; {hint}" if hint else ""))
            continue
        try:
            reason = kept_out(shelf.card(shelf.find(slug)), book.facts)
        except CoachError as fault:
            reason = fault.message
        said += [reason] if reason and not why else []
    return said


def whole_plan(course: Course, facts: Facts, found: Programme | None) -> dict[str, Any]:
    """Return what `plan --json` prints: where it stands, and every week with its days."""
    notes = [one.note for one in found.plan.weeks] if found else []
    return {
        **course.as_json(),
        "name": found.plan.name if found else None,
        "since": _day(course.run.since),
        "today": _day(facts.now),
        "left_out": course.out,
        "reason": course.rest or None,
        "by_week": [
            {
                "week": number,
                "days": stage.days,
                "do": list(stage.do),
                "on": list(stage.on),
                "note": notes[number - 1] if number <= len(notes) else None,
                **_lived(course.lived.get(number)),
            }
            for number, stage in enumerate(course.stages, 1)
        ],
    }


def _lived(one: Lived | None) -> dict[str, object]:
    if one is None:
        return {"begun": None, "done": [], "met": False}
    return {"begun": _day(one.begun), "done": [_day(day) for day in one.days], "met": one.met}


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
