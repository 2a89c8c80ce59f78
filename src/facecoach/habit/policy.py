"""What the week asks for: the policy, and the changes of it that the journal holds."""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a shell prompt (see records.py)

from __future__ import annotations

from collections import namedtuple
from datetime import datetime, time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from facecoach.habit.records import Record

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Policy(namedtuple("Policy", "week_goal rest_days day_start freezes", defaults=(4, (), "03:00", 2))):
    """Days a week to aim for (1 to 7), weekdays off, when a day begins (HH:MM), how many freezes to hold (0 to 5)."""

    __slots__ = ()
    week_goal: int
    rest_days: tuple[str, ...]
    day_start: str
    freezes: int

    def rests(self, day: int) -> bool:
        """Whether a date, by its ordinal, falls on a rest day."""
        return bool(self.rest_days) and WEEKDAYS[day % 7 - 1] in self.rest_days


class Change(namedtuple("Change", "day at id settings")):
    """New settings of the policy from `day` on; of two on one day the later `at` wins, then the later `id`."""

    __slots__ = ()
    day: int
    at: datetime
    id: str
    settings: dict[str, Any]


def change(day: int, record: Record) -> Change:
    """Return what a policy's record changes; raises KeyError, TypeError or ValueError where it makes no sense."""
    at = datetime.fromisoformat(record["at"])
    if at.tzinfo is None:
        raise ValueError("a time in the journal has an offset")
    settings = {name: read(record[name]) for name, read in _SETTINGS.items() if name in record}
    return Change(day, at, record["id"], settings)


def _within(low: int, high: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return value

    return check


def _weekdays(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not set(value) <= set(WEEKDAYS):
        raise ValueError("weekdays are written mon to sun")
    return tuple(name for name in WEEKDAYS if name in value)


def _clock(value: Any) -> str:
    return time.fromisoformat(value).strftime("%H:%M")


_SETTINGS: dict[str, Callable[[Any], Any]] = {
    "week_goal": _within(1, 7),
    "rest_days": _weekdays,
    "day_start": _clock,
    "freezes": _within(0, 5),
}
