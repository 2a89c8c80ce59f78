"""Output that never holds a session up: what a slow or stopped reader does not take waits, or is dropped."""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from threading import Condition, Thread
from typing import Protocol, TextIO

CHUNK = 1024  # bytes written at once: what a thread may be held up with when the rest is dropped


class Outlet(Protocol):
    """Where a session's output goes."""

    @property
    def busy(self) -> bool:
        """Whether something that was written has not been taken yet."""

    def write(self, text: str) -> None:
        """Write text, now or as soon as it is taken; raises OSError once nobody takes anything any more."""

    def drain(self, seconds: float | None) -> bool:
        """Wait until all is taken, for ever without a limit in seconds, and return whether it was."""

    def drop(self) -> None:
        """Forget what was not taken, and free a terminal that was stopped."""


class Direct:
    """A stream without a file beneath it, as in a test: it takes everything at once."""

    busy = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write text."""
        self._stream.write(text)
        self._stream.flush()

    def drain(self, seconds: float | None) -> bool:
        """Return that nothing waits."""
        return True

    def drop(self) -> None:
        """Nothing waits."""


class Threaded:
    """A file that a thread of its own writes to.

    A file cannot be told not to wait without telling every program that shares it, the shell among them.
    """

    def __init__(self, stream: TextIO) -> None:
        stream.flush()
        self._file = stream.fileno()
        self._put = getattr(getattr(stream, "buffer", None), "raw", None)
        self._encoding = stream.encoding or "utf-8"
        self._waiting: deque[bytes] = deque()
        self._changed = Condition()
        self._fault: OSError | None = None
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something that was written has not been taken yet."""
        return bool(self._waiting)

    def write(self, text: str) -> None:
        """Write text as soon as it is taken; raises OSError once nobody takes anything any more."""
        if self._fault:
            raise self._fault
        with self._changed:
            self._waiting.append(text.encode(self._encoding, "replace"))
            self._changed.notify_all()
        if self._thread is None:
            self._thread = Thread(target=self._work, daemon=True)
            self._thread.start()

    def drain(self, seconds: float | None) -> bool:
        """Wait until all is taken, for ever without a limit in seconds, and return whether it was."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting, seconds) and self._fault is None

    def drop(self) -> None:
        """Forget what was not taken, and free a terminal that was stopped."""
        with self._changed:
            self._waiting.clear()
            self._changed.notify_all()
        with suppress(ImportError, OSError):
            import termios

            with suppress(termios.error):
                termios.tcflush(self._file, termios.TCOFLUSH)
                termios.tcflow(self._file, termios.TCOOFF)  # Ctrl-S is undone only by undoing a stop of one's own
                termios.tcflow(self._file, termios.TCOON)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting)
                text = self._waiting[0]
            self._take(text)
            with self._changed:
                if self._waiting and self._waiting[0] is text:
                    self._waiting.popleft()
                self._changed.notify_all()

    def _take(self, text: bytes) -> None:
        """Write a text in small pieces, as long as it is not dropped."""
        rest = memoryview(text)
        while rest and self._waiting and self._waiting[0] is text:
            try:
                rest = rest[self._written(rest[:CHUNK]) :]
            except OSError as fault:
                self._fault = fault
                with self._changed:
                    self._waiting.clear()

    def _written(self, piece: memoryview) -> int:
        """Write a piece and return how much of it was taken; a console of Windows takes text by its stream alone."""
        return self._put.write(piece) or 0 if self._put else os.write(self._file, piece)


def outlet(stream: TextIO) -> Outlet:
    """Return an outlet to a stream."""
    try:
        stream.fileno()
    except (OSError, ValueError):
        return Direct(stream)
    return Threaded(stream)
