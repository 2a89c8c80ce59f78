"""The screen is sent what has changed, and nothing else."""

from __future__ import annotations

from io import StringIO

import pytest

from facecoach.screen.live.outlet import Direct
from facecoach.screen.live.surface import AT_ONCE, ENTER, LEAVE, Surface
from facecoach.screen.spans import line
from facecoach.screen.theme import Ink, painted


def surface() -> tuple[Surface, StringIO]:
    """Return a surface and the stream it writes to."""
    stream = StringIO()
    made = Surface(Direct(stream), lambda: (40, 10), "truecolor")
    made.enter()
    made.flush()
    return made, stream


def test_standing_lines_are_not_sent_again() -> None:
    """A line that is on the screen already is not sent again; another in its place is."""
    made, stream = surface()
    for text in ("one", "one", "two"):
        made.put([(0, 0, line(text))])
        made.flush()
    assert [stream.getvalue().count(text) for text in ("one", "two")] == [1, 1]


def test_taking_the_screen_draws_all_again() -> None:
    """After coming back from the shell everything is sent again."""
    made, stream = surface()
    for _ in range(2):
        made.put([(0, 0, line("one"))])
        made.flush()
        made.leave()
        made.enter()
    assert stream.getvalue().count("one") == 2
    assert LEAVE in stream.getvalue()


def test_a_page_before_the_session_takes_the_screen() -> None:
    """What clears the screen before anything was sent still takes it: the shell's own lines are never written over."""
    stream = StringIO()
    made = Surface(Direct(stream), lambda: (40, 10), "truecolor")
    made.enter()
    made.wipe()
    made.put([(0, 0, line("one"))])
    made.flush()
    assert stream.getvalue().index(ENTER) < stream.getvalue().index("one")


@pytest.mark.parametrize(
    ("shown", "codes"),
    [
        ("truecolor", "\x1b[1;38;5;196mx\x1b[0m"),
        ("256", "\x1b[1;38;5;196mx\x1b[0m"),
        ("standard", "\x1b[1;31mx\x1b[0m"),
        ("mono", "\x1b[1mx\x1b[0m"),
        ("plain", "x"),
    ],
)
def test_no_color(shown: Ink, codes: str) -> None:
    """Without colour, lines keep their weight and lose their hue; what is no terminal gets no codes."""
    assert painted(line(("x", "bold #ff0000")), shown) == codes


@pytest.mark.parametrize(("colour", "codes"), [("#5fff87", "38;5;84"), ("#60ff87", "38;2;96;255;135")])
def test_a_colour_in_few_bytes(colour: str, codes: str) -> None:
    """In truecolor a colour that is one of the terminal's own is named by its number; any other is told in full."""
    assert painted(line(("x", colour)), "truecolor") == f"\x1b[{codes}mx\x1b[0m"


def test_one_code_for_spans_alike() -> None:
    """Spans of one style that stand beside each other are one, and empty ones nothing."""
    assert painted((("a", "bold"), ("", "red"), ("b", "bold")), "256") == "\x1b[1mab\x1b[0m"


def test_a_large_picture_is_rough_at_first() -> None:
    """A picture too large to appear at once appears as a sketch, and whole with the next showing."""
    made, stream = surface()
    colours = [[((x * 7) % 256, (y * 11) % 256, (x * y) % 256) for x in range(90)] for y in range(45)]
    frame = tuple(tuple(("▀", colour, colour[::-1]) for colour in row) for row in colours)
    made.cells(0, 0, frame)
    made.flush()
    rough = len(stream.getvalue().encode())
    assert rough <= AT_ONCE + 200
    made.cells(0, 0, frame)
    made.flush()
    assert len(stream.getvalue().encode()) - rough > rough
    made.cells(0, 0, frame)
    made.flush()
    assert stream.getvalue().count("\x1b[?2026l") == 3


def test_blanks_on_a_cleared_screen_are_not_sent() -> None:
    """What was cleared needs no blanks; what stood is written over with them."""
    made, stream = surface()
    made.put([(0, 0, line("one     "))])
    made.flush()
    assert "one     " not in stream.getvalue()
    made.put([(0, 0, line("        "))])
    made.flush()
    assert " " * 8 in stream.getvalue()
