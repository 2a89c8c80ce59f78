"""Where the running plan stands, for every command that speaks of today, and what is written when its file changes."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from facecoach.cli.common import library, note, stamp, write
from facecoach.errors import CoachError
from facecoach.habit import records
from facecoach.habit.plans import course, gone, move, running, turning

if TYPE_CHECKING:
    from facecoach.habit.book import Book
    from facecoach.habit.facts import Facts
    from facecoach.habit.plans import Course, Run
    from facecoach.habit.records import Record
    from facecoach.routine.library import Library
    from facecoach.routine.programmes import Programme
    from facecoach.session.ending import Kept
    from facecoach.world import World


def course_of(world: World, book: Book) -> Course | None:
    """Return where the running plan stands, by its file as it is now; None without one."""
    run = running(book.facts.moves)
    if run is None:
        return None
    edited = anew(world, book, run)
    if edited:
        run = gone(run, move(date.fromisoformat(edited["day"]).toordinal(), edited))
    return _stands(world, book.facts, run)


def advanced(world: World, book: Book) -> list[str]:
    """Return what is next in the order of today: a session to resume, then where the running plan stands; or none."""
    from facecoach.today import ahead

    if cut := resumable(world, book):
        return [f"`{cut.name}` was cut off and can go on: `facecoach run --resume`"]
    found = course_of(world, book)
    return [ahead(found)] if found else []


def resumable(world: World, book: Book) -> Kept | None:
    """Return the session that was cut off and may be gone on with today, if there is one."""
    if not any("left" in one for one in book.standing("session")):
        return None
    from facecoach.session.ending import cut_off

    cut = cut_off(book, world.now())
    return None if cut and _out(library(world), book.facts, cut.routine) else cut


def as_json(found: Course | None) -> dict[str, Any] | None:
    """Return what `streak --json` says of a plan, None without one."""
    return found.as_json() if found else None


def followed(world: World, book: Book) -> Book:
    """Write down that the running plan's file was edited, if it was, and return the book with that in it."""
    run = running(book.facts.moves)
    edited = anew(world, book, run) if run else None
    if not edited:
        return book
    note(world, f"the file of `{edited['plan']}` has changed; its weeks to come follow it")
    return book.added(write(world, edited))


def anew(world: World, book: Book, run: Run) -> Record | None:
    """Return the record of an edited plan: from the first day of the present week on, its weeks as they are now.

    None where the file is as it was, cannot be read, or where a week was met today: what is new begins tomorrow.
    """
    try:
        found = edited_file(world, run)
    except CoachError:
        return None
    turn = turning(run, book.facts) if found else None
    if found is None or turn is None:
        return None
    week, begun = turn
    own = stamp(world, book)._replace(day=date.fromordinal(begun).isoformat())
    return records.plan(own, fields(found, "go", week))


def edited_file(world: World, run: Run) -> Programme | None:
    """Return the file of a plan where it differs from what the journal knows of it; raises CoachError or FaultyFile."""
    from facecoach.routine.library import contents
    from facecoach.routine.programmes import Programmes

    shelf = Programmes(library(world))
    entry = shelf.named(run.plan)
    if entry is None:
        raise CoachError(
            f"the file of `{run.plan}` is gone", "its weeks go on as they were; `facecoach plan stop` ends it"
        )
    last = run.moves[-1]
    return None if last.stages and shelf.digest(contents(entry.path)) == last.digest else shelf.opened(entry)


def known(world: World, run: Run) -> tuple[int, Any]:
    """Return how many weeks a running plan has, by its file as it is now, and what its next record says of them.

    Raises CoachError where they are not known.
    """
    try:
        found = edited_file(world, run)
    except CoachError as fault:
        if not run.moves[-1].stages:
            raise
        note(world, f"{fault.message}; {fault.hint}")
        found = None
    if found is None:
        return len(run.moves[-1].stages), {"plan": run.plan}
    return len(found.plan.weeks), fields(found, "go", 1)


def fields(found: Programme, action: str, week: int) -> Any:
    """Return what the record of a plan's start or going to a week says."""
    told = {"action": action, "plan": found.entry.slug, "week": week, "digest": found.digest, "weeks": found.weeks}
    return told | ({"avoid_if": list(found.plan.avoid_if)} if found.plan.avoid_if else {})


def _stands(world: World, facts: Facts, run: Run) -> Course | None:
    from facecoach.today import resting

    tired = resting(facts, run.moves[-1].avoid_if) if facts.ailments else ""
    return course(run, facts, partial(_out, library(world), facts), tired)


def _out(shelf: Library, facts: Facts, slug: str) -> str:
    """Return why a routine cannot be done today; empty where it can."""
    from facecoach.today import kept_out

    try:
        entry = shelf.find(slug)
        return kept_out(shelf.card(entry), facts) if entry.slug == slug else f"`{slug}` is not there any more"
    except CoachError as fault:
        return fault.message
