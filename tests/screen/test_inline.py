"""Lines that are drawn again in their place, among what stood there and what comes."""

from __future__ import annotations

from io import StringIO

import pyte
import pytest

from facecoach.screen.inline import GIVE, TAKE, Inline
from facecoach.screen.live.outlet import Direct
from facecoach.screen.spans import Line, line


class Stage:
    """A terminal with something on it, and lines drawn below that."""

    def __init__(self, columns: int = 20, rows: int = 8) -> None:
        self.columns = columns
        self.stream = StringIO()
        self.screen = pyte.Screen(columns, rows)
        self.place = Inline(Direct(self.stream), lambda: self.columns, "truecolor")
        self.stream.write("$ facecoach\r\n")

    @property
    def rows(self) -> list[str]:
        """What is to be seen."""
        sent, self.stream = self.stream, StringIO()
        self.place._outlet = Direct(self.stream)  # noqa: SLF001 - a stream that begins anew
        pyte.Stream(self.screen).feed(sent.getvalue())
        return [row.rstrip() for row in self.screen.display]


def lines(*texts: str) -> list[Line]:
    """Return texts as lines."""
    return [line(text) for text in texts]


def test_only_what_changed_is_drawn() -> None:
    """Lines that differ are replaced where they stand, to their end; the others are not sent again."""
    stage = Stage()
    stage.place.show(lines("one", "second line", "three"))
    assert stage.rows[:4] == ["$ facecoach", "one", "second line", "three"]
    stage.place.show(lines("one", "two", "three"))
    assert "one" not in stage.stream.getvalue()
    assert stage.rows[:4] == ["$ facecoach", "one", "two", "three"]


def test_nothing_new_sends_nothing() -> None:
    """The same lines again are not sent."""
    stage = Stage()
    stage.place.show(lines("one"))
    assert stage.rows
    stage.place.show(lines("one"))
    assert stage.stream.getvalue() == ""


def test_fewer_lines_leave_nothing_behind() -> None:
    """Where there are fewer lines than before, nothing of the former ones is left, and what stood above stays."""
    stage = Stage()
    stage.place.show(lines("one", "two", "three"))
    stage.place.show(lines("four", "five"))
    assert stage.rows[:5] == ["$ facecoach", "four", "five", "", ""]


def test_what_stands_last_stays() -> None:
    """Afterwards the lines stand, and what comes next comes below them."""
    stage = Stage()
    with stage.place as place:
        place.show(lines("one", "two"))
    stage.stream.write("next")
    assert stage.rows[:4] == ["$ facecoach", "one", "two", "next"]


def test_the_cursor_is_given_back_once() -> None:
    """The cursor is hidden while lines stand and given back, also when something goes wrong."""
    stage = Stage()

    def go_wrong() -> None:
        with stage.place as place:
            place.show(lines("one"))
            raise ValueError("odd")

    with pytest.raises(ValueError, match="odd"):
        go_wrong()
    sent = stage.stream.getvalue()
    assert (sent.count(TAKE), sent.count(GIVE), sent.endswith(GIVE)) == (1, 1, True)


def test_a_screen_that_was_full() -> None:
    """At the foot of a full screen the lines scroll into place, and are replaced there."""
    stage = Stage(rows=4)
    stage.stream.write("\r\n" * 5)
    stage.place.show(lines("one", "two", "three"))
    stage.place.show(lines("one", "2", "three"))
    assert stage.rows[1:] == ["one", "2", "three"]


def test_a_narrower_terminal() -> None:
    """What a narrower terminal broke into more rows is drawn over."""
    stage = Stage(columns=20, rows=10)
    stage.place.show(lines("x" * 18, "y" * 18))
    stage.columns = 10
    stage.place.show(lines("short", "lines"))
    assert "\x1b[3A" in stage.stream.getvalue()


class Stuck:
    """An outlet that takes nothing."""

    busy = True

    def __init__(self) -> None:
        self.sent: list[str] = []

    def write(self, text: str) -> None:
        """Remember it."""
        self.sent.append(text)

    def drain(self, seconds: float | None) -> bool:
        """Return that nothing was taken."""
        return False

    def drop(self) -> None:
        """Forget what was sent."""
        self.sent.clear()


def test_a_terminal_that_takes_nothing() -> None:
    """From a terminal that takes nothing, the picture is dropped and the cursor is given back all the same."""
    outlet = Stuck()
    with Inline(outlet, lambda: 20, "mono") as place:
        place.show(lines("one"))
    assert len(outlet.sent) == 1
    assert outlet.sent[0].endswith(GIVE)
