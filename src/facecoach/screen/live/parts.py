"""The pieces of a session's panel, each as lines: its state as a chip, its digits, its repetitions, how firmly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facecoach.knowledge.anatomy import PRESSURES, ZoneName
from facecoach.knowledge.colours import AMBER, DARK, DONE, SLATE, ZONE_TINTS, Colour, mix, written
from facecoach.screen.lettering import GAPS, SPACES, Pixels, arrow, blocks, columns, drawn, lettered
from facecoach.screen.live.view import View
from facecoach.screen.spans import QUIET, Line, bar, fitted, line, width

WHITE: Colour = (238, 238, 238)
GREY: Colour = (175, 175, 175)
SHORTER = {"GET READY": "READY", "BREATHE IN": "IN", "BREATHE OUT": "OUT", "LEFT SIDE": "LEFT", "RIGHT SIDE": "RIGHT"}
Inks = tuple[Colour | None, Colour]  # what a chip is filled with, and its letters

_EMPTY = (" ", "")


def colour_of(zone: ZoneName) -> Colour:
    """Return the colour of a zone."""
    return ZONE_TINTS[zone].colour


def mark(zone: ZoneName, *, bright: bool = True) -> tuple[str, str]:
    """Return a zone's mark, as three cells on its colour."""
    colour = colour_of(zone)
    return f" {ZONE_TINTS[zone].mark} ", _on(DARK, colour) if bright else _on(
        colour, mix(colour, DARK, 0.7), bold=False
    )


def chip(view: View, room: int, rows: int) -> list[Line]:
    """Return the state in letters of `rows` on a block of its colour; nothing for a move without a state."""
    if not view.word:
        return []
    fill, ink = _inks(view)
    for size in (rows, 3):
        for word, shown, named in _ways(view):
            if (found := _chip(word, shown, room, size, named=named)) is not None:
                stripes = view.state == "ready" and fill is not None
                return _filled(found, room, fill, ink, stripes=stripes)
    return [fitted(word_chip(view), room)]


def word_chip(view: View) -> Line:
    """Return the state as a word on its colour."""
    fill, ink = _inks(view)
    style = _on(ink, fill) if fill else f"bold {written(ink)}"
    return line((f" {view.word} ", style)) if view.word else ()


def _ways(view: View) -> Iterator[tuple[str, str, bool]]:
    """Yield the state's word, a side to point to and whether to name it: the fullest way to say it first."""
    side = "" if view.state in ("asking", "ready") else view.side
    said = bool(side) and side.upper() in view.word
    for word in dict.fromkeys((view.word, SHORTER.get(view.word, view.word))):
        if side and not said:
            yield word, side, True
        if side:
            yield word, side, False
        yield word, "", False


def _inks(view: View) -> Inks:
    own = colour_of(view.zone)
    return {
        "ready": (AMBER, DARK),
        "hold": (own, DARK),
        "running": (own, DARK),
        "release": (None, own),
        "in": (own, DARK),
        "out": (mix(own, DARK, 0.75), own),
        "count": (mix(own, DARK, 0.75), own),
        "switch": (WHITE, DARK),
        "paused": (GREY, DARK),
        "asking": (AMBER, DARK),
    }.get(view.state, (DONE, DARK))


