"""A session on the smallest screens: without a face, down to the digits alone."""

from __future__ import annotations

from dataclasses import replace

from facecoach.knowledge.anatomy import PRESSURES
from facecoach.knowledge.colours import written
from facecoach.screen.lettering import lettered
from facecoach.screen.live.ahead import coming
from facecoach.screen.live.help import brief
from facecoach.screen.live.ladder import Room
from facecoach.screen.live.parts import (
    SHORTER,
    chip,
    colour_of,
    digit_room,
    digit_style,
    digits,
    gauge,
    mark,
    word_chip,
)
from facecoach.screen.live.view import View
from facecoach.screen.spans import QUIET, WARM, Line, cells, fitted, line, padded, wrapped

WIDE_CHIP = 16


def low(view: View, columns: int, rows: int) -> list[Line]:
    """Return the lines below title and bar where there is no room for a face: digits, state beside them, cue, next."""
    text = _text(view, columns)
    size = _size(view, columns, rows - 1 - len(text))
    if not size:
        words = (*line((f"{view.digits} ", digit_style(view))), *word_chip(view))
        body = [words, *text]
    else:
        body = [*_counted(view, columns, size), *text]
    filled = [fitted(one, columns) for one in [*body, *[()] * rows][: rows - 1]]
    return [*filled, *coming(view, Room(0, 0, columns, 1), letters=False)]


def _size(view: View, columns: int, most: int) -> int:
    """Return how high the digits are: as high as there is room for, and for the state's letters beside them; or 0."""
    sizes = [one for one in (7, 5) if one <= most]
    lettered_too = (
        one for one in sizes if not view.word or len(_stated(view, columns - digit_room(view, one) - 2)) > 1
    )
    return next(lettered_too, next(iter(sizes), 0))


def _counted(view: View, columns: int, size: int) -> list[Line]:
    wide = digit_room(view, size) + 2
    beside = [*_stated(view, columns - wide), _facts(view), ()]
    rows = [line((row, digit_style(view))) for row in digits(view, size)]
    beside = [*beside, *[()] * size][:size]
    return [(*padded(row, wide), *fitted(one, columns - wide)) for row, one in zip(rows, beside, strict=True)]


def _stated(view: View, room: int) -> list[Line]:
    if not view.word:
        return [gauge(view, room)]
    return chip(view, room, 3) if room >= WIDE_CHIP else [word_chip(view)]


def _facts(view: View) -> Line:
    """Return side, repetitions and pressure in one line."""
    rep, reps = view.pips
    arrow = {"left": "◀ LEFT  ", "right": "RIGHT ▶  ", "": ""}[view.side]
    count = f"{rep} of {reps}  " if reps else ""
    firm = "●" * view.pressure + "○" * (len(PRESSURES) - view.pressure) if view.pressure else ""
    return line((arrow, f"bold {written(colour_of(view.zone))}"), (count, "bold"), (firm, QUIET))


def _text(view: View, columns: int) -> list[Line]:
    if view.closing:
        return brief(columns)
    if said := view.told or view.caution:
        return wrapped(line((said, f"bold {WARM}")), columns)
    return [*([line((view.into, WARM))] if view.into else []), *wrapped(line((view.cue, "bold")), columns)]


def tiny(view: View, columns: int, rows: int) -> list[Line]:
    """Return a session on a screen of any size: the digits as large as they can be, then a word for the state."""
    drawn = lettered(view.digits, 5) if rows >= 5 and columns >= digit_room(view, 5) + 8 else None
    if not drawn:
        return [fitted(one, columns) for one in [_word(view, columns), *_told(view, columns)][:rows]]
    wide = digit_room(view, 5) + 1
    room = columns - wide
    zone = line(mark(view.zone), view.label if cells(view.label) + 3 <= room else "")
    notes = [_named(view, room), _brief(view), zone, _follows(view), gauge(view, room)]
    if view.closing:
        notes = [*brief(room), *[()] * 5][:5]
    return [
        (*line((row.rjust(wide - 1), digit_style(view)), " "), *fitted(note, room))
        for row, note in zip(drawn, notes, strict=False)
    ] + [fitted(one, columns) for one in _told(view, columns)[: rows - 5]]


def _named(view: View, room: int) -> Line:
    own = colour_of(view.zone)
    if not view.word:
        return line((view.step.removeprefix("step "), f"bold {written(own)}"))
    word = SHORTER.get(view.word, view.word)
    return word_chip(replace(view, word=word)) if len(word) + 2 <= room else line((word, "bold"))


def _brief(view: View) -> Line:
    """Return side and repetition in a few cells."""
    rep, reps = view.pips
    arrow = {"left": "◀ ", "right": "▶ ", "": ""}[view.side]
    return line((f"{arrow}{f'{rep}/{reps}' if reps else ''}", "bold"))


def _word(view: View, columns: int) -> Line:
    told = view.word.lower() or view.label
    return line(
        (view.digits, digit_style(view)),
        " ",
        (told, f"bold {written(colour_of(view.zone))}"),
        f" {view.side}"[:columns],
    )


def _follows(view: View) -> Line:
    return line("→", mark(view.ahead.zone), f"{view.ahead.seconds:.0f} s") if view.ahead else line("→ done")


def _told(view: View, columns: int) -> list[Line]:
    """Return the words of a small screen; where they do not fit, those of this second's part of them."""
    return _text(view, columns) or [()]
