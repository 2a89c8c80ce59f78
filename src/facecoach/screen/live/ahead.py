"""What comes next: in two lines, in letters, or in a rail of its own with the next face and the moves behind it."""

from __future__ import annotations

from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.colours import DARK, mix, written
from facecoach.screen.lettering import columns, lettered
from facecoach.screen.live.ladder import Room
from facecoach.screen.live.parts import colour_of, mark
from facecoach.screen.live.view import Ahead, View
from facecoach.screen.spans import QUIET, WARM, Line, cells, fitted, line, padded, spread, width, wrapped
from facecoach.words import clock

NEXT_FACE = 0.82  # of the rail's width


def coming(view: View, room: Room, *, letters: bool) -> list[Line]:
    """Return what comes next in the rows below the face, its title in letters where asked for and where they fit."""
    head = _head(view)
    if view.ahead is None:
        lines = _lettered("DONE", head, (), room) if letters else [line((head, QUIET), " ", ("Done", "bold"))]
    elif letters:
        lines = _lettered(view.ahead.title, head, _beneath(view.ahead), room, view.ahead)
    else:
        lines = _worded(view.ahead, head, room)
    lines = [fitted(one, room.columns) for one in [*lines, *[()] * room.rows][: room.rows]]
    return [_tinted(one, view) for one in lines] if view.last and view.ahead else lines


def _head(view: View) -> str:
    return "NEXT" if view.ahead else "THEN"


def _beneath(one: Ahead) -> tuple[Line, ...]:
    return line(mark(one.zone)), line((_length(one), "bold"))


def _lettered(title: str, head: str, beneath: tuple[Line, ...], room: Room, one: Ahead | None = None) -> list[Line]:
    """Return a title in three rows of letters, NEXT, mark and length at its left, and the cue where it fits whole."""
    label = [line((head, f"bold {QUIET}")), *beneath, (), ()][:3]
    left = 7
    drawn = lettered(title, 3) if columns(title, 3) <= room.columns - left else None
    colour = f"bold {written(colour_of(one.zone))}" if one else "bold"
    rows = [line((row, colour)) for row in drawn] if drawn else [(), line((title, colour)), ()]
    wide = left + max(map(width, rows)) + 3
    cue = wrapped(line((one.cue, QUIET)), room.columns - wide) if one and room.columns - wide >= 20 else []
    cue = [*cue, (), (), ()][:3] if len(cue) <= 3 else [(), (), ()]
    return [
        (*padded(name, left), *padded(row, wide - left), *told)
        for name, row, told in zip(label, rows, cue, strict=True)
    ]


def _worded(one: Ahead, head: str, room: Room) -> list[Line]:
    """Return what comes next in words: its cue whole or not at all."""
    colour = f"bold {written(colour_of(one.zone))}"
    start = line((f"{head} ", QUIET), mark(one.zone), " ", (one.title, colour), (f" · {_length(one)}", QUIET))
    whole = wrapped((*start, *line("  ", (one.cue, QUIET))), room.columns, 5)
    if one.cue and len(whole) <= room.rows:
        return whole
    return wrapped(start, room.columns, 5)[: room.rows]


def _tinted(one: Line, view: View) -> Line:
    """Return a line of what comes next on a faint ground of its colour, for the last seconds before it."""
    ground = written(mix(DARK, colour_of(view.ahead.zone if view.ahead else view.zone), 0.22))
    styled = ((text, style if " on " in style else f"{style} on {ground}".strip()) for text, style in one)
    return tuple(
        (text, style.replace(QUIET, f"bold {WARM}") if text.startswith("NEXT") else style) for text, style in styled
    )


def rail(view: View, room: Room) -> tuple[list[Line], Room | None]:
    """Return what comes next in a rail at the right, and the room of its face."""
    one = view.ahead
    if one is None:
        return [
            fitted(each, room.columns)
            for each in [line(("THEN", QUIET)), line(("Done", "bold")), *[()] * room.rows][: room.rows]
        ], None
    lines = [spread(line(("NEXT", f"bold {WARM if view.last else QUIET}")), line((_length(one), "bold")), room.columns)]
    lines += [*_title(one, room.columns), ()]
    high = min(int(room.columns * NEXT_FACE) // 2, room.rows - len(lines) - 10)
    face = Room(room.x + (room.columns - 2 * high) // 2, room.y + len(lines), 2 * high, high) if high >= 12 else None
    lines += [*[()] * (high + 1 if face else 0), *wrapped(line(one.cue), room.columns), ()]
    lines += _later(view, room.columns, room.rows - len(lines))
    return [fitted(each, room.columns) for each in [*lines, *[()] * room.rows][: room.rows]], face


def _title(one: Ahead, room: int) -> list[Line]:
    style = f"bold {written(colour_of(one.zone))}"
    broken: list[str] = []
    for word in one.title.split():
        if broken and columns(f"{broken[-1]} {word}", 3) <= room:
            broken[-1] = f"{broken[-1]} {word}"
        else:
            broken.append(word)
    found = [lettered(part, 3) if columns(part, 3) <= room else None for part in broken]
    if len(found) > 2 or any(part is None for part in found):
        return [line(mark(one.zone), " ", (one.title, style))]
    return [line((row, style)) for part in found if part for row in part]


def _later(view: View, room: int, rows: int) -> list[Line]:
    """Return the moves behind the next one, each with its length, as many as there are rows for."""
    if rows < 3 or not view.later:
        return []
    return [line(("THEN", QUIET)), *later(view, room, rows - 1)]


def later(view: View, room: int, rows: int) -> list[Line]:
    """Return the moves to come behind the next one, a line each, in at most so many rows."""
    return [
        spread(
            line(mark(one.zone), " ", (_short(one, room), written(colour_of(one.zone)))),
            line((clock(one.seconds), QUIET)), room,
        )
        for one in view.later[:rows]
    ]  # fmt: skip


def _short(one: Ahead, room: int) -> str:
    return one.title if cells(one.title) <= room - 12 else ZONES[one.zone].label


def _length(one: Ahead) -> str:
    return f"{one.seconds:.0f} s" if one.seconds < 100 else clock(one.seconds)
