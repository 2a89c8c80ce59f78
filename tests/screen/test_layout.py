"""The panels at every size: nothing cut off that matters, nothing outside its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.routine.shelf import Card
from facecoach.safety.gate import caution
from facecoach.screen.lettering import blocks, drawn, lettered
from facecoach.screen.live.layout import Layout, compose
from facecoach.screen.live.parts import digit_room, digits
from facecoach.screen.live.view import View, view
from facecoach.screen.spans import fitted, line, plain, width
from facecoach.session.command import Command
from facecoach.session.laying import laid_out
from facecoach.session.player import Manner
from facecoach.session.state import Elapsed, Session, advance, begin
from facecoach.words import clock

ROUTINES = {
    entry.slug: laid_out(Library(bundled(), bundled()).load(entry.slug).routine)
    for entry in Library(bundled(), bundled()).entries()
}
CAUTIONS = {one.entry.slug: caution(one) for one in Library(bundled(), bundled()).cards() if isinstance(one, Card)}
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
        for offset, char in enumerate("".join(part for part, _ in text)):
            lines[y][x + offset] = char
    return ["".join(line) for line in lines]


def said(shown: View, columns: int, rows: int) -> str:
    """Return the words of a screen, place by place, without the blanks between them."""
    return "".join("".join(text for _, _, one in compose(shown, columns, rows).patches for text, _ in one).split())


def stands(text: str, size: int, lines: list[str]) -> bool:
    """Whether a text stands on a screen in letters of so many rows, or in a chip half a row lower."""
    plain, pixels = lettered(text, size), drawn(text, size)
    assert plain is not None
    assert pixels is not None
    edge = (" " * len(pixels[0]),)
    chips = [blocks(tuple(" " * shift + row for row in (*edge, *pixels, *edge))) for shift in (0, 1)]
    return any(
        all(row.strip() in line for row, line in zip(drawing, lines[top:], strict=False)) and len(lines) - top >= size
        for drawing in (plain, *chips)
        for top in range(len(lines) - size + 1)
    )


@given(sizes, st.sampled_from(sorted(ROUTINES)), st.integers(0, 240), st.booleans(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_size(size: tuple[int, int], routine: str, at: int, helping: bool, draws: bool) -> None:
    """At any size every patch and both faces lie on the screen, and nothing is written over a face."""
    shown = view(session(routine, at), Manner(helping=9.0 if helping else 0.0), "Not with fever")
    layout: Layout = compose(shown, *size, draws=draws)
    faces = [room for room in (layout.face, layout.next_face) if room]
    for x, y, text in layout.patches:
        assert 0 <= x <= x + width(text) <= size[0]
        assert 0 <= y < size[1]
        over = [room for room in faces if room.y <= y < room.y + room.rows]
        assert all(x + width(text) <= room.x or x >= room.x + room.columns or room is layout.next_face for room in over)
    for room in faces:
        assert room.x >= 0
        assert room.x + room.columns <= size[0]
        assert room.y + room.rows <= size[1]


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 16), (40, 12), (140, 45), (200, 60), (60, 50)])
@pytest.mark.parametrize("routine", ROUTINES)
def test_nothing_is_cut(routine: str, size: tuple[int, int]) -> None:
    """Every move of every bundled routine has its whole cue on each screen from 40x12 up, and nothing ends in dots."""
    line = ROUTINES[routine]
    for leg in line.legs:
        now = replace(begin(line, 0), position=leg.start)
        for shown in (view(now, Manner()), view(replace(now, lead=3.0), Manner())):
            words = said(shown, *size)
            assert "".join(leg.act.cue.split()) in words or any(
                stands(part, 3, screen(shown, *size)) for part in leg.act.cue.split()[:1]
            )
            assert "\N{HORIZONTAL ELLIPSIS}" not in words


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (140, 45), (60, 50)])
@pytest.mark.parametrize(
    ("routine", "at", "command", "word"),
    [
        ("morning", 2, None, "GET READY"), ("classics", 8, None, "HOLD"), ("classics", 11, None, "LET GO"),
        ("classics", 55, None, "COUNT"), ("evening", 285, None, "LEFT SIDE"), ("evening", 301, None, "RIGHT SIDE"),
        ("morning", 40, Command.PAUSE, "PAUSED"), ("morning", 40, Command.LEAVE, "LEAVE?"),
    ],
)  # fmt: skip
def test_states_are_read_from_afar(
    routine: str, at: int, command: Command | None, word: str, size: tuple[int, int]
) -> None:
    """Every state stands in letters of five rows at least, wherever the terminal has 24 rows."""
    now = session(routine, at)
    now = advance(now, command)[0] if command else now
    assert stands(word, 5, screen(view(now, Manner()), *size))


@pytest.mark.parametrize(
    ("size", "rows"), [((200, 60), 20), ((140, 45), 20), ((100, 30), 15), ((80, 24), 10), ((60, 16), 7), ((40, 12), 5)]
)
def test_digits_are_as_large_as_fits(size: tuple[int, int], rows: int) -> None:
    """The digits of a massage stand in the largest of their sizes that fits beside the face."""
    assert stands("30", rows, screen(view(session(at=70), Manner()), *size))


def test_smallest_still_counts_down() -> None:
    """At 20x5 the seconds stand large beside the zone; at 8x2 they stand."""
    assert stands("30", 5, screen(view(session(at=70), Manner()), 20, 5))
    assert "Neck" in said(view(session(at=70), Manner()), 20, 5)
    assert screen(view(session(at=70), Manner()), 8, 2)[0].startswith("30")


def test_same_value_within_a_second() -> None:
    """A view is the same for the whole of a second, so that nothing is drawn twice."""
    now = advance(session(at=40), Elapsed(0.2))[0]
    assert view(now, Manner()) == view(advance(now, Elapsed(0.5))[0], Manner())
    assert view(now, Manner()) != view(advance(now, Elapsed(1.0))[0], Manner())


def test_digits_keep_their_place() -> None:
    """Within a move the units stay in their column, whatever is left."""
    places = set()
    for at in range(66, 100):
        lines = screen(view(session(at=at), Manner()), 100, 30)
        places.add(max(len(line.rstrip()) for line in lines[5:9]))
    now = view(session(at=70), Manner())
    assert {len(row) for number in ("30", "9") for row in digits(replace(now, digits=number), 15)} == {
        digit_room(now, 15)
    }


def test_a_switch_is_announced() -> None:
    """A move for each side says which it is at and that the other comes next, and for three seconds that it came."""
    before = begin(ROUTINES["evening"], 0, 4)
    leg = next(leg for leg in before.timeline.legs if {one.side for one in leg.segments} == {"left", "right"})
    shown = [view(replace(before, position=leg.start + seconds), Manner()) for seconds in (1, 20.5, 24)]
    assert [(one.state, one.word, one.side) for one in shown] == [
        ("running", "LEFT SIDE", "left"), ("switch", "RIGHT SIDE", "right"), ("running", "RIGHT SIDE", "right"),
    ]  # fmt: skip
    assert [one.ahead.title if one.ahead else "" for one in shown] == ["Right side", "Hinge", "Hinge"]


def test_doses_are_told() -> None:
    """A hold says which one of how many it is, a rest lets go, and what moves is counted."""
    shown = [view(session("classics", at), Manner()) for at in (6, 11, 55)]
    assert [(one.state, one.pips) for one in shown] == [("hold", (1, 5)), ("release", (1, 5)), ("count", (3, 5))]
    assert shown[2].digits == "3"


def test_help_leaves_the_digits() -> None:
    """The help stands in the room of the face, says when it closes, and explains the marks; digits and state stay."""
    now = session("classics", 8)
    with_help, without = (screen(view(now, Manner(helping=one)), 100, 30) for one in (12.0, 0.0))
    assert [line[44:] for line in with_help] == [line[44:] for line in without]
    assert all(words in "".join(with_help) for words in ("closes in 12 s", "keep clear", "Between the brows"))


@pytest.mark.parametrize("size", [(40, 12), (30, 8), (20, 5)])
def test_help_without_a_face(size: tuple[int, int]) -> None:
    """On the smallest screens too the keys are told, beside or below the digits."""
    now = session("classics", 8)
    with_help, without = ("\n".join(screen(view(now, Manner(helping=one)), *size)) for one in (12.0, 0.0))
    assert all(words in with_help and words not in without for words in ("space pause", "q leave", "→ next"))


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 16), (40, 12)])
@pytest.mark.parametrize("routine", ["depuff", "inside-mouth", "sinus"])
def test_cautions_are_whole(routine: str, size: tuple[int, int]) -> None:
    """In the lead-in a routine's cautions are shown to their last word."""
    caution = CAUTIONS[routine]
    assert "".join(caution.split()) in said(view(session(routine), Manner(), caution), *size)


@pytest.mark.parametrize("text", ["\x1b[2J", "a\x07b", "\u202egnp.exe", "line\nbreak", "\x9b31m"])
def test_nothing_steers_the_terminal(text: str) -> None:
    """Text that is shown holds no control codes and no reversal of direction."""
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char == "\u202e" for char in plain(text))


@given(st.text(max_size=80), st.integers(0, 60))
def test_fitted(text: str, room: int) -> None:
    """A fitted line fills its room exactly, also with wide characters."""
    assert width(fitted(line(text), room)) == room


def test_going_on_says_where() -> None:
    """The lead-in of a session that is gone on with shows the place where it will go on."""
    whole = ROUTINES["morning"]
    leg = whole.legs[6]
    again = replace(begin(whole, 5), position=leg.start + 12)
    shown = view(again, Manner())
    assert (shown.title, shown.into) == (leg.title, f"going on at 0:12 of {clock(leg.seconds)}")
    assert "going on at 0:12" in "".join(screen(shown, 80, 24))
    assert shown.left == f"{clock(whole.seconds - leg.start - 12)} left"
