"""What every command needs of the world: the journal judged, the routines, a console, JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from facecoach.habit import journal
from facecoach.habit.doses import doses
from facecoach.habit.facts import Policy, count_day, policy_on, standing
from facecoach.habit.history import History, judge
from facecoach.world import World

if TYPE_CHECKING:
    from rich.console import Console

    from facecoach.routine.library import Library


@dataclass(frozen=True)
class Book:
    """The journal as it stands today: its records, the policy in force, and what they come to."""

    records: list[dict[str, Any]]
    damaged: tuple[str, ...]
    policy: Policy
    today: date
    doses: dict[str, int]

    @cached_property
    def history(self) -> History:
        """What the records come to."""
        return judge(self.records, self.today, self.doses)

    @cached_property
    def sessions(self) -> list[dict[str, Any]]:
        """The session records that stand, newest first."""
        return standing(self.records, "session", self.today)[::-1]

    def with_record(self, record: dict[str, Any]) -> Book:
        """Return the book with one more record in it."""
        return Book([*self.records, record], self.damaged, self.policy, self.today, self.doses)


def open_book(world: World) -> Book:
    """Read the journal and say on stderr what of it could not be read; raises CoachError."""
    lines = journal.read(world.folders.data)
    now = world.now()
    policy = policy_on(lines.records, now.date())
    today = count_day(now, policy.day_start)
    for place in lines.damaged:
        note(world, f"a damaged line in the journal is skipped: {place}; `facecoach doctor` looks into it")
    todays_doses = doses(lines.records, today.isoformat(), world.folders.routines, world.stock)
    book = Book(lines.records, tuple(lines.damaged), policy, today, todays_doses)
    _warn(world, len(book.history.future), "dated after today")
    _warn(world, len(book.history.skipped), "unreadable")
    return book


def _warn(world: World, count: int, what: str) -> None:
    if count:
        records = "record is" if count == 1 else "records are"
        note(world, f"{count} {records} {what} and ignored; `facecoach doctor` looks into it")


def library(world: World) -> Library:
    """Return the routines there are."""
    from facecoach.routine.library import Library

    return Library(world.folders.routines, world.stock)


def console(world: World) -> Console:
    """Return a console on stdout that shows text as text: no markup, no emoji codes, no guessed highlights."""
    from facecoach.screen.theme import console_on

    return console_on(world.stdout, world.env, no_color=world.no_color)


def say(world: World, line: str) -> None:
    """Write a line of data to stdout."""
    world.stdout.write(f"{line}\n")


def note(world: World, line: str) -> None:
    """Write a line of talk to stderr, as text that cannot steer a terminal."""
    safe = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    world.stderr.write(f"facecoach: {safe}\n")


def say_json(world: World, data: object) -> None:
    """Write data to stdout as JSON."""
    say(world, json.dumps(data, ensure_ascii=False, indent=2).translate(_ESCAPES))


# JSON itself escapes the codes below 32, but not those above 126 that some terminals obey.
_ESCAPES = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}


def within(low: float, high: float) -> Callable[[float | None], float | None]:
    """Return a check that an option's value, when there is one, lies in a range; the message says the range."""

    def check(value: float | None) -> float | None:
        if value is not None and not low <= value <= high:
            import typer

            raise typer.BadParameter(f"{value:g} is out of range: from {low:g} to {high:g}")
        return value

    return check
