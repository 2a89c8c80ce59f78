"""How a face can be drawn: one table of the modes, how fine each is, and what stands in for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["kitty", "sixel", "octant", "sextant", "quadrant", "half", "stone256", "braille", "words"]
Form = Literal["pixels", "blocks", "dots", "none"]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of drawing: dots across and down in a cell, in what form, and what is drawn where it cannot be.

    `pixels` are sent as pictures by the protocol of that name, as many as a cell of the terminal has; `blocks` are
    cells of two colours, `dots` have none. `coarser` stands in where a terminal has 256 colours, `plain` where it has
    16, `mono` where it has none.
    """

    across: int
    down: int
    form: Form
    coarser: Mode
    plain: Mode = "braille"
    mono: Mode = "braille"

    def canvas(self, columns: int, rows: int) -> tuple[int, int]:
        """Return the size of a picture of so many cells in square pixels: a cell is twice as high as it is wide."""
        return columns * self.across, rows * self.across * 2


WAYS: dict[Mode, Way] = {
    "kitty": Way(10, 20, "pixels", "kitty", "kitty"),
    "sixel": Way(10, 20, "pixels", "sixel", "sixel"),
    "octant": Way(2, 4, "blocks", "stone256"),
    "sextant": Way(2, 3, "blocks", "stone256"),
    "quadrant": Way(2, 2, "blocks", "stone256"),
    "half": Way(1, 2, "blocks", "stone256"),
    "stone256": Way(1, 2, "blocks", "stone256"),
    "braille": Way(2, 4, "dots", "braille"),
    "words": Way(1, 1, "none", "words", "words", "words"),
}
