"""`list` and `show`: what routines there are, and one of them as a timeline."""

from __future__ import annotations

from typing import Annotated

import typer

from facecoach.cli.common import console, library, note, say_json
from facecoach.cli.complete import routine_names
from facecoach.cli.recovery import recover
from facecoach.errors import CoachError
from facecoach.library import Loaded
from facecoach.timing import whole

app = typer.Typer()

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list", epilog="Example: `facecoach list --json`")
def list_routines(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the routines there are, your own and the bundled ones."""
    recover(ctx.obj)
    shelf = list(library(ctx.obj).loaded())
    found = [one for one in shelf if isinstance(one, Loaded)]
    for fault in (one for one in shelf if isinstance(one, CoachError)):
        note(ctx.obj, f"{fault.message}; `facecoach check` looks into it")
    if as_json:
        say_json(ctx.obj, [_item(one) for one in found])
        return
    from facecoach.screen.shelf import shelf_lines  # noqa: PLC0415 - `--json` draws nothing

    screen = console(ctx.obj)
    for line in shelf_lines(found, screen.width if screen.is_terminal else 200):
        screen.print(line, soft_wrap=True)


@app.command(epilog="Example: `facecoach show morning`")
def show(
    ctx: typer.Context,
    routine: Annotated[
        str, typer.Argument(autocompletion=routine_names, help="A routine's name, or a path to a `.yaml`.")
    ],
    as_json: AsJson = False,
) -> None:
    """Show a routine as a timeline, with what it needs, when not to do it, and what is known of it."""
    recover(ctx.obj)
    loaded = library(ctx.obj).load(routine)
    if as_json:
        say_json(ctx.obj, _whole_routine(loaded))
        return
    from facecoach.screen.page import routine_page  # noqa: PLC0415 - `--json` draws nothing

    screen = console(ctx.obj)
    for part in routine_page(loaded):
        screen.print(part)


def _item(loaded: Loaded) -> dict[str, object]:
    routine, entry = loaded.routine, loaded.entry
    return {
        "routine": entry.slug,
        "name": routine.name,
        "seconds": whole(routine.seconds),
        "when": routine.when,
        "zones": list(routine.zones),
        "origin": entry.origin,
        "path": str(entry.path),
        "hides_bundled": entry.hides,
    }


def _whole_routine(loaded: Loaded) -> dict[str, object]:
    from facecoach.timeline import plan  # noqa: PLC0415 - `list` lays nothing out

    routine = loaded.routine
    steps = [
        {
            "title": legs[0].title,
            "zone": step.zone,
            "seconds": whole(sum(leg.seconds for leg in legs)),
            "moves": [
                {"start": whole(leg.start), "seconds": whole(leg.seconds), "zone": leg.zone, "cue": leg.move.cue}
                for leg in legs
            ],
        }
        for step, legs in zip(routine.steps, plan(routine).steps, strict=True)
    ]
    shown = routine.model_dump(include={"about", "when", "goals", "needs", "avoid_if", "daily", "evidence", "note"})
    return {
        "routine": loaded.entry.slug,
        "name": routine.name,
        "seconds": whole(routine.seconds),
        **shown,
        "steps": steps,
    }
