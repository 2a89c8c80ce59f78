"""The express lane: a command line of a command and names alone, without options, needs no parser.

Typer takes longer to import than all that a daily command does. Whatever has an option goes the usual way, with help
and completion; both ways call the same functions with the same defaults.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from facecoach.cli.table import COMMANDS

if TYPE_CHECKING:
    from facecoach.world import World

COMPLETION = "_FACECOACH_COMPLETE"


def express(args: list[str], world: World) -> Callable[[], Any] | None:
    """Return what to call for a command line that needs no parser, None for one that does."""
    if any(not arg or arg.startswith("-") for arg in args) or COMPLETION in world.env:
        return None
    if not args:
        from facecoach.cli.today import today

        return partial(today, world)
    for words in (2, 1):
        name, names = " ".join(args[:words]), args[words:]
        if len(args) >= words and name in COMMANDS:
            found = COMMANDS[name]
            return partial(found.load(name), world, *names) if len(names) in found.bare else None
    return None
