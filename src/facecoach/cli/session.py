"""`run`: the guided session."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from facecoach.cli.complete import routine_names
from facecoach.cli.practice import Wish, practise

app = typer.Typer()

RoutineName = Annotated[
    str | None,
    typer.Argument(metavar="[ROUTINE]", autocompletion=routine_names, help="A routine's name, or a path to a `.yaml`."),
]


@app.command(epilog="Example: `facecoach run morning --voice`, or `facecoach run ./jaw.yaml --speed 10` to rehearse.")
def run(
    ctx: typer.Context,
    routine: RoutineName = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines instead of panels, for a log or a screen reader.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One event a line, as it happens.")] = False,
    voice: Annotated[
        bool | None, typer.Option("--voice/--no-voice", help="Speak the cues with the system's voice.")
    ] = None,
    sound: Annotated[Literal["bell", "none"] | None, typer.Option(help="What marks a move's start and end.")] = None,
    lead_in: Annotated[int | None, typer.Option(min=0, max=60, help="Seconds before the first move.")] = None,
    speed: Annotated[
        float, typer.Option(min=0.1, max=1000, help="Rehearse this many times faster; never logged.")
    ] = 1.0,
    start: Annotated[int, typer.Option("--from", min=1, max=200, help="Start at this step.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a session that was cut off.")] = False,
    log: Annotated[bool, typer.Option("--log/--no-log", help="Write the session to the journal.")] = True,
) -> None:
    """Guide through a routine with a countdown; without a name, the one that suits the hour.

    Keys: space pauses, → and ← move on and back, + and - change ten seconds, m mutes, v is the voice, q leaves.
    """
    wish = Wish(routine, plain, as_json, voice, sound, lead_in, speed, start, resume, log)
    raise typer.Exit(practise(ctx.obj, wish))
