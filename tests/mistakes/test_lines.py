"""Mistakes made on purpose in lines of the bundled routines: each is found where it was made, and mended."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from facecoach.document import parse
from facecoach.folders import bundled
from facecoach.mistakes.fields import FIELDS, TEXTS, WHOLE
from facecoach.mistakes.mistake import quoted
from facecoach.mistakes.search import column_before
from facecoach.routine.exercise import Exercise
from facecoach.routine.model import Face, Move, Routine, Step


class Slip(NamedTuple):
    """A line with a mistake in it, and its column from 0."""

    line: str
    column: int


Slips = Callable[[str, random.Random], Slip | None]


def replacing(pattern: str, group: int, *signs: str) -> Slips:
    """Return what replaces a group of a pattern by one of some signs; the mistake is where the group began."""

    def slip(line: str, dice: random.Random) -> Slip | None:
        found = re.search(pattern, line)
        if not found:
            return None
        return Slip(line[: found.start(group)] + dice.choice(signs) + line[found.end(group) :], found.start(group))

    return slip


def shifted(line: str, dice: random.Random) -> Slip | None:
    """Begin a field in another column."""
    found = re.match(r" {4,}(?=[a-z_]+: )", line)
    start = found.end() + dice.choice((-3, -1, 1, 2)) if found else 0
    return Slip(" " * start + line[found.end() :], start) if found else None


def unspaced(line: str, dice: random.Random) -> Slip | None:
    """Take the space behind a colon away; the mistake is at the colon."""
    found = re.search(r"^ *(?:- )?\w+:( )(?=\w)|[{,] ?(?:title|zone|for|with):( )(?=\w)", line)
    at = max(found.start(1), found.start(2)) if found else 0
    return Slip(line[:at] + line[at + 1 :], at - 1) if found else None


TEXT = r"^ *(?:- )?(?:name|about|title|cue|note): "
SLIPS: dict[str, Slips] = {
    "space": unspaced,
    "dash": replacing(r"^ *(-) (?=\w+:|\{)", 1, "\N{EN DASH}", "\N{EM DASH}", "\N{BULLET}"),
    "colon": replacing(TEXT + r"\w.*?\w() \w", 1, ":"),
    "comma in brackets": replacing(r"\{.*cue: \w[^,}'\"]*?\w() \w", 1, ","),
    "colon in brackets": replacing(r"\{.*cue: \w[^,}'\"]*?\w() \w", 1, ":"),
    "number sign in brackets": replacing(r"\{.*cue: \w[^,}'\"]*?\w ()\w", 1, "#"),
    "quote": replacing(TEXT + r"()\w[^'\"]*$", 1, '"', "'"),
    "quote in brackets": replacing(r"\{.*(?:cue|title|with): ()\w", 1, '"', "'"),
    "first sign": replacing(TEXT + r"()\w", 1, "@", "! ", "!", "& ", "%", "`", "*"),
    "tab": replacing(r"^( {2,4})(?=\S)", 1, "\t"),
    "column": shifted,
}


def braced(text: str) -> str:
    """Return a routine with each step of one move, and each move, between brackets on a line."""
    data = yaml.safe_load(text)

    def line(value: object) -> str:
        return yaml.safe_dump(value, default_flow_style=True, width=9999, sort_keys=False, allow_unicode=True).strip()

    rows = [f"{key}: {line([value])[1:-1]}" for key, value in data.items() if key != "steps"] + ["steps:"]
    for step in data["steps"]:
        moves = step.pop("moves", None)
        rows += [f"  - {line(step)}"] if moves is None else [f"  - zone: {step['zone']}", "    moves:"]
        rows += [f"      - {line(move)}" for move in moves or ()]
    return "\n".join(rows)


WRITTEN = [path.read_text(encoding="utf-8") for path in sorted(bundled().glob("*.yaml"))]
FILES = [text.splitlines() for text in (*WRITTEN, *map(braced, WRITTEN))]


def _places(lines: list[str], kind: str) -> list[int]:
    """Return the rows that a mistake may be made in; a field set in below a text of several lines is part of it."""
    written = [row for row, line in enumerate(lines) if not line.lstrip().startswith("#")]
    return [row for row in written if kind != "column" or ":" in lines[row - 1]]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(FILES), st.sampled_from(sorted(SLIPS)), st.integers(0, 999), st.randoms(use_true_random=False))
def test_found_where_it_is(lines: list[str], kind: str, row: int, dice: random.Random) -> None:
    """A single mistake in a routine is the one finding, at its line and column."""
    found = {place: slip for place in _places(lines, kind) if (slip := SLIPS[kind](lines[place], dice))}
    slips = {place: slip for place, slip in found.items() if " #" not in lines[place][: slip.column]}  # no comment
    assume(slips)
    row, slip = list(slips.items())[row % len(slips)]
    read = parse("\n".join([*lines[:row], slip.line, *lines[row + 1 :]]).encode(), "x.yaml")
    assert [(one.line, one.column) for one in read.findings] == [(row + 1, slip.column + 1)]
    if kind in ("space", "dash", "tab", "column"):
        assert read.data == parse("\n".join(lines).encode(), "x.yaml").data


@pytest.mark.parametrize("lines", FILES)
def test_nothing_found_where_nothing_is(lines: list[str]) -> None:
    """A routine that is in order has no mistakes."""
    assert parse("\n".join(lines).encode(), "x.yaml").findings == ()


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1))
def test_quoted(text: str) -> None:
    """A text between quotes is read back as it was."""
    assert parse(f"a: {quoted(text)}".encode(), "x.yaml").data == {"a": text}


@given(st.text("ab ", max_size=9), st.text("ab", max_size=9), st.text("xy", max_size=9), st.text("xy", max_size=9))
def test_columns_before_a_mend(head: str, old: str, new: str, tail: str) -> None:
    """What stands before or behind a mend has the column that it had before it."""
    before, after = f"{head}{old}.{tail}", f"{head}{new}.{tail}"
    assert [column_before(before, after, column) for column in range(len(head))] == [*range(len(head))]
    behind = range(len(head) + len(new), len(after))
    assert [column_before(before, after, column) for column in behind] == [*range(len(head) + len(old), len(before))]


def test_fields() -> None:
    """The words that are taken for fields are those of the models, and texts are those that hold free text."""
    models = (Routine, Step, Move, Face, Exercise)
    known = {field.alias or name for model in models for name, field in model.model_fields.items()}
    assert known <= FIELDS
    assert {field.alias or name for name, field in Routine.model_fields.items()} <= WHOLE
    assert known >= TEXTS
