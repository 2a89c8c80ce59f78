"""A terminal's screen, on which only what has changed is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from facecoach.face.cells import EMPTY, Frame
from facecoach.screen.live.codes import changes, roughly
from facecoach.screen.live.outlet import Outlet
from facecoach.screen.spans import Line
from facecoach.screen.theme import Ink, painted

if TYPE_CHECKING:
    from facecoach.face.pixels import Layers, Shown
    from facecoach.screen.live.easel import Easel

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J"
LEAVE = "\x1b[?7h\x1b[?25h\x1b[?1049l"
HOLD, RELEASE = "\x1b[?2026h", "\x1b[?2026l"
CLEAR = "\x1b[0m\x1b[2J"
CANCEL = "\x18\x1b\\\x1b[0m"  # ends a code that was cut in two
PATIENCE = 0.3

MOST_STEPS = 64
AT_ONCE = 19_000  # bytes of a whole screen that appears at once: of a larger one the picture is rough at first

Size = tuple[int, int]


class Surface:
    """The alternate screen of a terminal: patches that differ from what stands are gathered, then sent at once."""

    def __init__(
        self, outlet: Outlet, measured: Callable[[], Size], ink: Ink, opened: Callable[[], Easel] | None = None
    ) -> None:
        self._outlet = outlet
        self._opened = opened
        self._easel: Easel | None = None
        self._layers: dict[tuple[int, int], Layers] = {}
        self._measured = measured
        self._ink: Ink = ink
        self._standing: dict[tuple[int, int], str] = {}
        self._waiting: list[str] = []
        self._size = (0, 0)
        self._frames: dict[tuple[int, int], Frame] = {}
        self._steps: dict[tuple[int, int, int, int], tuple[Frame, Frame, str]] = {}

    @property
    def size(self) -> Size:
        """Columns and rows."""
        columns, rows = self._measured()
        return max(1, columns), max(1, rows)

    def enter(self) -> None:
        """Take the screen and forget what stood on it."""
        self._size = self.size
        self._waiting = [self._forget(), ENTER]

    @property
    def busy(self) -> bool:
        """Whether the terminal has not taken yet what it was sent: more would wait for ever longer."""
        return self._outlet.busy

    def leave(self) -> None:
        """Give the screen back as it was, within a second even where the terminal takes nothing."""
        self._waiting = []
        taken = self._outlet.drain(PATIENCE)
        if not taken:
            self._outlet.drop()
        pictures = self._forget()
        cut = self._easel.cut if self._easel and pictures else ""
        self._outlet.write(f"{pictures}{LEAVE}" if taken else f"{CANCEL}{cut}{RELEASE}{LEAVE}")
        self._outlet.drain(PATIENCE)

    def resized(self) -> bool:
        """Whether the size changed since the last look; what stood is cleared then."""
        if self.size == self._size:
            return False
        self._size = self.size
        self.wipe()
        return True

    def put(self, patches: Iterable[tuple[int, int, Line]]) -> None:
        """Write lines at their places (x, y from 0), those that already stand there excepted."""
        for x, y, text in patches:
            drawn = painted(text, self._ink)
            stood = self._standing.get((x, y))
            if stood != drawn:
                self._standing[x, y] = drawn
                sent = drawn if stood is not None else drawn.rstrip(" ")  # what is cleared needs no blanks
                self._waiting.append(f"\x1b[{y + 1};{x + 1}H{sent}" if sent else "")

    def picture(self, x: int, y: int, shown: Shown) -> None:
        """Show a picture, in cells or in pixels, in place of the one that stood at the same place."""
        if not shown:
            return  # what is not painted yet leaves what stands
        if isinstance(shown, tuple):
            if (x, y) in self._layers:
                self.keep(place for place in list(self._layers) if place != (x, y))
            self.cells(x, y, shown)
        elif shown != self._layers.get((x, y)) and self._opened:
            self._easel = self._easel or self._opened()
            before = self._layers.get((x, y))
            if before is None:
                self._cleared(x, y, shown)
            if self._easel.ready(before, shown):
                self._waiting.append(self._easel.show(x, y, before, shown))
                self._layers[x, y] = shown

    def keep(self, places: Iterable[tuple[int, int]]) -> None:
        """Take away the pictures in pixels at all other places: what is written there would stand behind them."""
        for place in set(self._layers).difference(places):
            self._waiting.append(self._easel.hide(*place, self._layers.pop(place)) if self._easel else "")

    def _cleared(self, x: int, y: int, shown: Layers) -> None:
        """Clear the cells that a picture in pixels is clear over, at its edge."""
        wide, high = shown.tiles[0].columns, shown.tiles[0].rows
        self._frames.pop((x, y), None)
        self._waiting.append(changes((), ((EMPTY,) * wide,) * high, x, y))

    def cells(self, x: int, y: int, frame: Frame) -> None:
        """Write the cells of a picture that differ from the picture before it, which stood at the same place."""
        before = self._frames.get((x, y), ())
        if frame is before:
            return
        if len(self._steps) > MOST_STEPS:
            self._steps.clear()
        step = (x, y, id(before), id(frame))
        if step not in self._steps:
            # Both frames are kept with the step, so that their ids stay theirs.
            self._steps[step] = before, frame, changes(before, frame, x, y)
        room = AT_ONCE - sum(map(len, map(str.encode, self._waiting))) if not before else AT_ONCE
        if not before and (whole := len(self._steps[step][2].encode())) > room:
            frame, codes = roughly(frame, x, y, whole, room)
            self._waiting.append(codes)
        else:
            self._waiting.append(self._steps[step][2])
        self._frames[x, y] = frame

    @property
    def pictured(self) -> bool:
        """Whether a picture stands on it."""
        return bool(self._frames or self._layers)

    def wipe(self) -> None:
        """Forget what stood, and clear it."""
        self._waiting = [self._forget(), ENTER if ENTER in self._waiting else CLEAR]

    def forget(self) -> None:
        """Forget the pictures: what stood in their rooms was written over."""
        self._frames.clear()
        self.keep(())

    def flush(self) -> None:
        """Send what has gathered, as one picture."""
        if any(self._waiting):
            self._outlet.write(f"{HOLD}{''.join(self._waiting)}{RELEASE}")
            self._waiting = []

    def _forget(self) -> str:
        """Forget what stood, and return the codes that take pictures away which no clearing does."""
        self._standing.clear()
        self._steps.clear()
        self._frames.clear()
        self._layers.clear()
        return self._easel.clear() if self._easel else ""
