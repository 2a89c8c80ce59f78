"""`run`: the guided session."""

from __future__ import annotations

from typing import Annotated

import typer

from facecoach.cli.common import within
from facecoach.cli.complete import routine_names
from facecoach.cli.practice import Wish, practise
from facecoach.settings import FaceMode, Motion, Palette, Sound

app = typer.Typer()

RoutineName = Annotated[
    str | None,
    typer.Argument(metavar="[ROUTINE]", autocompletion=routine_names, help="A routine's name, or a path to a `.yaml`."),
]


Voice = Annotated[bool | None, typer.Option("--voice/--no-voice", help="Speak the cues with the system's voice.")]
Lead = Annotated[int | None, typer.Option(callback=within(0, 60), help="Seconds before the first move.")]
Speed = Annotated[float, typer.Option(callback=within(0.1, 1000), help="Rehearse so many times faster; never logged.")]
From = Annotated[int, typer.Option("--from", callback=within(1, 200), help="Start at this step.")]
LOOK = "Look"


@app.command(epilog="Example: `facecoach run morning --voice`, or `facecoach run ./jaw.yaml --speed 10` to rehearse.")
def run(  # noqa: PLR0913 - each parameter is an option of the command line
    ctx: typer.Context,
    routine: RoutineName = None,
    plain: Annotated[bool, typer.Option("--plain", help="Lines, not panels: for a log or a screen reader.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One event a line, as it happens.")] = False,
    voice: Voice = None,
    sound: Annotated[Sound | None, typer.Option(help="What marks a move's start and end.")] = None,
    lead_in: Lead = None,
    speed: Speed = 1.0,
    start: From = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a session that was cut off.")] = False,
    log: Annotated[bool, typer.Option("--log/--no-log", help="Write the session to the journal.")] = True,
    anyway: Annotated[bool, typer.Option("--anyway", help="Go on although a condition rules it out.")] = False,
    palette: Annotated[Palette | None, typer.Option(rich_help_panel=LOOK, help="The face's colours.")] = None,
    motion: Annotated[Motion | None, typer.Option(rich_help_panel=LOOK, help="How the strokes move.")] = None,
    face: Annotated[FaceMode | None, typer.Option(rich_help_panel=LOOK, help="How the face is drawn.")] = None,
) -> None:
    """Guide through a routine with a countdown.

    Without a name it is the one that suits the hour.

    Keys: space pauses, → and ← move on and back, + and - change ten seconds, m mutes, v is the voice, q leaves.
    """
    given = {"voice": voice, "sound": sound, "lead_in": lead_in, "palette": palette, "motion": motion, "face": face}
    chosen = {name: value for name, value in given.items() if value is not None}
    raise typer.Exit(practise(ctx.obj, Wish(routine, plain, as_json, chosen, speed, start, resume, log, anyway)))
