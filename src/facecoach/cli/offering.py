"""Today in a terminal: a routine is offered, others are a key away, until one is started or the page is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import screen
from facecoach.cli.pictures import Pictures
from facecoach.errors import Exit
from facecoach.screen.inline import Inline
from facecoach.screen.pages.offer import Offer, face_size, offer_lines
from facecoach.session.command import Command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facecoach.habit.history import History
    from facecoach.screen.live.easel import Easel
    from facecoach.session.player import Keyboard
    from facecoach.today import Choice
    from facecoach.world import World

PATIENCE = 20.0  # seconds without a key after which the page is left
TURN = 0.2  # seconds of one wait: an Esc is known for a key when nothing follows it
SOON = 0.02  # seconds until a terminal that is busy is looked at again
STEPS = {Command.DOWN: 1, Command.NEXT: 1, Command.UP: -1, Command.BACK: -1}
ENDS = {
    Command.INTERRUPT: Exit.INTERRUPTED, Command.TERMINATE: Exit.TERMINATED, Command.HANG_UP: Exit.HANGUP,
}  # fmt: skip


def offered(world: World, history: History, choices: Sequence[Choice]) -> Choice | Exit:
    """Offer routines, of which there is one at least; return the one to start, or the exit code of who leaves."""
    shown = screen(world).ink
    with (
        world.keyboard(True) as keyboard,
        Inline(world.outlet(world.stdout), lambda: screen(world).columns, shown, lambda: _easel(world)) as place,
    ):
        try:
            return _answered(_Page(world, history, choices, place), keyboard)
        except OSError:
            return Exit.LEFT


def _easel(world: World) -> Easel:
    """Return what brings pictures in pixels to the terminal."""
    from facecoach.cli.terminals import easel, terminal

    return easel(world, terminal(world).finest(wished=True))


def _answered(page: _Page, keyboard: Keyboard) -> Choice | Exit:
    """Wait for a key that starts or leaves; the pictures are drawn while none is waiting."""
    heard = page.world.clock()
    while (left := heard + PATIENCE - page.world.clock()) > 0:
        page.refresh()
        command = keyboard(min(left, page.pause))
        if command is None:
            page.catch_up()
            continue
        heard = page.world.clock()
        if command in ENDS:
            return ENDS[command]
        if command is Command.ENTER:
            return _closed(page, keyboard) or page.choice
        if not page.obeys(command, keyboard):
            break
    return _closed(page, keyboard) or Exit.DONE


def _closed(page: _Page, keyboard: Keyboard) -> Exit | None:
    """Let the page stand in the scrollback; return the exit code of a signal that came before the terminal took it."""
    page.show(over=True)
    while page.busy:
        if (command := keyboard(SOON)) in ENDS:
            return ENDS[command]
    return None


class _Page:
    """The page as it stands: which routine is offered, and where it is shown."""

    def __init__(self, world: World, history: History, choices: Sequence[Choice], place: Inline) -> None:
        self.world = world
        self._history = history
        self._choices = choices
        self._place = place
        self._pictures = Pictures(world)
        self._number = 0
        self._stale = True

    @property
    def choice(self) -> Choice:
        """What is offered."""
        return self._choices[self._number]

    @property
    def busy(self) -> bool:
        """Whether the terminal has not taken yet what it was sent."""
        return self._place.busy

    @property
    def pause(self) -> float:
        """Seconds that a key may be waited for before there is something to draw or to show."""
        return 0.0 if self._lacking else SOON if self._stale else TURN

    @property
    def _lacking(self) -> bool:
        return not self._pictures.ready(self.choice.card, self._room)

    @property
    def _room(self) -> tuple[int, int]:
        seen = screen(self.world)
        return face_size(seen.columns, seen.rows)

    def refresh(self) -> None:
        """Show what has changed, unless the terminal has not taken yet what it was sent."""
        if self._stale and not self.busy:
            self.show()

    def show(self, *, over: bool = False) -> None:
        """Show the page with the pictures there are; `over` once no key is heard any more."""
        seen, card, pictures = screen(self.world), self.choice.card, self._pictures
        offer = Offer(
            self._history, self.choice, self.world.now().hour, self._number + 1, len(self._choices), over,
            draws=pictures.drawn != "words", colour=seen.ink != "mono",
            face=pictures.face(card, self._room), bar=pictures.bar(card),
        )  # fmt: skip
        self._place.show(offer_lines(offer, seen.columns, seen.rows))
        self._stale = False

    def catch_up(self) -> None:
        """Draw what lacks of the pictures, if anything does."""
        if self._lacking:
            self._pictures.draw(self.choice.card, self._room)
            self._stale = True

    def obeys(self, command: Command, keyboard: Keyboard) -> bool:
        """Do what a key or a signal asks of the page; return whether it asks for anything but to leave."""
        if command in STEPS and len(self._choices) > 1:
            self._number = (self._number + STEPS[command]) % len(self._choices)
        elif command is Command.SUSPEND:
            self._place.leave()
            keyboard.suspend()
        elif command is Command.REDRAW:
            keyboard.take()
        else:
            return False
        self._stale = True
        return True
