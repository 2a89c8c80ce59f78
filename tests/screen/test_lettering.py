"""Words in letters three rows high."""

from __future__ import annotations

from string import ascii_uppercase, digits

import pytest
from rich.cells import cell_len

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.screen.lettering import HEIGHT, broken, chip, lettered, span

NAMES = [
    Library(bundled(), bundled()).load(entry.slug).routine.name for entry in Library(bundled(), bundled()).entries()
]


@pytest.mark.parametrize("text", [ascii_uppercase, digits, "Jaw Calm", "De-puff, it's (1:2). Me & you?"])
def test_rows_are_alike(text: str) -> None:
    """A text is three rows of one width, which is known beforehand."""
    rows = lettered(text)
    assert (len(rows), {cell_len(row) for row in rows}) == (HEIGHT, {span(text)})


def test_letters_differ() -> None:
    """No two letters or digits look alike, but for the letter O and the digit 0, which are told apart."""
    assert len({tuple(lettered(char)) for char in ascii_uppercase + digits}) == 36


def test_case_and_accents_are_folded() -> None:
    """Small letters and accents are drawn as capitals without them."""
    assert lettered("Décolleté") == lettered("DECOLLETE")


@pytest.mark.parametrize("text", ["", "顔", "Jaw 顔", "jaw_calm"])
def test_what_has_no_shape(text: str) -> None:
    """A text with a sign that has no shape is not drawn at all."""
    assert (lettered(text), span(text), broken(text, 80, 2)) == ([], 0, [])


@pytest.mark.parametrize("name", NAMES)
def test_bundled_names_have_shapes(name: str) -> None:
    """Every bundled routine's name can be drawn."""
    assert span(name)


def test_broken_between_words() -> None:
    """A text is broken between words into as many lines as are allowed, or not drawn where it does not fit."""
    assert broken("Evening Jaw Release", 45, 2) == ["Evening Jaw", "Release"]
    assert broken("Evening Jaw Release", 45, 1) == []
    assert broken("Evening Jaw Release", 20, 5) == []


def test_chip_is_a_block() -> None:
    """A chip has its ground on every side, half a row above and below, and its letters in the ink."""
    frame = chip("I", (0, 0, 0), (9, 9, 9))
    assert frame[0] == ((" ", None, (9, 9, 9)), ("▀", (9, 9, 9), (0, 0, 0)), (" ", None, (9, 9, 9)))
    assert [row[0] for row in frame[1:]] == [(" ", None, (9, 9, 9))] * 2 + [("▀", (9, 9, 9), None)]
