"""`goal` and `pause`: what the week asks for, and planned time off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any

import typer

from facecoach.cli.common import Book, open_book, say, say_json, within
from facecoach.cli.recovery import recover
from facecoach.errors import CoachError, UsageError
from facecoach.habit import journal
from facecoach.habit.dates import parse_clock, parse_day, weekday_named
from facecoach.habit.facts import WEEKDAYS, Policy, count_day, standing
from facecoach.habit.history import judge
from facecoach.habit.suggestion import days, effect
from facecoach.words import guess
from facecoach.world import World

app = typer.Typer()

LONGEST = 365
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command(epilog="Example: `facecoach goal --week 5 --rest sat,sun`")
def goal(  # noqa: PLR0913 - each parameter is an option of the command line
    ctx: typer.Context,
    week: Annotated[int | None, typer.Option(callback=within(1, 7), help="Days a week to aim for, 1 to 7.")] = None,
    rest: Annotated[str | None, typer.Option(metavar="DAYS", help="Weekdays off, as `sat,sun`, or `none`.")] = None,
    day_starts: Annotated[
        str | None, typer.Option(metavar="HH:MM", help="When a day begins; before it is still the evening before.")
    ] = None,
    freezes: Annotated[int | None, typer.Option(callback=within(0, 5), help="Freezes to hold at most, 0 to 5.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show or set the week's goal, rest days and freezes.

    And when a day begins. Without options it shows what holds.
    """
    recover(ctx.obj)
    book = open_book(ctx.obj)
    changes = {
        "week_goal": week,
        "rest_days": None if rest is None else parse_rest(rest),
        "day_start": None if day_starts is None else parse_clock(day_starts).strftime("%H:%M"),
        "freezes": freezes,
    }
    wanted = {name: value for name, value in changes.items() if value is not None}
    policy = book.policy._replace(**wanted)
    said = _set_policy(ctx.obj, book, policy) if policy != book.policy else ["It is so already"] if wanted else []
    if as_json:
        say_json(ctx.obj, _policy_fields(policy))
        return
    for line in (*_policy_lines(policy), *said):
        say(ctx.obj, line)


