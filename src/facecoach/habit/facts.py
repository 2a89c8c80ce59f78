"""The journal's records as facts: merged by id, without those taken back, dated ahead or unreadable.

Days are ordinals here (`date.toordinal`), so that they subtract; time worked is in milliseconds, so that sums come out
alike in any order.
"""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a shell prompt (see records.py)

from __future__ import annotations

from collections import Counter, namedtuple
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from facecoach.habit.merge import DAMAGED, ENDLESS, tail
from facecoach.habit.plans import Move, move, running
from facecoach.habit.policy import Change, Policy, change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from facecoach.habit.merge import Merged, Row
    from facecoach.habit.records import Record

WINDOW = 14
EARLIEST = date(2000, 1, 1)


class Ailment(namedtuple("Ailment", "name since until id")):
    """A condition as it was recorded: its first day and its last, None where it has no end."""

    __slots__ = ()
    name: str
    since: date
    until: date | None
    id: str


class Facts:
    """What stands in a journal on the day `now`.

    `completed`, `sessions` (partial ones too) and `worked` (milliseconds) are by day, `zones` the milliseconds of the
    last 14 days, `routines` today's with how often each was completed; `pauses` are first and last days, `decided`
    the days on which pauses and policies were made, `screenings` routines with their digests; `moves` are what became
    of plans, `practised` the routines completed on each day since the running plan began; `voids` are the ids of voids
    with what each takes back, `gone` the ids that are taken back; `future` and `skipped` are the ids of records dated
    ahead or unreadable, `?` for one without an id.
    """

    def __init__(self, now: int) -> None:
        self.now = now
        self.completed: dict[int, int] = {}
        self.sessions: dict[int, int] = {}
        self.worked: dict[int, int] = {}
        self.zones: dict[str, int] = {}
        self.routines: Counter[str] = Counter()
        self.pauses: list[tuple[int, int]] = []
        self.changes: list[Change] = []
        self.ailments: list[Ailment] = []
        self.screenings: set[tuple[str, str | None]] = set()
        self.decided: list[int] = []
        self.moves: list[Move] = []
        self.practised: dict[int, set[str]] = {}
        self.voids: dict[str, str] = {}
        self.gone: set[str] = set()
        self.future: list[str] = []
        self.skipped: list[str] = []

    @property
    def first(self) -> int:
        """The day of the first session, pause or policy, or `now` when there is none."""
        return min([self.now, *self.decided, *self.sessions])

    @property
    def policy(self) -> Policy:
        """The policy in force."""
        policy = Policy()
        for one in sorted(self.changes):
            policy = policy._replace(**one.settings)
        return policy

    def take(self, records: dict[str, Record], add: Callable[[int, Record], None]) -> None:
        """Take in the records of one type in the order of their ids, but for those that are gone."""
        for key in sorted(records.keys() - self.gone):
            record = records[key]
            try:
                day = _day(record["day"])
                if day > self.now:
                    self.future.append(key)
                else:
                    add(day, record)
            except DAMAGED:
                self.skipped.append(key)

    def take_rows(self, rows: dict[str, Row]) -> None:
        """Take in sessions that were read as rows of text, those of one day, outcome and length together."""
        standing = [row for key, row in rows.items() if key not in self.gone] if self.gone else [*rows.values()]
        aside: dict[tuple[str, str, str], list[str]] = {}
        for group, times in Counter((row[1], row[3], row[4]) for row in standing).items():
            try:
                day, milliseconds = _day(group[0]), _milliseconds(float(group[2]))
            except ValueError:
                aside[group] = self.skipped
                continue
            if day > self.now:
                aside[group] = self.future
            else:
                self._add_time(day, times, group[1] == "completed", milliseconds)
        for row in standing if aside else ():
            if (ids := aside.get((row[1], row[3], row[4]))) is not None:
                ids.append(row[0])
        first, today = (date.fromordinal(day).isoformat() for day in (self.now - WINDOW + 1, self.now))
        for row in standing:
            if first <= row[1] <= today:
                self._add_zones(tail(row).get("zones"))
            if row[1] == today:
                self.routines[row[2]] += row[3] == "completed"
        if self.moves and (run := running(self.moves)):
            self._add_practice(standing, date.fromordinal(run.since).isoformat(), today)

    def add_session(self, day: int, record: Record) -> None:
        """Take in a session."""
        milliseconds, completed = _milliseconds(record["seconds"]), record["outcome"] == "completed"
        if not (completed or record["outcome"] == "partial"):
            raise ValueError("a session has an outcome")
        self._add_time(day, 1, completed, milliseconds)
        if day > self.now - WINDOW:
            self._add_zones(record.get("zones"))
        if day == self.now:
            self.routines[str(record.get("routine"))] += completed
        if completed and self.moves:
            self.practised.setdefault(day, set()).add(str(record.get("routine")))

    def _add_practice(self, rows: Iterable[Row], first: str, today: str) -> None:
        """Take in what was completed from the day `first` until `today`, both ISO; a day that is none is left out."""
        done: dict[str, set[str]] = {}
        for _, day, routine, outcome, *_rest in rows:
            if first <= day <= today and outcome == "completed":
                done.setdefault(day, set()).add(routine)
        for day, routines in done.items():
            with suppress(ValueError):
                self.practised.setdefault(_day(day), set()).update(routines)

    def _add_time(self, day: int, times: int, completed: bool, milliseconds: int) -> None:
        self.sessions[day] = self.sessions.get(day, 0) + times
        self.worked[day] = self.worked.get(day, 0) + times * milliseconds
        if completed:
            self.completed[day] = self.completed.get(day, 0) + times

    def _add_zones(self, zones: Any) -> None:
        for zone, seconds in zones.items() if isinstance(zones, dict) else ():
            if isinstance(seconds, int | float) and 0 < seconds < ENDLESS:
                self.zones[zone] = self.zones.get(zone, 0) + _milliseconds(seconds)

    def add_void(self, _: int, record: Record) -> None:
        """Take in a void, which takes another record back."""
        if not isinstance(record["ref"], str):
            raise TypeError("a void names an id")
        self.voids[record["id"]] = record["ref"]

    def add_pause(self, day: int, record: Record) -> None:
        """Take in planned time off."""
        start, until = (date.fromisoformat(record[end]).toordinal() for end in ("from", "until"))
        if until < start:
            raise ValueError("a pause ends after it begins")
        self.pauses.append((start, until))
        self.decided.append(day)

    def add_policy(self, day: int, record: Record) -> None:
        """Take in a change of the policy."""
        self.changes.append(change(day, record))
        self.decided.append(day)

    def add_plan(self, day: int, record: Record) -> None:
        """Take in a plan's start, its going to a week, or its stop."""
        self.moves.append(move(day, record))

    def add_condition(self, _: int, record: Record) -> None:
        """Take in a condition."""
        since, until = date.fromisoformat(record["from"]), record.get("until")
        if not isinstance(record["name"], str):
            raise TypeError("a condition has a name")
        last = None if until is None else date.fromisoformat(until)
        self.ailments.append(Ailment(record["name"], since, last, record["id"]))

    def add_screening(self, _: int, record: Record) -> None:
        """Take in that a routine's questions were answered."""
        routine, digest = record["routine"], record.get("digest")
        if not isinstance(routine, str) or not isinstance(digest, str | None):
            raise TypeError("a screening names a routine")
        self.screenings.add((routine, digest))


