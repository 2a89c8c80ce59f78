"""The journal's records as facts: merged by id, without those taken back, dated ahead or unreadable.

Days are ordinals here (`date.toordinal`), so that they subtract.
"""

# `typing.NamedTuple` and `dataclasses` cost a shell prompt 5 to 14 ms of its 40, `collections` nothing.
# ruff: noqa: PYI024

from __future__ import annotations

from collections import Counter, namedtuple
from datetime import date, datetime, time, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable
    from typing import Any

    Record = dict[str, Any]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WINDOW = 14
_ENDLESS = 1e9
_DAMAGED = (AttributeError, KeyError, OverflowError, TypeError, ValueError)


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


class Journal:
    """What stands in a journal on the day `now`, and the ids of records that are ahead of it or unreadable.

    `completed`, `sessions` (partial ones too) and `seconds` go by day, `pauses` are first and last days, `plans` the
    days on which pauses and policies were made, `zones` the seconds of the last 14 days, `routines` what was completed
    today; in `skipped` a record without an id is `?`.
    """

    def __init__(self, now: int) -> None:
        self.now = now
        self.completed: dict[int, int] = {}
        self.sessions: dict[int, int] = {}
        self.seconds: dict[int, float] = {}
        self.zones: dict[str, float] = {}
        self.routines: Counter[str] = Counter()
        self.pauses: list[tuple[int, int]] = []
        self.changes: list[Change] = []
        self.plans: list[int] = []
        self.voids: dict[str, str] = {}
        self.future: list[str] = []
        self.skipped: list[str] = []

    @property
    def first(self) -> int:
        """The day of the first session, pause or policy, or `now` when there is none."""
        return min([self.now, *self.plans, *self.sessions])

    def read(self, records: dict[str, Record], add: Callable[[int, Record], None], gone: Container[str] = ()) -> None:
        """Add the records of one type in the order of their ids, but for those that are `gone`."""
        for key in sorted(records):
            if key in gone:
                continue
            record = records[key]
            try:
                day = date.fromisoformat(record["day"]).toordinal()
                if day > self.now:
                    self.future.append(key)
                else:
                    add(day, record)
            except _DAMAGED:
                self.skipped.append(key)

    def add_void(self, _: int, record: Record) -> None:
        """Take in the taking back of another record."""
        if not isinstance(record["ref"], str):
            raise TypeError("a void names an id")
        self.voids[record["id"]] = record["ref"]

    def add_session(self, day: int, record: Record) -> None:
        """Take in time worked."""
        seconds, completed = record["seconds"], record["outcome"] == "completed"
        if not 0 <= seconds < _ENDLESS or not (completed or record["outcome"] == "partial"):
            raise ValueError("a session has a length and an outcome")
        self.sessions[day] = self.sessions.get(day, 0) + 1
        self.seconds[day] = self.seconds.get(day, 0) + seconds
        if completed:
            self.completed[day] = self.completed.get(day, 0) + 1
        if day > self.now - WINDOW:
            self._add_zones(record.get("zones"))
        if completed and day == self.now:
            self.routines[str(record.get("routine"))] += 1

    def _add_zones(self, zones: Any) -> None:
        for zone, seconds in zones.items() if isinstance(zones, dict) else ():
            if isinstance(seconds, int | float) and 0 < seconds < _ENDLESS:
                self.zones[zone] = self.zones.get(zone, 0) + seconds

    def add_pause(self, day: int, record: Record) -> None:
        """Take in planned time off."""
        start, until = (date.fromisoformat(record[end]).toordinal() for end in ("from", "until"))
        if until < start:
            raise ValueError("a pause ends after it begins")
        self.pauses.append((start, until))
        self.plans.append(day)

    def add_policy(self, day: int, record: Record) -> None:
        """Take in a change of the policy."""
        at = datetime.fromisoformat(record["at"])
        if at.tzinfo is None:
            raise ValueError("a time in the journal has an offset")
        self.changes.append(Change(day, at, record["id"], _settings(record)))
        self.plans.append(day)


