"""A plan as a page: its weeks as rows, with the days that were met, today, and what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from facecoach.habit.plans import Stage
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.knowledge.evidence import STUDIES
from facecoach.screen.pages.calendar import MARKS
from facecoach.screen.spans import ELLIPSIS, QUIET, WARM, Line, Span, cells, cut, line, padded, width, wrapped
from facecoach.today import stands
from facecoach.words import count, listed, spoken

if TYPE_CHECKING:
    from facecoach.habit.facts import Facts
    from facecoach.habit.plans import Course, Lived
    from facecoach.routine.plan import Plan
    from facecoach.routine.programmes import Programme

MARGIN, NUMBER, DAYS = 2, 6, 14
TALLY = 8
NARROW = 50
WORDS = {"done": "a plan day", "missed": "no plan day", "paused": "paused", "pending": "today"}


def course_lines(course: Course, facts: Facts, plan: Plan | None, columns: int) -> Iterator[Line]:
    """Yield where a plan stands, and a row for each of its weeks."""
    room, said = columns - MARGIN, stands(course)
    since = line((plan.name if plan else spoken(course.plan), "bold"), (f"  since {_date(course.run.since)}", QUIET))
    told = [*wrapped(since, room), *wrapped(line(said[0].upper() + said[1:]), room), *_left_out(course, room), ()]
    told += [row for group in _groups(course.stages, course.lived) for row in _row(course, facts, group, room)]
    told += [(), *wrapped(_legend(course, facts), room)]
    note = plan.weeks[course.now - 1].note if plan and course.now <= len(plan.weeks) else None
    told += [(), *wrapped(line((note, QUIET)), room)] if note and course.state != "finished" else []
    yield ()
    yield from (((" " * MARGIN, ""), *one) if one else one for one in told)


def plan_lines(found: Programme, columns: int) -> Iterator[Line]:
    """Yield what a plan asks, whom it is not for, and what is known of it."""
    plan = found.plan
    weeks = count(len(plan.weeks), "week")
    whose = "yours, in place of the bundled one" if found.entry.hides else found.entry.origin.replace("user", "yours")
    yield from wrapped(line((plan.name, "bold"), (f"  {weeks}  {whose}", QUIET)), columns)
    yield from wrapped(line(plan.about or ""), columns) if plan.about else ()
    yield ()
    stages = tuple(Stage(one.days, one.do, one.on) for one in plan.weeks)
    for first, last in _groups(stages, {}):
        notes = dict.fromkeys(one.note for one in plan.weeks[first - 1 : last] if one.note)
        asked = line(_asked(stages[first - 1]), (f"  {' '.join(notes)}", QUIET))
        yield from _beside(_number(first, last, "bold"), wrapped(asked, columns - NUMBER), NUMBER)
    yield ()
    for name in plan.avoid_if:
        condition = CONDITIONS.get(name)
        yield from wrapped(line(("not with  ", QUIET), condition.sentence if condition else spoken(name)), columns, 10)
    for key in plan.evidence:
        study = STUDIES[key]
        yield from wrapped(line((f"{key:8}  ", QUIET), f"{study.found}. ", (f"{study.limits}", QUIET)), columns, 10)
    yield from ((), *wrapped(line((plan.note, QUIET)), columns)) if plan.note else ()
    yield ()
    yield from wrapped(line((f"facecoach plan start {found.entry.slug}", QUIET)), columns)


def shelf_lines(found: Sequence[Programme], running: str, room: int | None) -> Iterator[Line]:
    """Yield every plan on a line: its name, how many weeks, what it is."""
    slugs = max((cells(one.entry.slug) for one in found), default=0)
    for one in found:
        whose = "  yours, in place of the bundled one" if one.entry.hides else "  yours"
        said = (whose if one.entry.origin == "user" else "") + ("  running" if one.entry.slug == running else "")
        weeks = count(len(one.plan.weeks), "week")
        whole = line((f"{one.entry.slug:{slugs}}", "bold"), f"  {weeks:>8}  ", one.plan.name, (said, WARM))
        yield whole if room is None else cut(whole, room)
    yield ()
    after = line(("facecoach plan show NAME tells more, facecoach plan start NAME begins", QUIET))
    yield from wrapped(after, room) if room else (after,)


def _groups(stages: Sequence[Stage], lived: dict[int, Lived]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last number of weeks that are alike and were not lived yet; else each week alone."""
    for _, group in groupby(enumerate(stages, 1), lambda one: (one[0] if one[0] in lived else 0, one[1])):
        numbers = [number for number, _ in group]
        yield numbers[0], numbers[-1]


def _row(course: Course, facts: Facts, weeks: tuple[int, int], room: int) -> Iterator[Line]:
    first, last = weeks
    stage, one = course.stages[first - 1], course.lived.get(first)
    style = "bold" if first == course.now and course.state != "finished" else ""
    days = _days(one, facts) if one else ()
    tally = f"{len(one.days)} of {stage.days}" if one else f"{stage.days} days" if stage.days > 1 else "1 day"
    head = (*padded(_number(first, last, style), NUMBER), *padded(days, DAYS + 2), (f"{tally:{TALLY}}", style or QUIET))
    indent = width(head) if room >= NARROW else NUMBER
    asked = wrapped(line((_asked(stage, days=False), style or QUIET)), room - indent)
    yield from _beside(head, asked, indent) if room >= NARROW else _beside(cut(head, room), [(), *asked], indent)


def _days(one: Lived, facts: Facts) -> Line:
    """Return the days of a week as marks; of a long one the last."""
    shown = range(max(one.begun, one.until - DAYS + 1), one.until + 1)
    marks = tuple(MARKS[_kind(day, one, facts)] for day in shown)
    return marks if shown[0] == one.begun else ((ELLIPSIS, QUIET), *marks[1:])


def _kind(day: int, one: Lived, facts: Facts) -> str:
    if day in one.days:
        return "done"
    if any(start <= day <= until for start, until in facts.pauses):
        return "paused"
    return "pending" if day == facts.now else "missed"


def _legend(course: Course, facts: Facts) -> Line:
    seen = {mark for one in course.lived.values() for mark in _days(one, facts)}
    spans: list[Span] = []
    for kind, word in WORDS.items():
        if MARKS[kind] in seen:
            spans += [MARKS[kind], (f" {word}   ", QUIET)]
    return line(*spans)


def _left_out(course: Course, room: int) -> list[Line]:
    if course.state in ("done", "finished", "paused"):
        return []
    return [part for why in course.out.values() for part in wrapped(line((f"Left out: {why}", WARM)), room)]


def _asked(stage: Stage, *, days: bool = True) -> str:
    """Return what a week asks, in words."""
    on = f" on {', '.join(stage.on)}" if stage.on else ""
    return f"{count(stage.days, 'day')}{on}: {listed(stage.do)}" if days else f"{listed(stage.do)}{on}"


def _number(first: int, last: int, style: str) -> Line:
    shown = str(first) if first == last else f"{first}-{last}"
    return padded(((shown, style),), NUMBER)


def _beside(head: Line, told: Sequence[Line], indent: int) -> Iterator[Line]:
    for number, one in enumerate(told):
        yield ((" " * indent, ""), *one) if number else (*head, *one)


def _date(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
