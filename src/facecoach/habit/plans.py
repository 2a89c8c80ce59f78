"""Where a plan stands: its records as moves, its weeks as they were lived, and what today asks.

A start or a `go` begins a week on a day; from there the weeks follow from the sessions, each begun on the day after the
one before was met. Each move carries the weeks as its file had them, so that a plan goes on where that file is gone,
and a shell prompt reads no file. When the file is edited, the next session (or move) is preceded by a `go` to the week
that is under way, from the day on which that week began, with the new weeks: what was met before stays met.
"""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a shell prompt (see records.py)

from __future__ import annotations

from collections import namedtuple
from datetime import datetime
from itertools import islice

from facecoach.habit.policy import WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from facecoach.habit.facts import Facts
    from facecoach.habit.records import Record

ACTIONS = ("start", "go", "stop")
PATIENCE = 7  # unpaused days in a week that is not met, after which the plan asks


class Stage(namedtuple("Stage", "days do on", defaults=((),))):
    """A week as its file has it: after how many days it is met, of which routines, due on which weekdays (all: ())."""

    __slots__ = ()
    days: int
    do: tuple[str, ...]
    on: tuple[str, ...]


class Move(namedtuple("Move", "at id action plan week digest day stages avoid_if")):
    """A start, a going to a week, or a stop; later ones hold. `day` is an ordinal, `stages` are () where unknown."""

    __slots__ = ()
    at: datetime
    id: str
    action: str
    plan: str
    week: int
    digest: str | None
    day: int
    stages: tuple[Stage, ...]
    avoid_if: tuple[str, ...]


class Run(namedtuple("Run", "plan moves")):
    """The plan that is running, with its start and what moved it since; of two starts the later one stands."""

    __slots__ = ()
    plan: str
    moves: tuple[Move, ...]

    @property
    def since(self) -> int:
        """The first day that counts for it."""
        return min(one.day for one in self.moves)


class Lived(namedtuple("Lived", "week begun until days met")):
    """A week as it was lived: its number, first and last day, plan days, whether these meet it; days are ordinals."""

    __slots__ = ()
    week: int
    begun: int
    until: int
    days: tuple[int, ...]
    met: bool


class Course(namedtuple("Course", "run stages lived now begun done due out rest state")):
    """Where a plan stands today.

    `lived` are the weeks so far by number, `now` is the number of the present one and `begun` its first day, `done`
    its plan days, `due` the routines that are left for today, `out` those of today that cannot be done, each with the
    reason, `rest` why nothing is due. `state` is due, done, rest, paused, ask or finished.
    """

    __slots__ = ()
    run: Run
    stages: tuple[Stage, ...]
    lived: dict[int, Lived]
    now: int
    begun: int
    done: int
    due: tuple[str, ...]
    out: dict[str, str]
    rest: str
    state: str

    @property
    def plan(self) -> str:
        """The name of its file."""
        return self.run.plan

    @property
    def stage(self) -> Stage:
        """The present week as the file has it."""
        return self.stages[self.now - 1]

    def as_json(self) -> dict[str, Any]:
        """Return what `streak --json` says of a plan."""
        told = {"plan": self.plan, "week": self.now, "weeks": len(self.stages), "done": self.done}
        return {**told, "days": self.stage.days, "due": list(self.due), "state": self.state}


def move(day: int, record: Record) -> Move:
    """Return what a plan's record says; raises KeyError, TypeError or ValueError where it makes no sense."""
    at, action, week, digest = datetime.fromisoformat(record["at"]), record["action"], record.get("week"), None
    if at.tzinfo is None or action not in ACTIONS or not isinstance(record["plan"], str):
        raise ValueError("a plan's record has a time, an action and a name")
    if action != "go":
        week = 1
    if type(week) is not int or not 1 <= week < 1000:
        raise ValueError("a week has a number")
    if isinstance(record.get("digest"), str):
        digest = record["digest"]
    stages = tuple(map(_stage, record.get("weeks") or ()))
    return Move(at, record["id"], action, record["plan"], week, digest, day, stages, _words(record.get("avoid_if", [])))


def running(moves: Iterable[Move]) -> Run | None:
    """Return the plan that is running after all moves, None without one; moves of another plan than its own do nothing.

    Moves are taken in the order in which they were made, whichever machine made them.
    """
    run: Run | None = None
    for one in sorted(moves):
        if one.action == "start":
            run = Run(one.plan, (one,))
        elif run and one.plan == run.plan:
            run = None if one.action == "stop" else gone(run, one)
    return run


def gone(run: Run, to: Move) -> Run:
    """Return a run after one more move, which has the weeks of the one before unless it brings its own."""
    last = run.moves[-1]
    whole = to if to.stages else to._replace(stages=last.stages, avoid_if=last.avoid_if, digest=last.digest)
    return run._replace(moves=(*run.moves, whole))


