"""Lines among the others of a terminal, drawn again in their place until they are left to stand there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from facecoach.screen.inlay import Inlay, laid, pins
from facecoach.screen.live.easel import Easel
from facecoach.screen.live.outlet import Outlet
from facecoach.screen.live.surface import CANCEL, HOLD, RELEASE
from facecoach.screen.spans import Line, width
from facecoach.screen.theme import Ink, painted

TAKE = "\x1b[?25l\x1b[?7l"  # no cursor, and nothing that is too long begins another line
GIVE = "\x1b[?7h\x1b[?25h"
BELOW = "\x1b[0J"
PATIENCE = 0.3


class Inline:
    """A few lines at the cursor: shown once, then only those that changed; what stands last, stays."""

    def __init__(
        self, outlet: Outlet, columns: Callable[[], int], ink: Ink, opened: Callable[[], Easel] | None = None
    ) -> None:
        self._outlet = outlet
        self._columns = columns
        self._ink: Ink = ink
        self._standing: list[tuple[str, int]] = []
        self._wide = 0
        self._opened = opened
        self._easel: Easel | None = None
        self._hung: list[tuple[Inlay, int, int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()

    @property
    def busy(self) -> bool:
        """Whether the terminal has not taken yet what it was sent."""
        return self._outlet.busy

    def show(self, lines: Sequence[Line]) -> None:
        """Draw lines where the former ones stand; raises OSError once nobody takes anything any more."""
        rows = [(painted(one, self._ink), width(one)) for one in lines]
        same = len(rows) == len(self._standing) and self._wide == self._columns()
        drawn = self._changes(rows) if same else self._anew(rows)
        drawn += self._pictures(lines) if drawn else ""
        self._standing, self._wide = rows, self._columns()
        if drawn:
            self._outlet.write(f"{HOLD}{drawn}{RELEASE}")

    def leave(self) -> None:
        """Let what was drawn stand, and give the cursor back below it, also where the terminal takes nothing."""
        if not self._standing:
            return
        self._standing = []
        with suppress(OSError):
            self._outlet.write(f"\r\n{GIVE}")
            if not self._outlet.drain(PATIENCE):
                self._outlet.drop()
                self._outlet.write(f"{CANCEL}{RELEASE}{GIVE}")
                self._outlet.drain(PATIENCE)

    def _pictures(self, lines: Sequence[Line]) -> str:
        """Return the codes that lay pictures in pixels over the lines, in place of those that stood there."""
        found = pins(lines)
        if not self._opened or not (found or self._hung):
            return ""
        self._easel = self._easel or self._opened()
        gone = "".join(self._easel.lift(inlay.paint()) for inlay, *_ in self._hung)
        self._hung, last = found, len(lines) - 1
        return gone + "".join(laid(inlay, column, last - row, self._easel) for inlay, column, row in found)

    def _changes(self, rows: Sequence[tuple[str, int]]) -> str:
        """Return the codes that replace what differs; the cursor stands in the last row before and after them."""
        last, found = len(rows) - 1, []
        for number, (row, old) in enumerate(zip(rows, self._standing, strict=True)):
            if row != old:
                found.append(f"\r{_moved(last - number, 'A')}{row[0]}\x1b[0K\r{_moved(last - number, 'B')}")
        return "".join(found)

    def _anew(self, rows: Sequence[tuple[str, int]]) -> str:
        """Return the codes that draw all of it, in place of what stands there, whatever a new width made of that."""
        text = "\r\n".join(row for row, _ in rows)
        if not self._standing:
            return f"{TAKE}\r{text}\r"
        columns = max(1, self._columns())
        high = sum(max(1, -(-wide // columns)) for _, wide in self._standing)
        return f"\r{_moved(high - 1, 'A')}{BELOW}{text}\r"


def _moved(rows: int, way: str) -> str:
    return f"\x1b[{rows}{way}" if rows else ""
