"""`build`: a routine composed for some minutes and zones, shown, kept or started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import library, note, say, screen
from facecoach.errors import Exit, UsageError
from facecoach.knowledge.anatomy import ZONES, ZoneName
from facecoach.words import guess

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from facecoach.cli.options import BuildMinutes, Save, StartNow, ZoneList
    from facecoach.world import World

WHOLE_FACE = "neck,jaw,cheeks,eyes,forehead"


def build(
    world: World, minutes: BuildMinutes, zones: ZoneList = WHOLE_FACE, save: Save = None, run: StartNow = False
) -> Exit:
    """Compose a routine for some minutes and zones.

    Hygiene and slip come first, the neck before the face, and the way down to the collarbone last.
    """
    asked = _zones(zones)
    data = _composed(world, minutes, asked)
    text = _written(data, minutes, asked)
    path = _kept(world, text, save, run=run)
    if run:
        from facecoach.cli.run import run as practise

        return practise(world, save or str(path))
    if path:
        say(world, str(path))
    else:
        world.stdout.write(text)
        _offer(world, text, str(data["name"]))
    return Exit.DONE


def _offer(world: World, text: str, name: str) -> None:
    """Say what can be done with a routine that is only shown; in a terminal ask whether to keep it."""
    slug = _free(world, name)
    if world.keys() and screen(world).terminal and world.ask(f"Keep it among your own routines, as `{slug}`?"):
        say(world, str(_kept(world, text, slug, run=False)))
        note(world, f"`facecoach run {slug}` starts it")
    else:
        note(world, "it is only shown; with `--save NAME` it is kept, with `--run` it is started")


def _free(world: World, name: str) -> str:
    """Return a name for a file that no routine has yet."""
    from facecoach.routine.draft import slugged

    taken = {entry.slug for entry in library(world).entries()}
    number, slug = 1, slugged(name)
    while (found := slug if number == 1 else f"{slug}-{number}") in taken:
        number += 1
    return found


def _zones(text: str) -> tuple[ZoneName, ...]:
    names = list(dict.fromkeys(text.lower().replace(",", " ").split()))
    for name in names:
        if name not in ZONES:
            raise UsageError(f"there is no zone `{name[:40]}`", guess(name, ZONES, "`facecoach zones` lists them"))
    if not names:
        raise UsageError("`--zones` names no zone", "as in `--zones jaw,neck`")
    return tuple(ZONES[name].name for name in names)


def _composed(world: World, minutes: int, zones: tuple[ZoneName, ...]) -> dict[str, Any]:
    from facecoach.routine.composer import compose

    return compose(library(world).exercises(), minutes, zones)


def _written(data: dict[str, Any], minutes: int, zones: tuple[ZoneName, ...]) -> str:
    from facecoach.routine.draft import written

    return f"# facecoach build --minutes {minutes} --zones {','.join(zones)}\n{written(data)}"


def _kept(world: World, text: str, name: str | None, *, run: bool) -> Path | None:
    """Write a composed routine down where it is wanted, and return its path; None when it is only to be seen."""
    from facecoach.routine import draft

    if name is not None:
        return draft.save(world.folders.routines, name, text, library(world).exercises())
    return draft.overwritten(world.folders.data / "built.yaml", text) if run else None
