"""`goal` and `pause`: what the week asks for, and planned time off."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

from facecoach.cli.common import change, say, say_json, stamp, unchanged
from facecoach.errors import UsageError
from facecoach.habit import dates, pauses, records
from facecoach.habit import journal as files
from facecoach.habit.account import days, effect
from facecoach.habit.facts import count_day

if TYPE_CHECKING:
    from datetime import date

    from facecoach.cli.options import AsJson, Days, DayStarts, End, Freezes, RestDays, Until, WeekGoal
    from facecoach.habit.book import Book
    from facecoach.habit.policy import Policy
    from facecoach.habit.records import PolicyFields, Record
    from facecoach.world import World


def goal(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    week: WeekGoal = None,
    rest: RestDays = None,
    day_starts: DayStarts = None,
    freezes: Freezes = None,
    as_json: AsJson = False,
) -> None:
    """Show or set the week's goal, rest days and freezes.

    And when a day begins. Without options it shows what holds.
    """
    wanted = _wanted(week, rest, day_starts, freezes)
    book, after, _ = change(world, partial(_set, world, wanted)) if wanted else unchanged(world)
    if as_json:
        say_json(world, _fields(after.policy))
        return
    for line in (*_policy_lines(after.policy), *_said(book, after, wanted)):
        say(world, line)


def pause(world: World, length: Days = None, until: Until = None, end: End = False, as_json: AsJson = False) -> None:
    """Plan time off from today on.

    It neither breaks the streak nor adds to it. Without options it shows what is planned.
    """
    if sum((length is not None, until is not None, end)) > 1:
        raise UsageError("`--days`, `--until` and `--end` exclude each other")
    wished = partial(_off, world, length, until, end)
    book, after, new = unchanged(world) if length is None and until is None and not end else change(world, wished)
    planned = _planned(book, length, until)
    if as_json:
        say_json(world, pauses.span(pauses.running(after)))
        return
    for line in _told(book, after, new, planned, end=end):
        say(world, line)


def _wanted(week: int | None, rest: str | None, day_starts: str | None, freezes: int | None) -> PolicyFields:
    wanted: PolicyFields = {}
    if week is not None:
        wanted["week_goal"] = week
    if rest is not None:
        wanted["rest_days"] = list(dates.parse_weekdays(rest))
    if day_starts is not None:
        wanted["day_start"] = dates.parse_clock(day_starts).strftime("%H:%M")
    if freezes is not None:
        wanted["freezes"] = freezes
    return wanted


def _changed(standing: PolicyFields, wanted: PolicyFields) -> PolicyFields:
    """Return the wanted settings that differ from those that hold."""
    changed = {name: value for name, value in wanted.items() if standing.get(name) != value}
    return cast("PolicyFields", changed)


def _set(world: World, wanted: PolicyFields, book: Book) -> list[Record]:
    """Return the change of the policy, of the earlier day when it changes when one begins; none if it is so."""
    changed, now = _changed(_fields(book.policy), wanted), world.now()
    if not changed:
        return []
    day = min(count_day(now, changed.get("day_start", book.policy.day_start)), book.today)
    return [records.policy(files.stamp(now, day.isoformat()), changed)]


def _off(world: World, length: int | None, until: str | None, end: bool, book: Book) -> list[Record]:
    own, planned = partial(stamp, world, book), _planned(book, length, until)
    return pauses.ended(book, own) if end else pauses.begun(book, planned, own) if planned else []


def _fields(policy: Policy) -> PolicyFields:
    return {
        "week_goal": policy.week_goal,
        "rest_days": list(policy.rest_days),
        "day_start": policy.day_start,
        "freezes": policy.freezes,
    }


def _policy_lines(policy: Policy) -> list[str]:
    return [
        f"Goal         {days(policy.week_goal)} a week",
        f"Rest days    {', '.join(policy.rest_days) or 'none'}",
        f"Day starts   {policy.day_start}",
        f"Freezes      {f'up to {policy.freezes}' if policy.freezes else 'none'}",
    ]


def _said(before: Book, after: Book, wanted: PolicyFields) -> list[str]:
    if after is before:
        return ["It is so already"] if wanted else []
    week = after.history.week
    stands = f"This week stands at {week.done} of {week.goal}. " if week.goal else ""
    day = min(before.today, after.today)
    return [f"It holds from {day} on; what was before stays as it was", stands + effect(before.history, after.history)]


def _planned(book: Book, length: int | None, until: str | None) -> date | None:
    """Return the last day of a pause that is asked for; raises UsageError for one out of range."""
    if until is None:
        return None if length is None else book.today + timedelta(length - 1)
    last, latest = dates.parse_day(until, book.today, ahead=True), book.today + timedelta(pauses.LONGEST - 1)
    if not book.today <= last <= latest:
        raise UsageError(f"`{last}` is out of range: from {book.today} to {latest}")
    return last


def _told(before: Book, after: Book, new: list[Record], planned: date | None, *, end: bool) -> list[str]:
    span = pauses.span(pauses.running(before))
    if end:
        return [f"The pause since {span['from']} ends; today counts again", effect(before.history, after.history)]
    if planned and not new:
        return [f"A pause until {span['until']} covers that already"]
    if planned:
        joined = f"; it joins the one since {span['from']}" if span else ""
        length = days((planned - before.today).days + 1)
        return [f"Paused until {planned}, {length} from today{joined}", effect(before.history, after.history)]
    if not span:
        return ["No pause is running; `facecoach pause --days 7` begins one"]
    return [f"Paused since {span['from']}, until {span['until']}; `facecoach pause --end` ends it"]
