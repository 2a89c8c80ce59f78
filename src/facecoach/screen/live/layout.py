"""A view laid out on a screen of any size: patches of text, and the rooms that are left for faces."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.knowledge.anatomy import ZoneName
from facecoach.knowledge.colours import DARK, RED, mix, written
from facecoach.screen.live.ahead import coming, rail
from facecoach.screen.live.column import column
from facecoach.screen.live.help import help_lines, keys_line
from facecoach.screen.live.ladder import Plan, Room, planned
from facecoach.screen.live.parts import colour_of, mark, title
from facecoach.screen.live.small import low, tiny
from facecoach.screen.live.view import View
from facecoach.screen.spans import QUIET, Line, cells, cut, fitted, line, spread, width, wrapped

Patch = tuple[int, int, Line]


@dataclass(frozen=True, slots=True)
class Layout:
    """What to write where, and the rooms of the face and of the next one, None for what has no room."""

    patches: tuple[Patch, ...]
    face: Room | None = None
    next_face: Room | None = None


def compose(view: View, columns: int, rows: int, *, draws: bool = True) -> Layout:
    """Lay a view out on `columns` by `rows` cells; every patch fills its place, so that nothing old shines through.

    Unless `draws`, words stand in the room of the face.
    """
    plan = planned(columns, rows)
    if plan.rung.next == "mark":
        return Layout(tuple((0, y, one) for y, one in enumerate(tiny(view, columns, rows)[:rows])))
    patches = [*_heading(view, plan)]
    if plan.rung.next == "line":
        patches += [(0, y, one) for y, one in enumerate(low(view, columns, rows - 2), 2)]
        return Layout(tuple(patches))
    patches += _placed(plan.column, column(view, plan))
    patches += [
        (0, y, line(" " * columns)) for y in range(plan.column.y + plan.column.rows, plan.next.y) if not plan.rung.rail
    ]
    if plan.frame:
        patches += _frame(view, plan.frame)
    if plan.face and (view.closing or not draws):
        patches += _placed(plan.face, help_lines(view, plan.face) if view.closing else _zone(view, plan.face))
    next_face: Room | None = None
    if plan.rung.rail:
        lines, next_face = rail(view, plan.next)
        edge = [(plan.next.x - 2, y, line(("│", QUIET))) for y in range(plan.next.y, plan.next.y + plan.next.rows)]
        patches += [*_placed(plan.next, lines), *edge]
    else:
        patches += _placed(plan.next, coming(view, plan.next, letters=plan.rung.next == "letters"))
    if plan.keys:
        patches += _placed(plan.keys, [keys_line(view, plan.keys.columns)])
    face = None if view.closing or not draws else plan.face
    return Layout(tuple(patches), face, next_face if draws else None)


def _placed(room: Room, lines: list[Line]) -> list[Patch]:
    return [(room.x, room.y + index, one) for index, one in enumerate(lines[: room.rows])]


def _heading(view: View, plan: Plan) -> list[Patch]:
    """Return the routine as a bar, and the title in letters or in words."""
    if plan.rung.title:
        return [
            (0, 0, progress(view, plan.columns)),
            *_placed(plan.title, title(view, plan.title.columns, plan.rung.title)),
        ]
    name = line(mark(view.zone), " ", (view.title, f"bold {written(colour_of(view.zone))}"))
    left = view.left.removesuffix(" left")
    place = line((f"{view.step.removeprefix('step ')} · {left} ", QUIET))
    place = place if width(name) + width(place) < plan.columns else line((left, QUIET))
    return [(0, 0, spread(name, place, plan.columns)), (0, 1, progress(view, plan.columns))]


def progress(view: View, room: int) -> Line:
    """Return the whole routine as a bar: a segment a move, its mark on it, what is done bright."""
    total, ends, at = sum(seconds for _, seconds, _ in view.bar), [0], 0.0
    for _, seconds, _ in view.bar:
        at += seconds
        ends.append(round(room * at / total))
    spans = [
        part
        for (zone, _, done), start, end in zip(view.bar, ends, ends[1:], strict=False)
        for part in _segment(zone, done, end - start, last=end == room)
    ]
    return fitted(tuple(spans), room, end="")


def _segment(zone: ZoneName, done: float, room: int, *, last: bool) -> list[tuple[str, str]]:
    colour = colour_of(zone)
    gap = 1 if room > 3 and not last else 0
    name = mark(zone)[0].rstrip() if room - gap >= 2 else ""
    text = f"{name:{room - gap}}"
    bright = round(done * (room - gap))
    return [
        (text[:bright], f"bold {written(DARK)} on {written(colour)}"),
        (text[bright:], f"{written(colour)} on {written(mix(colour, DARK, 0.7))}"),
        (" " * gap, ""),
    ]


def _frame(view: View, room: Room) -> list[Patch]:
    """Return the zone's panel around the face: its zone and muscles at the top, what red means at the bottom."""
    colour = written(colour_of(view.zone) if view.state != "paused" else mix(colour_of(view.zone), DARK, 0.5))
    inside = room.columns - 4
    named = f"{view.label} · {view.muscles}" if view.muscles else view.label
    named = named if cells(named) <= inside - 2 else view.label
    top = cut(line((f" {named} ", f"bold {colour}")), inside)
    clear = line((" red: keep clear ", written(RED))) if view.clear and not view.closing else ()
    sides = [patch for y in range(room.y + 1, room.y + room.rows - 1) for patch in _sides(room, y, colour)]
    return [
        (room.x, room.y, (("╭─", colour), *top, ("─" * (inside - width(top)) + "─╮", colour))),
        *sides,
        (room.x, room.y + room.rows - 1, (("╰─", colour), *clear, ("─" * (inside - width(clear)) + "─╯", colour))),
    ]


def _sides(room: Room, y: int, colour: str) -> list[Patch]:
    edge = line(("│", colour))
    return [(room.x, y, edge), (room.x + room.columns - 1, y, edge)]


def _zone(view: View, room: Room) -> list[Line]:
    """Return the zone in words: its name, its muscles and what they do."""
    told = [line((view.label, f"bold {written(colour_of(view.zone))}")), ()]
    told += wrapped(line(view.muscles), room.columns) if view.muscles else []
    told += [(), *wrapped(line((view.does, QUIET)), room.columns)]
    above = max(0, (room.rows - len(told)) // 2)
    return [fitted(one, room.columns) for one in [*[()] * above, *told, *[()] * room.rows][: room.rows]]
