"""Loop Habit Tracker's tables: what a person entered there as done, and the same tables written from a journal.

In them 2 or YES_MANUAL is a tick by hand, 1 or YES_AUTO one that Loop drew itself, 3 or SKIP a skip, 0 and -1 none; a
habit with numbers holds a thousand times each, and its target in `Habits.csv`.
"""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a start (see records.py)

from __future__ import annotations

import csv
import re
from collections import Counter, namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from facecoach.habit.intake import Entry, Taken
from facecoach.habit.table import Row, day_of, fault, rows
from facecoach.words import clipped

HABITS, CHECKMARKS = "Habits.csv", "Checkmarks.csv"
MOST_TICKS = 100_000
MOST_CELLS = 1_000_000
_WORDS = {
    "YES_MANUAL": "done", "2": "done", "YES_AUTO": "ticked by Loop itself", "1": "ticked by Loop itself",
    "SKIP": "skipped", "3": "skipped", "-3": "skipped", "NO": "not done", "0": "not done", "UNKNOWN": "not done",
    "-1": "not done", "": "not done",
}  # fmt: skip
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_UNSAFE = re.compile(r"[^ a-zA-Z0-9._-]+")


class Habit(namedtuple("Habit", "name numerical target", defaults=(False, None))):
    """A habit: its name, whether it holds numbers, and from which on it is done; None where that is not known."""

    __slots__ = ()
    name: str
    numerical: bool
    target: float | None


def read(files: Mapping[str, bytes], today: date) -> Taken:
    """Return what Loop's tables say was done by hand; a table of one habit comes before the one of all.

    Raises CoachError with the line for what makes no sense, and where there are no tables of Loop's.
    """
    habits = dict(_habits(files[HABITS])) if HABITS in files else {}
    taken = Taken("loop", [], Counter(), {habit.name: 0 for habit in habits.values()})
    single = sorted(name for name in files if name.endswith(f"/{CHECKMARKS}"))
    together = [name for name in files if name not in (*single, HABITS)] if not single else []
    for name in single:
        _take(taken, _one(files[name], name, habits), today)
    for name in together:
        _take(taken, _all(files[name], name, habits), today)
    return taken


def _habits(raw: bytes) -> Iterator[tuple[str, Habit]]:
    """Yield the habits of `Habits.csv` by their position, written as three digits."""
    table = rows(raw, HABITS)
    head = next(table, Row(HABITS, []))
    if "Name" not in head.cells:
        raise fault(head.place, "there is no column `Name`")
    for number, row in enumerate(table, 1):
        told = dict(zip(head.cells, row.cells, strict=False))
        numerical = told.get("Type", "") == "NUMERICAL"
        target = told.get("Target Value", "")
        known = numerical and told.get("Target Type") != "AT_MOST" and _NUMBER.fullmatch(target)
        yield (
            told.get("Position") or f"{number:03}",
            Habit(told.get("Name", ""), numerical, float(target) if known else None),
        )


Cell = tuple[Habit, str, str, str]  # a habit, a day, a value and their place


def _one(raw: bytes, name: str, habits: Mapping[str, Habit]) -> Iterator[Cell]:
    """Yield the cells of a table of one habit, named by its folder."""
    folder = name.rpartition("/")[0]
    position, _, rest = folder.partition(" ")
    habit = habits.get(position) or Habit(rest or folder)
    for row in rows(raw, name):
        if row.cells[0] != "Date":
            yield habit, row.cells[0], row.cells[1] if len(row.cells) > 1 else "", row.place


