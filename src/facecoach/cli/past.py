"""`history`: the sessions that were."""

from __future__ import annotations

from typing import Annotated

import typer

from facecoach.cli.common import console, open_book, say_json
from facecoach.cli.recovery import recover

app = typer.Typer()


@app.command(epilog="Example: `facecoach history --last 5`")
def history(
    ctx: typer.Context,
    last: Annotated[int | None, typer.Option(min=1, max=100_000, help="Only so many, the newest.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the records as JSON.")] = False,
) -> None:
    """List past sessions, the newest first."""
    recover(ctx.obj)
    sessions = open_book(ctx.obj).sessions[:last]
    if as_json:
        say_json(ctx.obj, sessions)
        return
    from facecoach.screen.past import past_lines  # noqa: PLC0415 - `--json` draws nothing

    screen = console(ctx.obj)
    for line in past_lines(sessions):
        screen.print(line)
