"""A `#` that cuts a text off: valid, silent, and hardly meant where one space stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from facecoach.mistakes.fields import TEXTS
from facecoach.mistakes.mistake import Mistake, written
from facecoach.words import clipped

_LISTS = ("goals", "needs")
# Two spaces set a remark off from what it is about; so does one behind a finished sentence.
_CUT = re.compile(r"\s(#(?!\s*facecoach:).*)$")
_GLUED = re.compile(r":?\s(#[^\s#].*)$")
_FINISHED = (".", "!", "?", ")", ":")


class Text(NamedTuple):
    """A free text as it was read, None for an empty one: its key, and from 0 the row and column where it begins."""

    key: str
    row: int
    column: int
    text: str | None


def free(path: Sequence[str | int]) -> bool:
    """Whether the value at a path of keys and positions is free text."""
    return bool(path) and (path[-1] in TEXTS or (len(path) > 1 and path[-2] in _LISTS and path[-1] not in _LISTS))


def cut_off(lines: Sequence[str], texts: Iterable[Text]) -> Iterator[Mistake]:
    """Yield each `#` that ends a text and was rather a part of it."""
    for one in texts:
        row, column = _end(lines, one)
        found = (_CUT if one.text else _GLUED).match(lines[row], column) if row < len(lines) else None
        if found and not ((one.text or "").endswith(_FINISHED) and found[1].startswith("# ")):
            whole = f"{one.text or ''} {found[1]}".strip()
            ends = f"the text ends with `{clipped(one.text[-30:])}`" if one.text else "the text is empty"
            hint = f"if it belongs to the text: {written(one.key, whole)}; before a remark leave two spaces"
            yield Mistake(row, found.start(1), len(found[1]), f"a `#` begins a remark: {ends}", hint, {})


def _end(lines: Sequence[str], one: Text) -> tuple[int, int]:
    """Return the row and column at which a text without quotes ends; the row behind the last for any other text."""
    left, row, column = (one.text or "").split(), one.row, one.column
    while left and row < len(lines):
        for word in re.finditer(r"\S+", lines[row][column:]):
            if not left or word[0] != left.pop(0):
                return len(lines), 0
            if not left:
                return row, column + word.end()
        row, column = row + 1, 0
    return row, column
