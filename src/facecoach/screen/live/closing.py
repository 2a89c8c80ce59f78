"""The picture at the end of a session: DONE, the zones that were worked, the minutes and the days."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.knowledge.anatomy import ZoneName
from facecoach.knowledge.colours import AMBER, DARK, DONE, written
from facecoach.screen.lettering import blocks, columns, drawn, lettered
from facecoach.screen.live.ladder import Room
from facecoach.screen.live.layout import Layout, Patch
from facecoach.screen.live.parts import mark
from facecoach.screen.spans import QUIET, Line, fitted, line, padded, spread, width, wrapped

LEAST_FACE = 12
SIDE = 46  # columns that words and figures need beside the face


@dataclass(frozen=True, slots=True)
class Closing:
    """What a session came to: its figures with their words, the zones worked, this week's days, and what is next.

    `asks` is whether it asks how tight it feels now.
    """

    minutes: int
    unit: str
    worked: str
    days: int
    run: str
    zones: tuple[ZoneName, ...]
    week: tuple[Line, ...]
    said: str
    seconds: int = 0
    asks: bool = False


def closed(one: Closing, columns: int, rows: int, *, draws: bool = True) -> Layout:
    """Lay the closing picture out on a screen of any size; the room of the face is for the zones that were worked."""
    face = _face(columns, rows) if draws else None
    x = face.columns + 3 if face else 1 if columns > 30 else 0
    room = max(1, columns - x - 1)
    body = _body(one, room, rows - 2, below=columns < 80)
    told = [fitted(each, room) for each in [*body, *[()] * rows][: max(1, rows - 2)]]
    patches: list[Patch] = [(x, 1 + index if rows > 6 else index, each) for index, each in enumerate(told)]
    return Layout((*patches, *_foot(one, columns, rows)), face)


def _face(columns: int, rows: int) -> Room | None:
    high = min(rows - 2, (columns - SIDE) // 2)
    return Room(0, (rows - 1 - high) // 2, 2 * high, high) if high >= LEAST_FACE else None


def _foot(one: Closing, columns: int, rows: int) -> list[Patch]:
    if rows < 3:
        return []
    alone = f" · by itself in {one.seconds} s" if one.seconds and columns >= 36 else ""
    keys, closes_so = ("Enter", " skips") if one.asks else ("any key", " closes")
    closes = line((keys, "bold"), (f"{closes_so}{alone}", QUIET))
    said = line((one.said, QUIET)) if columns >= 80 else ()
    return [(1, rows - 1, spread(closes, said, columns - 2) if said else fitted(closes, columns - 2))]


def _body(one: Closing, room: int, rows: int, *, below: bool) -> list[Line]:
    """Return the lines beside the face: what matters least is left out first."""
    size = next((size for size in (7, 5, 3) if columns("DONE", size) + 2 <= room and rows >= 3 * size), 0)
    chip = _chip(room, size) if size else [line((" DONE ", f"bold {written(DARK)} on {written(DONE)}"))]
    figures = [_figure((one.minutes, one.unit, one.worked), "bold", room, rows)]
    if one.days:
        days = (one.days, "DAY" if one.days == 1 else "DAYS", one.run)
        figures.append(_figure(days, f"bold {written(AMBER)}", room, rows))
    marks = [line(*(part for zone in one.zones for part in (mark(zone), " ")))] if one.zones else []
    said = wrapped(line((one.said, QUIET)), room) if below else []
    if one.asks:
        chip = [*chip, *([()] if rows >= 16 else []), _question(room)]
    blocks_of = [chip, *figures, [*one.week], marks, said]
    while sum(map(len, blocks_of)) + len(blocks_of) - 1 > rows and len(blocks_of) > 3:
        blocks_of.pop(-1)
    gap = [()] if sum(map(len, blocks_of)) + len(blocks_of) - 1 <= rows else []
    lines: list[Line] = []
    for block in filter(None, blocks_of):
        lines += [*(gap if lines else []), *block]
    return lines


def _question(room: int) -> Line:
    """Return the question how tight it feels now, as long as there is room for."""
    full = line(("How tight now?", f"bold {written(AMBER)}"), ("  0 to 9, 0 is not at all", ""))
    return full if width(full) <= room else line(("Tight now?", f"bold {written(AMBER)}"), (" 0 to 9", ""))


def _chip(room: int, size: int) -> list[Line]:
    pixels = drawn("DONE", size) or ()
    edge = (" " * len(pixels[0]),)
    style = f"bold {written(DARK)} on {written(DONE)}"
    return [
        line((f" {row} ".ljust(room), style)) for row in blocks((*edge, *pixels, *edge))
    ]  # fmt: skip


def _figure(figure: tuple[int, str, str], style: str, room: int, rows: int) -> list[Line]:
    """Return a number in letters with its unit and a word on it, or all of it in words where there is no room."""
    number, unit, told = figure
    large, small = lettered(str(number), 5), lettered(unit, 3)
    if rows < 16 or not large or not small or columns(str(number), 5) + columns(unit, 3) + 2 > room:
        return [line((f"{number} {unit.lower()}", style), (f"  {told}", QUIET))]
    beside = [line(), *(line((row, style)) for row in small), line((told, QUIET))]
    wide = columns(str(number), 5) + 2
    return [(*padded(line((row, style)), wide), *note) for row, note in zip(large, beside, strict=True)]
