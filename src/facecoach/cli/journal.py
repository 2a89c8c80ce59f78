"""`history`, `log` and `undo`: the sessions that were, one added after the fact, one taken back."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

import typer

from facecoach.cli.common import Book, console, library, open_book, say, say_json, within
from facecoach.cli.complete import routine_names
from facecoach.cli.recovery import recover
from facecoach.errors import CoachError, UsageError
from facecoach.habit import journal
from facecoach.habit.dates import EARLIEST, local, parse_clock, parse_day
from facecoach.habit.facts import count_day, standing
from facecoach.habit.suggestion import effect
from facecoach.routine.library import Loaded
from facecoach.routine.timing import whole
from facecoach.screen.spans import plain
from facecoach.words import guess
from facecoach.world import World

app = typer.Typer()

NOON = time(12)
COLUMNS = ("id", "day", "started", "ended", "routine", "name", "outcome", "seconds", "planned", "source", "zones")


@app.command(epilog="Example: `facecoach history --last 5`, or `facecoach history --csv > sessions.csv`")
def history(
    ctx: typer.Context,
    last: Annotated[int | None, typer.Option(callback=within(1, 100_000), help="Only so many, the newest.")] = None,
    routine: Annotated[
        str | None, typer.Option(metavar="NAME", autocompletion=routine_names, help="Only those of one routine.")
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the records as JSON.")] = False,
) -> None:
    """List past sessions, the newest first.

    The end of a line's id is enough for `undo`.
    """
    if as_csv and as_json:
        raise UsageError("`--csv` and `--json` exclude each other")
    recover(ctx.obj)
    found = sorted(open_book(ctx.obj).sessions, key=_moment, reverse=True)
    sessions = [record for record in found if routine is None or record.get("routine") == routine][:last]
    if found and not sessions:
        raise _never(str(routine), found)
    if as_json:
        say_json(ctx.obj, sessions)
    elif as_csv:
        _write_csv(ctx.obj, sessions)
    else:
        _list(ctx.obj, sessions)


@app.command(epilog="Example: `facecoach log morning --on yesterday --at 07:30`")
def log(
    ctx: typer.Context,
    routine: Annotated[
        str, typer.Argument(autocompletion=routine_names, help="A routine's name, or a path to a `.yaml`.")
    ],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day it was; today without.")] = None,
    at: Annotated[str | None, typer.Option(metavar="HH:MM", help="When it began.")] = None,
    minutes: Annotated[
        int | None, typer.Option(callback=within(1, 180), help="How long it was; as planned without.")
    ] = None,
) -> None:
    """Add a session that was done without the program."""
    recover(ctx.obj)
    book = open_book(ctx.obj)
    started, day = when(on, at, book, ctx.obj.now())
    record = _manual(library(ctx.obj).load(routine), started, day, minutes, ctx.obj.now())
    after = book.with_record(journal.append(ctx.obj.folders.data, record))
    partial = "" if record["outcome"] == "completed" else " as a partial session, under half of it"
    say(ctx.obj, plain(f"Logged {record['name']} for {day}{partial}"))
    say(ctx.obj, effect(book.history, after.history))


@app.command(epilog="Example: `facecoach undo`, or `facecoach undo 3f9c01ab` with an id from `facecoach history`")
def undo(
    ctx: typer.Context,
    key: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The beginning or end of an id; the last session's without.")
    ] = None,
) -> None:
    """Take back a session, or anything else in the journal.

    Nothing is erased, and an undo can be undone.
    """
    recover(ctx.obj)
    book = open_book(ctx.obj)
    record = _last(book) if key is None else _named(book, key)
    void = journal.entry("void", book.today.isoformat(), ctx.obj.now(), ref=record["id"])
    after = book.with_record(journal.append(ctx.obj.folders.data, void))
    say(ctx.obj, plain(f"Took back {_described(record)}"))
    say(ctx.obj, effect(book.history, after.history))


def when(on: str | None, at: str | None, book: Book, now: datetime) -> tuple[datetime, date]:
    """Return when a session began and the day it counts for; raises UsageError for what is in the future.

    Without a time it is `now`, or the noon of a day before. Without a day it is the last time the clock said so, as
    long as that is today.
    """
    clock = None if at is None else parse_clock(at)
    if on is not None:
        day = parse_day(on, book.today)
        if not EARLIEST <= day <= book.today:
            raise UsageError(f"`{day}` is out of range: from {EARLIEST} to today, {book.today}")
        started = now if day == book.today and clock is None else local(day, clock or NOON, now)
    else:
        started = now if clock is None else local(now.date(), clock, now)
        evening = started - timedelta(1)
        if started > now and count_day(evening, book.policy.day_start) == book.today:
            started = evening
        day = count_day(started, book.policy.day_start)
    if started > now:
        raise UsageError(f"`{started:%Y-%m-%d %H:%M}` is still to come", f"it is {now:%Y-%m-%d %H:%M}")
    return started, day


def _manual(loaded: Loaded, started: datetime, day: date, minutes: int | None, now: datetime) -> dict[str, Any]:
    """Return the record of a session; one that began `now` has just ended instead."""
    from facecoach.session.timeline import plan

    line = plan(loaded.routine)
    planned = line.seconds
    seconds = planned if minutes is None else minutes * 60
    started = min(started, now - timedelta(seconds=seconds))
    zones: dict[str, float] = {}
    for leg in line.legs:
        zones[leg.zone] = zones.get(leg.zone, 0) + leg.seconds * seconds / planned
    return journal.entry(
        "session", day.isoformat(), now, routine=loaded.entry.slug, name=loaded.routine.name,
        started=started.isoformat(timespec="seconds"),
        ended=(started + timedelta(seconds=seconds)).isoformat(timespec="seconds"),
        outcome="completed" if seconds >= planned / 2 else "partial",
        seconds=whole(round(seconds, 1)), planned=whole(round(planned, 1)),
        zones={zone: whole(round(worked, 1)) for zone, worked in zones.items()}, source="manual",
    )  # fmt: skip


def _moment(record: dict[str, Any]) -> tuple[str, str, str]:
    return str(record.get("day")), str(record.get("started")), str(record.get("id"))


def _write_csv(world: World, sessions: Iterable[dict[str, Any]]) -> None:
    table = csv.writer(world.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    for record in sessions:
        table.writerow([_cell(record.get(column)) for column in COLUMNS])


def _cell(value: object) -> object:
    if isinstance(value, dict):
        return plain(" ".join(f"{zone}={seconds}" for zone, seconds in value.items()))
    if isinstance(value, str):
        return "".join(char if char in "\n\t" else plain(char) for char in value)
    return value


def _list(world: World, sessions: list[dict[str, Any]]) -> None:
    from facecoach.screen.pages.history import past_lines

    screen = console(world)
    for line in past_lines(sessions):
        screen.print(line, soft_wrap=not screen.is_terminal)


def _never(routine: str, found: list[dict[str, Any]]) -> CoachError:
    known = sorted({str(record.get("routine")) for record in found})
    hint = guess(routine, known, f"there are {', '.join(known[:8])}")
    return CoachError(f"no session of `{routine[:60]}` is in the journal", hint)


def _last(book: Book) -> dict[str, Any]:
    if not book.sessions:
        raise CoachError("there is no session to take back", "`facecoach run` starts one")
    return book.sessions[0]


def _named(book: Book, key: str) -> dict[str, Any]:
    """Return the record whose id is `key`, or alone begins or ends so; raises CoachError."""
    known = {record["id"]: record for record in book.records if isinstance(record.get("id"), str)}
    found = [key] if key in known else [one for one in known if key and (one.startswith(key) or one.endswith(key))]
    if not found:
        raise CoachError(f"there is no record `{key[:60]}`", "`facecoach history` shows the ids")
    if len(found) > 1:
        raise CoachError(f"{len(found)} records go by `{key[:60]}`", f"write more of it, such as `{found[-1]}`")
    gone = {void.get("ref") for void in standing(book.records, "void", book.today)}
    if found[0] in gone:
        raise CoachError(f"`{found[0]}` was taken back already", "`facecoach history` shows what stands")
    return known[found[0]]


def _described(record: dict[str, Any]) -> str:
    kind, day = str(record.get("type")), str(record.get("day"))
    if kind == "session":
        return f"{record.get('name') or record.get('routine')} of {day}"
    if kind == "pause":
        return f"the pause from {record.get('from')} until {record.get('until')}"
    said = {"policy": f"the goal set on {day}", "void": f"an undo of {day}: it stands again"}
    return said.get(kind, f"the {kind} of {day}")
