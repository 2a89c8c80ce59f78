"""How tight it feels, asked before a session and after it: one key, or none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from facecoach.cli.pages import ANSWERS, LEAVING, closed, closing, left_at, pressed, shown
from facecoach.screen.live.stages import Lines
from facecoach.session.ending import record

if TYPE_CHECKING:
    from facecoach.cli.playing import Presentation, Staged
    from facecoach.cli.starting import Ready
    from facecoach.habit.book import Book
    from facecoach.session.command import Command
    from facecoach.session.ending import Kept
    from facecoach.session.state import Session
    from facecoach.world import World

SILENCE = 20.0  # seconds without an answer, after which none is waited for
BEFORE = "How tight does it feel? 0 (not at all) to 9; Enter skips"
AFTER = "How tight does it feel now? 0 (not at all) to 9; Enter skips"


def asks(world: World, chosen: Presentation) -> bool:
    """Whether to ask how tight it feels: only someone who sees the question and can press a key."""
    return chosen.settings.feel and not chosen.as_json and world.keys() and world.stdout.isatty()


def asked_first(staged: Staged, ready: Ready) -> Ready:
    """Return a session with how tight it feels before it; left where someone leaves, as it is where it began before."""
    if ready.session.over or ready.kept.feel or ready.kept.seconds:
        return ready
    command = None
    with suppress(OSError):
        command = _asked_before(staged, ready.script.card.name)
    if command in LEAVING:
        return replace(ready, session=left_at(ready.session, command))
    return replace(ready, kept=_felt(ready.kept, "before", command))


def answered(staged: Staged, book: Book, ended: Kept, session: Session) -> Kept:
    """Return a session that reached its end with how tight it feels now.

    Until it is written down, right after, `running.json` holds it as it ended, without the answer.
    """
    at = datetime.fromisoformat(ended.updated)
    after = book.added(record(ended, at, "run")).history
    command = None
    with suppress(OSError):
        if _in_lines(staged):
            command = _asked_in_lines(staged, AFTER)
        else:
            command = closed(staged.ports, replace(closing(session, after), asks=True), SILENCE)
    return _felt(ended, "after", command)


def _asked_before(staged: Staged, name: str) -> Command | None:
    if _in_lines(staged):
        return _asked_in_lines(staged, BEFORE)
    from facecoach.screen.live.question import asked

    return shown(staged.ports, SILENCE, lambda left: partial(asked, name, left), wanted=ANSWERS)


def _in_lines(staged: Staged) -> bool:
    """Whether a session is told in lines, where nothing is a picture."""
    return isinstance(staged.ports.stage, Lines)


def _felt(kept: Kept, side: str, command: Command | None) -> Kept:
    """Return what is kept of a session with an answer, if there was one."""
    digit = command.digit if command else None
    return kept if digit is None else replace(kept, feel={**kept.feel, side: digit})


def _asked_in_lines(staged: Staged, question: str) -> Command | None:
    """Ask in a line, and say what was understood."""
    staged.outlet.write(f"{question}\n")
    left = SILENCE
    while left > 0:
        command, left = pressed(staged.ports, left)
        if command in ANSWERS:
            if command and command.digit is not None:
                staged.outlet.write(f"Noted: {command.digit}\n")
            return command
    return None
