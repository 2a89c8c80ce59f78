"""Days as marks: this week in a row, and weeks side by side as a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from facecoach.habit.history import History
from facecoach.screen.spans import QUIET, WARM, Line, Span, spaced, width

MARKS: dict[str, Span] = {
    "done": ("●", WARM),
    "partial": ("◐", WARM),
    "rest": ("–", QUIET),  # noqa: RUF001 - a dash is meant
    "paused": ("‖", "#7c8fe0"),
    "frozen": ("❅", "#6fc3e6"),
    "missed": ("·", QUIET),
    "pending": ("○", "bold"),
}
WORDS = {"pending": "today", "partial": "left early"}
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
INDENT = 4


def mark(state: str) -> Span:
    """Return the mark of a day, one cell wide; a state without one is blank, as days to come are."""
    return MARKS.get(state, (" ", ""))


def weeks(history: History, count: int) -> list[list[str]]:
    """Return the states of the last `count` weeks, Monday first, the present week last; blank where nothing is told."""
    monday = history.today.toordinal() - history.today.weekday()
    start = monday - 7 * (count - 1)
    slots, verdicts = history.slots[-7 * count :], history.verdicts[-7 * count :]
    told = {slot.day: state for slot, (state, _) in zip(slots, verdicts, strict=True)}
    return [[told.get(day, "") for day in range(week, week + 7)] for week in range(start, monday + 1, 7)]


def week_rows(history: History) -> tuple[Line, Line]:
    """Return the present week's days by name, and the mark of each below it."""
    today = history.today.weekday()
    names = spaced(((name, "bold" if day == today else QUIET) for day, name in enumerate(DAYS)), 1)
    return names, spaced((mark(state) for state in weeks(history, 1)[0]), 2)


def calendar(history: History, count: int, cell: int) -> list[Line]:
    """Return `count` weeks as columns of `cell` cells and weekdays as rows, the months above them."""
    columns = weeks(history, count)
    monday = history.today - timedelta(history.today.weekday())
    starts = [monday - timedelta(7 * back) for back in reversed(range(count))]
    rows: list[Line] = [((f"{'':{INDENT}}{months(starts, cell)}", QUIET),)]
    for day, name in enumerate(DAYS):
        rows.append(((f"{name:{INDENT}}", QUIET), *spaced((mark(week[day]) for week in columns), cell - 1)))
    return rows


def months(starts: list[date], cell: int) -> str:
    """Return the short names of the months, each above the week of its first Monday, where there is room."""
    line = ""
    for index, monday in enumerate(starts):
        named = monday.day <= 7 or (not index and monday.day <= 14)
        if named and len(line) <= index * cell and index * cell + 3 <= len(starts) * cell:
            line = f"{line:{index * cell}}{MONTHS[monday.month - 1]} "
    return line.rstrip()


def meanings(states: Iterable[str]) -> list[tuple[Span, str]]:
    """Return the mark and the word of each state that occurs."""
    found = set(states)
    return [(mark(state), WORDS.get(state, state)) for state in MARKS if state in found]


def legend(told: Iterable[tuple[Span, str]], room: int) -> list[Line]:
    """Return what marks mean, each with its words, in lines of `room` cells."""
    lines: list[Line] = [()]
    for shown, words in told:
        entry = (shown, (f" {words}   ", QUIET))
        if lines[-1] and width((*lines[-1], *entry)) - 3 > room:
            lines.append(())
        lines[-1] = (*lines[-1], *entry)
    return lines
