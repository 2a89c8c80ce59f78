"""The column beside the face: state, digits, repetitions, cue and how firmly, each as large as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facecoach.screen.lettering import SIZES, columns, lettered
from facecoach.screen.live.ladder import Plan
from facecoach.screen.live.parts import chip, digit_room, digit_style, digits, gauge, meter, pips, word_chip
from facecoach.screen.live.view import View
from facecoach.screen.spans import QUIET, WARM, Line, cut, fitted, line, padded, width, wrapped

WIDEST_CUE = 46  # columns that an eye can follow back to their beginning
LEAST_BESIDE = 15  # columns beside the digits in which repetitions and pressure stand
METER = 12  # columns of the bars that show a pressure
LARGE_CUE = 66  # columns from which a cue stands in letters


@dataclass(frozen=True, slots=True)
class Fit:
    """How large state and digits are, in rows, 0 for words; and whether the cue stands beside a caution."""

    chip: int
    digits: int
    cued: bool = True


def column(view: View, plan: Plan) -> list[Line]:
    """Return the lines of the column, exactly as many and as wide as its room."""
    room, rows = plan.column.columns, plan.column.rows
    fit = next((one for one in _fits(view, plan) if _height(view, one, room) <= rows), Fit(0, 0, cued=False))
    lines = _spaced(view, fit, room, rows)
    return [fitted(one, room) for one in [*lines, *[()] * rows][:rows]]


def _fits(view: View, plan: Plan) -> Iterator[Fit]:
    """Yield what would be shown, the best first: the state may shrink before the digits do, words come last."""
    sizes = [size for size in reversed(SIZES) if 5 <= size <= plan.rung.digits]
    chips = list(dict.fromkeys((plan.rung.chip, 3)))
    for cued in (True, False) if view.caution else (True,):
        for chip_rows in chips:
            for size in sizes:
                if digit_room(view, size) <= plan.column.columns:
                    yield Fit(chip_rows, size, cued)
    for cued in (True, False):
        yield from (Fit(0, 5, cued), Fit(0, 0, cued))


def _height(view: View, fit: Fit, room: int) -> int:
    return sum(map(len, (_state(view, fit, room), _count(view, fit, room), _words(view, fit, room))))


def _spaced(view: View, fit: Fit, room: int, rows: int) -> list[Line]:
    """Return the column's lines with what is left of its height between them, and below them what has room."""
    state, count, words = _state(view, fit, room), _count(view, fit, room), _words(view, fit, room)
    free = rows - _height(view, fit, room)
    large = _large(view, room, free + len(words) - 2) if fit.cued and not view.told and not view.caution else []
    free -= len(large) - len(words) if large else 0
    words = large or words
    extra = [] if _beside(view, fit, room) else _how(view, room)
    gaps = [0, 0, 0]
    for place, least in ((0, 1), (2, 2), (1, 6)):
        if free >= least:
            gaps[place], free = 1, free - 1
    below = [(), *extra] if extra and free > len(extra) else []
    lines = [*[gauge(view, room)] * gaps[0], *[()] * gaps[1]]
    ordered = [*state, *lines, *count] if state else [*count, *lines]
    return [*ordered, *[()] * gaps[2], *words, *below]


def _state(view: View, fit: Fit, room: int) -> list[Line]:
    if not view.word:
        return []
    return chip(view, room, fit.chip) if fit.chip else [word_chip(view)]


def _count(view: View, fit: Fit, room: int) -> list[Line]:
    """Return the digits, with repetitions and pressure beside them where there is room, else below."""
    style = digit_style(view)
    if not fit.digits:
        return [line((view.digits, style)), *pips(view, room)[-1:]]
    rows = [line((row, style)) for row in digits(view, fit.digits)]
    if not _beside(view, fit, room):
        return [*rows, *pips(view, room)]
    wide = digit_room(view, fit.digits) + 3
    notes = _notes(view, room - wide, fit.digits)
    return [(*padded(row, wide), *note) for row, note in zip(rows, notes, strict=True)]


def _beside(view: View, fit: Fit, room: int) -> bool:
    return fit.digits >= 5 and room - digit_room(view, max(5, fit.digits)) - 3 >= LEAST_BESIDE


def _notes(view: View, room: int, rows: int) -> list[Line]:
    """Return what stands beside the digits: repetitions at the top, how and how firmly at the bottom."""
    upper, lower = pips(view, room), [cut(one, room, "") for one in meter(view)]
    if lower and width(meter(view)[1]) > room:
        lower = [cut(one, METER, "") for one in lower]
    how = [part for one in view.how for part in wrapped(line((one, QUIET)), room)]
    if lower and len(upper) + len(lower) > rows:
        lower = []
    spare = rows - len(upper) - len(lower) - (1 if upper else 0)
    how = [*how, ()] if how and lower and len(how) + 1 <= spare else how if len(how) <= spare else []
    middle = rows - len(upper) - len(how) - len(lower)
    return [*upper, *[()] * middle, *how, *lower]


def _how(view: View, room: int) -> list[Line]:
    """Return pressure and hands where they stand below the cue, in two rows."""
    return [*meter(view), *(part for one in view.how for part in wrapped(line((one, QUIET)), room))]


def _words(view: View, fit: Fit, room: int) -> list[Line]:
    wide = min(room, WIDEST_CUE)
    if view.told:
        return [*wrapped(line((view.told, f"bold {WARM}")), wide)]
    cue = wrapped(line((view.cue, "bold" if view.state != "paused" else QUIET)), wide) if fit.cued else []
    caution = wrapped(line((view.caution, WARM)), room) if view.caution else []
    into = [line((view.into, WARM))] if view.into else []
    return [*into, *cue, *caution]


def _large(view: View, room: int, rows: int) -> list[Line]:
    """Return the cue in letters of three rows, where the column is wide and high enough; else nothing."""
    if room < LARGE_CUE:
        return []
    broken = list(_broken(view.cue.split(), room))
    found = [lettered(" ".join(words), 3) for words in broken]
    if len(found) * 4 > rows or any(one is None for one in found):
        return []
    style = "bold" if view.state != "paused" else QUIET
    return [line((row, style)) for one in found if one for row in (*one, "")]


def _broken(words: Sequence[str], room: int) -> Iterator[list[str]]:
    """Yield words in lines that fit the room in letters of three rows."""
    current: list[str] = []
    for word in words:
        if current and columns(" ".join((*current, word)), 3) > room:
            yield current
            current = []
        current.append(word)
    if current:
        yield current