def _all(raw: bytes, name: str, habits: Mapping[str, Habit]) -> Iterator[Cell]:
    """Yield the cells of a table with a column for each habit, or with one column `Value`."""
    table = rows(raw, name)
    head = next(table, Row(name, []))
    if not head.cells or head.cells[0] != "Date":
        raise fault(head.place, "this is none of Loop's tables", "its first column is `Date`")
    known = {habit.name: habit for habit in habits.values()}
    single = head.cells[1:2] == ["Value"]
    names = ["the habit"] if single else [cell for cell in head.cells[1:] if cell]
    columns = [known.get(one, Habit(one)) for one in names]
    for row in table:
        if len(row.cells) < len(columns) + 1:
            raise fault(row.place, f"{len(row.cells)} cells where there are {len(columns) + 1} columns")
        for habit, value in zip(columns, row.cells[1:], strict=False):
            yield habit, row.cells[0], value, row.place


def _take(taken: Taken, cells: Iterable[Cell], today: date) -> None:
    """Take in what was done, a day once for each habit, and count what else there is."""
    known: set[tuple[str, date]] = set()
    for number, (habit, text, value, place) in enumerate(cells):
        if number >= MOST_CELLS:
            raise fault(place, f"more than {MOST_CELLS} values", "is it the right file?")
        what = _meaning(habit, value, place)
        day = day_of(text, today, place, done=what == "done")
        taken.names.setdefault(habit.name, 0)
        if what != "done":
            taken.others[habit.name, what] += 1
        elif (habit.name, day) not in known:
            known.add((habit.name, day))
            taken.names[habit.name] += 1
            taken.entries.append(Entry(day, habit.name, None, place))
            if len(taken.entries) > MOST_TICKS:
                raise fault(place, f"more than {MOST_TICKS} days", "is it the right file?")


def _meaning(habit: Habit, value: str, place: str) -> str:
    """Return what a value says: `done`, or why it does not count."""
    if not habit.numerical and value in _WORDS:
        return _WORDS[value]
    if habit.numerical and value in ("SKIP", "NO", "UNKNOWN", "YES_AUTO", "YES_MANUAL", ""):
        return "skipped" if value == "SKIP" else "not done"
    if not _NUMBER.fullmatch(value):
        raise fault(place, f"`{clipped(value)}` is no value of Loop's", "they are words as YES_MANUAL, or numbers")
    if habit.target is None:
        return "a number without a target to reach"
    reached = float(value) >= 1000 * habit.target and float(value) > 0
    return "done" if reached else "under the target"


def written(days: Mapping[str, Sequence[date]]) -> dict[str, str]:
    """Return Loop's tables for habits and the days on which each was done, by their names in the archive.

    Loop reads none of its own tables back, but `HabitBull.csv`, which is among them.
    """
    files = {HABITS: _table(_HEAD, (_habit_row(number, name) for number, name in enumerate(days, 1)))}
    for number, (name, done) in enumerate(days.items(), 1):
        folder = f"{number:03} {_UNSAFE.sub('', name)[:100]}".strip()
        marks = ((day.isoformat(), "YES_MANUAL", "") for day in sorted(set(done), reverse=True))
        files[f"{folder}/{CHECKMARKS}"] = _table(("Date", "Value", "Notes"), marks)
    bull = ((name, "", "", day.isoformat(), "1", "") for name, done in days.items() for day in sorted(set(done)))
    files["HabitBull.csv"] = _table(_BULL, bull)
    return files


_HEAD = (
    "Position", "Name", "Type", "Question", "Description", "FrequencyNumerator", "FrequencyDenominator", "Color",
    "Unit", "Target Type", "Target Value", "Archived?",
)  # fmt: skip
_BULL = ("HabitName", "HabitDescription", "HabitCategory", "CalendarDate", "Value", "CommentText")


def _habit_row(number: int, name: str) -> Sequence[str]:
    return (f"{number:03}", name, "YES_NO", "", "", "1", "1", "#F57C00", "", "", "", "false")


class _Lines(list[str]):
    """Lines that a table is written to."""

    def write(self, line: str) -> int:
        """Take in a line."""
        self.append(line)
        return len(line)


def _table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    lines = _Lines()
    table = csv.writer(lines, lineterminator="\n")
    table.writerow(head)
    table.writerows(body)
    return "".join(lines)
