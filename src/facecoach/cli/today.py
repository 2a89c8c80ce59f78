"""`facecoach` alone: today at a glance, and one suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import cards, encoding, open_book, say_json, screen, show
from facecoach.cli.course import as_json as plan_json
from facecoach.cli.course import course_of, resumable
from facecoach.errors import Exit
from facecoach.today import Advice, advise, choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facecoach.habit.book import Book
    from facecoach.habit.plans import Course
    from facecoach.routine.shelf import Card
    from facecoach.today import Choice
    from facecoach.world import World


def today(world: World, as_json: bool = False) -> Exit:
    """Show how today stands and what suits now; in a terminal Enter starts it, or another that the arrows choose."""
    book, found = open_book(world), cards(world)
    course = course_of(world, book)
    advice = advised(world, book, course, found)
    if as_json:
        say_json(world, {**book.history.as_json(), "plan": plan_json(course), "suggestion": _told(advice)})
        return Exit.DONE
    if _answerable(world) and (ready := choices(advice, found, book.facts, world.now().hour)):
        return _offered(world, book, ready)
    from facecoach.screen.pages.today import glance

    show(world, glance(book.history, advice, screen(world).columns))
    return Exit.DONE


def advised(world: World, book: Book, course: Course | None, found: Sequence[Card] | None = None) -> Advice:
    """Return what suits now, where the running plan stands so; of these routines, or of all that can be read."""
    shelf = cards(world) if found is None else found
    return advise(shelf, book.facts, world.now().hour, resumable(world, book), course)


def _answerable(world: World) -> bool:
    """Whether someone sees the page, in letters that their terminal has, and can press a key."""
    seen = world.stdout.isatty() and screen(world).terminal and encoding(world).lower().startswith("utf")
    return seen and world.attended() and world.keys()


def _offered(world: World, book: Book, ready: Sequence[Choice]) -> Exit:
    from facecoach.cli.offering import offered

    chosen = offered(world, book.history, ready)
    if isinstance(chosen, Exit):
        return chosen
    from facecoach.cli.run import run

    return run(world, None if chosen.resumes else chosen.card.entry.slug, resume=chosen.resumes)


def _told(advice: Advice) -> dict[str, object]:
    card = advice.card
    told = (
        {"routine": card.entry.slug, "name": card.name, "seconds": round(card.seconds)} if card else {"routine": None}
    )
    return {**told, "command": advice.command or None, "reason": advice.reason or None}
