"""`list` and `show`: what routines there are, and one of them as a timeline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facecoach.cli.common import console, library, note, say_json
from facecoach.cli.complete import routine_names
from facecoach.cli.recovery import recover
from facecoach.errors import CoachError
from facecoach.routine.exercise import Exercise, Exercises, overrides
from facecoach.routine.library import Loaded
from facecoach.routine.model import Step
from facecoach.routine.timing import whole
from facecoach.world import World

app = typer.Typer()

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list", epilog="Example: `facecoach list --json`, or `facecoach list --exercises`")
def list_routines(
    ctx: typer.Context,
    as_json: AsJson = False,
    exercises: Annotated[bool, typer.Option("--exercises", help="The exercises that a step may `use`.")] = False,
) -> None:
    """List the routines, your own and the bundled ones.

    Or the exercises that they are made of.
    """
    recover(ctx.obj)
    if exercises:
        _list_exercises(ctx.obj, as_json=as_json)
        return
    shelf = list(library(ctx.obj).loaded())
    found = [one for one in shelf if isinstance(one, Loaded)]
    for fault in (one for one in shelf if isinstance(one, CoachError)):
        note(ctx.obj, f"{fault.message}; `facecoach check` looks into it")
    if as_json:
        say_json(ctx.obj, [_item(one) for one in found])
        return
    from facecoach.screen.pages.routines import shelf_lines

    screen = console(ctx.obj)
    for line in shelf_lines(found, screen.width if screen.is_terminal else 200):
        screen.print(line, soft_wrap=True)


@app.command(epilog="Example: `facecoach show morning`, or `facecoach show morning --picture morning.png` to print")
def show(
    ctx: typer.Context,
    routine: Annotated[
        str, typer.Argument(autocompletion=routine_names, help="A routine's name, or a path to a `.yaml`.")
    ],
    as_json: AsJson = False,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE.png", help="Write it as a page to hang by the mirror.")
    ] = None,
) -> None:
    """Show a routine as a timeline.

    With what it needs, when not to do it, and what is known of it.
    """
    recover(ctx.obj)
    loaded = library(ctx.obj).load(routine)
    if picture:
        from facecoach.cli.hanging import hang

        hang(ctx.obj, loaded, picture)
        return
    used = library(ctx.obj).exercises() if any(step.use for step in loaded.routine.steps) else {}
    if as_json:
        say_json(ctx.obj, _whole_routine(loaded, used))
        return
    from facecoach.cli.look import look
    from facecoach.screen.pages.routine import routine_page
    from facecoach.screen.pages.strip import strip_lines

    screen = console(ctx.obj)
    strip = strip_lines(loaded.routine, screen.width, look(ctx.obj, screen))
    for part in routine_page(loaded, used, strip):
        screen.print(part)


def _list_exercises(world: World, *, as_json: bool) -> None:
    found = library(world).exercises()
    if as_json:
        say_json(world, [_exercise(name, one) for name, one in found.items()])
        return
    from facecoach.screen.pages.routines import exercise_lines

    screen = console(world)
    for line in exercise_lines(found, screen.width if screen.is_terminal else 200):
        screen.print(line, soft_wrap=True)


def _exercise(name: str, one: Exercise) -> dict[str, object]:
    shown = {"zone": one.zone, "seconds": whole(one.seconds), "technique": one.technique, "cue": one.cue}
    return {"exercise": name, "name": one.name, **shown, "needs": one.needs, "avoid_if": one.avoid_if}


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


def _whole_routine(loaded: Loaded, exercises: Exercises) -> dict[str, object]:
    from facecoach.session.timeline import plan

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
            **_taken(step, exercises),
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


def _taken(step: Step, exercises: Exercises) -> dict[str, object]:
    exercise = exercises.get(step.use or "")
    return {"use": step.use, "overrides": list(overrides(step, exercise))} if exercise else {}