def course(run: Run, facts: Facts, out: Callable[[str], str] = lambda _: "", resting: str = "") -> Course | None:
    """Return where a plan stands on the facts' day; None while its weeks are not known.

    `out` says why a routine cannot be done today, empty where it can; `resting` why nothing at all can.
    """
    last = run.moves[-1]
    if not last.stages:
        return None
    lived = _lived(run, facts)
    if last.week <= len(last.stages):
        present = lived[_present(lived, facts.now)]
    else:
        present = lived.get(len(last.stages), Lived(len(last.stages), last.day, facts.now, (), True))._replace(met=True)
    stage = last.stages[present.week - 1]
    left = [one for one in stage.do if one not in facts.practised.get(facts.now, ())]
    kept_out = {one: why for one in left if (why := out(one))}
    rest = resting or _off(stage, facts) or ("; ".join(kept_out.values()) if len(kept_out) == len(left) else "")
    over = present.met and present.week >= len(last.stages)
    state = _state(present, facts, unfit=bool(resting), rest=bool(rest), last=over)
    due = tuple(one for one in left if one not in kept_out) if state in ("due", "ask") and not rest else ()
    told = (present.week, present.begun, len(present.days), due, kept_out, rest, state)
    return Course(run, last.stages, {week: one for week, one in lived.items() if one.begun <= facts.now}, *told)


def turning(run: Run, facts: Facts) -> tuple[int, int] | None:
    """Return the week, and its first day, from which on an edited file's weeks hold; None where they do tomorrow."""
    stands = course(run, facts)
    if stands is None:
        return run.moves[-1].week, run.moves[-1].day
    row = stands.lived.get(stands.now)
    week, begun = (stands.now + 1, row.days[-1] + 1) if row and row.met else (stands.now, stands.begun)
    return (week, begun) if begun <= facts.now else None


def _lived(run: Run, facts: Facts) -> dict[int, Lived]:
    """Return the weeks as they were lived, by number; of a week lived twice the last time."""
    rows: dict[int, Lived] = {}
    for index, one in enumerate(run.moves):
        until = run.moves[index + 1].day - 1 if index + 1 < len(run.moves) else facts.now
        if one.day <= until:
            for week in [week for week in rows if week >= one.week]:
                del rows[week]
            rows |= {row.week: row for row in _weeks(one, until, facts.practised)}
    return rows


def _weeks(start: Move, until: int, practised: dict[int, set[str]]) -> Iterable[Lived]:
    """Yield the weeks from a move on, the last of them open unless it was the plan's last."""
    week, begun = start.week, start.day
    days: list[int] = []
    for day in sorted(day for day in practised if begun <= day <= until):
        if week > len(start.stages):
            return
        stage = start.stages[week - 1]
        if not practised[day].issuperset(stage.do):
            continue
        days.append(day)
        if len(days) == stage.days:
            yield Lived(week, begun, day, tuple(days), True)
            week, begun, days = week + 1, day + 1, []
    if week <= len(start.stages):
        yield Lived(week, begun, until, tuple(days), False)


def _present(lived: dict[int, Lived], now: int) -> int:
    """Return the number of the present week: one that was met today is present until tomorrow."""
    week = max(lived)
    before = lived.get(week - 1)
    return week - 1 if before and lived[week].begun > now else week


def _state(present: Lived, facts: Facts, *, unfit: bool, rest: bool, last: bool) -> str:
    if last:
        return "finished"
    if facts.now in present.days:
        return "done"
    if _paused(facts.now, facts):
        return "paused"
    passed = (day for day in range(present.begun, facts.now) if not _paused(day, facts))
    if not unfit and len(list(islice(passed, PATIENCE))) == PATIENCE:
        return "ask"
    return "rest" if rest else "due"


def _off(stage: Stage, facts: Facts) -> str:
    """Return why nothing is due on this weekday; empty where something is."""
    if facts.policy.rests(facts.now):
        return "a rest day"
    weekday = WEEKDAYS[facts.now % 7 - 1]
    return "not one of this week's days" if stage.on and weekday not in stage.on else ""


def _paused(day: int, facts: Facts) -> bool:
    return any(start <= day <= until for start, until in facts.pauses)


def _stage(told: Any) -> Stage:
    days, do, on = told["days"], _words(told["do"]), _words(told.get("on", []))
    if type(days) is not int or not 1 <= days <= 7 or not do or not set(on) <= set(WEEKDAYS):
        raise ValueError("a week has days, routines and weekdays")
    return Stage(days, do, on)


def _words(told: Any) -> tuple[str, ...]:
    if not isinstance(told, list | tuple) or not all(isinstance(one, str) for one in told):
        raise TypeError("a list of words")
    return tuple(told)
