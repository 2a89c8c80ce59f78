"""`build`: a routine composed for the time there is and the zones that ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facecoach.cli.common import library, say, within
from facecoach.cli.complete import zone_lists
from facecoach.cli.recovery import recover
from facecoach.errors import CoachError, UsageError
from facecoach.knowledge.anatomy import ZONES, ZoneName
from facecoach.routine.composer import WHOLE_FACE, compose
from facecoach.words import guess
from facecoach.world import World

app = typer.Typer()

DEFAULT = ",".join(WHOLE_FACE)

Minutes = Annotated[int, typer.Option(callback=within(1, 15), help="How long it is to last, 1 to 15.")]
Zones = Annotated[str, typer.Option(metavar="A,B", autocompletion=zone_lists, help="What to work, apart by commas.")]
Save = Annotated[str | None, typer.Option("--save", metavar="NAME", help="Keep it among your own routines.")]


@app.command(epilog="Example: `facecoach build --minutes 5 --zones jaw,temples --run`")
def build(
    ctx: typer.Context,
    minutes: Minutes,
    zones: Zones = DEFAULT,
    save: Save = None,
    run: Annotated[bool, typer.Option("--run", help="Start it at once.")] = False,
) -> None:
    """Compose a routine for some minutes and zones.

    Hygiene and slip come first, the neck before the face, and the way down to the collarbone last.
    """
    recover(ctx.obj)
    text = _written(ctx.obj, minutes, _zones(zones))
    path = _kept(ctx.obj, text, save, run=run)
    if path is None:
        say(ctx.obj, text.rstrip("\n"))
    elif not run:
        say(ctx.obj, str(path))
    else:
        from facecoach.cli.practice import Wish, practise

        raise typer.Exit(practise(ctx.obj, Wish(save or str(path))))


def _zones(text: str) -> tuple[ZoneName, ...]:
    names = list(dict.fromkeys(text.lower().replace(",", " ").split()))
    for name in names:
        if name not in ZONES:
            raise UsageError(f"there is no zone `{name[:40]}`", guess(name, ZONES, "`facecoach zones` lists them"))
    if not names:
        raise UsageError("`--zones` names no zone", "as in `--zones jaw,neck`")
    return tuple(ZONES[name].name for name in names)


def _written(world: World, minutes: int, zones: tuple[ZoneName, ...]) -> str:
    import yaml

    data = compose(library(world).exercises(), minutes, zones)
    kept = {field: value for field, value in data.items() if value}
    remark = f"# facecoach build --minutes {minutes} --zones {','.join(zones)}\n"
    return remark + yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=110)


def _kept(world: World, text: str, name: str | None, *, run: bool) -> Path | None:
    """Write the routine down where it is wanted, and return the file's path; None when it is only to be seen."""
    if name is not None:
        from facecoach.routine.draft import save

        return save(world.folders.routines, name, text, library(world).exercises())
    if not run:
        return None
    path = world.folders.data / "built.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "look at the folder's permissions") from None
    return path
