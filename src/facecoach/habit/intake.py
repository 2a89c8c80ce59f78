"""What is taken in from elsewhere: entries, the routine that each is of, and which of them the journal lacks."""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a start (see records.py)

from __future__ import annotations

from collections import Counter, namedtuple
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING

from facecoach.errors import UsageError
from facecoach.words import folded, guess, listed

if TYPE_CHECKING:
    from facecoach.habit.book import Book

SHOWN = 8


class Entry(namedtuple("Entry", "day name seconds place")):
    """A session as another file has it: its day, the name it goes by there, its length if known, and its place."""

    __slots__ = ()
    day: date
    name: str
    seconds: float | None
    place: str


class Taken(namedtuple("Taken", "source entries others names")):
    """What a file holds: `loop` or `csv`, its entries, other values by name and kind, and entries by name, counted."""

    __slots__ = ()
    source: str
    entries: list[Entry]
    others: Counter[tuple[str, str]]
    names: dict[str, int]


class Fresh(namedtuple("Fresh", "id day routine seconds")):
    """A session that the journal lacks, with the id it has on every machine that takes in the same file."""

    __slots__ = ()
    id: str
    day: date
    routine: str
    seconds: float | None


def left_out(taken: Taken, routines: Mapping[str, str]) -> Counter[str]:
    """Return how many values of which kind do not count, of the names that have a routine."""
    found: Counter[str] = Counter()
    for (name, what), number in taken.others.items():
        if name in routines:
            found[what] += number
    return found


def mapped(
    taken: Taken, shelf: Mapping[str, str], routine: str | None = None, habits: Sequence[str] = ()
) -> dict[str, str]:
    """Return the routine of each name: what its name tells, by `shelf`, else `routine`; names left out have none.

    Raises UsageError where `routine` could mean several of Loop's habits, or `habits` are not among them.
    """
    known = {folded(name): name for name in taken.names}
    chosen = [_known(habit, known) for habit in habits] or list(taken.names)
    if taken.source == "loop" and routine and len(chosen) > 1 and not habits:
        names = listed([f"`{name}`" for name in chosen[:SHOWN]])
        raise UsageError(f"which habit is `{routine}`?", f"`--habit NAME` names it; there are {names}")
    told = {name: (routine if habits and routine else shelf.get(folded(name), routine)) for name in chosen}
    return {name: slug for name, slug in told.items() if slug}


def fresh(taken: Taken, routines: Mapping[str, str], book: Book) -> list[Fresh]:
    """Return what the journal lacks: of a day and routine as many as there are more here than there, none twice."""
    have, known = _standing(book, completed=taken.source == "loop")
    nth: Counter[tuple[date, str]] = Counter()
    found = []
    most = 1 if taken.source == "loop" else len(taken.entries)  # two habits of one routine and day are one session
    for entry in taken.entries:
        if slug := routines.get(entry.name):
            nth[entry.day, slug] += 1
            number = nth[entry.day, slug]
            key = _key(taken.source, entry.day, slug, number)
            if have[entry.day.isoformat(), slug] < number <= most and key not in known:
                found.append(Fresh(key, entry.day, slug, entry.seconds))
    return found


def _known(habit: str, known: Mapping[str, str]) -> str:
    if folded(habit) not in known:
        hint = guess(habit, known.values(), f"there are {listed(list(known.values())[:SHOWN])}")
        raise UsageError(f"there is no habit `{habit[:40]}` in the file", hint)
    return known[folded(habit)]


def _standing(book: Book, *, completed: bool) -> tuple[Counter[tuple[str, str]], set[str]]:
    """Return how many sessions stand of a day and routine, and the ids of all, also of those taken back."""
    sessions = [*_sessions(book)]
    gone = book.facts.gone
    standing = Counter((day, slug) for key, day, slug, done in sessions if key not in gone and (done or not completed))
    return standing, {key for key, *_ in sessions}


def _sessions(book: Book) -> Iterator[tuple[str, str, str, bool]]:
    for row in book.merged.rows.values():
        yield row[0], row[1], row[2], row[3] == "completed"
    for key, record in book.merged.kinds["session"].items():
        yield key, str(record.get("day")), str(record.get("routine")), record.get("outcome") == "completed"


def _key(source: str, day: date, routine: str, number: int) -> str:
    """Return an id that the same entry has again, and that sorts by its day."""
    said = f"{source} {day} {routine} {number}".encode()
    return f"{day:%Y%m%d}T120000{number % 1_000_000:06}-{blake2b(said, digest_size=4).hexdigest()}"
