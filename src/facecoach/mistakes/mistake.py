"""A mistake as data, and how texts are put between quotes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from facecoach.words import clipped

MOST_SHOWN = 60  # characters of a mended line that a hint shows


class Mistake(NamedTuple):
    """A mistake in how a file is written: its place, what it is, and what to write instead.

    Row and column count from 0, width is in characters. `mends` are the rows as they should be; there are none where
    what was meant cannot be known, and the hint must do. `swallows` is whether it takes in the lines below, so that
    reading seems to get further with it than without.
    """

    row: int
    column: int
    width: int
    message: str
    hint: str
    mends: Mapping[int, str]
    swallows: bool = False


def quoted(text: str) -> str:
    """Return a text between quotes, as YAML reads it back."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown(line: str) -> str:
    """Return as much of a mended line as a hint can show."""
    return f"`{clipped(line.strip(), MOST_SHOWN)}`"


def written(key: str, text: str) -> str:
    """Return a field with its text between quotes, as a hint shows it; a text without a key is an entry of a list."""
    body = quoted(clipped(text, MOST_SHOWN))
    return f"`{key}: {body}`" if key else f"`{body}`"
