"""What is read before a routine's first session: whom it is not for, whole, on a screen of any size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facecoach.knowledge.colours import AMBER, DARK, written
from facecoach.screen.live.layout import Layout
from facecoach.screen.spans import QUIET, Line, fitted, line, spread, wrapped

WIDEST = 76


@dataclass(frozen=True, slots=True)
class Cautions:
    """A routine's name and the sentences of whom it is not for; the page that is read, and the seconds it stays."""

    name: str
    sentences: tuple[str, ...]
    page: int = 0
    seconds: int = 0


def read(one: Cautions, columns: int, rows: int) -> Layout:
    """Lay out a page of the cautions; what does not fit on it is on the pages behind it."""
    pages, page, seconds = paged(one.sentences, columns, rows), one.page, one.seconds
    shown = pages[min(page, len(pages) - 1)]
    head = [line((f" {one.name} ", f"bold {written(DARK)} on {written(AMBER)}")), line(("Not today if", "bold"))]
    head = head if rows >= 8 else head[1:]
    more = page + 1 < len(pages)
    alone = f" · by itself in {seconds} s" if columns >= 44 else ""
    going = f" reads on, {page + 1} of {len(pages)}" if more else f" begins{alone}"
    leaves = line(("q leaves", QUIET)) if columns >= 36 else ()
    foot = spread(line(("any key", "bold"), (going if columns >= 24 else "", QUIET)), leaves, columns)
    lines = [*head, *shown, *[()] * rows][: rows - 1]
    return Layout(tuple((0, y, fitted(one, columns)) for y, one in enumerate([*lines, foot])))


def paged(sentences: Sequence[str], columns: int, rows: int) -> list[list[Line]]:
    """Return the sentences as lines in pages; a sentence is kept together where a page can hold it."""
    room, height = min(columns, WIDEST), max(1, rows - (3 if rows >= 8 else 2))
    pages: list[list[Line]] = [[]]
    for sentence in sentences:
        lines = wrapped(line(("· ", f"bold {written(AMBER)}"), sentence), room, 2)
        if pages[-1] and len(pages[-1]) + len(lines) > height:
            pages.append([])
        pages[-1] += lines
    return [page[start : start + height] for page in pages for start in range(0, max(1, len(page)), height)]
