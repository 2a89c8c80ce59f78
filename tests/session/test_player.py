"""The loop, played with a keyboard on which time passes only while it waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

import pytest

from facecoach.folders import bundled
from facecoach.knowledge.anatomy import ZoneName
from facecoach.routine.library import Library
from facecoach.session.command import Command
from facecoach.session.laying import laid_out
from facecoach.session.player import Composed, Manner, Ports, play
from facecoach.session.state import Session, begin
from facecoach.session.timeline import Cue, Leg
from world import Clock, Keys

TEN_MINUTES = laid_out(Library(bundled(), bundled()).load("morning").routine)


@dataclass
class Stage:
    """Remembers when it was told of what, and can break like a closed pipe."""

    clock: Clock
    told: list[tuple[float, Cue]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    breaks_at: float = float("inf")

    def show(self, session: Session, manner: Manner) -> None:
        """Raise BrokenPipeError from the position `breaks_at` on."""
        if session.position >= self.breaks_at:
            raise BrokenPipeError

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Remember."""
        self.told.append((self.clock.seconds, cue))

    def rhythm(self, session: Session) -> float:
        """Return the seconds between eight pictures a second."""
        return 0.125

    def page(self, composed: Composed, zones: tuple[ZoneName, ...] = ()) -> None:
        """Show no page."""

    def leave(self) -> None:
        """Remember."""
        self.calls.append("leave")

    def enter(self) -> None:
        """Remember."""
        self.calls.append("enter")


@dataclass
class Heard:
    """Remembers what was to be heard."""

    told: list[str] = field(default_factory=list)

    def __call__(self, cue: Cue, leg: Leg, manner: Manner) -> None:
        """Remember."""
        self.told.append(f"{'muted ' if manner.muted else ''}{cue.kind}")

    def attend(self) -> float:
        """Return that nothing is due."""
        return inf


def played(
    script: Sequence[tuple[float, Command]] = (),
    late: float = 0.0,
    suspended: float = 0.0,
    breaks_at: float = float("inf"),
) -> tuple[Session, Stage, list[Session], list[str]]:
    """Play ten minutes and return the session, its stage, what was kept of it and what was heard."""
    clock = Clock()
    shown, kept, heard = Stage(clock, breaks_at=breaks_at), list[Session](), Heard()
    keyboard = Keys(clock, script, late, suspended)
    session = play(begin(TEN_MINUTES, 5), Ports(clock, keyboard, shown, heard, kept.append))
    return session, shown, kept, heard.told


@pytest.mark.parametrize("late", [0.0, 0.003, 0.04])
def test_boundaries_within_50_ms(late: float) -> None:
    """Over ten minutes every boundary is told within 50 ms of its time, and the error does not grow."""
    _, stage, _, _ = played(late=late)
    errors = [told - (1005 + cue.at) for told, cue in stage.told if cue.kind in ("move", "end")]
    assert len(errors) == len(TEN_MINUTES.legs) + 1
    assert 0 <= max(errors) < 0.05


def test_pauses_do_not_add_up_errors() -> None:
    """Pauses shift what follows by their own length and by nothing else."""
    presses = [(at, Command.PAUSE) for at in (20.3, 21.9, 100.7, 102.2, 300.1, 301.0)]
    _, stage, _, _ = played(presses, late=0.01)
    paused = sum(end - start for (start, _), (end, _) in zip(presses[::2], presses[1::2], strict=True))
    assert stage.told[-1][0] == pytest.approx(1605 + paused, abs=0.05)


def test_kept_at_moves_and_every_ten_seconds() -> None:
    """What is kept is never older than ten seconds, and fresh at each move."""
    _, _, kept, _ = played()
    assert all(after.position - before.position <= 10 for before, after in pairwise(kept))
    assert {leg.index for leg in TEN_MINUTES.legs} <= {session.leg.index for session in kept}


def test_gap_pauses() -> None:
    """A stopped program comes back paused, with the time it was away told and not counted."""
    presses = [(20.0, Command.SUSPEND), (145.0, Command.PAUSE)]
    session, stage, _, _ = played(presses, suspended=120)
    (gap,) = [cue for _, cue in stage.told if cue.kind == "gap"]
    assert gap.seconds == pytest.approx(120, abs=2)
    assert (session.phase, stage.calls) == ("finished", ["leave", "enter"])
    assert session.seconds == pytest.approx(600)


def test_closed_pipe_leaves() -> None:
    """When the output can no longer be written, the session is left, and what was worked is not lost."""
    session, _, _, _ = played(breaks_at=30)
    assert (session.phase, session.reason) == ("left", "closed")
    assert session.seconds == pytest.approx(30, abs=1.1)


def test_mute() -> None:
    """m mutes at once and what follows, and m again lets it be heard."""
    _, _, _, heard = played([(30.0, Command.MUTE), (60.0, Command.MUTE)])
    assert heard.index("muted voice") < heard.index("muted move")
    assert "muted move" in heard
    assert heard[-1] == "end"


def test_redraw_takes_the_screen_again() -> None:
    """After a resize or a return from the background everything is drawn again."""
    _, stage, _, _ = played([(10.0, Command.REDRAW)])
    assert stage.calls == ["enter"]