@app.command(epilog="Example: `facecoach pause --days 7`, or `facecoach pause --until 2026-12-01`")
def pause(
    ctx: typer.Context,
    length: Annotated[
        int | None, typer.Option("--days", callback=within(1, LONGEST), help="How many days, today included.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="The last day of it.")] = None,
    end: Annotated[bool, typer.Option("--end", help="Be back from today on.")] = False,
    as_json: AsJson = False,
) -> None:
    """Plan time off from today on.

    It neither breaks the streak nor adds to it. Without options it shows what is planned.
    """
    if sum((length is not None, until is not None, end)) > 1:
        raise UsageError("`--days`, `--until` and `--end` exclude each other")
    recover(ctx.obj)
    book = open_book(ctx.obj)
    if end:
        said = _end_pause(ctx.obj, book)
    elif length is None and until is None:
        said = _paused(book)
    else:
        last = book.today + timedelta((length or 1) - 1) if until is None else _last_day(until, book.today)
        said = _begin_pause(ctx.obj, book, last)
    if as_json:
        say_json(ctx.obj, _span(running_pauses(open_book(ctx.obj))))
        return
    for line in said:
        say(ctx.obj, line)


def parse_rest(text: str) -> tuple[str, ...]:
    """Return the weekdays of `sat,sun`, none of `none`; raises UsageError with the near miss."""
    if text.strip().lower() == "none":
        return ()
    found = {_weekday(word.strip()) for word in text.split(",")}
    return tuple(name for name in WEEKDAYS if name in found)


def running_pauses(book: Book) -> list[dict[str, Any]]:
    """Return the pauses that stand and hold today."""
    found = standing(book.records, "pause", book.today)
    return [record for record in found if (span := _ends(record)) and span[0] <= book.today <= span[1]]


def _weekday(word: str) -> str:
    if name := weekday_named(word):
        return name
    hint = guess(word, WEEKDAYS, f"weekdays are {', '.join(WEEKDAYS)}, or none")
    raise UsageError(f"`{word[:40]}` is not a weekday", hint)


def _set_policy(world: World, book: Book, policy: Policy) -> list[str]:
    """Write the policy down, for the earlier day when it changes when one begins, and return what it did."""
    now = world.now()
    today = count_day(now, policy.day_start)
    day = min(today, book.today).isoformat()
    record = journal.append(world.folders.data, journal.entry("policy", day, now, **_policy_fields(policy)))
    after = judge([*book.records, record], today, book.doses)
    week = f"This week stands at {after.week.done} of {after.week.goal}. " if after.week.goal else ""
    return [f"It holds from {day} on; what was before stays as it was", f"{week}{effect(book.history, after)}"]


def _policy_fields(policy: Policy) -> dict[str, Any]:
    return {**policy._asdict(), "rest_days": list(policy.rest_days)}


def _policy_lines(policy: Policy) -> list[str]:
    return [
        f"Goal         {days(policy.week_goal)} a week",
        f"Rest days    {', '.join(policy.rest_days) or 'none'}",
        f"Day starts   {policy.day_start}",
        f"Freezes      {f'up to {policy.freezes}' if policy.freezes else 'none'}",
    ]


def _last_day(text: str, today: date) -> date:
    last = parse_day(text, today, ahead=True)
    latest = today + timedelta(LONGEST - 1)
    if not today <= last <= latest:
        raise UsageError(f"`{last}` is out of range: from {today} to {latest}")
    return last


def _begin_pause(world: World, book: Book, last: date) -> list[str]:
    before = _span(running_pauses(book))
    if before and before["until"] >= last.isoformat():
        return [f"A pause until {before['until']} covers that already"]
    record = _entry(world, book, book.today, last)
    journal.append(world.folders.data, record)
    joined = f"; it joins the one since {before['from']}" if before else ""
    length = days((last - book.today).days + 1)
    return [f"Paused until {last}, {length} from today{joined}", effect(book.history, book.with_record(record).history)]


def _end_pause(world: World, book: Book) -> list[str]:
    """Take back the pauses of today; what of them has passed is written down first, so that a crash loses nothing."""
    running = running_pauses(book)
    if not running:
        raise CoachError("there is no pause to end", "`facecoach pause --days 7` begins one")
    now, folder, after = world.now(), world.folders.data, book
    span = _span(running)
    first, yesterday = date.fromisoformat(span["from"]), book.today - timedelta(1)
    ended = [_entry(world, book, first, yesterday)] if first <= yesterday else []
    ended += [journal.entry("void", book.today.isoformat(), now, ref=record["id"]) for record in running]
    for record in ended:
        after = after.with_record(journal.append(folder, record))
    return [f"The pause since {first} ends; today counts again", effect(book.history, after.history)]


def _entry(world: World, book: Book, first: date, last: date) -> dict[str, Any]:
    span = {"from": first.isoformat(), "until": last.isoformat()}
    return journal.entry("pause", book.today.isoformat(), world.now(), **span)


def _paused(book: Book) -> list[str]:
    if not (span := _span(running_pauses(book))):
        return ["No pause is running; `facecoach pause --days 7` begins one"]
    return [f"Paused since {span['from']}, until {span['until']}; `facecoach pause --end` ends it"]


def _span(running: list[dict[str, Any]]) -> dict[str, str]:
    """Return the first and the last day of pauses that hold the same day, or nothing without any."""
    if not running:
        return {}
    return {"from": min(record["from"] for record in running), "until": max(record["until"] for record in running)}


def _ends(record: dict[str, Any]) -> tuple[date, date] | None:
    try:
        return date.fromisoformat(record["from"]), date.fromisoformat(record["until"])
    except (KeyError, TypeError, ValueError):
        return None
