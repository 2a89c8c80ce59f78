"""`safety`: the conditions that rule a routine or a part of the face out, recorded with their dates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from facecoach.cli import screening
from facecoach.cli.common import cards, change, library, open_book, say, say_json, screen, show, stamp
from facecoach.cli.paging import show_page
from facecoach.errors import CoachError, UsageError
from facecoach.habit import records
from facecoach.habit.dates import parse_day
from facecoach.knowledge.conditions import CONDITIONS, Condition, named
from facecoach.safety.standing import Standing, allows, last_day, recorded
from facecoach.words import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from facecoach.cli.options import AsJson, ConditionName, Screened, Since, Yes
    from facecoach.habit.book import Book
    from facecoach.habit.records import Record
    from facecoach.routine.shelf import Card
    from facecoach.world import World


def safety(world: World, as_json: AsJson = False) -> None:
    """Show and record what must not be touched.

    Conditions rule a routine or a part of the face out, and those that pass expire by themselves.
    """
    standing, shelf = recorded(open_book(world).facts), cards(world)
    if as_json:
        known = [_described(condition) for condition in CONDITIONS.values()]
        say_json(world, {"recorded": [_recorded(one, shelf) for one in standing], "known": known})
        return
    from facecoach.screen.pages.safety import known_lines, recorded_lines

    columns = screen(world).columns
    show_page(world, known_lines(columns), recorded_lines(standing, *_sorted_out(shelf, standing), columns))


def add(world: World, condition: ConditionName, on: Since = "today", as_json: AsJson = False) -> None:
    """Record a condition from a day on, in place of what was recorded of it before."""
    found = named(condition)
    book, _, new = change(world, partial(_added, world, found, on))
    if as_json:
        say_json(world, new[0])
        return
    since = parse_day(on, book.today)
    _tell(world, found, Standing(found.name, since, last_day(found, since)), book.today)


def remove(world: World, condition: ConditionName, as_json: AsJson = False) -> None:
    """Take a recorded condition back: what it ruled out is open again."""
    _, _, new = change(world, partial(_removed, world, condition))
    if as_json:
        say_json(world, new)
    else:
        say(world, f"{spoken(condition)} is no longer recorded")


def screen_routine(world: World, routine: Screened, yes: Yes = False, as_json: AsJson = False) -> None:
    """Answer the questions that a routine asks before its first time, and record it."""
    from facecoach.safety.gate import questions

    shelf = library(world)
    card = shelf.card(shelf.find(routine))
    asked = questions(card)
    if not asked:
        raise CoachError(f"`{card.entry.slug}` has nothing to ask", "`facecoach run inside-mouth` is one that has")
    record = screening.answer(world, open_book(world), card, asked, yes=yes)
    if as_json:
        say_json(world, record)
    else:
        say(world, f"recorded; `facecoach run {card.entry.slug}` starts it")


def _past_day(text: str, today: date) -> date:
    day = parse_day(text, today)
    if day > today:
        raise UsageError(f"`{text}` is still to come", "a condition is recorded from today or an earlier day on")
    return day


def _added(world: World, found: Condition, on: str, book: Book) -> list[Record]:
    since = _past_day(on, book.today)
    until = last_day(found, since)
    record = records.condition(
        stamp(world, book), found.name, since.isoformat(), until.isoformat() if until else None
    )  # fmt: skip
    former = [one for one in recorded(book.facts) if one.name == found.name]
    return [record, *_voided(world, book, former)]


def _removed(world: World, condition: str, book: Book) -> list[Record]:
    standing = recorded(book.facts)
    name = condition if any(one.name == condition for one in standing) else named(condition).name
    found = [one for one in standing if one.name == name]
    if not found:
        raise CoachError(f"`{name}` is not recorded", "`facecoach safety` shows what is")
    return _voided(world, book, found)


def _voided(world: World, book: Book, found: Sequence[Standing]) -> list[Record]:
    return [records.void(stamp(world, book), key) for one in found for key in one.ids]


def _sorted_out(shelf: Sequence[Card], standing: Sequence[Standing]) -> tuple[list[str], list[str]]:
    """Return the names of the routines that conditions rule out, and of those that they leave."""
    out = [card.entry.slug for card in shelf if not allows(card, standing)]
    return out, [card.entry.slug for card in shelf if allows(card, standing)]


def _tell(world: World, condition: Condition, one: Standing, today: date) -> None:
    if one.until and one.until < today:
        say(world, f"{condition.title}: recorded, and over since {one.until.isoformat()}")
        return
    from facecoach.screen.pages.safety import recorded_lines

    show(world, recorded_lines([one], *_sorted_out(cards(world), [one]), screen(world).columns))


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


def _recorded(one: Standing, shelf: Sequence[Card]) -> dict[str, Any]:
    out, left = _sorted_out(shelf, [one])
    until = one.until.isoformat() if one.until else None
    return {"name": one.name, "from": one.since.isoformat(), "until": until, "ruled_out": out, "allowed": left}
