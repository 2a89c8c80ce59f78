"""`facecoach` alone: today at a glance, and one suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import cards, open_book, say_json, screen, show
from facecoach.cli.course import as_json as plan_json
from facecoach.cli.course import course_of, resumable
from facecoach.today import Advice, advise

if TYPE_CHECKING:
    from facecoach.habit.book import Book
    from facecoach.habit.plans import Course
    from facecoach.world import World


def today(world: World, as_json: bool = False) -> None:
    """Show how today stands, and what suits now with the command that starts it."""
    book = open_book(world)
    course = course_of(world, book)
    advice = advised(world, book, course)
    if as_json:
        say_json(world, {**book.history.as_json(), "plan": plan_json(course), "suggestion": _told(advice)})
        return
    from facecoach.screen.pages.today import glance

    show(world, glance(book.history, advice, screen(world).columns))


def advised(world: World, book: Book, course: Course | None) -> Advice:
    """Return what suits now, where the running plan stands so."""
    return advise(cards(world), book.facts, world.now().hour, resumable(world, book), course)


def _told(advice: Advice) -> dict[str, object]:
    card = advice.card
    told = (
        {"routine": card.entry.slug, "name": card.name, "seconds": round(card.seconds)} if card else {"routine": None}
    )
    return {**told, "command": advice.command or None, "reason": advice.reason or None}
