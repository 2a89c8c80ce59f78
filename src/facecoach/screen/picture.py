"""A face beside a text: a frame of cells as lines that stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.color import Color
from rich.style import Style
from rich.text import Text

from facecoach.face.cells import EMPTY, Colour, Frame, Row
from facecoach.screen.live.portrait import Drawn
from facecoach.settings import Palette


@dataclass(frozen=True, slots=True)
class Look:
    """How pictures are drawn, and in whose colours."""

    drawn: Drawn
    palette: Palette


def picture_lines(frame: Frame, indent: int = 2) -> Iterator[Text]:
    """Yield a frame's rows as lines."""
    for row in frame:
        yield Text(" " * indent) + _line(row)


def _line(row: Row) -> Text:
    line, seen = Text(no_wrap=True), len(row)
    while seen and row[seen - 1] == EMPTY:
        seen -= 1
    for (front, back), run in groupby(row[:seen], key=lambda cell: cell[1:]):
        line.append("".join(char for char, *_ in run), Style(color=_colour(front), bgcolor=_colour(back)))
    return line


def _colour(colour: Colour) -> Color | None:
    if colour is None:
        return None
    return Color.from_ansi(colour) if isinstance(colour, int) else Color.from_rgb(*colour)
