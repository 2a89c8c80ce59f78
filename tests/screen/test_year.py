"""The year: a full grid of weeks that tells how long each day was, with colour and without."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from facecoach.habit.history import History
from facecoach.screen.pages.calendar import DAYS, MONTHS
from facecoach.screen.pages.year import SHADES, WEEKS, shade, year_lines
from facecoach.screen.spans import cells, worded
from lines import FRIDAY, diary, judge, session

YEAR = judge(diary("xx.xxp." * 60), FRIDAY)


def grid(history: History, room: int = 78) -> list[str]:
    """Return the rows of the weekdays, without their names, from Monday on."""
    told = [worded(line) for line in year_lines(history, room)]
    return [row[4 : 4 + WEEKS] for row in told if row[:2] in DAYS]


def test_fits_a_small_terminal() -> None:
    """In 78 cells there are 53 weeks, all twelve months and all seven days, and nothing is wider."""
    told = [worded(line) for line in year_lines(YEAR, 78)]
    assert [len(row.rstrip()) >= WEEKS - 1 for row in grid(YEAR)] == [True] * 7
    assert all(month in told[0] for month in MONTHS)
    assert max(map(cells, told)) <= 78


@pytest.mark.parametrize("room", [18, 38, 58, 78, 98, 118, 198])
def test_every_width(room: int) -> None:
    """However narrow, the whole year is there, in pieces, and nothing is wider than the room."""
    told = [worded(line) for line in year_lines(YEAR, room)]
    mondays = "".join(row[4 : 4 + 2 * WEEKS].split("  ")[0] for row in told if row.startswith("Mo"))
    assert len(mondays.replace(" ", "")) == WEEKS
    assert max(map(cells, told)) <= room


def test_minutes_are_told_apart() -> None:
    """Under 5, from 5, from 10 and from 15 minutes differ in their characters, not in colour alone."""
    found = [shade(60 * minutes)[0] for minutes in (0, 4.9, 5, 9.9, 10, 14.9, 15, 600)]
    assert found == [glyph for _, (glyph, _), _ in SHADES for _ in range(2)]
    assert len(set(found)) == len(SHADES)


def test_a_longer_day_is_higher() -> None:
    """Each day has the shade of the minutes worked in it."""
    history = judge([session(FRIDAY - timedelta(back), seconds=60 * back * 4) for back in (1, 2, 3, 4)], FRIDAY)
    assert [row[-1] for row in grid(history)[:4]] == ["▇", "▅", "▃", "▂"]


@pytest.mark.parametrize(("marks", "mark"), [("x", "●"), ("xx_", "○"), ("xxp", "○")])
def test_today_is_marked(marks: str, mark: str) -> None:
    """Today has a mark that no other day has, done or open, and it is explained."""
    told = [worded(line) for line in year_lines(judge(diary(marks), FRIDAY), 78)]
    assert grid(judge(diary(marks), FRIDAY))[4][-1] == mark
    assert sum(row.count(mark) for row in told) == 2
    assert any(f"{mark} today" in row for row in told)


def test_the_grid_is_full() -> None:
    """Days without a session, also those before the first one, are faint dots; days to come are blank."""
    rows = grid(judge(diary("x"), FRIDAY))
    assert [row.count("·") for row in rows] == [53, 53, 53, 53, 52, 52, 52]
    assert [len(row.rstrip()) for row in rows[5:]] == [52, 52]


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2027, 1, 3), date(2024, 2, 29), date(2026, 3, 29)])
def test_ends_today(today: date) -> None:
    """The last column holds today, in week 53, on 29 February and when the clock changes."""
    assert grid(judge([session(today)], today))[today.weekday()][-1] == "●"


def test_sums() -> None:
    """It says how many days and how much time it shows, and no more than that."""
    told = [worded(line) for line in year_lines(judge(diary("x" * 500), FRIDAY), 78)]
    assert told[-1] == "369 days and 61 h 30 min in these 53 weeks"
