"""What brings pictures in pixels onto a terminal's screen, whatever the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from facecoach.face.pixels import Layers


class Easel(Protocol):
    """Pictures as codes; knows what the terminal holds of them.

    `cut` ends a code that was cut in two, and takes all pictures away.
    """

    cut: str

    def ready(self, before: Layers | None, after: Layers) -> bool:
        """Whether there is room on the line to turn a picture into another."""

    def show(self, x: int, y: int, before: Layers | None, after: Layers) -> str:
        """Return the codes that turn the picture whose upper left cell is (x, y) into another."""

    def here(self, shown: Layers) -> str:
        """Return the codes that show a picture at the cursor for good."""

    def lift(self, shown: Layers) -> str:
        """Return the codes that take such a picture away again, where writing over it does not."""

    def hide(self, x: int, y: int, before: Layers) -> str:
        """Return the codes that take a picture away."""

    def clear(self) -> str:
        """Return the codes that take away all that was sent; nothing where nothing was."""
