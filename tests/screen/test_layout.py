"""The panels at every size: nothing cut off that matters, nothing outside its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.screen.digits import big
from facecoach.screen.live.layout import Layout, compose
from facecoach.screen.live.view import View, view
from facecoach.screen.spans import fitted, line, plain, width, worded
from facecoach.session.laying import laid_out
from facecoach.session.player import Manner
from facecoach.session.state import Command, Elapsed, Session, advance, begin
from facecoach.words import clock

ROUTINES = {
    entry.slug: laid_out(Library(bundled(), bundled()).load(entry.slug).routine)
    for entry in Library(bundled(), bundled()).entries()
}
sizes = st.tuples(st.integers(1, 200), st.integers(1, 70))


def session(routine: str = "morning", at: float = 0.0) -> Session:
    """Return a session that has run so many seconds, its lead-in included."""
    now = begin(ROUTINES[routine], 5)
    for _ in range(int(at)):
        now = advance(now, Elapsed(1))[0]
    return now


def screen(shown: View, columns: int, rows: int) -> list[str]:
    """Return the lines of a layout, its patches laid onto an empty screen."""
    lines = [[" "] * columns for _ in range(rows)]
    for x, y, text in compose(shown, columns, rows).patches:
        for offset, char in enumerate(worded(text)):
            lines[y][x + offset] = char
    return ["".join(line).rstrip() for line in lines]


@given(sizes, st.sampled_from(sorted(ROUTINES)), st.integers(0, 240), st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_size(size: tuple[int, int], routine: str, at: int, helping: bool, draws: bool) -> None:
    """At any size every patch and the face lie on the screen."""
    layout: Layout = compose(view(session(routine, at), Manner(helping=helping), "Not with fever"), *size, draws=draws)
    for x, y, text in layout.patches:
        assert 0 <= x <= x + width(text) <= size[0]
        assert 0 <= y < size[1]
    if face := layout.face:
        assert face.x + face.columns < size[0]
        assert face.y + face.rows < size[1]


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 16), (40, 12), (140, 40)])
def test_what_matters_is_there(size: tuple[int, int]) -> None:
    """Zone, digits five rows high, cue and what comes next are on every screen from 40x12 up."""
    shown = screen(view(session(at=70), Manner()), *size)
    text = " ".join(" ".join(shown).split())
    assert "Neck" in text
    assert "Next: Neck" in text
    assert sum("██" in line for line in shown) >= 5


def test_smallest_still_counts_down() -> None:
    """At 20x5 the seconds, the zone and the cue remain, at 8x2 the seconds."""
    shown = screen(view(session(at=70), Manner()), 20, 5)
    assert shown[0].split()[0] == "30"
    assert "Long easy strokes" in " ".join(shown)
    assert screen(view(session(at=70), Manner()), 8, 2)[0].startswith("30")


def test_same_value_within_a_second() -> None:
    """A view is the same for the whole of a second, so that nothing is drawn twice."""
    now = advance(session(at=40), Elapsed(0.2))[0]
    assert view(now, Manner()) == view(advance(now, Elapsed(0.5))[0], Manner())
    assert view(now, Manner()) != view(advance(now, Elapsed(1.0))[0], Manner())


def test_states_are_told_apart_in_words() -> None:
    """Lead-in, pause and the question to leave can be read without colour."""
    paused = advance(session(at=30), Command.PAUSE)[0]
    asked = advance(session(at=30), Command.LEAVE)[0]
    assert "get ready" in " ".join(screen(view(session(), Manner()), 80, 24))
    assert "paused" in " ".join(screen(view(paused, Manner()), 80, 24))
    assert "q again leaves" in " ".join(screen(view(asked, Manner()), 80, 24))


def test_sides_are_switched() -> None:
    """A move for each side says which one it is at, and for a moment that sides are switched."""
    before = begin(ROUTINES["evening"], 0, 4)
    leg = next(leg for leg in before.timeline.legs if {one.side for one in leg.segments} == {"left", "right"})
    moments = [replace(before, position=leg.start + seconds) for seconds in (1, 20.5, 24)]
    assert [view(now, Manner()).counter for now in moments] == ["left side", "switch sides: right", "right side"]


def test_doses_are_counted() -> None:
    """A hold says which one of how many it is, and a rest says to let go."""
    assert view(session("classics", 6), Manner()).counter == "hold · 1 of 5"
    assert view(session("classics", 11), Manner()).counter == "let go · 1 of 5"


@pytest.mark.parametrize("text", ["\x1b[2J", "a\x07b", "\u202egnp.exe", "line\nbreak", "\x9b31m"])
def test_nothing_steers_the_terminal(text: str) -> None:
    """Text that is shown holds no control codes and no reversal of direction."""
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char == "\u202e" for char in plain(text))


@given(st.text(max_size=80), st.integers(0, 60))
def test_fitted(text: str, room: int) -> None:
    """A fitted line fills its room exactly, also with wide characters."""
    assert width(fitted(line(text), room)) == room


@pytest.mark.parametrize("scale", [1, 2])
def test_big_digits(scale: int) -> None:
    """Large digits are five rows high times their scale, and of one width."""
    rows = big("1:45", scale)
    assert len(rows) == 5 * scale
    assert len({len(row) for row in rows}) == 1


def test_going_on_says_where() -> None:
    """The lead-in of a session that is gone on with shows the place where it will go on."""
    whole = ROUTINES["morning"]
    leg = whole.legs[6]
    again = replace(begin(whole, 5), position=leg.start + 12)
    shown = view(again, Manner())
    assert (shown.title, shown.counter) == (leg.title, f"going on at 0:12 of {clock(leg.seconds)}")
    assert shown.left == f"{clock(whole.seconds - leg.start - 12)} left"
