"""Words in letters three rows high, drawn with half blocks on a grid one cell wide and half a cell high."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

from facecoach.face.cells import Cell, Colour, Frame

HEIGHT = 3
_LETTERS = {
    " ": "././././.", "0": "###/#.#/#.#/#.#/###", "1": ".#/##/.#/.#/.#", "2": "##./..#/.#./#../###",
    "3": "##./..#/.#./..#/##.", "4": "#.#/#.#/###/..#/..#", "5": "###/#../##./..#/##.", "6": ".##/#../###/#.#/###",
    "7": "###/..#/.#./.#./.#.", "8": "###/#.#/###/#.#/###", "9": "###/#.#/###/..#/##.", "A": ".#./#.#/###/#.#/#.#",
    "B": "##./#.#/##./#.#/##.", "C": ".##/#../#../#../.##", "D": "##./#.#/#.#/#.#/##.", "E": "###/#../##./#../###",
    "F": "###/#../##./#../#..", "G": ".###/#.../#.##/#..#/.###", "H": "#.#/#.#/###/#.#/#.#", "I": "#/#/#/#/#",
    "J": "..#/..#/..#/#.#/.#.", "K": "#.#/#.#/##./#.#/#.#", "L": "#../#../#../#../###",
    "M": "#...#/##.##/#.#.#/#...#/#...#", "N": "#..#/##.#/#.##/#..#/#..#", "O": ".#./#.#/#.#/#.#/.#.",
    "P": "##./#.#/##./#../#..", "Q": ".##./#..#/#..#/#.#./.#.#", "R": "##./#.#/##./#.#/#.#",
    "S": ".##/#../.#./..#/##.", "T": "###/.#./.#./.#./.#.", "U": "#.#/#.#/#.#/#.#/###", "V": "#.#/#.#/#.#/#.#/.#.",
    "W": "#...#/#.#.#/#.#.#/#.#.#/.#.#.", "X": "#.#/#.#/.#./#.#/#.#", "Y": "#.#/#.#/.#./.#./.#.",
    "Z": "###/..#/.#./#../###", ":": "./#/./#/.", ",": "../../../.#/#.", ".": "././././#", "-": "../../##/../..",
    "'": "#/#/././.", "?": "##./..#/.#./.../.#.", "&": ".#../#.#./.#../#.#./.#.#", "(": ".#/#./#./#./.#",
    ")": "#./.#/.#/.#/#.",
}  # fmt: skip
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def lettered(text: str) -> list[str]:
    """Return a text as three rows of blocks, all of one width; empty where a letter has no shape here."""
    grid = _grid(text)
    if not grid:
        return []
    rows = [(False,) * len(grid[0]), *grid]
    return ["".join(_HALVES[pair] for pair in zip(*rows[row : row + 2], strict=True)) for row in (0, 2, 4)]


def broken(text: str, room: int, most: int) -> list[str]:
    """Return a text in at most `most` lines whose letters fit into `room` cells; empty where they do not."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and span(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines if len(lines) <= most and all(0 < span(one) <= room for one in lines) else []


def span(text: str) -> int:
    """Return how many cells the letters of a text are wide; 0 where one of them has no shape."""
    grid = _grid(text)
    return len(grid[0]) if grid else 0


def chip(text: str, ink: Colour, ground: Colour) -> Frame:
    """Return letters on a block of colour four rows high, the last of them half."""
    grid = [tuple(ink if on else ground for on in (False, *row, False)) for row in _grid(text)]
    edge = (ground,) * len(grid[0])
    rows: list[Sequence[Colour]] = [edge, *grid, edge, (None,) * len(edge)]
    return tuple(tuple(map(_cell, rows[row], rows[row + 1])) for row in range(0, len(rows), 2))


def _grid(text: str) -> list[tuple[bool, ...]]:
    """Return the five rows of a text's letters; empty where there is none, or one has no shape."""
    plain = "".join(char for char in normalize("NFKD", text.upper()) if not combining(char))
    shapes = [_LETTERS.get(char, "").split("/") for char in plain]
    if not shapes or any(len(shape) < 5 for shape in shapes):
        return []
    rows = (".".join(shape[row] for shape in shapes) for row in range(5))
    return [tuple(char == "#" for char in row) for row in rows]


def _cell(top: Colour, bottom: Colour) -> Cell:
    return (" ", None, top) if top == bottom else ("▀", top, bottom)
