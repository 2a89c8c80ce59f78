"""The streak's screen: everything at a glance, told apart without colour, on any terminal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from rich.cells import cell_len

from facecoach.habit.history import History
from facecoach.screen.pages.calendar import MARKS, calendar, legend, meanings, weeks
from facecoach.screen.pages.streak import streak_page
from facecoach.screen.spans import worded
from lines import FRIDAY, diary, judge, pause, policy, session

START = FRIDAY - timedelta(400)
YEAR = [policy(START, rest_days=["sun"]), pause("2026-10-01", "2026-10-08"), *diary("xxxxxx." * 52 + "xxpx.xx..x?")]


def rows(history: History, width: int = 80, *, year: bool = False) -> list[str]:
    """Return the screen as lines of text."""
    return [worded(line) for line in streak_page(history, width, year=year)]


def page(records: list[dict[str, Any]], width: int = 80, *, year: bool = False) -> str:
    """Return the screen as one text."""
    return "\n".join(rows(judge(records, FRIDAY, {"classics": 4}), width, year=year))


@pytest.mark.parametrize("year", [False, True])
@pytest.mark.parametrize("records", [[], diary("x"), diary("xxx?"), YEAR, diary("x" * 3000), diary("xxxx......?")])
def test_fits_a_small_terminal(records: list[dict[str, Any]], year: bool) -> None:
    """On 80x24 nothing is cut off and nothing scrolls."""
    found = rows(judge(records, FRIDAY, {"classics": 4}), year=year)
    assert len(found) <= 23
    assert max(cell_len(row) for row in found) <= 80


@pytest.mark.parametrize("width", [20, 40, 60, 64, 80, 92, 100, 200])
def test_fits_any_width(width: int) -> None:
    """No line is wider than the terminal, or than 62 columns in one that is narrower."""
    found = rows(judge(YEAR, FRIDAY), width)
    assert max(cell_len(row) for row in found) <= max(width, 62)


def test_marks_differ() -> None:
    """Every state has a mark of its own, one cell wide."""
    glyphs = [glyph for glyph, _ in MARKS.values()]
    assert len(set(glyphs)) == len(MARKS)
    assert {cell_len(glyph) for glyph in glyphs} == {1}


def test_calendar_places_each_day() -> None:
    """Each week is a column and each weekday a row, the present week last, days to come blank."""
    history = judge(diary("x.x"), FRIDAY)
    assert weeks(history, 2) == [[""] * 7, ["", "", "done", "missed", "done", "", ""]]
    drawn = calendar(history, 2, 2)
    assert [worded(row)[4:] for row in drawn[1:]] == ["", "", "  ●", "  ·", "  ●", "", ""]


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2027, 1, 3), date(2024, 2, 29), date(2026, 3, 29)])
def test_calendar_ends_today(today: date) -> None:
    """The last column holds today, in week 53, on 29 February and when the clock changes."""
    columns = weeks(judge([session(today)], today), 53)
    assert (len(columns), columns[-1][today.weekday()]) == (53, "done")


def test_legend_names_what_occurs() -> None:
    """The legend names the marks that are to be seen, and no others."""
    assert [worded(line) for line in legend(meanings(["done", "", "frozen", "done"]), 80)] == ["● done   ❅ frozen"]


def test_all_at_once() -> None:
    """Number, week, zones, quota, freezes, best run and lifetime are on one screen."""
    told = page([*diary("xxxxxxxx"), session(FRIDAY, "again", routine="classics")])
    wanted = (
        "8 days in a row",
        "5 of 4 this week",
        "Jaw",
        "classics 1 of 4",
        "1 freeze held",
        "best run 8 days",
        "8 days in all",
    )
    assert [word for word in wanted if word not in told] == []


def test_nothing_yet() -> None:
    """The first screen says in one sentence what to type, and nothing else to type."""
    told = page([])
    assert "the first session starts it, with `facecoach run`" in " ".join(told.split())
    assert told.count("facecoach") == 1
    assert "0" not in told


@pytest.mark.parametrize("marks", ["xxxx....?", "xxxx.....x", "x...?"])
def test_after_a_break(marks: str) -> None:
    """After a break the lifetime comes first, large and once; the present run is told, and nobody is at day 1."""
    told = page([policy(START, freezes=0), *diary(marks)])
    assert " in all" in told.splitlines()[6]
    assert told.count("in all") == 1
    assert "new run stands at 1 day" in told or "next session begins a run" in told
    assert "1 day in a row" not in told


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (diary("xx?"), "Today is still open: 2 days in a row so far"),
        (diary("xx"), "Today is done: 2 days in a row"),
        ([policy(START, rest_days=["fri"]), *diary("xx?")], "Today is a rest day; 2 days in a row are safe"),
        ([pause(FRIDAY, FRIDAY), *diary("xx?")], "Today is planned time off; 2 days in a row are safe"),
    ],
)
def test_today_in_a_sentence(records: list[dict[str, Any]], said: str) -> None:
    """How today stands is one sentence."""
    assert said in page(records)


def test_least_worked_is_named() -> None:
    """The zone that was worked least is named."""
    assert "Least lately: forehead" in page(diary("x"))


@pytest.mark.parametrize("marks", ["xx?", ""])
def test_a_week_off(marks: str) -> None:
    """A week wholly paused says so, whatever was done in it, and never asks for 0 days."""
    told = page([pause(FRIDAY - timedelta(6), FRIDAY + timedelta(9)), *diary(marks or "p")])
    assert "a week off" in told
    assert "of 0" not in told


def test_text_from_a_journal_stays_text() -> None:
    """A control character in a routine's name never reaches the terminal."""
    history = judge([session(FRIDAY, routine="\x1b[2J")], FRIDAY, {"\x1b[2J": 3})
    assert "\x1b" not in "".join(rows(history))
