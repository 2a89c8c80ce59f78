"""`streak`: how the habit stands."""

from __future__ import annotations

from typing import Annotated

import typer

from facecoach.cli.common import console, open_book, say_json
from facecoach.cli.recovery import recover

app = typer.Typer()


@app.command(epilog="Example: `facecoach streak`, or `facecoach streak --json`")
def streak(ctx: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Show days in a row, this week, and how today stands."""
    recover(ctx.obj)
    history = open_book(ctx.obj).history
    if as_json:
        say_json(ctx.obj, history.as_json())
        return
    from facecoach.screen.streak import streak_page  # noqa: PLC0415 - `--json` draws nothing

    screen = console(ctx.obj)
    for line in streak_page(history):
        screen.print(line)
