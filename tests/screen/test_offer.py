"""Today's page: as large as fits, and never larger than the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facecoach.face.cells import Frame
from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.screen.pages.offer import Offer, face_size, offer_lines
from facecoach.screen.spans import width, worded
from facecoach.screen.tiles import shaded
from facecoach.today import Choice
from lines import FRIDAY, diary, judge, pause

STOCK = Library(bundled(), bundled())
CARDS = {entry.slug: STOCK.card(entry) for entry in STOCK.entries()}
BAR = (("jaw", 60.0), ("neck", 60.0), ("temples", 60.0), ("face", 20.0))
OFFER = Offer(
    judge(diary("xxx_"), FRIDAY), Choice(CARDS["jaw-calm"]), 19, 1, 16, over=False, draws=True, colour=True, face=(),
    bar=BAR,
)  # fmt: skip
SIZES = [(20, 5), (30, 8), (40, 12), (60, 16), (60, 50), (80, 24), (100, 30), (140, 45), (200, 60), (500, 3)]


def rows(offer: Offer, columns: int = 80, height: int = 24) -> list[str]:
    """Return the page as lines of text."""
    return [worded(one) for one in offer_lines(offer, columns, height)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("routine", CARDS)
@pytest.mark.parametrize("marks", ["", "x?", "xxxx....._", "x" * 1234])
def test_fits(routine: str, size: tuple[int, int], marks: str) -> None:
    """For every routine, on every screen: a row is left for the prompt, and no line is wider than the screen."""
    offer = replace(OFFER, history=judge(diary(marks), FRIDAY), choice=Choice(CARDS[routine]))
    for over in (False, True):
        found = offer_lines(replace(offer, over=over), *size)
        assert len(found) <= size[1] - 1
        assert max(map(width, found)) <= size[0]


@pytest.mark.parametrize("size", SIZES)
def test_the_routine_is_never_left_out(size: tuple[int, int]) -> None:
    """On every screen one sees how long it lasts, and which key starts it."""
    told = " ".join(rows(OFFER, *size))
    assert "8 min" in told
    assert "Enter" in told


@pytest.mark.parametrize("size", SIZES)
def test_the_face_keeps_its_room(size: tuple[int, int]) -> None:
    """A face is twice as wide as high, beside the words, and the page is as high before it is drawn as after."""
    across, tall = face_size(*size)
    assert across == 2 * tall
    frame: Frame = (((" ", None, (9, 9, 9)),) * across,) * tall
    assert len(rows(replace(OFFER, face=frame), *size)) == len(rows(OFFER, *size))
    if across:
        assert all(row[: across + 2].strip() == "" for row in rows(OFFER, *size)[1 : 1 + tall])


def test_without_a_face_the_words_have_its_room() -> None:
    """Where no face is drawn, nothing is kept free for it."""
    assert any(row.startswith(" Now would suit") for row in rows(replace(OFFER, draws=False)))


@pytest.mark.parametrize(
    ("number", "reason", "marks", "lead"),
    [
        (1, "", "xxx_", "Now would suit"), (1, "", "xxx", "Once more is welcome"), (3, "", "xxx", "Or this, 3 of 16"),
        (1, "Long was cut off and can go on:", "xxx", "Long was cut off and can go on"),
    ],
)  # fmt: skip
def test_why_it_is_offered(number: int, reason: str, marks: str, lead: str) -> None:
    """What is offered is told with why: the hour, a reason of its own, or that the arrows chose it."""
    history, choice = judge(diary(marks), FRIDAY), Choice(CARDS["jaw-calm"], reason)
    assert any(row.endswith(lead) for row in rows(replace(OFFER, history=history, choice=choice, number=number)))


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (diary("xxx_"), "in a row, today still open"), (diary("xxx"), "in a row, today is done"),
        (diary("xxxx....._"), "in all; the next session begins a run"),
        (diary("xxxx.....x"), "in all; the new run stands at 1 day"),
        ([*diary("xxx_"), pause(FRIDAY, FRIDAY)], "in a row, planned time off"), ([], "the first session starts it"),
    ],
)  # fmt: skip
def test_how_the_days_stand(records: list[dict[str, object]], said: str) -> None:
    """The number is told with what it counts, and after a break it counts all days there ever were."""
    assert any(said in row for row in rows(replace(OFFER, history=judge(records, FRIDAY)), 100, 30))


def test_no_key_is_told_that_is_not_heard() -> None:
    """Once it is left, the page tells the command and no key; with one routine there are no arrows."""
    told = " ".join(rows(replace(OFFER, over=True)))
    assert ("Enter" in told, "facecoach run jaw-calm starts it" in told) == (False, True)
    assert "another" not in " ".join(rows(replace(OFFER, count=1)))


@pytest.mark.parametrize("room", [1, 5, 20, 80, 200])
def test_the_bar_fills_its_room(room: int) -> None:
    """A bar is as wide as its room, and each move has its letter where there is a cell for it."""
    assert width(shaded(BAR, room)) == room
    letters = worded(shaded(BAR, room)).split()
    assert room < 20 or letters == ["J", "K", "T", "W"]


def test_no_bar_without_moves() -> None:
    """Before its moves are known, a routine has no bar."""
    assert shaded((), 80) == ()