def gather(records: Iterable[Record], today: date) -> Journal:
    """Return what stands in `records` on `today`, whatever their order and however often each is repeated."""
    journal = Journal(today.toordinal())
    merged, nameless = _merge(records)
    journal.skipped += ["?"] * nameless
    journal.read(merged["void"], journal.add_void)
    gone = _taken_back(journal.voids)
    journal.read(merged["session"], journal.add_session, gone)
    journal.read(merged["pause"], journal.add_pause, gone)
    journal.read(merged["policy"], journal.add_policy, gone)
    return journal


def standing(records: Iterable[Record], kind: str, today: date) -> list[Record]:
    """Return the records of a type as they were written, without those taken back, in the order of their ids."""
    merged, _ = _merge(records)
    gone = _voided(merged["void"], today)
    return [merged[kind][key] for key in sorted(merged[kind]) if key not in gone]


def taken_back(records: Iterable[Record], today: date) -> set[str]:
    """Return the ids that stand voided on `today`."""
    return _voided(_merge(records)[0]["void"], today)


def _voided(voids: dict[str, Record], today: date) -> set[str]:
    journal = Journal(today.toordinal())
    journal.read(voids, journal.add_void)
    return _taken_back(journal.voids)


def policy_on(records: Iterable[Record], today: date) -> Policy:
    """Return the policy in force on `today`."""
    telling = [record for record in records if isinstance(record, dict) and record.get("type") in ("policy", "void")]
    policy = Policy()
    for change in sorted(gather(telling, today).changes):
        policy = policy._replace(**change.settings)
    return policy


def count_day(moment: datetime, day_start: str) -> date:
    """Return the local date that `moment` counts for: by the clock on the wall, days begin at `day_start` (HH:MM)."""
    begins = time.fromisoformat(day_start)
    return (moment - timedelta(hours=begins.hour, minutes=begins.minute)).date()


def _merge(records: Iterable[Record]) -> tuple[dict[str, dict[str, Record]], int]:
    """Return the records of known types by type and id, and how many have no type or no id to be known by.

    Of two that differ under one id, the one that sorts last is kept, so that every machine keeps the same.
    """
    merged: dict[str, dict[str, Record]] = {"void": {}, "session": {}, "pause": {}, "policy": {}}
    nameless = 0
    for record in records:
        try:
            kind, key = merged.get(record["type"]), record.get("id")
            if kind is None:
                nameless += not isinstance(record["type"], str)
            elif not isinstance(key, str):
                nameless += 1
            elif (known := kind.setdefault(key, record)) is not record and known != record:
                kind[key] = max(known, record, key=lambda one: repr(sorted(one.items())))
        except _DAMAGED:
            nameless += 1
    return merged, nameless


def _taken_back(voids: dict[str, str]) -> set[str]:
    """Return the ids that stand voided; a void that is taken back itself takes nothing back."""
    waiting = Counter(voids.values())
    settled = [key for key in voids if key not in waiting]
    gone: set[str] = set()
    while settled:
        key = settled.pop()
        ref = voids[key]
        if key not in gone:
            gone.add(ref)
        waiting[ref] -= 1
        if ref in voids and not waiting[ref]:
            settled.append(ref)
    return gone


def _settings(record: Record) -> dict[str, Any]:
    """Return the settings that a policy's record names; those it leaves out stay as they were."""
    return {name: read(record[name]) for name, read in _SETTINGS.items() if name in record}


def _goal(value: Any) -> int:
    return _within(value, 1, 7)


def _freezes(value: Any) -> int:
    return _within(value, 0, 5)


def _within(value: Any, low: int, high: int) -> int:
    if type(value) is not int or not low <= value <= high:
        raise ValueError(f"a whole number from {low} to {high}")
    return value


def _weekdays(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not set(value) <= set(WEEKDAYS):
        raise ValueError("weekdays are written mon to sun")
    return tuple(name for name in WEEKDAYS if name in value)


def _clock(value: Any) -> str:
    return time.fromisoformat(value).strftime("%H:%M")


_SETTINGS: dict[str, Callable[[Any], Any]] = {
    "week_goal": _goal,
    "rest_days": _weekdays,
    "day_start": _clock,
    "freezes": _freezes,
}
