"""A terminal's screen, on which only what has changed is written."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J"
LEAVE = "\x1b[?7h\x1b[?25h\x1b[?1049l"
HOLD, RELEASE = "\x1b[?2026h", "\x1b[?2026l"
CLEAR = "\x1b[0m\x1b[2J"


class Surface:
    """The alternate screen of a terminal: patches are gathered, and sent at once when they differ from what stands."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._standing: dict[tuple[int, int], str] = {}
        self._waiting: list[str] = []
        self._size = (0, 0)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        size = self._console.size
        return max(1, size.width), max(1, size.height)

    def enter(self) -> None:
        """Take the screen and forget what stood on it."""
        self._standing.clear()
        self._size = self.size
        self._waiting = [ENTER]

    def leave(self) -> None:
        """Give the screen back as it was."""
        self._waiting = []
        self._send(LEAVE)

    def resized(self) -> bool:
        """Whether the size changed since the last look; what stood is cleared then."""
        if self.size == self._size:
            return False
        self._size = self.size
        self._standing.clear()
        self._waiting = [CLEAR]
        return True

    def put(self, patches: Iterable[tuple[int, int, Text]]) -> None:
        """Write lines at their places (x, y from 0), those that already stand there excepted."""
        for x, y, text in patches:
            drawn = self.drawn(text)
            if self._standing.get((x, y)) != drawn:
                self._standing[x, y] = drawn
                self._waiting.append(f"\x1b[{y + 1};{x + 1}H{drawn}")

    def raw(self, piece: str) -> None:
        """Write what already carries its places and colours."""
        self._waiting.append(piece)

    def drawn(self, text: Text) -> str:
        """Return a line as the terminal's own codes."""
        system = self._console._color_system  # noqa: SLF001 - Rich renders a style only for a system that it names itself
        segments: Iterable[Segment] = Text().append_text(text).render(self._console)
        if self._console.no_color:
            segments = Segment.remove_color(segments)
        return "".join(
            segment.style.render(segment.text, color_system=system) if segment.style else segment.text
            for segment in segments
        )

    def flush(self) -> None:
        """Send what has gathered, as one picture."""
        if self._waiting:
            self._send(f"{HOLD}{''.join(self._waiting)}{RELEASE}")
            self._waiting = []

    def _send(self, codes: str) -> None:
        self._console.file.write(codes)
        self._console.file.flush()
