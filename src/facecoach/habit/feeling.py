"""How tight it felt before and after sessions, 0 (not at all) to 9, and what that comes to week by week."""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a start (see records.py)

from __future__ import annotations

from collections import Counter, namedtuple
from datetime import date

from facecoach.habit.merge import tail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from facecoach.habit.book import Book

    Feel = Mapping[str, int]

TIGHTEST = 9
WORTH_NAMING = 1.0  # a smaller difference between two medians is called none
SIDES = ("before", "after")
CAUSE = "This shows what was felt, not what caused it."


class FeltWeek(namedtuple("FeltWeek", "monday days sessions before after")):
    """A week: days practised, sessions of which it is known how they felt, and the medians, None where missing."""

    __slots__ = ()
    monday: date
    days: int
    sessions: int
    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        """How much tighter it was after than before; None where one of them is missing."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def change(self) -> str | None:
        """The difference as a word: less, more or none; None where it is not known."""
        if self.difference is None:
            return None
        return "none" if abs(self.difference) < WORTH_NAMING else "less" if self.difference < 0 else "more"

    def as_json(self) -> dict[str, Any]:
        """Return what `feel --json` and `feel --csv` print of a week."""
        year, week, _ = self.monday.isocalendar()
        told = {"week": f"{year}-W{week:02}", "from": self.monday.isoformat(), **self._asdict()}
        told.pop("monday")
        return {**told, "difference": self.difference, "change": self.change}


def felt(told: Any) -> dict[str, int]:
    """Return what a record or a file says of how tight it felt, without what makes no sense."""
    known = told if isinstance(told, dict) else {}
    return {side: known[side] for side in SIDES if type(known.get(side)) is int and 0 <= known[side] <= TIGHTEST}


def told(feel: Feel) -> str:
    """Return in words how tight a session felt."""
    return f"Felt: {', '.join(f'{feel[side]} {side}' for side in SIDES if side in feel)}"


def parse_feel(text: str) -> dict[str, int]:
    """Return what `6,3` says: before and after; either may be left out. Raises UsageError."""
    parts = [part.strip() for part in text.split(",")]
    right = len(parts) == 2 and any(parts) and all(part in ("", *"0123456789") for part in parts)
    if not right:
        from facecoach.errors import UsageError

        hint = "two numbers from 0 (not at all) to 9, as `6,3`; `6,` or `,3` where one is missing"
        raise UsageError(f"`{text[:40]}` does not say how tight it was before and after", hint)
    return {side: int(part) for side, part in zip(SIDES, parts, strict=True) if part}


def weeks(book: Book) -> list[FeltWeek]:
    """Return each week from the first of which it is known how it felt to this one; none where nothing is known."""
    known = _sessions(book)
    if not known:
        return []
    practised = Counter(map(_monday, book.facts.completed))
    by_week: dict[int, list[Feel]] = {}
    for day, feel in known:
        by_week.setdefault(_monday(day), []).append(feel)
    mondays = range(min(by_week), _monday(book.today.toordinal()) + 1, 7)
    return [_week(monday, practised[monday], by_week.get(monday, [])) for monday in mondays]


def _week(monday: int, days: int, feels: Sequence[Feel]) -> FeltWeek:
    medians = (_median([feel[side] for feel in feels if side in feel]) for side in SIDES)
    return FeltWeek(date.fromordinal(monday), days, len(feels), *medians)


def _sessions(book: Book) -> list[tuple[int, Feel]]:
    """Return the days and feelings of the sessions that stand and count, as far as they are known."""
    aside = book.facts.gone | set(book.facts.future) | set(book.facts.skipped)
    return [(day, feel) for key, day, feel in _told(book) if key not in aside and feel]


def _told(book: Book) -> Iterator[tuple[str, int, Feel]]:
    for key, record in book.merged.kinds["session"].items():
        if "feel" in record and key not in book.facts.skipped:
            yield key, _ordinal(record.get("day")), felt(record["feel"])
    for key, row in book.merged.rows.items():
        if '"feel"' in row[5]:
            yield key, _ordinal(row[1]), felt(tail(row).get("feel"))


def _ordinal(day: Any) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except (TypeError, ValueError):
        return 0  # such a record is skipped, and known by its id to be


def _monday(day: int) -> int:
    return day - (day - 1) % 7


def _median(numbers: Sequence[int]) -> float | None:
    """Return the middle of some numbers, an integer where it is whole; None of none."""
    if not numbers:
        return None
    ranked, middle = sorted(numbers), len(numbers) // 2
    if len(ranked) % 2:
        return ranked[middle]
    total = ranked[middle - 1] + ranked[middle]
    return total / 2 if total % 2 else total // 2
