"""What stands on a page, face by face, and how large all of it may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from facecoach.face.atlas import bundled_atlas
from facecoach.face.pose import emblem, pose
from facecoach.face.scene import Scene
from facecoach.routine.model import Routine
from facecoach.screen.paper import typeface
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Leg
from facecoach.words import clock

GUTTER, GAP, INSET = 60, 30, 36
COLUMNS = (1, 2, 3)
SMALLEST = 20  # dots of type, 7 points
_SHARES = (0.5, 0.46, 0.42, 0.38, 0.34)  # of a tile's width that its face may take
_LARGEST = 36
_READABLE = 29  # dots of type, 10 points: beyond it a larger face helps more than larger type
_FEW = 6  # moves up to which each has a face of its own


@dataclass(frozen=True, slots=True)
class Tile:
    """One face and what is written beside it; each cue with its own seconds where there are several."""

    number: int
    title: str
    zone: str
    seconds: str
    cues: tuple[tuple[str, str], ...]
    scene: Scene


@dataclass(frozen=True, slots=True)
class Grid:
    """How tiles lie on the page: columns, a tile's size in dots, the side of its face, the size of its type."""

    columns: int
    width: float
    height: float
    side: int
    body: int = 0

    @property
    def room(self) -> float:
        """The width that is left beside a face."""
        return self.width - self.side - INSET

    @property
    def title(self) -> int:
        """The size of a title's type."""
        return round(self.body * 1.4)


def tiles(routine: Routine) -> list[Tile]:
    """Return the tiles of a routine: one a move where they are few, else one a step."""
    line, atlas = laid_out(routine), bundled_atlas()
    if len(line.legs) <= _FEW:
        return [
            Tile(number, leg.title, leg.zone, _time(leg.seconds), (("", leg.act.cue),), pose(leg, first, 0.0, atlas))
            for number, leg in enumerate(line.legs, 1)
            for first in leg.segments[:1]
        ]
    return [
        Tile(number, legs[0].title, step.zone, _time(step.seconds), _cues(legs), emblem(step.zone, legs, atlas))
        for number, (step, legs) in enumerate(zip(routine.steps, line.steps, strict=True), 1)
    ]


def _cues(legs: Sequence[Leg]) -> tuple[tuple[str, str], ...]:
    return tuple((_time(leg.seconds) if len(legs) > 1 else "", leg.act.cue) for leg in legs)


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 60 else clock(seconds)


def fitted(
    shown: Sequence[Tile], width: float, height: float, smallest: int = SMALLEST, columns: Sequence[int] = COLUMNS
) -> Grid | None:
    """Return the arrangement with the largest type up to what is readable, and then with the largest faces."""
    ways = [(count, share) for count in columns for share in _SHARES]
    found = [_fitted(shown, count, share, (width, height), smallest) for count, share in ways]
    return max((grid for grid in found if grid), key=worth, default=None)


def worth(grid: Grid) -> tuple[int, int]:
    """Return what makes an arrangement better than another."""
    return min(grid.body, _READABLE), grid.side


def _fitted(shown: Sequence[Tile], columns: int, share: float, room: tuple[float, float], smallest: int) -> Grid | None:
    """Return so many columns with the largest type that fits beside each face, if any does."""
    width, height = room
    across = (width - (columns - 1) * GUTTER) / columns
    down = min(height / ceil(len(shown) / columns), across)
    side = int(min(down - GAP, across * share))
    for body in range(_LARGEST, smallest - 1, -1):
        grid = Grid(columns, across, down, side, body)
        if all(tall(tile, grid) <= down - GAP for tile in shown):
            return grid
    return None


def tall(tile: Tile, grid: Grid) -> float:
    """Return how high the words of a tile are."""
    names = len(titles(tile, grid)) * grid.title * 1.2
    return names + sum(len(lines) for _, lines in paragraphs(tile, grid)) * grid.body * 1.32 + grid.body


def titles(tile: Tile, grid: Grid) -> list[str]:
    """Return a title's lines, with room for the seconds at the end of the last."""
    lines = typeface.lines(tile.title, grid.title, grid.room)
    taken = typeface.width(lines[-1], grid.title) + grid.body + typeface.width(tile.seconds, grid.title)
    return lines if taken <= grid.room else [*lines, ""]


def paragraphs(tile: Tile, grid: Grid) -> Iterator[tuple[str, list[str]]]:
    """Yield each cue's seconds and its lines."""
    room = grid.room - indent(tile, grid)
    for lead, cue in tile.cues:
        yield lead, typeface.lines(cue, grid.body, room)


def indent(tile: Tile, grid: Grid) -> float:
    """Return how far cues stand behind their seconds."""
    return max(typeface.width(f"{lead}  ", grid.body) if lead else 0.0 for lead, _ in tile.cues)
