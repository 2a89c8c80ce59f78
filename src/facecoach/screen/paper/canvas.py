"""What a page is drawn on: in dots, 200 an inch, from the left upper corner, whatever becomes of it."""

from __future__ import annotations

from typing import Literal, Protocol

from PIL import Image, ImageDraw

from facecoach.screen.paper import typeface
from facecoach.screen.paper.typeface import Colour

PaperName = Literal["a4", "letter"]
Size = tuple[int, int]
Spot = tuple[float, float]

DPI = 200
SIZES: dict[PaperName, Size] = {"a4": (1654, 2339), "letter": (1700, 2200)}


class Canvas(Protocol):
    """One page; `ground` is its colour, `grain` how many pixels a picture has a dot."""

    ground: Colour
    grain: float

    def write(self, spot: Spot, words: str, size: int, colour: Colour, weight: int = 0) -> None:
        """Write words whose first letter stands at `spot` on the line; `weight` is added to each stroke."""

    def rule(self, start: Spot, end: Spot, colour: Colour) -> None:
        """Draw a line."""

    def disc(self, corner: Spot, size: int, colour: Colour) -> None:
        """Draw a disc."""

    def picture(self, corner: Spot, side: int, image: Image.Image) -> None:
        """Lay a square picture down."""


class Picture:
    """A page that becomes a picture."""

    grain = 1.0

    def __init__(self, size: Size, ground: Colour) -> None:
        self.ground = ground
        self.image = Image.new("RGB", size, ground)
        self._pen = ImageDraw.Draw(self.image)

    def write(self, spot: Spot, words: str, size: int, colour: Colour, weight: int = 0) -> None:
        """Write words."""
        typeface.write(self._pen, spot, words, size, colour, weight)

    def rule(self, start: Spot, end: Spot, colour: Colour) -> None:
        """Draw a line."""
        self._pen.line((*start, *end), fill=colour, width=3)

    def disc(self, corner: Spot, size: int, colour: Colour) -> None:
        """Draw a disc, its edge smooth."""
        mask = Image.new("L", (size * 4, size * 4), 0)
        ImageDraw.Draw(mask).ellipse((0, 0, size * 4 - 1, size * 4 - 1), fill=255)
        self.image.paste(colour, _whole(corner), mask.reduce(4))

    def picture(self, corner: Spot, side: int, image: Image.Image) -> None:
        """Lay a picture down, which is as large as it is to be."""
        self.image.paste(image, _whole(corner))


def _whole(corner: Spot) -> tuple[int, int]:
    return round(corner[0]), round(corner[1])
