"""A picture costs few bytes, and looks as it was painted."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.face.album import Album
from facecoach.face.cells import EMPTY, Cell, Colour, Frame
from facecoach.face.mosaic import glyphs
from facecoach.face.scene import Scene
from facecoach.screen.live.codes import ALIKE, changes

tones = st.tuples(*[st.integers(0, 40)] * 3)
cells = st.one_of(
    st.sampled_from([EMPTY, ("▄", (0, 99, 0), None), ("▀", (7, 7, 7), None), (" ", None, 33), ("⠿", None, None)]),
    st.tuples(st.sampled_from("▀▄▚▛\U0001cd00\U0001cd42"), tones, tones),
    st.tuples(st.just(" "), st.none(), tones),
)
frames = st.lists(st.lists(cells, min_size=6, max_size=6).map(tuple), min_size=3, max_size=3).map(tuple)
BLANK: Frame = tuple(tuple[Cell, ...]([("x", None, None)] * 6) for _ in range(3))


def shown(codes: str) -> list[list[tuple[str, Colour, Colour]]]:
    """Return what a terminal of 6x3 shows after these codes."""
    screen = pyte.Screen(8, 4)
    pyte.Stream(screen).feed(codes)
    spots = [[screen.buffer[y][x] for x in range(6)] for y in range(3)]
    return [[(spot.data, _colour(spot.fg), _colour(spot.bg)) for spot in row] for row in spots]


def _colour(name: str) -> Colour:
    found = [int(name[place : place + 2], 16) for place in (0, 2, 4)] if len(name) == 6 else []
    return (found[0], found[1], found[2]) if found else None


def eighths(cell: Cell) -> list[object]:
    """Return what the eight parts of a cell show: a colour, or the character where it is none."""
    char, front, back = cell
    if isinstance(back, int):
        return [_colour("0087ff")] * 8  # number 33, as a terminal has it
    bits = glyphs(4).find(char)
    return [char] * 8 if bits < 0 else [front if bits >> place & 1 else back for place in range(8)]


def alike(one: object, other: object) -> bool:
    """Whether no eye tells two parts apart."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(abs(a - b) <= ALIKE for a, b in zip(one, other, strict=True))
    return one == other


@given(frames, frames)
def test_changes_are_enough(old: Frame, new: Frame) -> None:
    """The codes of a change turn one picture into the other, to within what no eye tells."""
    seen = shown(changes(BLANK, old, 0, 0) + changes(old, new, 0, 0))
    for row, wanted in zip(seen, new, strict=True):
        for spot, cell in zip(row, wanted, strict=True):
            assert all(map(alike, eighths(spot), eighths(cell)))


@given(frames)
def test_no_change_is_nothing(frame: Frame) -> None:
    """A picture that stays costs not a byte."""
    assert changes(frame, frame, 0, 0) == ""


@pytest.mark.parametrize(("columns", "rows", "most"), [(44, 28, 16_000), (30, 18, 9_000)])
def test_a_whole_face_is_small(columns: int, rows: int, most: int) -> None:
    """A face drawn anew takes at most two seconds of a slow link."""
    scene = Scene(camera="face", zones=("jaw",), strokes=("masseter-circles",), pressure=2)
    frame = Album(columns, rows).frame(scene, 0.5)
    assert len(changes((), frame, 0, 0).encode()) < most
