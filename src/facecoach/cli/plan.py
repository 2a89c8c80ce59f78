"""`plan`: a programme of several weeks; where it stands, what there is, and its start, its weeks and its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from facecoach.cli.common import change, library, note, open_book, say, say_json, screen, show, stamp
from facecoach.cli.course import advanced, course_of, edited_file, fields, known
from facecoach.cli.planning import against, started_on, whole_plan
from facecoach.errors import CoachError, UsageError
from facecoach.habit import records
from facecoach.habit.plans import running
from facecoach.words import clipped

if TYPE_CHECKING:
    from facecoach.cli.options import AsJson, PlanName, StartOn, WeekNumber
    from facecoach.habit.book import Book
    from facecoach.habit.records import Record
    from facecoach.routine.programmes import Programme, Programmes
    from facecoach.world import World

NONE = ("No plan is running.", "`facecoach plan list` shows what there is, `facecoach plan start NAME` begins one")


def plan(world: World, as_json: AsJson = False) -> None:
    """Show where your plan stands.

    What is due today, the weeks with their days, and what is to come.
    """
    book = open_book(world)
    run, course = running(book.facts.moves), course_of(world, book)
    if run:
        _told_of_file(world, partial(edited_file, world, run))
    if course is None:
        known = f"the weeks of `{run.plan}` are not known on this machine" if run else NONE[0]
        _say_none(world, known, as_json=as_json)
        return
    found = _own_file(world, course.plan)
    if as_json:
        say_json(world, whole_plan(course, book.facts, found))
        return
    from facecoach.screen.pages.plan import course_lines

    show(world, course_lines(course, book.facts, found.plan if found else None, screen(world).columns))


def list_plans(world: World, as_json: AsJson = False) -> None:
    """List the plans, your own and the bundled ones."""
    shelf, run = _shelf(world), running(open_book(world).facts.moves)
    found = [one for entry in shelf.entries() if (one := _told_of_file(world, partial(shelf.opened, entry)))]
    if as_json:
        say_json(world, [_item(one, run.plan if run else "") for one in found])
        return
    from facecoach.screen.pages.plan import shelf_lines

    page = screen(world)
    show(world, shelf_lines(found, run.plan if run else "", page.columns if page.terminal else None))


def show_plan(world: World, name: PlanName, as_json: AsJson = False) -> None:
    """Show a plan: its weeks, whom it is not for, and what is known of it."""
    found = _shelf(world).load(name)
    if as_json:
        told = found.plan.model_dump(exclude_defaults=True, exclude={"weeks"})
        say_json(world, {**_item(found, ""), **told, "weeks": found.weeks})
        return
    from facecoach.screen.pages.plan import plan_lines

    show(world, plan_lines(found, screen(world).columns))


def start(world: World, name: PlanName, on: StartOn = "today", as_json: AsJson = False) -> None:
    """Start a plan, today or on an earlier day.

    It says first what the plan asks, whom it is not for, and what is known of it.
    """
    found, book = _shelf(world).load(name), open_book(world)
    day = started_on(on, book.today)
    if not as_json:
        from facecoach.screen.pages.plan import plan_lines

        show(world, plan_lines(found, screen(world).columns))
    _asked(world, found, against(world, book, found))
    before, after, new = change(world, lambda now: [_started(world, now, found, day.isoformat())])
    if as_json:
        say_json(world, new[0])
        return
    ended = running(before.facts.moves)
    if ended and ended.plan != found.entry.slug:
        say(world, f"`{ended.plan}` has stopped")
    say(world, f"Started on {day}; `facecoach undo {new[0]['id']}` takes it back")
    for line in advanced(world, after):
        say(world, line)


def go(world: World, week: WeekNumber, as_json: AsJson = False) -> None:
    """Begin a week of your plan today: the same one again, the next, or any other."""
    _, after, new = change(world, partial(_gone, world, week))
    if as_json:
        say_json(world, new[0])
        return
    for line in advanced(world, after):
        say(world, line)


def stop(world: World, as_json: AsJson = False) -> None:
    """Stop your plan; what was done stays done."""
    _, _, new = change(world, partial(_stopped, world))
    if as_json:
        say_json(world, new[0])
        return
    say(
        world, f"`{new[0]['plan']}` has stopped. What was done stays; `facecoach undo {new[0]['id']}` takes it up again"
    )


def _shelf(world: World) -> Programmes:
    from facecoach.routine.programmes import Programmes

    return Programmes(library(world))


def _say_none(world: World, why: str, *, as_json: bool) -> None:
    if as_json:
        say_json(world, None)
    else:
        say(world, why)
        say(world, NONE[1])


def _told_of_file(world: World, read: Any) -> Programme | None:
    """Return a plan's file as `read` finds it; what is wrong with it is told on stderr."""
    try:
        return read()  # type: ignore[no-any-return]  # a function of one result
    except CoachError as fault:
        note(world, f"{fault.message}; {fault.hint}")
        return None


def _own_file(world: World, slug: str) -> Programme | None:
    """Return the file of the running plan; None where it is gone or cannot be read."""
    shelf = _shelf(world)
    entry = shelf.named(slug)
    try:
        return shelf.opened(entry) if entry else None
    except CoachError:
        return None


def _item(found: Programme, running_one: str) -> dict[str, object]:
    entry, one = found.entry, found.plan
    return {
        "plan": entry.slug,
        "name": one.name,
        "weeks": len(one.weeks),
        "about": one.about,
        "origin": entry.origin,
        "path": str(entry.path),
        "hides_bundled": entry.hides,
        "running": entry.slug == running_one,
    }


def _asked(world: World, found: Programme, reasons: list[str]) -> None:
    """Ask whether to start all the same where something stands against it; raises CoachError where not."""
    for reason in reasons:
        note(world, reason)
    if not reasons:
        return
    if not world.keys():
        hint = "in a terminal it asks whether to start all the same"
        raise CoachError(f"something stands against `{found.entry.slug}`", hint)
    if not world.ask("Start it all the same"):
        raise CoachError("nothing was started", "`facecoach plan list` shows the others")


def _started(world: World, book: Book, found: Programme, day: str) -> Record:
    return records.plan(stamp(world, book)._replace(day=day), fields(found, "start", 1))


def _gone(world: World, week: int, book: Book) -> list[Record]:
    run = running(book.facts.moves)
    if run is None:
        raise CoachError("there is no plan to move", NONE[1])
    weeks, told = known(world, run)
    if week > weeks:
        raise UsageError(f"week {week} is out of range: `{clipped(run.plan)}` has weeks 1 to {weeks}")
    return [records.plan(stamp(world, book), told | {"action": "go", "week": week})]


def _stopped(world: World, book: Book) -> list[Record]:
    run = running(book.facts.moves)
    if run is None:
        raise CoachError("there is no plan to stop", NONE[1])
    return [records.plan(stamp(world, book), {"action": "stop", "plan": run.plan})]
