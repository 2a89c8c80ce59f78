"""The one question to a terminal of which nothing is known, asked once its first picture stands."""

from __future__ import annotations

from collections.abc import Callable

from facecoach.screen.answer import QUESTION, Answer, understood
from facecoach.screen.live.outlet import Outlet
from facecoach.session.player import Keyboard

# A terminal that takes the question for letters writes all of them over each other there, unseen, and a blank at last.
CORNER = "\x1b[999;999H"
PATIENCE = 0.15  # seconds after which an answer changes nothing any more in this session
LINGERING = 0.3  # seconds after the question until which the end of a session waits for its answer


class Inquiry:
    """Asks, listens, and says what was `answered` and whether that was in time; nobody ever waits for it."""

    def __init__(
        self, outlet: Outlet, keyboard: Keyboard, clock: Callable[[], float], answered: Callable[[Answer, bool], None]
    ) -> None:
        self._outlet = outlet
        self._keyboard = keyboard
        self._clock = clock
        self._answered = answered
        self._asked: float | None = None
        self._heard: list[str] = []
        self._over = False

    def ask(self) -> None:
        """Ask, the first time."""
        if self._asked is None:
            self._asked = self._clock()
            self._outlet.write(f"{CORNER}\x1b[8m{QUESTION}\x1b[0m{CORNER} ")

    def attend(self) -> None:
        """Listen, once it was asked, until it is answered."""
        if self._over or self._asked is None:
            return
        self._heard += self._keyboard.replies()
        if answer := understood(self._heard):
            self._over = True
            self._answered(answer, self._clock() - self._asked <= PATIENCE)

    def settle(self) -> None:
        """Take in what may still be said, before anybody else could read it."""
        while self._asked is not None and not self._over:
            left = self._asked + LINGERING - self._clock()
            if left <= 0:
                return
            self._keyboard(left)
            self.attend()
