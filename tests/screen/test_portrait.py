"""The face of a session: what comes is painted before it is due, and nobody waits for a painter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO

from facecoach.face.workshop import Work
from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.screen.live.albums import SOON, Albums
from facecoach.screen.live.kitty import Kitty
from facecoach.screen.live.ladder import Room
from facecoach.screen.live.outlet import Direct
from facecoach.screen.live.portrait import Portrait
from facecoach.screen.live.surface import Surface
from facecoach.session.laying import laid_out
from facecoach.session.state import Elapsed, Session, advance, begin

ROOM = Room(2, 3, 24, 12)


@dataclass
class Painters:
    """Painters who note what they are asked for, and paint it when they are told to."""

    prompt: bool = False
    first: list[tuple[Work, int]] = field(default_factory=list)
    orders: list[list[Work]] = field(default_factory=list)

    def now(self, work: Work, index: int) -> None:
        """Note what is waited for."""
        self.first.append((work, index))

    def ahead(self, works: Sequence[Work]) -> None:
        """Note what is to be painted ahead."""
        self.orders.append([*works])


def drawn(painters: Painters, session: Session, portrait: Portrait | None = None) -> Portrait:
    """Draw a session's face, and return the portrait."""
    made = portrait or Portrait(Albums("kitty", "mannequin", "full", lambda: (8, 16), lambda: painters))
    surface = Surface(Direct(StringIO()), lambda: (60, 20), "truecolor", lambda: Kitty(1))
    made.draw(surface, ROOM, session)
    return made


def started(seconds: int, lead: int = 5) -> Session:
    """Return a session so many seconds after its start."""
    session = begin(laid_out(Library(bundled(), bundled()).load("morning").routine), lead)
    for _ in range(seconds):
        session = advance(session, Elapsed(1))[0]
    return session


def test_a_move_and_the_next_are_painted_in_the_lead_in() -> None:
    """In the lead-in the faces of the first move and of the second are ordered, once."""
    painters = Painters()
    portrait = drawn(painters, started(0))
    drawn(painters, started(2), portrait)
    assert [len(order) for order in painters.orders] == [2]


def test_each_move_has_the_next_one_painted() -> None:
    """As a move begins the face of the one behind it is ordered, which is not yet painted."""
    painters = Painters()
    portrait = drawn(painters, started(5))
    drawn(painters, started(26), portrait)
    assert len(painters.orders) == 2
    assert painters.orders[1][0] is painters.orders[0][1]


def test_it_looks_again_for_what_is_not_painted() -> None:
    """While a draft stands it is looked again soon, in the lead-in too; afterwards nothing is due there."""
    painters = Painters()
    portrait = drawn(painters, started(0))
    assert portrait.next_change(started(0)) == SOON
    work, index = painters.first[-1]
    work.frame(index)
    drawn(painters, started(0), portrait)
    assert portrait.next_change(started(0)) > 1
