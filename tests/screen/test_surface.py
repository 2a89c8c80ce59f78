"""The screen is sent what has changed, and nothing else."""

from __future__ import annotations

from io import StringIO

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from facecoach.face.cells import EMPTY, Cell, Frame
from facecoach.screen.live.surface import LEAVE, Surface, changes

cells = st.sampled_from(
    [EMPTY, ("▀", (9, 9, 9), (200, 0, 0)), ("▄", (0, 99, 0), None), (" ", None, 33), ("⠿", None, None)]
)
frames = st.lists(st.lists(cells, min_size=6, max_size=6).map(tuple), min_size=3, max_size=3).map(tuple)


def surface(**console: object) -> tuple[Surface, StringIO]:
    """Return a surface and the stream it writes to."""
    stream = StringIO()
    env = {"COLUMNS": "40", "LINES": "10"}
    made = Surface(Console(file=stream, force_terminal=True, color_system="truecolor", _environ=env, **console))  # type: ignore[arg-type]
    made.enter()
    made.flush()
    return made, stream


def shown(codes: str) -> list[list[tuple[str, str, str]]]:
    """Return what a terminal of 8x4 shows after these codes."""
    screen = pyte.Screen(8, 4)
    pyte.Stream(screen).feed(codes)
    return [
        [(screen.buffer[y][x].data, screen.buffer[y][x].fg, screen.buffer[y][x].bg) for x in range(8)] for y in range(4)
    ]


@given(frames, frames)
def test_changes_are_enough(old: Frame, new: Frame) -> None:
    """The codes of a change turn one picture into the other, as if it had been drawn afresh."""
    blank: Frame = tuple(tuple[Cell, ...]([("x", None, None)] * 6) for _ in range(3))
    assert shown(changes((), old, 1, 1) + changes(old, new, 1, 1)) == shown(changes(blank, new, 1, 1))


@given(frames)
def test_no_change_is_nothing(frame: Frame) -> None:
    """A picture that stays costs not a byte."""
    assert changes(frame, frame, 0, 0) == ""


def test_standing_lines_are_not_sent_again() -> None:
    """A line that stands already is not sent; another in its place is."""
    made, stream = surface()
    for text in ("one", "one", "two"):
        made.put([(0, 0, Text(text))])
        made.flush()
    assert [stream.getvalue().count(text) for text in ("one", "two")] == [1, 1]


def test_taking_the_screen_draws_all_again() -> None:
    """After coming back from the shell everything is sent again."""
    made, stream = surface()
    for _ in range(2):
        made.put([(0, 0, Text("one"))])
        made.flush()
        made.leave()
        made.enter()
    assert stream.getvalue().count("one") == 2
    assert LEAVE in stream.getvalue()


@pytest.mark.parametrize(("no_color", "coloured"), [(False, True), (True, False)])
def test_no_color(no_color: bool, coloured: bool) -> None:
    """Without colour, lines keep their weight and lose their hue."""
    made, _ = surface(no_color=no_color)
    drawn = made.drawn(Text("x", style="bold #ff0000"))
    assert ("38;2;255;0;0" in drawn) is coloured
    assert "1" in drawn
