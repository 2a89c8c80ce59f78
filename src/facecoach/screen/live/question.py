"""The question before a session, how tight it feels, on a screen of any size."""

from __future__ import annotations

from facecoach.knowledge.colours import AMBER, DARK, written
from facecoach.screen.lettering import columns as letters_wide
from facecoach.screen.lettering import lettered
from facecoach.screen.live.layout import Layout
from facecoach.screen.spans import QUIET, Line, fitted, line, spread

LOUD = f"bold {written(AMBER)}"
SCALE = "0  1  2  3  4  5  6  7  8  9"
LARGE = "HOW TIGHT?"
ENDS = ("not at all", "very")


def asked(name: str, seconds: int, columns: int, rows: int) -> Layout:
    """Lay out the question for the session of a routine; without an answer it goes on in so many seconds."""
    alone = f" · by itself in {seconds} s" if columns >= 44 else ""
    keys = line(("0 to 9", "bold"), (" answers  ", QUIET), ("Enter", "bold"), (f" skips{alone}", QUIET))
    leaves = line(("q leaves", QUIET)) if columns >= 64 else ()
    short = line(("Enter", "bold"), (" skips", QUIET))
    foot = spread(keys, leaves, columns) if columns >= 36 else short
    body = _body(name, columns, rows - 1)
    lines = [*body, *[()] * rows][: max(1, rows - 1)]
    patches = [*lines, foot] if rows > 1 else lines
    return Layout(tuple((0, y, fitted(one, columns)) for y, one in enumerate(patches)))


def _body(name: str, columns: int, rows: int) -> list[Line]:
    """Return the question, in letters where there is room, the scale, and above it whose session it is."""
    size = next((size for size in (7, 5) if letters_wide(LARGE, size) < columns and rows >= 2 * size + 6), 0)
    question: list[Line] = [line(("How tight does it feel?", LOUD))]
    large = lettered(LARGE, size) if size else None
    if large:
        question = [line((row, LOUD)) for row in large]
    head = [line((f" {name} ", f"bold {written(DARK)} on {written(AMBER)}"))]
    wide = len(SCALE) <= columns
    scale = [line((SCALE, "bold")), _ends(columns)] if wide else [line(("0 not at all, 9 very", QUIET))]
    roomy = rows >= len(question) + 6
    gap: list[Line] = [()] if roomy else []
    return [*(head if rows >= 4 else []), *gap, *question, *gap, *scale]


def _ends(columns: int) -> Line:
    first, last = ENDS
    return line((f"{first}{last:>{len(SCALE) - len(first)}}"[:columns], QUIET))
