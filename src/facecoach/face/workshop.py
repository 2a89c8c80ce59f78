"""Painting beside the session: what is waited for at once, what comes later a little at a time."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Condition, Thread
from time import perf_counter
from typing import Protocol

REST = 8.0  # times as long as painting ahead took, in which nothing is painted: a ninth of a core at most
LONGEST = 1.0  # seconds of such a rest


class Work(Protocol):
    """A scene whose frames are painted one by one."""

    def lacking(self, since: int = 0) -> int | None:
        """Return the first frame from one on that is not painted yet, None when all are."""

    def frame(self, index: int) -> object:
        """Paint a frame, if it is not painted yet."""


class Painters(Protocol):
    """Who paints frames in time; those who are `prompt` before anything else goes on."""

    prompt: bool

    def now(self, work: Work, index: int) -> None:
        """Paint what lacks of a scene, from this frame on, before all else."""

    def ahead(self, works: Sequence[Work]) -> None:
        """Paint these scenes, in this order, when there is time, and no others that were ordered before."""


class Prompt:
    """Paints a frame before it returns, and nothing ahead: for pictures that stand, and for tests."""

    prompt = True

    def now(self, work: Work, index: int) -> None:
        """Paint a frame."""
        work.frame(index)

    def ahead(self, works: Sequence[Work]) -> None:
        """Paint nothing."""


class Workshop:
    """Paints in a thread, which leaves the processor to the session whenever that wants it."""

    prompt = False

    def __init__(self) -> None:
        self._changed = Condition()
        self._first: tuple[Work, int] | None = None
        self._later: list[Work] = []
        self._thread: Thread | None = None

    def now(self, work: Work, index: int) -> None:
        """Paint what lacks of a scene, from this frame on, before all else."""
        with self._changed:
            self._first = (work, index)
            self._changed.notify_all()
        self._start()

    def ahead(self, works: Sequence[Work]) -> None:
        """Paint these scenes, in this order, when there is time, and no others that were ordered before."""
        with self._changed:
            self._later = list(works)
            self._changed.notify_all()
        self._start()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._next() is not None)
                found = self._next()
            if found is None:
                continue
            begun = perf_counter()
            found[0].frame(found[1])
            if found[2]:
                self._rest(min(LONGEST, REST * (perf_counter() - begun)))

    def _rest(self, seconds: float) -> None:
        """Paint nothing for a while, unless something is waited for."""
        with self._changed:
            self._changed.wait_for(self._waited_for, seconds)

    def _waited_for(self) -> bool:
        return self._first is not None and self._first[0].lacking() is not None

    def _next(self) -> tuple[Work, int, bool] | None:
        """Return what to paint next, and whether it is painted ahead."""
        if self._first and (index := self._first[0].lacking(self._first[1])) is not None:
            return self._first[0], index, False
        for work in self._later:
            if (index := work.lacking()) is not None:
                return work, index, True
        return None
