"""`safety`: the conditions that rule a routine or a part of the face out, recorded with their dates."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from facecoach.cli.common import Book, console, library, open_book, say, say_json
from facecoach.cli.complete import routine_names
from facecoach.cli.recovery import recover
from facecoach.cli.screening import questions, screen, sorted_out
from facecoach.errors import CoachError, UsageError
from facecoach.habit import journal
from facecoach.habit.dates import parse_day
from facecoach.knowledge.conditions import CONDITIONS, Condition, named
from facecoach.safety.standing import Standing, asks_first, last_day, standing_conditions
from facecoach.world import World

app = typer.Typer()
group = typer.Typer(invoke_without_command=True)
app.add_typer(group, name="safety")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def condition_names(incomplete: str) -> list[str]:
    """Return the conditions whose names begin so."""
    return [name for name in sorted(CONDITIONS) if name.startswith(incomplete)]


ConditionName = Annotated[
    str, typer.Argument(metavar="CONDITION", autocompletion=condition_names, help="As `facecoach safety` lists it.")
]


@group.callback(epilog="Example: `facecoach safety add recent-injectables --on 2026-11-10`")
def safety(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Show and record what must not be touched.

    Conditions rule a routine or a part of the face out, and those that pass expire by themselves.
    """
    if ctx.invoked_subcommand is not None:
        return
    recover(ctx.obj)
    book = open_book(ctx.obj)
    standing = standing_conditions(book.records, book.today)
    if as_json:
        known = [_described(condition) for condition in CONDITIONS.values()]
        say_json(ctx.obj, {"recorded": [_recorded(ctx.obj, one) for one in standing], "known": known})
        return
    from facecoach.screen.pages.safety import known_lines, recorded_lines

    page = console(ctx.obj)
    for line in (*known_lines(page), *recorded_lines(standing, *sorted_out(ctx.obj, standing))):
        page.print(line)


@group.command(epilog="Example: `facecoach safety add recent-filler --on yesterday`")
def add(
    ctx: typer.Context,
    condition: ConditionName,
    on: Annotated[
        str, typer.Option(metavar="DATE", help="Since when: a date, today, yesterday or a weekday.")
    ] = "today",
    as_json: AsJson = False,
) -> None:
    """Record a condition from a day on, in place of what was recorded of it before."""
    world: World = ctx.obj
    recover(world)
    book, found = open_book(world), named(condition)
    since = _past_day(on, book.today)
    until = last_day(found, since)
    former = [one for one in standing_conditions(book.records, book.today) if one.name == found.name]
    span = {"from": since.isoformat(), "until": until.isoformat() if until else None}
    record = journal.append(world.folders.data, _entry(world, book, "condition", name=found.name, **span))
    _take_back(world, book, former)
    if as_json:
        say_json(world, record)
    else:
        _tell(world, found, Standing(found.name, since, until), book.today)


@group.command(epilog="Example: `facecoach safety remove fever`")
def remove(ctx: typer.Context, condition: ConditionName, as_json: AsJson = False) -> None:
    """Take a recorded condition back: what it ruled out is open again."""
    world: World = ctx.obj
    recover(world)
    book = open_book(world)
    standing = standing_conditions(book.records, book.today)
    name = condition if any(one.name == condition for one in standing) else named(condition).name
    found = [one for one in standing if one.name == name]
    if not found:
        raise CoachError(f"`{name}` is not recorded", "`facecoach safety` shows what is")
    records = _take_back(world, book, found)
    if as_json:
        say_json(world, records)
    else:
        say(world, f"{name.replace('-', ' ')} is no longer recorded")


@group.command("screen", epilog="Example: `facecoach safety screen inside-mouth`")
def screen_routine(
    ctx: typer.Context,
    routine: Annotated[str, typer.Argument(autocompletion=routine_names, help="A routine that asks questions first.")],
    yes: Annotated[bool, typer.Option("--yes", help="None of it is so; ask nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Answer the questions that a routine asks before its first time, and record it."""
    recover(ctx.obj)
    loaded = library(ctx.obj).load(routine)
    if not asks_first(loaded.routine) or not questions(loaded):
        raise CoachError(f"`{loaded.entry.slug}` has nothing to ask", "`facecoach run inside-mouth` is one that has")
    record = screen(ctx.obj, open_book(ctx.obj), loaded, yes=yes)
    if as_json:
        say_json(ctx.obj, record)
    else:
        say(ctx.obj, f"recorded; `facecoach run {loaded.entry.slug}` starts it")


def _past_day(text: str, today: date) -> date:
    day = parse_day(text, today)
    if day > today:
        raise UsageError(f"`{text}` is still to come", "a condition is recorded from today or an earlier day on")
    return day


def _entry(world: World, book: Book, kind: str, **fields: Any) -> dict[str, Any]:
    return journal.entry(kind, book.today.isoformat(), world.now(), **fields)


def _take_back(world: World, book: Book, found: list[Standing]) -> list[dict[str, Any]]:
    refs = [key for one in found for key in one.ids]
    return [journal.append(world.folders.data, _entry(world, book, "void", ref=ref)) for ref in refs]


def _tell(world: World, condition: Condition, one: Standing, today: date) -> None:
    if one.until and one.until < today:
        say(world, f"{condition.title}: recorded, and over since {one.until.isoformat()}")
        return
    from facecoach.screen.pages.safety import recorded_lines

    page = console(world)
    for line in recorded_lines([one], *sorted_out(world, [one])):
        page.print(line)


def _described(condition: Condition) -> dict[str, Any]:
    return {
        "name": condition.name,
        "sentence": condition.sentence,
        "kind": condition.kind,
        "rules_out": condition.effect,
        "zones": list(condition.zones),
        "lasts_days": condition.lasts_days,
        "source": condition.source,
    }


def _recorded(world: World, one: Standing) -> dict[str, Any]:
    out, left = sorted_out(world, [one])
    until = one.until.isoformat() if one.until else None
    return {"name": one.name, "from": one.since.isoformat(), "until": until, "ruled_out": out, "allowed": left}
