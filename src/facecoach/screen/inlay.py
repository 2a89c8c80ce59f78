"""Pictures in pixels among printed lines: blanks keep their place, and they are laid over these once those stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from facecoach.face.cells import Frame, Row
from facecoach.screen.spans import Line, cells, padded

if TYPE_CHECKING:
    from facecoach.face.pixels import Layers
    from facecoach.screen.live.easel import Easel


@dataclass(frozen=True, slots=True, eq=False)
class Inlay:
    """A picture that is painted when it is shown: its size in cells, and letters to which it is clear."""

    columns: int
    rows: int
    paint: Callable[[], Layers]
    letters: Frame = ()


class Pin(str):
    """The style of blanks at which a picture begins: no style at all."""

    __slots__ = ("inlay",)
    inlay: Inlay

    def __new__(cls, inlay: Inlay) -> Self:
        """Return the style that carries a picture."""
        made = super().__new__(cls)
        made.inlay = inlay
        return made


@dataclass(slots=True)
class Hanging:
    """Pictures whose first line is printed: each with its column, and the lines since then."""

    waiting: list[tuple[Inlay, int, int]] = field(default_factory=list)

    def after(self, one: Line) -> list[tuple[Inlay, int, int]]:
        """Take a printed line in; return the pictures that are to be laid now, the column and the rows up to it."""
        self.waiting = [(inlay, column, up + 1) for inlay, column, up in [*self.waiting, *_begun(one)]]
        ripe = [each for each in self.waiting if each[2] >= each[0].rows]
        self.waiting = [each for each in self.waiting if each[2] < each[0].rows]
        return ripe


def blank(inlay: Inlay) -> Iterator[Line]:
    """Yield the lines that keep a picture's place, its letters on them."""
    for row in range(inlay.rows):
        start: Line = (("", Pin(inlay)),) if row == 0 else ()
        letters = inlay.letters[row] if inlay.letters else ()
        yield (*start, *padded(_spans(letters), inlay.columns))


def pins(lines: Iterable[Line]) -> list[tuple[Inlay, int, int]]:
    """Return the pictures that begin in lines, each with its column and its row."""
    return [(inlay, column, row) for row, one in enumerate(lines) for inlay, column, _ in _begun(one)]


def laid(inlay: Inlay, column: int, up: int, easel: Easel) -> str:
    """Return the codes that lay a picture over lines so many rows up; the cursor stays where it is."""
    return f"\x1b7\x1b[{up}A\x1b[{column + 1}G{easel.here(inlay.paint())}\x1b8"


def _begun(one: Line) -> Iterator[tuple[Inlay, int, int]]:
    column = 0
    for text, style in one:
        if isinstance(style, Pin):
            yield style.inlay, column, 0
        column += cells(text)


def _spans(row: Row) -> Line:
    from facecoach.screen.picture import cell_spans

    return cell_spans(row)
