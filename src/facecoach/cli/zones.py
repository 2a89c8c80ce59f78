"""`zones`: the map of the face, and one zone at length."""

from __future__ import annotations

from typing import Annotated

import typer

from facecoach.cli.common import console, library, note, say_json
from facecoach.cli.complete import zone_names
from facecoach.cli.recovery import recover
from facecoach.errors import CoachError
from facecoach.face.atlas import bundled
from facecoach.face.clearance import beside
from facecoach.knowledge.anatomy import ZONES, Zone
from facecoach.routine.library import Loaded
from facecoach.words import guess
from facecoach.world import World

app = typer.Typer()


@app.command(epilog="Example: `facecoach zones`, or `facecoach zones jaw`")
def zones(
    ctx: typer.Context,
    zone: Annotated[str | None, typer.Argument(autocompletion=zone_names, help="A zone; all of them without.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show the map of the face, or one zone of it.

    A zone is shown with its muscles, what they do, and how it is worked.
    """
    recover(ctx.obj)
    chosen = tuple(ZONES.values()) if zone is None else (_find(zone),)
    if as_json:
        working = _working(ctx.obj)
        say_json(ctx.obj, [_told(one, working[one.name]) for one in chosen])
    elif zone is None:
        _map(ctx.obj)
    else:
        _one(ctx.obj, chosen[0])


def _map(world: World) -> None:
    from facecoach.cli.look import look
    from facecoach.screen.pages.zones import map_lines

    screen = console(world)
    for line in map_lines(screen, look(world, screen)):
        screen.print(line, soft_wrap=True)


def _one(world: World, zone: Zone) -> None:
    from facecoach.cli.look import look
    from facecoach.screen.pages.zones import zone_lines

    screen = console(world)
    clear, routines = beside(zone.name, bundled()), _working(world)[zone.name]
    for line in zone_lines(zone, clear, routines, screen, look(world, screen)):
        screen.print(line, soft_wrap=True)


def _find(name: str) -> Zone:
    if name in ZONES:
        return ZONES[name]
    hint = guess(name, ZONES, f"`facecoach zones` lists all {len(ZONES)}")
    raise CoachError(f"there is no zone `{name[:60]}`", hint)


def _working(world: World) -> dict[str, list[str]]:
    """Return the routines that work each zone."""
    shelf = list(library(world).loaded())
    for fault in (one for one in shelf if isinstance(one, CoachError)):
        note(world, f"{fault.message}; `facecoach check` looks into it")
    found = [one for one in shelf if isinstance(one, Loaded)]
    return {zone: [one.entry.slug for one in found if zone in one.routine.zones] for zone in ZONES}


def _told(zone: Zone, routines: list[str]) -> dict[str, object]:
    clear = [{"name": name, "why": why} for name, why in beside(zone.name, bundled()).items()]
    return {
        "zone": zone.name,
        "label": zone.label,
        "muscles": list(zone.muscles),
        "cap": zone.cap,
        "does": zone.does,
        "tension": zone.tension,
        "worked": zone.worked,
        "routines": routines,
        "keep_clear": clear,
    }
