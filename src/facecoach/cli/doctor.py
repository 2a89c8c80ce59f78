"""`doctor`: is everything in order, and what mends what is not."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from facecoach.cli.common import console, say_json
from facecoach.doctor import Remark, Terminal, colours, examine
from facecoach.errors import CoachError
from facecoach.habit.repair import ASIDE, mend
from facecoach.session import kept as running
from facecoach.world import World

app = typer.Typer()


@app.command(epilog="Example: `facecoach doctor --fix`")
def doctor(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended without losing a line.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Look whether everything is in order.

    Journal, routines, settings, folders, terminal and voice; exit 1 when something is wrong.
    """
    world: World = ctx.obj
    done = _mend(world) if fix else []
    found = [*done, *examine(world.folders, world.stock, world.now().date(), _terminal(world), world.which)]
    if as_json:
        say_json(world, [asdict(remark) for remark in found])
    else:
        from facecoach.screen.pages.doctor import doctor_lines

        screen = console(world)
        for line in doctor_lines(found):
            screen.print(line, soft_wrap=True)
    raise typer.Exit(1 if any(remark.severity == "wrong" for remark in found) else 0)


def _mend(world: World) -> list[Remark]:
    """Mend what can be mended and return what was done; raises CoachError."""
    folder, done = world.folders.data, []
    try:
        for one in mend(folder, world.now()):
            lines = f"{one.moved} damaged line{'' if one.moved == 1 else 's'}"
            moved = f"{lines} moved to {ASIDE}, {one.kept} kept"
            done.append(Remark("journal", "fine", f"mended: {moved}; the copy is {one.copy.name}", str(one.path)))
        left = folder / running.NAME
        if left.exists() and running.abandoned(folder) and running.load(folder) is None:
            aside = left.replace(left.with_name(f"running.damaged-{world.now():%Y%m%dT%H%M%S}.txt"))
            done.append(Remark("running", "fine", f"mended: what could not be read is now {aside.name}", str(aside)))
    except OSError as fault:
        raise CoachError(
            f"it cannot be mended: {(fault.strerror or 'it failed').lower()}", "nothing was lost"
        ) from None
    return done


def _terminal(world: World) -> Terminal:
    screen = console(world)
    encoding = getattr(world.stdout, "encoding", None) or "utf-8"
    return Terminal(screen.is_terminal, screen.width, screen.height, colours(world.env), encoding)
