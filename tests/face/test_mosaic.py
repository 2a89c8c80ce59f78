"""Cells of four, six and eight pixels show them as closely as two colours can, and do not shimmer."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facecoach.face.album import Album
from facecoach.face.cells import EMPTY, Cell, Frame, to_cells
from facecoach.face.modes import WAYS, Mode
from facecoach.face.mosaic import Mosaic, glyphs, inverses
from facecoach.face.scene import Scene

RED, BLUE, CLEAR = (200, 40, 40, 255), (40, 40, 200, 255), (0, 0, 0, 0)
SWEEP = Scene(zones=("cheeks",), strokes=("centre-out-cheek",))
FINE: tuple[Mode, ...] = ("octant", "sextant", "quadrant")
CELL = (2, 4)


def painted(*pixels: tuple[int, ...], wide: int = 2) -> Image.Image:
    """Return a picture of these pixels."""
    image = Image.new("RGBA", (wide, len(pixels) // wide))
    image.putdata(pixels)
    return image


def seen(cell: Cell, down: int) -> list[object]:
    """Return the colour of each pixel that a cell shows, from the upper left."""
    char, front, back = cell
    bits = glyphs(down).index(char)
    return [front if bits >> place & 1 else back for place in range(2 * down)]


@pytest.mark.parametrize("down", [2, 3, 4])
def test_each_pattern_has_a_glyph_of_its_own(down: int) -> None:
    """Every pattern of a cell's pixels has one glyph, and no two have the same."""
    assert len(set(glyphs(down))) == 4**down


def test_sextants_are_named_for_their_pixels() -> None:
    """A sextant's name in Unicode lists the pixels that its bits say."""
    for bits, glyph in enumerate(glyphs(3)):
        name = unicodedata.name(glyph)
        if "SEXTANT" in name:
            assert name.rpartition("-")[2] == "".join(str(place + 1) for place in range(6) if bits >> place & 1)


@pytest.mark.parametrize(
    ("pixels", "point"), [("3", 0x1CD00), ("23", 0x1CD01), ("124", 0x1CD05), ("2345678", 0x1CDE5), ("1", 0x1CEA8)]
)
def test_octants_are_those_of_unicode(pixels: str, point: int) -> None:
    """An octant's code is the one of Unicode 16, whose first is OCTANT-3 and whose last is OCTANT-2345678."""
    assert glyphs(4)[sum(1 << int(digit) - 1 for digit in pixels)] == chr(point)


def test_an_inverse_shows_the_other_pixels() -> None:
    """A glyph and its inverse share no pixel and leave none out."""
    for down in (2, 3, 4):
        row = glyphs(down)
        assert all(row.index(inverses()[glyph]) == 4**down - 1 - bits for bits, glyph in enumerate(row))


@pytest.mark.parametrize("mode", FINE)
@given(pattern=st.lists(st.booleans(), min_size=8, max_size=8))
def test_two_colours_are_shown_as_they_are(mode: Mode, pattern: list[bool]) -> None:
    """Pixels of two colours come out as they went in, where the cell is as fine as they are."""
    down, pairs = WAYS[mode].down, [pattern[at : at + 2] for at in range(0, 8, 2)]
    rows = pairs if down == 4 else [pairs[0]] * 4 if down == 3 else [pairs[0], pairs[0], pairs[1], pairs[1]]
    shown = [RED if one else BLUE for row in rows for one in row]
    frame = to_cells(painted(*shown), mode)
    kept = rows if down == 4 else rows[:3] if down == 3 else rows[::2]
    assert seen(frame[0][0], down) == [(RED if one else BLUE)[:3] for row in kept for one in row]


def test_an_edge_keeps_the_background() -> None:
    """Where the person ends within a cell, the rest of it is the terminal's own."""
    frame = to_cells(painted(*[RED, CLEAR] * 4), "octant")
    assert frame == ((("▌", RED[:3], None),),)


@pytest.mark.parametrize("mode", FINE)
def test_a_faint_change_keeps_the_colours(mode: Mode) -> None:
    """A cell that changes a little keeps its two colours, so that nothing shimmers."""
    before = painted(*[RED, BLUE] * 4)
    after = painted((206, 40, 40, 255), *[BLUE, RED] * 3, BLUE)
    mosaic = Mosaic(before, WAYS[mode].down)
    (old,), (new,) = mosaic.frame(before)[0], mosaic.frame(after)[0]
    assert {*old[1:]} == {*new[1:]}


@pytest.mark.parametrize("mode", FINE)
def test_only_what_moved_changes(mode: Mode) -> None:
    """From frame to frame the cells of a face change near its stroke, and nowhere else."""
    album = Album(40, 20, mode)
    frames = [album.frame(SWEEP, moment / 8) for moment in range(24)]
    moved = {(x, y) for frame in frames for y, x in product(range(20), range(40)) if frame[y][x] != frames[0][y][x]}
    assert 10 < len(moved) < 130
    assert all(8 <= y <= 15 for _, y in moved)


def test_nothing_is_drawn_beside_the_person() -> None:
    """Beside the person a cell is empty."""
    frame: Frame = Album(40, 20, "octant").frame(Scene(), 0)
    assert frame[0][0] == frame[0][-1] == EMPTY
