"""Days as marks: this week in a row, and weeks side by side as a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from rich.text import Text

from facecoach.dates import MONTHS
from facecoach.history import History
from facecoach.screen.theme import QUIET, WARM

MARKS = {
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
INDENT = 4


def mark(state: str) -> Text:
    """Return the mark of a day, one cell wide; a state without one is blank, as days to come are."""
    glyph, style = MARKS.get(state, (" ", ""))
    return Text(glyph, style=style)


def weeks(history: History, count: int) -> list[list[str]]:
    """Return the states of the last `count` weeks, Monday first, the present week last; blank where nothing is told."""
    monday = history.today.toordinal() - history.today.weekday()
    start = monday - 7 * (count - 1)
    slots, verdicts = history.slots[-7 * count :], history.verdicts[-7 * count :]
    told = {slot.day: state for slot, (state, _) in zip(slots, verdicts, strict=True)}
    return [[told.get(day, "") for day in range(week, week + 7)] for week in range(start, monday + 1, 7)]


def week_rows(history: History) -> tuple[Text, Text]:
    """Return the present week's days by name, and the mark of each below it."""
    today = history.today.weekday()
    names = Text(" ").join(Text(name, style="bold" if day == today else QUIET) for day, name in enumerate(DAYS))
    marks = Text("  ").join(mark(state) for state in weeks(history, 1)[0])
    return names, marks


def calendar(history: History, count: int, cell: int) -> list[Text]:
    """Return `count` weeks as columns of `cell` cells and weekdays as rows, the months above them."""
    columns = weeks(history, count)
    monday = history.today - timedelta(history.today.weekday())
    starts = [monday - timedelta(7 * back) for back in reversed(range(count))]
    rows = [Text(f"{'':{INDENT}}{_months(starts, cell)}", style=QUIET)]
    for day, name in enumerate(DAYS):
        label = Text(f"{name:{INDENT}}", style=QUIET)
        rows.append(Text.assemble(label, Text(" " * (cell - 1)).join(mark(week[day]) for week in columns)))
    return rows


def _months(starts: list[date], cell: int) -> str:
    """Return the short names of the months, each above the week that its first Monday begins, where there is room."""
    line = ""
    for index, monday in enumerate(starts):
        named = monday.day <= 7 or (not index and monday.day <= 14)
        if named and len(line) <= index * cell and index * cell + 3 <= len(starts) * cell:
            line = f"{line:{index * cell}}{MONTHS[monday.month - 1]} "
    return line.rstrip()


def legend(states: Iterable[str], width: int) -> list[Text]:
    """Return what the marks mean, of those states that occur, in lines of `width` cells."""
    found = set(states)
    lines = [Text()]
    for state in (one for one in MARKS if one in found):
        entry = Text.assemble(mark(state), (f" {WORDS.get(state, state)}   ", QUIET))
        if lines[-1].cell_len + entry.cell_len - 3 > width:
            lines.append(Text())
        lines[-1].append_text(entry)
    return lines