def _chip(word: str, side: str, room: int, rows: int, *, named: bool) -> Pixels | None:
    """Return a word at the left and a side at the right as pixels, None where they do not fit."""
    left = drawn(word, rows)
    right = _sided(side, rows, named=named) if side else ("",) * (2 * rows)
    if left is None or right is None:
        return None
    free = 2 * room - 2 - len(left[0]) - len(right[0])
    if free < (2 * SPACES[rows] if side else 0):
        return None
    rim = " " * min(2, 1 + free // 2)
    free -= 2 * (len(rim) - 1)
    return tuple(f"{rim}{one}{' ' * free}{two}{rim}" for one, two in zip(left, right, strict=True))


def _sided(side: str, rows: int, *, named: bool) -> Pixels | None:
    """Return a side as an arrow, with its name where `named`; None for letters that have no arrow of their size."""
    point = arrow(side) if rows == 5 else _small_arrow(side, rows)
    if not named:
        return point
    word = drawn(side, rows)
    if word is None:
        return None
    pair = (word, point) if side == "right" else (point, word)
    return tuple((" " * 2 * GAPS[rows]).join(both) for both in zip(*pair, strict=True))


def _small_arrow(side: str, rows: int) -> Pixels:
    """Return an arrow as high as letters of 3 or of 7 rows are."""
    reach = [min(row, 2 * rows - 1 - row) + 1 for row in range(2 * rows)]
    wide = max(reach)
    return tuple(("#" * long).ljust(wide) if side == "right" else ("#" * long).rjust(wide) for long in reach)


def _filled(pixels: Pixels, room: int, fill: Colour | None, ink: Colour, *, stripes: bool) -> list[Line]:
    """Return pixels as lines on a block of colour that stands half a row out above and below."""
    edge = (" " * len(pixels[0]),)
    style = _on(ink, fill) if fill else f"bold {written(ink)}"
    lines = [line((row, style)) for row in blocks((*edge, *pixels, *edge))]
    used = max(len(row.rstrip()) for row in pixels) // 2 + 2
    if not stripes or fill is None or room - used < 6:
        return [fitted(one, room) for one in lines]
    hazard = _on(mix(fill, DARK, 0.3), fill)
    return [
        line((one[0][0][:used], style), ("".join(_slant(at, row) for at in range(room - used)), hazard))
        for row, one in enumerate(lines)
    ]


def _slant(column: int, row: int) -> str:
    """Return a cell of a stripe that rises to the right, three cells wide and three apart."""
    place = (column + row) % 6
    return "▟" if place == 0 else "▛" if place == 3 else "█" if place < 3 else " "


def title(view: View, room: int, rows: int) -> list[Line]:
    """Return the step's title in letters of `rows`, or in smaller ones, or in words, as the room is."""
    colour = colour_of(view.zone)
    style = f"bold {written(mix(colour, DARK, 0.5) if view.state == 'paused' else colour)}"
    for size in [size for size in (7, 5, 3) if size <= rows]:
        if columns(view.title, size) <= room and (found := lettered(view.title, size)):
            above = (rows - size) // 2
            lines = [line((row, style)) for row in found]
            return [fitted(one, room) for one in [*[()] * above, *lines, *[()] * (rows - size - above)]]
    own = line((view.title, style))
    if not (drawn_label := lettered(view.label, 3)) or columns(view.label, 3) + width(own) + 3 > room:
        return [fitted(one, room) for one in [*[()] * (rows - 2), line(mark(view.zone), " ", *own), ()]]
    lines = [line((row, style)) for row in drawn_label]
    lines[-1] = (*lines[-1], ("   ", ""), *own)
    return [fitted(one, room) for one in [*[()] * (rows - 3), *lines]]


def digits(view: View, rows: int) -> list[str]:
    """Return the digits in `rows`, at the right of the room that this move's longest number takes."""
    found = lettered(view.digits, rows)
    wide = digit_room(view, rows)
    return [row.rjust(wide) for row in found] if found else [view.digits.rjust(wide)]


def digit_room(view: View, rows: int) -> int:
    """Return how many cells wide the digits of this move are at most."""
    widest = {1: "0", 2: "00", 3: "000"}.get(view.field, "0:00" if view.field == 4 else "00:00")
    return max(columns(widest, rows), columns(view.digits, rows))


def digit_style(view: View) -> str:
    """Return the style of the digits: what state it is can be told from them alone."""
    own = written(colour_of(view.zone))
    if view.last:
        return f"bold {written(AMBER)}"
    grey = written((140, 140, 140))
    return {"ready": f"bold {written(AMBER)}", "release": grey, "paused": grey, "count": f"bold {own}"}.get(
        view.state, "bold"
    )


def gauge(view: View, room: int) -> Line:
    """Return how far the move is."""
    return bar(view.move_share, room, written(colour_of(view.zone)), written(SLATE))


def pips(view: View, room: int) -> list[Line]:
    """Return the repetitions as a row of blocks, and in words; nothing for a move without any."""
    rep, reps = view.pips
    if not reps:
        return []
    own = colour_of(view.zone)
    done, now, later = mix(own, DARK, 0.55), own if view.state != "paused" else mix(own, DARK, 0.5), SLATE
    styles = [written(done if at < rep else now if at == rep else later) for at in range(1, reps + 1)]
    wide = 3 if reps * 4 <= room else 2 if reps * 3 <= room else 1
    blocks_of = [("█" if at <= rep else "▁") * wide for at in range(1, reps + 1)]
    row = line(*(part for span in zip(blocks_of, styles, strict=True) for part in (span, " ")))
    row = row if reps * (wide + 1) <= room else ()
    turn, turns = view.turns
    told = f"{rep} of {reps}" + (f", set {turn} of {turns}" if turns > 1 else "")
    seconds = f" · {view.seconds} s" if view.state == "count" else ""
    return [*([row] if row else []), line((told, "bold"), (seconds, QUIET))]


def meter(view: View) -> list[Line]:
    """Return how firmly, as four bars that rise over two rows, with its word; nothing where it is not said."""
    if not view.pressure:
        return []
    own = written(mix(colour_of(view.zone), DARK, 0.5 if view.state == "paused" else 0.0))
    spans = [
        (own, over, under) if level <= view.pressure else (written(SLATE), " ", "▁▁")
        for level, (over, under) in enumerate((("", "▄▄"), ("", "██"), ("▄▄", "██"), ("██", "██")), 1)
    ]
    upper = [(over, style) for style, over, _ in spans]
    lower = [(under, style) for style, _, under in spans]
    word = (f" {PRESSURES[view.pressure - 1]}", "bold")
    return [line(*_spread(upper)), line(*_spread(lower), word)]


def _spread(bars: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return (part for text, style in bars for part in ((f"{text:2}", style), _EMPTY))


def _on(ink: Colour, fill: Colour, *, bold: bool = True) -> str:
    return f"{'bold ' if bold else ''}{written(ink)} on {written(fill)}"
