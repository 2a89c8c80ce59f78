"""The README's picture, made by the program itself: `python tests/picture.py docs/session.svg`."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pyte

from facecoach.screen.live.surface import LEAVE
from facecoach.session.command import Command
from world import Coach

COLUMNS, ROWS = 100, 30
MOMENT = 82.5  # seconds: twenty of cautions, five of lead-in, forty of kneading, and the masseter is under way
WIDE, HIGH, PAD = 10, 20, 20  # a cell, and the rim around the screen
INK, PAPER, RIM = "d7dce4", "0e1118", "2a303c"
FONTS = "ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace"
# Lines between cells: where in a cell they begin, how they run, and how thick they are.
LINES = {
    "─": (0, 10, "h{}", 1.5), "━": (0, 10, "h{}", 3.5), "╸": (0, 10, "h5", 3.5), "│": (5, 0, "v20", 1.5),
    "╭": (10, 10, "q-5 0-5 10", 1.5), "╮": (0, 10, "q5 0 5 10", 1.5),
    "╰": (5, 0, "q0 10 5 10", 1.5), "╯": (5, 0, "q0 10-5 10", 1.5),
}  # fmt: skip
QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
DRAWN = {*LINES, *QUARTERS, "▁"}


class Run(NamedTuple):
    """Cells of one row that look alike: from a column on, what is written in them, and how."""

    column: int
    words: str
    colour: str
    bold: bool = False


def session(home: Path) -> pyte.Screen:
    """Return the screen of a running session, as it stands just before it is left."""
    keys = [(MOMENT, Command.INTERRUPT)]
    out = Coach(home)("run", "morning", "--from", "3", "--no-log", keys=keys, terminal=(COLUMNS, ROWS)).out
    screen = pyte.Screen(COLUMNS, ROWS)
    # Pyte has no dim text, so its codes are turned into those of italics, which the program never uses.
    shown = re.sub(r"\x1b\[(1;)?2((?:;[\d;]*)?m)", "\x1b[\\g<1>3\\2", out[: out.rindex(LEAVE)])
    pyte.Stream(screen).feed(re.sub(r"\x1b\[\?2026[hl]", "", shown))
    return screen


def svg(screen: pyte.Screen) -> str:
    """Return a screen as an SVG drawing that loads nothing from elsewhere."""
    width, height = COLUMNS * WIDE + 2 * PAD, ROWS * HIGH + 2 * PAD
    style = f'font-family="{FONTS}" font-size="16.6"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {style}>',
            "<title>A session at the jaw, as facecoach shows it in a terminal</title>",
            f'<rect width="{width}" height="{height}" rx="14" fill="#{PAPER}" stroke="#{RIM}"/>',
            f'<g transform="translate({PAD} {PAD})">',
            *areas(screen),
            *lines(screen),
            *texts(screen),
            "</g>",
            "</svg>\n",
        )
    )


def areas(screen: pyte.Screen) -> Iterator[str]:
    """Yield what is filled, a path for each colour: half blocks, backgrounds, and the low blocks of the bar."""
    found: dict[str, list[str]] = {}
    for number in range(ROWS):
        row = cells(screen, number)
        for run in alike(row, low):
            width = len(run.words) * WIDE
            found.setdefault(run.colour, []).append(f"M{run.column * WIDE} {number * HIGH + 17}h{width}v3h-{width}z")
        for half in (0, 1):
            at = 0
            for colour, same in groupby(quarter(cell, half, side) for cell in row for side in (0, 1)):
                width = len(list(same)) * WIDE // 2
                if colour:
                    box = f"M{at} {number * HIGH + half * HIGH // 2}h{width}v{HIGH // 2}h-{width}z"
                    found.setdefault(colour, []).append(box)
                at += width
    for colour, boxes in found.items():
        yield f'<path shape-rendering="crispEdges" fill="#{colour}" d="{"".join(boxes)}"/>'


def lines(screen: pyte.Screen) -> Iterator[str]:
    """Yield the lines, a path for each colour and thickness."""
    found: dict[tuple[str, float], list[str]] = {}
    for number in range(ROWS):
        for run in alike(cells(screen, number), lambda cell: f"{ink(cell)} {cell.data}" if cell.data in LINES else ""):
            colour, char = run.colour.split()
            dx, dy, way, thick = LINES[char]
            step = f"M{run.column * WIDE + dx} {number * HIGH + dy}{way.format(len(run.words) * WIDE)}"
            found.setdefault((colour, thick), []).append(step)
    for (colour, thick), steps in found.items():
        yield f'<path fill="none" stroke="#{colour}" stroke-width="{thick}" d="{"".join(steps)}"/>'


def texts(screen: pyte.Screen) -> Iterator[str]:
    """Yield the words, a text for each stretch of one style, exactly as wide as its cells."""
    for number in range(ROWS):
        for run in words(cells(screen, number)):
            place = f'x="{run.column * WIDE}" y="{number * HIGH + 15}" textLength="{len(run.words) * WIDE}"'
            weight = ' font-weight="bold"' if run.bold else ""
            yield f'<text {place} fill="#{run.colour}"{weight}>{escape(run.words, quote=False)}</text>'


def words(row: list[Any]) -> Iterator[Run]:
    """Yield the written stretches of a row, split where the style changes or two blanks meet."""
    line = "".join(" " if cell.data in DRAWN else cell.data for cell in row)
    for match in re.finditer(r"\S+(?: \S+)*", line):
        column = match.start()
        for (colour, bold), same in groupby(row[match.start() : match.end()], lambda cell: (ink(cell), cell.bold)):
            part = "".join(cell.data for cell in same)
            if part.strip():
                yield Run(column + len(part) - len(part.lstrip()), part.strip(), colour, bold)
            column += len(part)


def cells(screen: pyte.Screen, number: int) -> list[Any]:
    """Return the characters of a row, with their colours."""
    return [screen.buffer[number][column] for column in range(COLUMNS)]


def alike(row: list[Any], colour_of: Callable[[Any], str]) -> Iterator[Run]:
    """Yield the stretches of a row that are of one colour; what has none is clear."""
    column = 0
    for colour, same in groupby(row, colour_of):
        part = "".join(cell.data for cell in same)
        if colour:
            yield Run(column, part, colour)
        column += len(part)


def quarter(cell: Any, half: int, side: int) -> str:
    """Return the colour of a quarter of a cell: upper or lower half, left or right side, each 0 or 1."""
    drawn = QUARTERS.find(cell.data) if cell.data != " " else 0
    inked = drawn > 0 and drawn >> (2 * half + side) & 1
    return ink(cell) if inked else "" if cell.bg == "default" else str(cell.bg)


def low(cell: Any) -> str:
    """Return the colour of the low block at a cell's foot."""
    return ink(cell) if cell.data == "▁" else ""


def ink(cell: Any) -> str:
    """Return the colour of what is written in a cell; dim text is nearer to the background."""
    colour = INK if cell.fg == "default" else str(cell.fg)
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(PAPER), strict=True)
    return "".join(f"{(3 * one + 2 * other) // 5:02x}" for one, other in pairs) if cell.italics else colour


def main() -> None:
    """Write the picture."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    with TemporaryDirectory() as home:
        drawing = svg(session(Path(home)))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main()
