"""The pages before and after a session: whom it is not for, read once, how tight it feels, and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from facecoach.session.command import Command
from facecoach.session.state import advance
from facecoach.words import clock

if TYPE_CHECKING:
    from facecoach.habit.history import History
    from facecoach.knowledge.anatomy import ZoneName
    from facecoach.screen.live.closing import Closing
    from facecoach.session.player import Composed, Ports
    from facecoach.session.state import Session

READ_FOR, CLOSED_AFTER = 20.0, 10.0  # seconds without a key
LEAVING = frozenset((Command.LEAVE, Command.INTERRUPT, Command.TERMINATE, Command.HANG_UP, Command.CLOSED))
ANSWERS = LEAVING | {Command.ENTER} | {one for one in Command if one.digit is not None}


def shown(
    ports: Ports,
    seconds: float,
    composed: Callable[[int], Composed],
    zones: tuple[ZoneName, ...] = (),
    wanted: Container[Command] | None = None,
) -> Command | None:
    """Show a page until a key, one of those `wanted` if that is given, or for so many seconds; returns the key.

    `composed` is asked for the page with the seconds that are left.
    """
    left = seconds
    while left > 0:
        if ports.stage.page(composed(ceil(left)), zones) is None:
            return None
        command, left = pressed(ports, left)
        if command is not None and (wanted is None or command in wanted):
            return command
    return None


def pressed(ports: Ports, left: float) -> tuple[Command | None, float]:
    """Wait for a key until the next full second of those `left`; returns the key and the seconds left then."""
    before = ports.clock()
    command = ports.keyboard(left % 1 or 1.0)
    left -= max(0.0, ports.clock() - before)
    if command is Command.SUSPEND:
        ports.stage.leave()
        ports.keyboard.suspend()
        ports.stage.enter()
    elif command is Command.REDRAW:
        ports.keyboard.take()
        ports.stage.enter()
    else:
        return command, left
    return None, left


def heeded(ports: Ports, name: str, sentences: tuple[str, ...]) -> Command | None:
    """Show the cautions of a routine, page by page; returns the command of someone who leaves there."""
    from facecoach.screen.live.threshold import Cautions, paged, read

    page, pages = 0, 1
    while page < pages:
        first = ports.stage.page(partial(read, Cautions(name, sentences, page, round(READ_FOR))))
        if first is None:
            return None
        pages = len(paged(sentences, *first))
        told = [Cautions(name, sentences, page, left) for left in range(round(READ_FOR) + 1)]
        command = shown(ports, READ_FOR, lambda left, told=told: partial(read, told[left]))  # type: ignore[misc]  # bound at once
        if command in LEAVING:
            return command
        page += 1
    return None


def left_at(session: Session, command: Command) -> Session:
    """Return a session that is left before it has begun; there is nothing yet to ask about."""
    asked = advance(session, command)[0]
    return asked if asked.over else advance(asked, command)[0]


def closing(session: Session, history: History) -> Closing:
    """Return what a session that reached its end came to."""
    from facecoach.habit.account import returning, standing
    from facecoach.knowledge.anatomy import ZONES
    from facecoach.screen.live.closing import Closing
    from facecoach.screen.pages.calendar import week_rows

    whole = session.seconds >= session.planned - 1
    back = returning(history)
    run = "in all" if back else "best run so far" if history.current == history.best > 1 else "in a row"
    long = session.seconds >= 90
    minutes, unit = (round(session.seconds / 60), "MINUTES") if long else (round(session.seconds), "SECONDS")
    zones = tuple(one.name for one in ZONES.values() if one.name in session.zones and one.name != "face")
    week = (f"{history.week.done} of {history.week.goal} this week", "")
    return Closing(
        minutes, unit, "the whole routine" if whole else f"of {clock(session.planned)}",
        history.total.days if back else history.current, run, zones,
        (*week_rows(history), (week,)) if history.state != "none" else (), f"{standing(history)}.",
    )  # fmt: skip


def closed(ports: Ports, one: Closing, seconds: float = CLOSED_AFTER) -> Command | None:
    """Show what a session came to, until a key or for so many seconds; one that asks waits for an answer."""
    from dataclasses import replace

    from facecoach.screen.live.closing import closed as laid_out

    wanted = ANSWERS if one.asks else None
    return shown(ports, seconds, lambda left: partial(laid_out, replace(one, seconds=left)), one.zones, wanted)
