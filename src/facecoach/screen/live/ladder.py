"""What goes where on a screen of which size: one table, and the rooms that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Next = Literal["rail", "letters", "lines", "line", "mark"]


@dataclass(frozen=True, slots=True)
class Room:
    """A place on the screen, in cells."""

    x: int
    y: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Rung:
    """What a screen of at least this size gets.

    `title` and `chip` are rows of letters, 0 for words; `digits` is the largest size of theirs; `column` is the least
    width of what stands beside the face, `face` whether it has a frame around it, stands bare, above, or is left out.
    `rail` is the width of what comes next at the right.
    """

    columns: int
    rows: int
    title: int
    chip: int
    digits: int
    column: int
    face: Literal["framed", "bare", "above", "none"]
    next: Next
    rail: int = 0


LADDER = (
    Rung(200, 60, title=7, chip=7, digits=20, column=66, face="framed", next="rail", rail=44),
    Rung(140, 45, title=5, chip=5, digits=20, column=44, face="framed", next="rail", rail=34),
    Rung(100, 29, title=3, chip=5, digits=20, column=43, face="framed", next="letters"),
    Rung(78, 24, title=3, chip=5, digits=10, column=43, face="framed", next="lines"),
    Rung(48, 36, title=3, chip=5, digits=10, column=44, face="above", next="lines"),
    Rung(58, 16, title=0, chip=3, digits=7, column=33, face="bare", next="lines"),
    Rung(36, 11, title=0, chip=3, digits=7, column=0, face="none", next="line"),
    Rung(0, 0, title=0, chip=0, digits=5, column=0, face="none", next="mark"),
)
LEAST_FACE = 12  # rows below which no face can be recognised


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands on a screen: each room in cells, None for what there is no room for."""

    rung: Rung
    columns: int
    rows: int
    title: Room
    face: Room | None
    frame: Room | None
    column: Room
    next: Room
    keys: Room | None


def planned(columns: int, rows: int) -> Plan:
    """Return the plan of a screen."""
    rung = next(one for one in LADDER if columns >= one.columns and rows >= one.rows)
    top = {0: 2, 3: 4, 5: 8, 7: 10}[rung.title]
    title = Room(0 if rung.title == 0 else 1, {0: 0, 3: 1, 5: 2, 7: 2}[rung.title], columns - 2, rung.title or 1)
    ahead = {"rail": 0, "letters": 3, "lines": 2, "line": 1, "mark": 0}[rung.next]
    keys = Room(1, rows - 1, columns - 2, 1) if rung.title else None
    below = rows - (1 if keys else 0) - ahead
    if rung.face == "above":
        return _above(rung, columns, rows, Room(0, top, columns, below - top))
    body = Room(0, top, columns - (rung.rail + 3 if rung.rail else 0), below - top - (1 if rung.rail else 0))
    face, frame = _beside(rung, body)
    shown = frame or face
    x = shown.x + shown.columns + (2 if frame else 1) if shown else 1
    under = 1 if frame else 0  # the state begins beside the picture, not beside its frame
    column = Room(x, body.y + under, max(1, body.columns - x - 1), body.rows - under)
    coming = Room(1, below, columns - 2, ahead)
    if rung.rail:
        coming = Room(columns - rung.rail - 1, top, rung.rail, body.rows)
    return Plan(rung, columns, rows, title, face, frame, column, coming, keys)


def _beside(rung: Rung, body: Room) -> tuple[Room | None, Room | None]:
    """Return the room of the face, and that of the frame around it, at the left of the body."""
    rim = 2 if rung.face == "framed" else 0
    height = min(body.rows - rim, (body.columns - rung.column - rim - 3) // 2)
    if rung.face == "none" or height < LEAST_FACE:
        return None, None
    y = body.y + (body.rows - height - rim) // 2
    face = Room(rim // 2, y + rim // 2, 2 * height, height)
    return face, Room(0, y, 2 * height + 2, height + 2) if rim else None


def _above(rung: Rung, columns: int, rows: int, body: Room) -> Plan:
    """Return the plan of a screen that is higher than it is wide: the face above what else there is."""
    height = min((columns - 4) // 2, body.rows - 24)
    frame = Room((columns - 2 * height - 2) // 2, body.y, 2 * height + 2, height + 2)
    face = Room(frame.x + 1, frame.y + 1, 2 * height, height)
    y = frame.y + frame.rows
    column = Room(2, y, columns - 4, body.y + body.rows - y)
    title = Room(1, 1, columns - 2, rung.title)
    coming, keys = Room(1, rows - 3, columns - 2, 2), Room(1, rows - 1, columns - 2, 1)
    if height < LEAST_FACE:
        column = Room(2, body.y, columns - 4, body.rows)
        return Plan(rung, columns, rows, title, None, None, column, coming, keys)
    return Plan(rung, columns, rows, title, face, frame, column, coming, keys)
