"""A view laid out on a screen of any size: what matters least goes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from facecoach.knowledge.anatomy import PRESSURES
from facecoach.screen.live.view import View
from facecoach.screen.theme import QUIET, WARM, big, fitted, gauge, meter, spread, wrapped, zone_colour

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
Patch = tuple[int, int, Text]


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


def compose(view: View, columns: int, rows: int, console: Console, *, draws: bool = True) -> Layout:
    """Lay a view out on `columns` by `rows` cells; every patch fills its place, so that nothing old shines through.

    Where nothing is drawn, words stand in the room of the face.
    """
    if columns >= 36 and rows >= 11:
        return _panel(view, columns, rows, console, draws=draws)
    return Layout(tuple((0, y, line) for y, line in enumerate(_stack(view, columns, rows, console))))


def _panel(view: View, columns: int, rows: int, console: Console, *, draws: bool) -> Layout:
    height, colour = rows - 6, zone_colour(view.zone)
    face, x, y = _rooms(columns, height, draws=draws)
    width, room = columns - x - 2, height - y + 2
    column = _wide(view, width, room, console) if x > 2 else _narrow(view, width, room, console)
    patches = [(0, 0, _header(view, columns)), (0, 1, _top(view, columns, colour))]
    for row in range(2, rows - 4):
        patches += [(0, row, Text("│", style=colour)), (columns - 1, row, Text("│", style=colour))]
    patches += [(x, y + index, line) for index, line in enumerate(column)]
    if face and not draws:
        patches += [(face.x, face.y + row, line) for row, line in enumerate(_words(view, face, console))]
    patches += [
        (0, rows - 4, Text(f"╰{'─' * (columns - 2)}╯", style=colour)),
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


def _words(view: View, room: Room, console: Console) -> list[Text]:
    """Return the zone in words: its name, its muscles and what they do."""
    lines = [Text(view.label, style=f"bold {zone_colour(view.zone)}"), Text()]
    lines += wrapped(view.muscles, room.columns, 3, console)
    lines += wrapped(view.does, room.columns, 4, console, QUIET)
    above = max(0, (room.rows - len(lines)) // 2)
    return _filled([Text()] * above + lines, room.columns, room.rows)


def _header(view: View, columns: int) -> Text:
    return spread(Text(f" {view.routine}", style="bold"), Text(f"{view.step} · {view.left} ", style=QUIET), columns)


def _top(view: View, columns: int, colour: str) -> Text:
    title = Text(f" {view.label}", style=f"bold {colour}")
    if view.muscles and columns >= 50:
        title += Text(f" · {view.muscles}", style=colour)
    title.truncate(columns - 6, overflow="ellipsis")
    return Text("╭─", style=colour) + title + Text(f" {'─' * (columns - 4 - title.cell_len)}╮", style=colour)


def _wide(view: View, width: int, height: int, console: Console) -> list[Text]:
    if view.manner.helping:
        return _filled(_help(width), width, height)
    scale = 2 if height >= 30 and width >= 60 else 1
    cue = wrapped(view.cue, width, 5, console, "bold")
    most = [
        (6, [Text()]),
        (0, [fitted(view.title, width, "bold")]),
        (3, [Text()]),
        (0, _digits(view, width, scale)),
        (1, [gauge(view.move_share, width, zone_colour(view.zone))]),
        (3, [Text()]),
        (0, cue + [Text()] * (min(4, height // 5) - len(cue))),
        (4, [Text()]),
        (2, _how(view, width)),
        (5, [Text()]),
        (1, wrapped(view.notice, width, 3, console, WARM)),
    ]
    return _filled(_most_that_fit(most, height), width, height)


def _most_that_fit(blocks: Iterable[tuple[int, list[Text]]], height: int) -> list[Text]:
    """Return the lines of as many blocks as fit; of those that do not, the highest numbers go first."""
    kept = list(blocks)
    while sum(len(lines) for _, lines in kept) > height and (worst := max(kept, key=lambda block: block[0]))[0] > 0:
        kept.remove(worst)
    return [line for _, lines in kept for line in lines]


def _filled(lines: list[Text], width: int, height: int) -> list[Text]:
    return [fitted(line, width) for line in [*lines, *[Text()] * height][:height]]


def _digit_style(view: View) -> str:
    return {"paused": QUIET, "last": f"bold {WARM}", "ready": QUIET}.get(view.state, "bold")


def _digits(view: View, width: int, scale: int = 1) -> list[Text]:
    rows = big(view.digits, scale)
    beside = [Text()] * len(rows)
    beside[-1] = Text(view.counter, style="bold" if view.state == "paused" else "")
    return [
        fitted(Text(row, style=_digit_style(view)) + Text("   ") + note, width)
        for row, note in zip(rows, beside, strict=True)
    ]


def _how(view: View, width: int) -> list[Text]:
    lines = [fitted(line, width, QUIET) for line in view.how]
    if view.pressure:
        lines.append(fitted(meter(view.pressure, PRESSURES[view.pressure - 1]), width))
    return lines


def _narrow(view: View, width: int, height: int, console: Console) -> list[Text]:
    if view.manner.helping:
        return _filled(_help(width), width, height)
    digits = big(view.digits)
    left = max(16, len(digits[0])) if width >= 36 else len(digits[0])
    side = [Text(row, style=_digit_style(view)) for row in digits] + [Text(view.counter)]
    room = width - left - 2
    notice = "" if view.state == "ready" and height < 8 else view.notice
    words = wrapped(notice, room, 2, console, WARM) if notice else []
    how = [] if notice else _how(view, room)
    title = [fitted(view.title, room, "bold")] if view.title != view.label and height >= 7 else []
    cue = wrapped(view.cue, room, max(1, height - len(title) - len(words)), console)
    text = _most_that_fit([(0, title), (0, cue), (2, [Text()]), (1, how), (0, words)], height)
    body = [
        fitted(one, left) + Text("  ") + fitted(two, room)
        for one, two in zip(_filled(side, left, height - 1), _filled(text, room, height - 1), strict=True)
    ]
    return _filled([*body, gauge(view.move_share, width, zone_colour(view.zone))], width, height)


def _stack(view: View, columns: int, rows: int, console: Console) -> list[Text]:
    colour = zone_colour(view.zone)
    name = Text(view.counter or view.label, style=f"bold {colour}")
    if rows >= 9 and columns >= 16:
        head = [spread(Text(view.label, style=f"bold {colour}"), Text(view.counter), columns)]
        head += [Text(row, style=_digit_style(view)) for row in big(view.digits)]
    else:
        head = [Text(view.digits, style=_digit_style(view)) + Text("  ") + name]
    foot = [_bar(view, columns)] if rows >= 2 else []
    words = view.cue if view.state == "ready" else view.notice or view.cue
    cue = wrapped(words, columns, max(0, rows - len(head) - len(foot)), console)
    middle = _filled(cue, columns, max(0, rows - len(head) - len(foot)))
    return [fitted(line, columns) for line in [*head, *middle, *foot][:rows]]


def _ahead(view: View, columns: int) -> Text:
    zone, title, cue = view.ahead
    if not title:
        return fitted(Text(" Then: done", style=QUIET), columns)
    word, style = (" First: ", QUIET) if view.state == "ready" else (" Next: ", WARM if view.state == "last" else QUIET)
    line = Text(word, style=style) + Text(title, style=f"bold {zone_colour(zone)}") + Text(f"  {cue}", style=QUIET)
    return fitted(line, columns)


def _bar(view: View, columns: int) -> Text:
    """Return the whole routine as one bar in its zones' colours, bright as far as it is done."""
    total, width = sum(seconds for _, seconds in view.bar), columns
    text, start, reached = Text(), 0.0, int(view.share * columns)
    for zone, seconds in view.bar:
        first, last = round(start / total * width), round((start + seconds) / total * width)
        start += seconds
        done = min(max(reached - first, 0), last - first)
        text += Text("█" * done, style=zone_colour(zone))
        text += Text("▁" * (last - first - done), style=zone_colour(zone))
    return fitted(text, columns)


def _keys(view: View, columns: int) -> Text:
    if not view.keys:
        return fitted(Text(" no keys here; Ctrl-C leaves", style=QUIET), columns)
    now = {
        "pause": "go on" if view.state == "paused" else "pause",
        "mute": "unmute" if view.manner.muted else "mute",
        "voice": "no voice" if view.manner.voiced else "voice",
    }
    line = Text()
    for key, act in KEYS:
        part = Text(f" {key} ", style="bold") + Text(f"{now.get(act, act)}  ", style=QUIET)
        if line.cell_len + part.cell_len <= columns:
            line += part
    return fitted(line, columns)


def _help(width: int) -> list[Text]:
    lines = [fitted(Text("Keys", style="bold"), width), Text()]
    return lines + [fitted(Text(f"{key:8}", style="bold") + Text(act), width) for key, act in HELP]
