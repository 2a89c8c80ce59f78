"""What each day asked and what became of it, and the streaks and the strength that follow."""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow a shell prompt (see records.py)

from __future__ import annotations

from collections import deque, namedtuple

from facecoach.habit.facts import WINDOW
from facecoach.habit.policy import Policy
from facecoach.words import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from facecoach.habit.facts import Facts

    Verdict = tuple[str, str]

EARNING = 7
_DECAY = tuple(0.5 ** ((goal / 7) ** 0.5 / 13) for goal in range(8))  # of Loop Habit Tracker's score, by week goal


class Slot(namedtuple("Slot", "day policy paused rest completed sessions seconds")):
    """A day of the calendar, by its ordinal, before it is judged; `sessions` are all of them, also the completed."""

    __slots__ = ()
    day: int
    policy: Policy
    paused: bool
    rest: bool
    completed: int
    sessions: int
    seconds: float


class Week(namedtuple("Week", "done goal streak best")):
    """This week's counted days and its goal; weeks in a row that met theirs, now and at best."""

    __slots__ = ()
    done: int
    goal: int
    streak: int
    best: int


class Streak:
    """The daily streak so far: `current`, `best`, `rival` (best before this run), `freezes` held, counted `days`."""

    __slots__ = ("best", "current", "days", "freezes", "rival")

    def __init__(self) -> None:
        self.current = self.best = self.rival = self.freezes = self.days = 0

    def count(self, most: int) -> bool:
        """Add a counted day; return whether it earned a freeze, as every 7th does unless `most` are held."""
        self.current += 1
        self.best = max(self.best, self.current)
        self.days += 1
        earned = self.days % EARNING == 0 and self.freezes < most
        self.freezes += earned
        return earned

    def settle(self, missed: int) -> bool:
        """Close a gap of `missed` due days; return whether freezes covered all of it; if not, the run is over."""
        covered = missed <= self.freezes
        if covered:
            self.freezes -= missed
        else:
            self.current, self.rival = 0, self.best
        return covered


def calendar(facts: Facts) -> list[Slot]:
    """Return each day from the Monday of the first fact's week to the Sunday of this week."""
    changes, pauses = deque(sorted(facts.changes)), deque(sorted(facts.pauses))
    completed, sessions, worked = facts.completed.get, facts.sessions.get, facts.worked.get
    policy, until, slots = Policy(), 0, []
    for day in range(_monday(facts.first), _monday(facts.now) + 7):
        while changes and changes[0].day <= day:
            policy = policy._replace(**changes.popleft().settings)
        while pauses and pauses[0][0] <= day:
            until = max(until, pauses.popleft()[1])
        paused, rest = day <= until, policy.rests(day)
        slots.append(Slot(day, policy, paused, rest, completed(day, 0), sessions(day, 0), worked(day, 0) / 1000))
    return slots


def walk(slots: list[Slot], now: int) -> tuple[Streak, list[Verdict]]:
    """Return the streak after the last of `slots`, and of each of them its state and why."""
    verdicts = [_verdict(slot, now) for slot in slots]
    streak = Streak()
    gap: list[int] = []
    for index, (state, why) in enumerate(verdicts):
        if state == "missed":
            gap.append(index)
        elif state == "done":
            if gap:
                _settle(streak, gap, slots, verdicts)
                gap = []
            if streak.count(slots[index].policy.freezes):
                verdicts[index] = state, f"{why}; counted day {streak.days} earned a freeze"
    if gap:
        _settle(streak, gap, slots, verdicts)
    return streak, verdicts


def _verdict(slot: Slot, now: int) -> Verdict:
    """Return the state of a day and why, as far as the day alone can tell."""
    if slot.completed:
        often = "done" if slot.completed == 1 else f"done {slot.completed} times, still one day"
        return "done", often + (", during a pause" if slot.paused else ", on a rest day" if slot.rest else "")
    if slot.paused:
        return "paused", "planned time off"
    if slot.rest:
        return "rest", "a rest day"
    if slot.day == now:
        return "pending", "left early, and today is still open" if slot.sessions else "today is still open"
    return "missed", "left early" if slot.sessions else "no session"


def _settle(streak: Streak, gap: list[int], slots: list[Slot], verdicts: list[Verdict]) -> None:
    """Judge the missed days of a gap together, and write down what became of each."""
    held, run = streak.freezes, streak.current
    covered = streak.settle(len(gap))
    if covered:
        because = "a freeze stood in"
    elif run:
        because = f"{count(len(gap), 'missed day')} with {count(held, 'freeze')} held ended a streak of {run}"
    else:
        because = "no streak to lose"
    for index in gap:
        state = "frozen" if covered else "partial" if slots[index].sessions else "missed"
        verdicts[index] = state, f"{verdicts[index][1]}; {because}"


def weekly(slots: list[Slot]) -> tuple[Week, int]:
    """Judge whole ISO weeks, of which the first has no streak to break and the last is still open.

    Returns the last of them as it stands, and how many ever met their goal.
    """
    done = goal = streak = best = met = 0
    for start in range(0, len(slots), 7):
        week = slots[start : start + 7]
        done = sum(1 for slot in week if slot.completed)
        goal = min(week[-1].policy.week_goal, sum(1 for slot in week if not slot.paused))
        if done >= goal > 0:
            streak, met = streak + 1, met + 1
            best = max(best, streak)
        elif goal and start < len(slots) - 7:
            streak = 0
    return Week(done, goal, streak, best), met


def strength(slots: list[Slot], verdicts: list[Verdict]) -> float:
    """Return the score of Loop Habit Tracker, 0 to 1; days off, frozen days and a day still open leave it as it was."""
    score, recent = 0.0, 0
    counted = [slot.completed > 0 for slot in slots]
    for slot, (state, _), entering, leaving in zip(slots, verdicts, counted, [False] * WINDOW + counted, strict=False):
        recent += entering - leaving
        if state in ("done", "partial", "missed"):
            goal = slot.policy.week_goal
            value = entering if goal == 7 else min(1.0, recent / (2 * goal))
            score = score * _DECAY[goal] + value * (1 - _DECAY[goal])
    return score


def _monday(day: int) -> int:
    return day - (day - 1) % 7
