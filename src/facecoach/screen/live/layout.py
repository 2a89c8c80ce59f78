"""A view laid out on a screen of any size: what matters least goes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facecoach.knowledge.anatomy import PRESSURES
from facecoach.screen.digits import big
from facecoach.screen.live.view import View
from facecoach.screen.spans import (
    QUIET,
    WARM,
    Line,
    bar,
    cut,
    fitted,
    line,
    meter,
    spread,
    width,
    wrapped,
    zone_colour,
)  # fmt: skip

KEYS = (
    ("space", "pause"),
    ("q", "leave"),
    ("→", "next"),
    ("←", "back"),
    ("±", "10 s"),
    ("?", "help"),
    ("m", "mute"),
    ("v", "voice"),
)
HELP = (
    ("space", "pause, and go on"),
    ("→  n", "next move"),
    ("←  p", "start of this move, or the one before"),
    ("+  -", "ten seconds more or less"),
    ("m", "mute the bell"),
    ("v", "voice on or off"),
    ("q", "leave (asks once)"),
    ("Ctrl-C", "leave at once"),
)
Patch = tuple[int, int, Line]


@dataclass(frozen=True, slots=True)
class Room:
    """A place on the screen, in cells."""

    x: int
    y: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What to write where, and the room that is left for the face, if there is one."""

    patches: tuple[Patch, ...]
    face: Room | None = None


def compose(view: View, columns: int, rows: int, *, draws: bool = True) -> Layout:
    """Lay a view out on `columns` by `rows` cells; every patch fills its place, so that nothing old shines through.

    Unless `draws`, words stand in the room of the face.
    """
    if columns >= 36 and rows >= 11:
        return _panel(view, columns, rows, draws=draws)
    return Layout(tuple((0, y, one) for y, one in enumerate(_stack(view, columns, rows))))


def _panel(view: View, columns: int, rows: int, *, draws: bool) -> Layout:
    height, colour = rows - 6, zone_colour(view.zone)
    face, x, y = _rooms(columns, height, draws=draws)
    room, high = columns - x - 2, height - y + 2
    column = _wide(view, room, high) if x > 2 else _narrow(view, room, high)
    patches = [(0, 0, _header(view, columns)), (0, 1, _top(view, columns, colour))]
    for row in range(2, rows - 4):
        patches += [(0, row, line(("│", colour))), (columns - 1, row, line(("│", colour)))]
    patches += [(x, y + index, one) for index, one in enumerate(column)]
    if face and not draws:
        patches += [(face.x, face.y + row, one) for row, one in enumerate(_words(view, face))]
    patches += [
        (0, rows - 4, line((f"╰{'─' * (columns - 2)}╯", colour))),
        (0, rows - 3, _ahead(view, columns)),
        (0, rows - 2, _bar(view, columns)),
        (0, rows - 1, _keys(view, columns)),
    ]
    return Layout(tuple(patches), face if draws else None)


def _rooms(columns: int, height: int, *, draws: bool) -> tuple[Room | None, int, int]:
    """Return the room of the face, beside the digits or above them, and where what is written begins."""
    if columns >= 80 and height >= 12:
        face = Room(2, 2, min(2 * height, columns - 44), height)
        return face, face.x + face.columns + 2, 2
    if draws and height >= 22:
        face = Room(2, 2, columns - 4, height - 9)
        return face, 2, 2 + face.rows
    return None, 2, 2


