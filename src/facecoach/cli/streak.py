"""`streak`: how the habit stands."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from facecoach.cli.common import Book, console, open_book, say, say_json
from facecoach.cli.recovery import recover
from facecoach.errors import UsageError
from facecoach.habit import oneline as template
from facecoach.screen.spans import worded
from facecoach.world import World

app = typer.Typer()

PIPE = 80
NOT_DUE = ("done", "rest", "paused")


@app.command(epilog="Example: `facecoach streak --explain`, or `facecoach streak --format '{current} {state}'`")
def streak(  # noqa: PLR0913 - each parameter is an option of the command line
    ctx: typer.Context,
    explain: Annotated[bool, typer.Option("--explain", help="Say of each day why it counted or not.")] = False,
    year: Annotated[bool, typer.Option("--year", help="Show fifty-three weeks instead of twelve.")] = False,
    form: Annotated[
        str | None, typer.Option("--format", metavar="T", help="Print one line, such as `{current} {week.done}`.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Print nothing; exit 0 when nothing is due today.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show how the habit stands.

    Days in a row, this week, the calendar, and where your hands have been.
    """
    _only_one({"--json": as_json, "--format": form is not None, "--check": check})
    recover(ctx.obj)
    book = open_book(ctx.obj)
    if check:
        raise typer.Exit(0 if book.history.state in NOT_DUE else 1)
    if form is not None:
        say(ctx.obj, _line(form, book))
    elif as_json:
        say_json(ctx.obj, _told(book, explain=explain))
    elif explain:
        _explain(ctx.obj, book)
    else:
        _show(ctx.obj, book, year=year)


def _only_one(asked: dict[str, bool]) -> None:
    wanted = [f"`{option}`" for option, given in asked.items() if given]
    if len(wanted) > 1:
        raise UsageError(f"{' and '.join(wanted)} exclude each other")


def _line(form: str, book: Book) -> str:
    values = template.names(book.history.as_json())
    try:
        return template.fill(form, values)
    except template.UnknownName as unknown:
        name = str(unknown.args[0])
        known = ", ".join(one for one in values if not one.startswith("zones."))
        wrong = f"a `{name}` alone says nothing" if name in ("{", "}") else f"there is no name `{name[:40]}`"
        hint = f"for the sign itself write `{name * 2}`" if name in ("{", "}") else f"there are {known} and zones.NAME"
        raise UsageError(wrong, hint) from None


def _told(book: Book, *, explain: bool) -> dict[str, Any]:
    told = book.history.as_json()
    return told | {"days": [day.as_json() for day in book.history.days]} if explain else told


def _explain(world: World, book: Book) -> None:
    from facecoach.screen.pages.history import day_lines

    screen = console(world)
    for line in day_lines(book.history, 30 if screen.is_terminal else None):
        screen.print(line, soft_wrap=not screen.is_terminal)


def _show(world: World, book: Book, *, year: bool) -> None:
    from facecoach.screen.pages.streak import streak_page

    if not (world.stdout.isatty() or world.env.get("FORCE_COLOR")):
        wide = world.env.get("COLUMNS", "")
        for line in streak_page(book.history, int(wide) if wide.isdecimal() else PIPE, year=year):
            say(world, worded(line))
        return
    from rich.text import Text

    screen = console(world)
    for line in streak_page(book.history, screen.width, year=year):
        screen.print(Text.assemble(*line))
