"""The journal's facts judged: what became of each day, the streaks, the strength, and how today stands."""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a shell prompt (see records.py)

from __future__ import annotations

from collections import namedtuple
from datetime import date

from facecoach.habit.streaks import EARNING, Week, calendar, strength, walk, weekly

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from facecoach.habit.facts import Facts
    from facecoach.habit.streaks import Slot, Streak, Verdict

MILESTONES = (7, 30, 100, 365)


class Total(namedtuple("Total", "sessions days minutes")):
    """All sessions, partial ones too; all counted days; all whole minutes worked."""

    __slots__ = ()
    sessions: int
    days: int
    minutes: int


class Quota(namedtuple("Quota", "routine done of")):
    """How often a routine was completed today, of how often its dose asks."""

    __slots__ = ()
    routine: str
    done: int
    of: int


class Day(namedtuple("Day", "day state sessions why seconds")):
    """What became of a date: done, partial, rest, paused, frozen, missed or, today only, pending; and why."""

    __slots__ = ()
    day: date
    state: str
    sessions: int
    why: str
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """Return what `streak --explain --json` prints of a day."""
        return {"day": self.day.isoformat(), "state": self.state, "sessions": self.sessions, "why": self.why}


class History(
    namedtuple(
        "History",
        "today state current best freezes next_freeze week strength total last quota zones reached future skipped"
        " slots verdicts",
    )
):
    """Everything the journal says on one day.

    `state` is none, done, pending, rest or paused; `next_freeze` is how many more counted days earn one, None while
    no more can be held; `zones` are seconds of the last 14 days; `reached` are the milestones of today's first
    completed session (`7 days`, `first week`, `best run`); `future` and `skipped` are ids of records dated ahead or
    unreadable.
    """

    __slots__ = ()
    today: date
    state: str
    current: int
    best: int
    freezes: int
    next_freeze: int | None
    week: Week
    strength: float
    total: Total
    last: date | None
    quota: tuple[Quota, ...]
    zones: dict[str, float]
    reached: tuple[str, ...]
    future: tuple[str, ...]
    skipped: tuple[str, ...]
    slots: tuple[Slot, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """Each day from the first record's to today; made only when asked for, as a prompt never does."""
        return tuple(
            Day(date.fromordinal(slot.day), state, slot.sessions, why, slot.seconds)
            for slot, (state, why) in zip(self.slots, self.verdicts, strict=True)
        )

    def as_json(self) -> dict[str, Any]:
        """Return what `streak --json` prints."""
        return {
            "today": self.today.isoformat(),
            "state": self.state,
            "current": self.current,
            "best": self.best,
            "freezes": self.freezes,
            "week": self.week._asdict(),
            "strength": round(self.strength, 6),
            "total": self.total._asdict(),
            "last": self.last.isoformat() if self.last else None,
            "quota": [quota._asdict() for quota in self.quota],
            "zones": {zone: round(seconds) for zone, seconds in self.zones.items()},
        }


def judge(facts: Facts, dose: Callable[[str], int] = lambda _: 1) -> History:
    """Return what the facts come to on their day; `dose` says how many times a day a routine asks to be done."""
    weeks = calendar(facts)
    slots = weeks[facts.first - weeks[0].day : facts.now - weeks[0].day + 1]
    streak, verdicts = walk(slots, facts.now)
    week, met = weekly(weeks)
    last = max(facts.completed, default=0)
    done = sorted((routine, times, dose(routine)) for routine, times in facts.routines.items())
    return History(
        today=date.fromordinal(facts.now),
        state=verdicts[-1][0] if facts.sessions else "none",
        current=streak.current,
        best=streak.best,
        freezes=streak.freezes,
        next_freeze=EARNING - streak.days % EARNING if streak.freezes < slots[-1].policy.freezes else None,
        week=week,
        strength=strength(slots, verdicts),
        total=Total(sum(facts.sessions.values()), streak.days, sum(facts.worked.values()) // 60_000),
        last=date.fromordinal(last) if last else None,
        quota=tuple(Quota(*one) for one in done if one[2] > 1),
        zones={zone: worked / 1000 for zone, worked in sorted(facts.zones.items())},
        reached=_reached(slots[-1], streak, week, met),
        future=tuple(sorted(facts.future)),
        skipped=tuple(sorted(facts.skipped)),
        slots=tuple(slots),
        verdicts=tuple(verdicts),
    )


def _reached(today: Slot, streak: Streak, week: Week, met: int) -> tuple[str, ...]:
    """Return the milestones that today's first completed session reached."""
    if today.completed != 1:
        return ()
    days = [f"{days} days" for days in MILESTONES if days == streak.current]
    weeks = ["first week"] if met == 1 and week.done == week.goal else []
    best = ["best run"] if streak.current == streak.rival + 1 > 1 else []
    return (*days, *weeks, *best)
