"""A page as it is read: on the screen where it fits, in the user's own pager where it is longer."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from facecoach.cli.common import encoding, look, plain_look, screen, show
from facecoach.cli.terminals import easel
from facecoach.screen.inlay import Hanging, laid, pins
from facecoach.screen.spans import cells
from facecoach.screen.theme import painted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from facecoach.screen.live.easel import Easel
    from facecoach.screen.picture import Look
    from facecoach.screen.spans import Line
    from facecoach.screen.theme import Screen
    from facecoach.world import World

DEFAULT = ("less", "-RFX")  # colours shown, gone by itself where all fits, and what was read stays on the screen
_CODE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def show_page(world: World, *parts: Iterable[Line] | str) -> None:
    """Show lines, or text as a terminal shows it, in one piece that is as long as it likes.

    Whatever a terminal has no room for is read in a pager, if there is one.
    """
    if not has_pager(world):
        for part in parts:
            world.stdout.write(part) if isinstance(part, str) else show(world, part)
        return
    seen = screen(world)
    text = "".join(part if isinstance(part, str) else _painted(part, seen) for part in parts)
    if _fits(text, seen) or not _read(world, text):
        world.stdout.write(text)


def show_pictured(world: World, composed: Callable[[Look], Sequence[Iterable[Line] | str]]) -> None:
    """Show a page with pictures; those of pixels only where all of it is on the screen at once, or nothing pages it."""
    drawn = look(world)
    if not drawn.pixels:
        show_page(world, *composed(drawn))
        return
    parts = [part if isinstance(part, str) else [*part] for part in composed(drawn)]
    seen = screen(world)
    whole = "".join(part if isinstance(part, str) else _painted(part, seen) for part in parts)
    tall = max((inlay.rows for part in parts if not isinstance(part, str) for inlay, *_ in pins(part)), default=0)
    if tall >= seen.rows or (has_pager(world) and not _fits(whole, seen)):
        show_page(world, *composed(plain_look(world)))
        return
    hands = easel(world, drawn.drawn)
    for part in parts:
        world.stdout.write(part if isinstance(part, str) else "".join(_hung(part, hands, seen)))


def _hung(lines: Iterable[Line], hands: Easel, seen: Screen) -> Iterator[str]:
    """Yield lines as a terminal shows them, each picture once the last of its lines is printed."""
    hanging = Hanging()
    for one in lines:
        yield f"{painted(one, seen.ink)}\n"
        for inlay, column, up in hanging.after(one):
            yield laid(inlay, column, up, hands)


def has_pager(world: World) -> bool:
    """Whether a page that is too long for the screen would be read in a pager."""
    mine = world.stdout.isatty() and screen(world).terminal and world.attended()
    return mine and bool(pager(world.env, world.which))


def pager(env: Mapping[str, str], which: Callable[[str], str | None]) -> tuple[str, ...]:
    """Return the program that pages are read in: $PAGER, `less` without one; empty where there is none."""
    wish = env.get("PAGER")
    if wish is None:
        return DEFAULT if which(DEFAULT[0]) else ()
    try:
        return tuple(shlex.split(wish))
    except ValueError:
        return ()


def high(text: str, columns: int) -> int:
    """Return how many rows of a screen a text fills."""
    rows = (_CODE.sub("", row) for row in text.removesuffix("\n").split("\n"))
    return sum(max(1, -(-cells(row) // columns)) for row in rows)


def _fits(text: str, seen: Screen) -> bool:
    return text.count("\n") < seen.rows and high(text, seen.columns) < seen.rows


def _painted(lines: Iterable[Line], seen: Screen) -> str:
    return "".join(f"{painted(one, seen.ink)}\n" for one in lines)


def _read(world: World, text: str) -> bool:
    """Show a text in the pager; return whether there was one to start."""
    world.stdout.flush()
    try:
        world.pager(pager(world.env, world.which), text.encode(encoding(world), "replace"))
    except OSError:
        return False
    return True
