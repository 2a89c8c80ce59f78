"""How the habit stands, in sentences: exact, and kind after a break."""

from __future__ import annotations

import pytest

from facecoach.habit.account import effect, first_step, standing, week
from facecoach.habit.streaks import Week
from lines import FRIDAY, diary, judge


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("_", "x", "The streak stands at 1 day"),
        ("xxxx....._", "xxxx.....x", "5 days in all, best run 4 days. Today is done; the new run stands at 1 day"),
        ("xxx_", "xxxx", "The streak goes from 3 to 4 days"),
        ("xxxx", "xxx_", "The streak goes from 4 to 3 days"),
        ("xxx_", "xxxp", "The streak stays at 3 days"),
        ("x", "_", "No streak is running yet"),
        ("xxx....x", "xxx....._", "No streak is running; 3 days in all, best run 3 days"),
    ],
)
def test_effect(before: str, after: str, said: str) -> None:
    """What a change did to the streak is one sentence, which never counts from 0 to 1."""
    assert effect(judge(diary(before), FRIDAY), judge(diary(after), FRIDAY)) == said


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("xxx....._", "3 days in all, best run 3 days. Today is still open; the next session begins a run"),
        ("xxx.....x", "4 days in all, best run 3 days. Today is done; the new run stands at 1 day"),
        ("xxx.....xx", "Today is done: 2 days in a row"),
        ("x", "Today is done, and the first one is yours"),
    ],
)
def test_standing(marks: str, said: str) -> None:
    """After a break the lifetime speaks first, and the present run is told with it."""
    assert standing(judge(diary(marks), FRIDAY)) == said


def test_the_first_step() -> None:
    """An empty journal says one sentence with one command."""
    assert standing(judge([], FRIDAY)) == first_step()
    assert first_step().count("`") == 2


@pytest.mark.parametrize(
    ("done", "goal", "said"),
    [(2, 4, "2 of 4 this week"), (0, 0, "a week off"), (1, 0, "a week off, and 1 day in it")],
)
def test_week(done: int, goal: int, said: str) -> None:
    """A week wholly paused asks for nothing, and says so."""
    assert week(Week(done, goal, 0, 0)) == said
