"""A year as a grid of weeks: a column a week and a row a weekday, each day as high and as bright as its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from facecoach.habit.account import days
from facecoach.habit.history import History
from facecoach.screen.pages.calendar import DAYS, INDENT, MARKS, legend, meanings, months, weeks
from facecoach.screen.spans import QUIET, WARM, Line, Span, beside, line, padded, spaced, wrapped
from facecoach.words import span

WEEKS = 53
SHADES = (
    (5, ("▂", "#7d6224"), "under 5 min"), (10, ("▃", "#a57d26"), "5 to 9 min"),
    (15, ("▅", "#cc9928"), "10 to 14 min"), (1e9, ("▇", WARM), "15 min and more"),
)  # fmt: skip
TODAY: Span = ("●", f"bold {WARM}")
FAINT: Span = ("·", QUIET)
KEY = 17  # cells of the legend beside the grid


def year_lines(history: History, room: int) -> list[Line]:
    """Return the last fifty-three weeks in `room` cells, in as few pieces as fit, with what the marks mean."""
    cell = 2 if room >= INDENT + 2 * WEEKS else 1
    most = min(WEEKS, (room - INDENT) // cell)
    grid = weeks(history, WEEKS)
    pieces = -(-WEEKS // most)
    size = -(-WEEKS // pieces)
    rows = [row for first in range(0, WEEKS, size) for row in _piece(history, grid, first, first + size, cell)]
    wide = INDENT + size * cell + 2
    if pieces == 1 and wide + KEY <= room:
        return [
            *beside([padded(row, wide) for row in rows], _key(history, grid), wide),
            (),
            *wrapped(_sums(history), room),
        ]
    return [*rows, (), *_legend(history, grid, room), (), *wrapped(_sums(history), room)]


def _piece(history: History, grid: list[list[str]], first: int, end: int, cell: int) -> Iterator[Line]:
    """Yield the weeks from `first` to before `end`: the months, then each weekday."""
    starts = [_monday(history) + timedelta(7 * week) for week in range(first, min(end, WEEKS))]
    worked = {slot.day: slot.seconds for slot in history.slots[-7 * WEEKS :]}
    yield ((f"{'':{INDENT}}{months(starts, cell)}", QUIET),)
    for weekday, name in enumerate(DAYS):
        found = [start + timedelta(weekday) for start in starts]
        states = [week[weekday] for week in grid[first:end]]
        marks = (_mark(history, day, state, worked) for day, state in zip(found, states, strict=True))
        style = "bold" if weekday == history.today.weekday() else QUIET
        yield ((f"{name:{INDENT}}", style), *spaced(marks, cell - 1))


def _mark(history: History, day: date, state: str, worked: dict[int, float]) -> Span:
    if day > history.today:
        return (" ", "")
    if day == history.today and state == "done":
        return TODAY
    if state == "done":
        return shade(worked[day.toordinal()])
    return MARKS.get(state, FAINT)


def shade(seconds: float) -> Span:
    """Return the mark of a day of so many seconds: told by its height where there is no colour."""
    return next(mark for below, mark, _ in SHADES if seconds < 60 * below)


def _key(history: History, grid: list[list[str]]) -> list[Line]:
    """Return what the marks mean, one a line: the shades, today, and of the other states those that occur."""
    told = [*((mark, words) for _, mark, words in reversed(SHADES)), *_others(history, grid)]
    return [line(mark, (f" {words}", QUIET)) for mark, words in told]


def _legend(history: History, grid: list[list[str]], room: int) -> list[Line]:
    return legend([*((mark, words) for _, mark, words in SHADES), *_others(history, grid)], room)


def _others(history: History, grid: list[list[str]]) -> list[tuple[Span, str]]:
    """Return the marks beside the shades with their words: today, and the states that occur."""
    found = {state for week in grid for state in week} - {"done", "missed"}
    today = [(TODAY, "today")] if history.state == "done" else []
    return [*today, *meanings(found)]


def _sums(history: History) -> Line:
    recent = [slot for slot in history.slots if slot.day >= _monday(history).toordinal()]
    done, worked = sum(slot.completed > 0 for slot in recent), sum(slot.seconds for slot in recent)
    return line((f"{days(done)} and {span(worked)} in these {WEEKS} weeks", QUIET))


def _monday(history: History) -> date:
    """Return the Monday on which the grid begins."""
    return history.today - timedelta(history.today.weekday() + 7 * (WEEKS - 1))
