"""What brings pictures in pixels onto a terminal's screen, whatever the protocol."""

from __future__ import annotations

from typing import Protocol

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

    def hide(self, x: int, y: int, before: Layers) -> str:
        """Return the codes that take a picture away."""

    def clear(self) -> str:
        """Return the codes that take away all that was sent; nothing where nothing was."""
