"""Two machines that keep one journal: offline for a while, and the same history once they meet, in whatever order."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from facecoach.habit import journal, pauses, records
from facecoach.habit.book import Book, opened
from facecoach.habit.copies import fold
from facecoach.habit.facts import count_day
from facecoach.habit.feeling import weeks
from facecoach.habit.records import Stamp
from lines import FRIDAY, session

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
Record = dict[str, Any]
Stamper = Callable[[], Stamp]
Action = Callable[[Book, Stamper, int], list[Record]]


def log(book: Book, own: Stamper, number: int) -> list[Record]:
    """Log a session of some days back, completed or not, and how it felt."""
    stamp, day = own(), book.today - timedelta(number % 6)
    outcome = "partial" if number % 3 == 2 else "completed"
    feel = {"before": number % 10, "after": number % 4}
    return [session(day, stamp.id, at=stamp.at, outcome=outcome, routine=("morning", "desk")[number % 2], feel=feel)]


def undo(book: Book, own: Stamper, number: int) -> list[Record]:
    """Take back any record there is, also one that takes another back."""
    known = sorted({*book.merged.kinds["session"], *book.facts.voids, *book.merged.kinds["pause"]})
    return [records.void(own(), known[number % len(known)])] if known else []


def pause(book: Book, own: Stamper, number: int) -> list[Record]:
    """Plan time off from this day on."""
    return pauses.begun(book, book.today + timedelta(number % 5), own)


def be_back(book: Book, own: Stamper, number: int) -> list[Record]:
    """End the time off that is running."""
    return pauses.ended(book, own) if pauses.running(book) else []


def aim(book: Book, own: Stamper, number: int) -> list[Record]:
    """Set a goal, a rest day or how many freezes to hold."""
    wishes: list[records.PolicyFields] = [
        {"week_goal": 1 + number % 7},
        {"freezes": number % 6},
        {"rest_days": ["sun"]},
    ]
    return [records.policy(own(), wishes[number % 3])]


def change_days(book: Book, own: Stamper, number: int) -> list[Record]:
    """Let days begin at another hour."""
    return [records.policy(own(), {"day_start": f"{number % 6:02}:00"})]


# What a machine may do; whoever adds a type of record adds what writes it here.
ACTIONS: tuple[Action, ...] = (log, log, undo, pause, be_back, aim, change_days)

deeds = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 40), st.integers(0, 59)), max_size=12)


def lived(before: list[Record], done: list[tuple[Action, int, int]], machine: str) -> list[Record]:
    """Return the records that a machine adds which does these things, each on a day up to a few weeks back."""
    told, numbers = list(before), count()
    for action, number, hours in sorted(done, key=lambda deed: -deed[2]):
        moment = NOW - timedelta(hours=9 * hours)
        book = opened(told, [], moment)
        told += action(book, partial(_stamp, moment, book, machine, numbers), number)
    return told[len(before) :]


def _stamp(moment: datetime, book: Book, machine: str, numbers: count[int]) -> Stamp:
    key = f"{moment:%Y%m%dT%H%M%S}{next(numbers):06}-{machine}"
    return Stamp(key, moment.isoformat(timespec="seconds"), book.today.isoformat())


def come_to(told: list[Record]) -> tuple[Any, ...]:
    """Return all that records come to: the history, the policy, how it felt."""
    book = opened(told, [], NOW)
    return book.history, book.policy, weeks(book), sorted(book.facts.gone)


@given(deeds, deeds, deeds, st.data())
@settings(deadline=None)  # a book is opened for each thing done
def test_they_meet_again(common: Any, here: Any, there: Any, data: st.DataObject) -> None:
    """Whatever two machines did offline, they come to the same history in any order, with lines in both or twice."""
    shared = lived([], common, "s")
    one, two = lived(shared, here, "a"), lived(shared, there, "b")
    whole = come_to([*shared, *one, *two])
    assert come_to([*shared, *two, *one]) == whole
    union = data.draw(st.permutations([*shared, *shared, *one, *two, *one[:2]]))
    assert come_to(union) == whole


@given(deeds, deeds, deeds)
@settings(deadline=None, max_examples=30)  # each example waits for a disk
def test_as_files(common: Any, here: Any, there: Any) -> None:
    """A conflict copy beside the journal, folded in or not, comes to what both machines did."""
    shared = lived([], common, "s")
    one, two = lived(shared, here, "a"), lived(shared, there, "b")
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / journal.NAME, [*shared, *one])
        _write(folder / "journal (conflicted copy).jsonl", [*shared, *two])
        whole = come_to([*shared, *one, *two])
        assert come_to(journal.read(folder, whole=True).records) == whole
        fold(folder, NOW)
        assert journal.files(folder) == [str(folder / journal.NAME)]
        assert come_to(journal.read(folder, whole=True).records) == whole


def _write(path: Path, told: list[Record]) -> None:
    path.write_text("".join(f"{json.dumps(record)}\n" for record in told), encoding="utf-8")


def test_days_are_as_meant() -> None:
    """The last thing is done on the day of the test, so that all that was done before counts by then."""
    assert count_day(NOW, "03:00") == FRIDAY == date(2026, 11, 20)
