"""Where the program waits: for a key, for a signal, or for time to pass."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from facecoach.session.command import Command
from facecoach.session.keys import Decoder, command

_SIGNALS = {
    "SIGINT": Command.INTERRUPT,
    "SIGTERM": Command.TERMINATE,
    "SIGHUP": Command.HANG_UP,
    "SIGTSTP": Command.SUSPEND,
    "SIGCONT": Command.REDRAW,
    "SIGWINCH": Command.REDRAW,
}
POLL = 0.05
SPLIT = 0.1  # seconds after which the rest of a key's characters is no longer waited for
SLOWEST = 1.0  # the same for what the terminal says: its rest would be taken for keys
WINDOWS_ARROWS = {"H": "\x1b[A", "P": "\x1b[B", "M": "\x1b[C", "K": "\x1b[D"}  # what follows 0 or 0xE0


def reachable() -> bool:
    """Whether someone can press keys: standard input is a terminal and this program is in its foreground."""
    try:
        return sys.stdin.isatty() and (os.name == "nt" or os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp())
    except (OSError, ValueError, AttributeError):
        return False


class Keyboard:
    """Commands from keys and signals; call it with a timeout in seconds to wait for the next one.

    It returns at once when the terminal says something, which is no command.
    """

    def __init__(self, wake: int, *, keys: bool) -> None:
        self._listening = keys
        self._wake = wake
        self._decoder = Decoder()
        self._typing = 0.0
        self._pending: deque[Command] = deque()
        self._raw = ExitStack()

    def __call__(self, timeout: float) -> Command | None:
        """Return the next command, or None when `timeout` seconds have passed without one."""
        if not self._pending:
            self._wait(max(0.0, timeout))
        return self._pending.popleft() if self._pending else None

    def replies(self) -> list[str]:
        """Return what the terminal has said since the last time."""
        told = [*self._decoder.replies]
        self._decoder.replies.clear()
        return told

    def take(self) -> None:
        """Take the keys to itself: no echo, no waiting for Enter, no signals from keys."""
        self._raw.close()
        if self._listening and os.name != "nt":
            self._raw.enter_context(_unechoed(sys.stdin.fileno()))

    def give(self) -> None:
        """Give the terminal's keys back as they were."""
        self._raw.close()

    def suspend(self) -> None:
        """Stop the program as Ctrl-Z does, until the shell brings it back; does nothing on Windows."""
        if os.name == "nt":
            return
        self.give()
        before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, before)
        self.take()

    def _wait(self, timeout: float) -> None:
        if os.name == "nt":
            self._poll(timeout)
            return
        keys = [sys.stdin.fileno()] if self._listening else []
        ready = select.select([self._wake, *keys], [], [], timeout)[0]
        if self._wake in ready:
            names = (signal.Signals(number).name for number in os.read(self._wake, 64))
            self._pending += [_SIGNALS[name] for name in names if name in _SIGNALS]
        if set(keys) & set(ready):
            self._pending += self._typed(keys[0])
            self._typing = time.monotonic()
        elif time.monotonic() - self._typing > (SLOWEST if self._decoder.answering else SPLIT):
            self._pending += self._decoder.flush()

    def _typed(self, terminal: int) -> list[Command]:
        try:
            raw = os.read(terminal, 1024)
        except OSError:
            raw = b""
        if not raw:
            self._listening = False  # a terminal that is gone would be ready for ever
            return [Command.HANG_UP]
        return self._decoder.feed(raw)

    def _poll(self, timeout: float) -> None:
        import msvcrt

        end = time.monotonic() + timeout
        while not self._pending and (left := end - time.monotonic()) > 0:
            time.sleep(min(POLL, left))
            while self._listening and msvcrt.kbhit():  # type: ignore[attr-defined]  # on Windows
                key = msvcrt.getwch()  # type: ignore[attr-defined]  # on Windows
                key = WINDOWS_ARROWS.get(msvcrt.getwch(), "") if key in "\x00\xe0" else key  # type: ignore[attr-defined]  # on Windows
                self._pending.append(command(key))


@contextmanager
def opened(*, keys: bool) -> Iterator[Keyboard]:
    """Listen to signals, and to keys where `keys` says so; terminal and signal handlers are restored afterwards."""
    with ExitStack() as stack:
        wake = stack.enter_context(_woken())
        keyboard = Keyboard(wake, keys=keys)
        stack.callback(keyboard.give)
        keyboard.take()
        yield keyboard


@contextmanager
def _unechoed(terminal: int) -> Iterator[None]:
    """Turn echo and line input off, so that keys typed while prompt_toolkit still loads are neither shown nor lost."""
    import termios
    import tty

    try:
        before = termios.tcgetattr(terminal)
        tty.setcbreak(terminal, termios.TCSANOW)
        quiet = termios.tcgetattr(terminal)
        quiet[3] &= ~(termios.ISIG | termios.IEXTEN)
        termios.tcsetattr(terminal, termios.TCSANOW, quiet)
    except termios.error:
        yield
        return
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSANOW, before)


@contextmanager
def _woken() -> Iterator[int]:
    """Turn signals into bytes on a pipe, whose reading end this yields; Windows has only Ctrl-C, which interrupts."""
    if os.name == "nt":
        yield -1
        return
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    os.set_blocking(reading, False)
    before: dict[Any, Any] = {}
    handler: Callable[[int, Any], None] = lambda _number, _frame: None  # noqa: E731 - signals arrive through the pipe
    for name in _SIGNALS:
        if number := getattr(signal, name, None):
            before[number] = signal.signal(number, handler)
    previous = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    try:
        yield reading
    finally:
        signal.set_wakeup_fd(previous)
        for number, old in before.items():
            signal.signal(number, old)
        os.close(reading)
        os.close(writing)