def _words(view: View, room: Room) -> list[Line]:
    """Return the zone in words: its name, its muscles and what they do."""
    told = [line((view.label, f"bold {zone_colour(view.zone)}")), ()]
    told += _block(view.muscles, room.columns, 3)
    told += _block(view.does, room.columns, 4, QUIET)
    above = max(0, (room.rows - len(told)) // 2)
    return _filled([()] * above + told, room.columns, room.rows)


def _block(text: str, room: int, most: int, style: str = "") -> list[Line]:
    """Return text in at most `most` lines that fill `room` cells, the last one shortened where it does not fit."""
    found = wrapped(line((text, style)), max(1, room)) if text else []
    if len(found) > most > 0:
        found[most - 1] = (*found[most - 1], (" …", style))
    return [fitted(one, room) for one in found[:most]]


def _header(view: View, columns: int) -> Line:
    return spread(line((f" {view.routine}", "bold")), line((f"{view.step} · {view.left} ", QUIET)), columns)


def _top(view: View, columns: int, colour: str) -> Line:
    muscles = f" · {view.muscles}" if view.muscles and columns >= 50 else ""
    title = cut(line((f" {view.label}", f"bold {colour}"), (muscles, colour)), columns - 6)
    return (("╭─", colour), *title, (f" {'─' * (columns - 4 - width(title))}╮", colour))


def _wide(view: View, room: int, height: int) -> list[Line]:
    if view.manner.helping:
        return _filled(_help(), room, height)
    scale = 2 if height >= 30 and room >= 60 else 1
    cue = _block(view.cue, room, 5, "bold")
    most: list[tuple[int, list[Line]]] = [
        (6, [()]),
        (0, [line((view.title, "bold"))]),
        (3, [()]),
        (0, _digits(view, room, scale)),
        (1, [bar(view.move_share, room, zone_colour(view.zone), QUIET)]),
        (3, [()]),
        (0, cue + [()] * (min(4, height // 5) - len(cue))),
        (4, [()]),
        (2, _how(view, room)),
        (5, [()]),
        (1, _block(view.notice, room, 3, WARM)),
    ]
    return _filled(_most_that_fit(most, height), room, height)


def _most_that_fit(blocks: Iterable[tuple[int, list[Line]]], height: int) -> list[Line]:
    """Return the lines of as many blocks as fit; of those that do not, the highest numbers go first."""
    kept = list(blocks)
    while sum(len(lines) for _, lines in kept) > height and (worst := max(kept, key=lambda block: block[0]))[0] > 0:
        kept.remove(worst)
    return [one for _, lines in kept for one in lines]


def _filled(lines: list[Line], room: int, height: int) -> list[Line]:
    return [fitted(one, room) for one in [*lines, *[()] * height][:height]]


def _digit_style(view: View) -> str:
    return {"paused": QUIET, "last": f"bold {WARM}", "ready": QUIET}.get(view.state, "bold")


def _digits(view: View, room: int, scale: int = 1) -> list[Line]:
    rows, style = big(view.digits, scale), _digit_style(view)
    beside = [""] * (len(rows) - 1) + [f"   {view.counter}"]
    weight = "bold" if view.state == "paused" else ""
    return [fitted(line((row, style), (note, weight)), room) for row, note in zip(rows, beside, strict=True)]


def _how(view: View, room: int) -> list[Line]:
    told = [fitted(line((one, QUIET)), room) for one in view.how]
    return [*told, fitted(meter(view.pressure, PRESSURES[view.pressure - 1]), room)] if view.pressure else told


def _narrow(view: View, room: int, height: int) -> list[Line]:
    if view.manner.helping:
        return _filled(_help(), room, height)
    digits, style = big(view.digits), _digit_style(view)
    left = max(16, len(digits[0])) if room >= 36 else len(digits[0])
    side = [line((row, style)) for row in digits] + [line(view.counter)]
    rest = room - left - 2
    notice = "" if view.state == "ready" and height < 8 else view.notice
    words = _block(notice, rest, 2, WARM)
    how = [] if notice else _how(view, rest)
    title = [line((view.title, "bold"))] if view.title != view.label and height >= 7 else []
    cue = _block(view.cue, rest, max(1, height - len(title) - len(words)))
    text = _most_that_fit([(0, title), (0, cue), (2, [()]), (1, how), (0, words)], height)
    columns = zip(_filled(side, left, height - 1), _filled(text, rest, height - 1), strict=True)
    body = [(*one, ("  ", ""), *two) for one, two in columns]
    return _filled([*body, bar(view.move_share, room, zone_colour(view.zone), QUIET)], room, height)


def _stack(view: View, columns: int, rows: int) -> list[Line]:
    colour, style = zone_colour(view.zone), _digit_style(view)
    if rows >= 9 and columns >= 16:
        head = [spread(line((view.label, f"bold {colour}")), line(view.counter), columns)]
        head += [line((row, style)) for row in big(view.digits)]
    else:
        head = [line((view.digits, style), "  ", (view.counter or view.label, f"bold {colour}"))]
    foot = [_bar(view, columns)] if rows >= 2 else []
    words = view.cue if view.state == "ready" else view.notice or view.cue
    room = max(0, rows - len(head) - len(foot))
    return [
        fitted(one, columns) for one in [*head, *_filled(_block(words, columns, room), columns, room), *foot][:rows]
    ]


def _ahead(view: View, columns: int) -> Line:
    zone, title, cue = view.ahead
    if not title:
        return fitted(line((" Then: done", QUIET)), columns)
    word, style = (" First: ", QUIET) if view.state == "ready" else (" Next: ", WARM if view.state == "last" else QUIET)
    return fitted(line((word, style), (title, f"bold {zone_colour(zone)}"), (f"  {cue}", QUIET)), columns)


def _bar(view: View, columns: int) -> Line:
    """Return the whole routine as one bar in its zones' colours, bright as far as it is done."""
    total, start, reached = sum(seconds for _, seconds in view.bar), 0.0, int(view.share * columns)
    spans: list[tuple[str, str]] = []
    for zone, seconds in view.bar:
        first, last = round(start / total * columns), round((start + seconds) / total * columns)
        start += seconds
        done = min(max(reached - first, 0), last - first)
        spans += [("█" * done, zone_colour(zone)), ("▁" * (last - first - done), zone_colour(zone))]
    return fitted(line(*spans), columns)


def _keys(view: View, columns: int) -> Line:
    if not view.keys:
        return fitted(line((" no keys here; Ctrl-C leaves", QUIET)), columns)
    now = {
        "pause": "go on" if view.state == "paused" else "pause",
        "mute": "unmute" if view.manner.muted else "mute",
        "voice": "no voice" if view.manner.voiced else "voice",
    }
    shown: Line = ()
    for key, act in KEYS:
        longer = (*shown, *line((f" {key} ", "bold"), (f"{now.get(act, act)}  ", QUIET)))
        shown = longer if width(longer) <= columns else shown
    return fitted(shown, columns)


def _help() -> list[Line]:
    return [line(("Keys", "bold")), (), *(line((f"{key:8}", "bold"), act) for key, act in HELP)]
