"""`doctor`: is everything in order, and what mends what is not."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING

from facecoach.cli.common import drawn, encoding, library, say_json, screen, show
from facecoach.doctor import Remark, Sound, Terminal, examine
from facecoach.errors import CoachError, Exit
from facecoach.habit.copies import fold
from facecoach.habit.repair import ASIDE, mend
from facecoach.session import kept
from facecoach.session.voice import find_voice
from facecoach.settings import read
from facecoach.sound.players import find_players
from facecoach.words import count

if TYPE_CHECKING:
    from facecoach.cli.options import AsJson, Fix
    from facecoach.doctor import Reminding
    from facecoach.world import World

COLOURS = {"plain": "no colour", "mono": "no colour, as NO_COLOR asks", "standard": "16 colours", "256": "256 colours"}


def doctor(world: World, fix: Fix = False, as_json: AsJson = False) -> Exit:
    """Look whether everything is in order.

    Journal, routines, settings, folders, terminal, sound, voice and reminder; exit 1 when something is wrong.
    """
    done = _mend(world) if fix else []
    places = examine(world.folders, library(world), world.now(), _terminal(world), _sound(world), _reminder(world))
    found = [*done, *places]
    if as_json:
        say_json(world, [asdict(remark) for remark in found])
    else:
        from facecoach.screen.pages.doctor import doctor_lines

        show(world, doctor_lines(found))
    return Exit.FAILED if any(remark.severity == "wrong" for remark in found) else Exit.DONE


def _mend(world: World) -> list[Remark]:
    """Mend what can be mended and return what was done; raises CoachError."""
    folder, done = world.folders.data, []
    try:
        for one in mend(folder, world.now()):
            moved = f"{count(one.moved, 'damaged line')} moved to {ASIDE}, {one.kept} kept"
            done.append(Remark("journal", "fine", f"mended: {moved}; the copy is {one.copy.name}", str(one.path)))
        for copy in fold(folder, world.now()):
            took = f"{count(copy.added, 'line')} of {copy.path.name} were missing and are in the journal now"
            done.append(Remark("journal", "fine", f"folded in: {took}; the copy is {copy.aside.name}", str(copy.aside)))
        left = folder / kept.NAME
        if os.path.exists(left) and kept.abandoned(folder) and kept.load(folder) is None:
            aside = left.replace(left.with_name(f"running.damaged-{world.now():%Y%m%dT%H%M%S}.txt"))
            done.append(Remark("running", "fine", f"mended: what could not be read is now {aside.name}", str(aside)))
    except OSError as fault:
        why = (fault.strerror or "it failed").lower()
        raise CoachError(f"it cannot be mended: {why}", "nothing was lost") from None
    return done


def _terminal(world: World) -> Terminal:
    page = screen(world)
    face = _face(world) if page.terminal else ""
    return Terminal(page.terminal, page.columns, page.rows, COLOURS.get(page.ink, page.ink), encoding(world), face)


def _face(world: World) -> str:
    """Return how faces are drawn and why; settings that cannot be read have a remark of their own."""
    from facecoach.cli.terminals import terminal
    from facecoach.screen.pages.reasons import told

    try:
        wish = read(world.folders.settings).face
    except CoachError:
        wish = "auto"
    return told(drawn(world, wish), wish, screen(world).ink, terminal(world))


def _sound(world: World) -> Sound:
    players, voice = find_players(world.which), find_voice(world.which)
    return Sound(players[0][0] if players else "", voice[0] if voice else "")


def _reminder(world: World) -> Reminding:
    """Return the installed reminder; None without one, and where there can be none."""
    from facecoach.remind import timers
    from facecoach.remind.reminder import reminder

    machine = world.machine()
    try:
        return timers.standing(reminder(machine), machine)
    except CoachError:
        return None
