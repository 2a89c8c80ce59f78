"""`streak`: how the habit stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facecoach.cli.common import open_book, say, say_json, screen
from facecoach.cli.course import advanced, course_of
from facecoach.cli.course import as_json as plan_json
from facecoach.cli.paging import has_pager, show_page
from facecoach.errors import Exit, UsageError
from facecoach.habit import oneline

if TYPE_CHECKING:
    from facecoach.cli.options import AsJson, CheckDue, Explain, Form, Year
    from facecoach.habit.book import Book
    from facecoach.world import World

NOT_DUE = ("done", "rest", "paused")
DAYS = 30


def streak(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    explain: Explain = False,
    year: Year = False,
    form: Form = None,
    check: CheckDue = False,
    as_json: AsJson = False,
) -> Exit:
    """Show how the habit stands.

    Days in a row, this week, the calendar, and where your hands have been.
    """
    _only_one({"--json": as_json, "--format": form is not None, "--check": check})
    book = open_book(world)
    if check:
        return Exit.DONE if book.history.state in NOT_DUE else Exit.FAILED
    if form is not None:
        say(world, oneline.line(form, _told(world, book)))
    elif as_json:
        say_json(world, _told(world, book, explain=explain))
    else:
        _show(world, book, explain=explain, year=year)
    return Exit.DONE


def _only_one(asked: dict[str, bool]) -> None:
    wanted = [f"`{option}`" for option, given in asked.items() if given]
    if len(wanted) > 1:
        raise UsageError(f"{' and '.join(wanted)} exclude each other")


def _told(world: World, book: Book, *, explain: bool = False) -> dict[str, Any]:
    told = book.history.as_json() | {"plan": plan_json(course_of(world, book))}
    return told | {"days": [day.as_json() for day in book.history.days]} if explain else told


def _show(world: World, book: Book, *, explain: bool, year: bool) -> None:
    page = screen(world)
    if explain:
        from facecoach.screen.pages.history import day_lines

        whole = has_pager(world)
        show_page(world, day_lines(book.history, None if whole or not page.terminal else DAYS, newest_first=whole))
    else:
        from facecoach.screen.pages.streak import streak_page
        from facecoach.screen.spans import line, wrapped

        told = (row for one in advanced(world, book) for row in wrapped(line(one), page.columns - 2))
        show_page(world, [*streak_page(book.history, page.columns, year=year), *(line("  ", *row) for row in told)])