def gather(merged: Merged, today: date) -> Facts:
    """Return the facts of merged records on `today`."""
    facts, kinds = Facts(today.toordinal()), merged.kinds
    facts.skipped += ["?"] * merged.nameless
    facts.take(kinds["void"], facts.add_void)
    facts.gone = _taken_back(facts.voids)
    facts.take(kinds["plan"], facts.add_plan)
    facts.take_rows(merged.rows)
    facts.take(kinds["session"], facts.add_session)
    facts.take(kinds["pause"], facts.add_pause)
    facts.take(kinds["policy"], facts.add_policy)
    facts.take(kinds["condition"], facts.add_condition)
    facts.take(kinds["screening"], facts.add_screening)
    return facts


def policy_on(merged: Merged, today: date) -> Policy:
    """Return the policy in force on `today`."""
    facts = Facts(today.toordinal())
    facts.take(merged.kinds["void"], facts.add_void)
    facts.gone = _taken_back(facts.voids)
    facts.take(merged.kinds["policy"], facts.add_policy)
    return facts.policy


def count_day(moment: datetime, day_start: str) -> date:
    """Return the local date that `moment` counts for: by the clock on the wall, days begin at `day_start` (HH:MM)."""
    begins = time.fromisoformat(day_start)
    return (moment - timedelta(hours=begins.hour, minutes=begins.minute)).date()


def _taken_back(voids: dict[str, str]) -> set[str]:
    """Return the ids that are taken back; a void that is taken back itself takes nothing back."""
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


def _day(text: str) -> int:
    day = date.fromisoformat(text)
    if day < EARLIEST:
        raise ValueError("a day in the journal is of this century")
    return day.toordinal()


def _milliseconds(seconds: float) -> int:
    if not 0 <= seconds < ENDLESS:
        raise ValueError("a session has a length")
    return round(seconds * 1000)
