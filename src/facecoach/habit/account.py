"""How the habit stands, in sentences."""

from __future__ import annotations

from facecoach.words import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from facecoach.habit.history import History
    from facecoach.habit.streaks import Week

_TODAY = {
    "done": "today is done",
    "pending": "today is still open",
    "rest": "today is a rest day",
    "paused": "today is planned time off",
}


def first_step(command: str = "facecoach run") -> str:
    """Return what every screen says of an empty journal: one sentence with one command."""
    return f"Nothing here yet: the first session starts it, with `{command}`"


def days(number: int) -> str:
    """Return a number of days in words."""
    return count(number, "day")


def lifetime(history: History) -> str:
    """Return what no break takes away: the number of all counted days and the best run."""
    best = f", best run {days(history.best)}" if history.best > 1 else ""
    return f"{days(history.total.days)} in all{best}"


def returning(history: History) -> bool:
    """Whether an earlier run has ended and the present one is at most a day long: then the lifetime comes first."""
    return history.current <= 1 and history.current < history.total.days


def standing(history: History) -> str:
    """Return in one sentence how today stands; after a break the lifetime comes first."""
    if history.state == "none":
        return first_step()
    return f"{lifetime(history)}. {present(history)}" if returning(history) else present(history)


def present(history: History) -> str:
    """Return in one sentence how today and the present run stand."""
    today, run = _TODAY[history.state].capitalize(), f"{days(history.current)} in a row"
    if returning(history):
        return f"{today}; {anew(history)}"
    if history.current > 1:
        return today + {"done": f": {run}", "pending": f": {run} so far"}.get(history.state, f"; {run} are safe")
    if history.current:
        return f"{today}, and the first one is yours" if history.state == "done" else f"{today}; the first one is done"
    return today


def week(one: Week) -> str:
    """Return how many days of a week are done, of how many it asks for; a week wholly paused asks for none."""
    if one.goal:
        return f"{one.done} of {one.goal} this week"
    return f"a week off, and {days(one.done)} in it" if one.done else "a week off"


def effect(before: History, after: History) -> str:
    """Return in one sentence what a change of the journal did to the streak."""
    old, new = before.current, after.current
    if not new:
        return f"No streak is running; {lifetime(after)}" if after.total.days else "No streak is running yet"
    if old == new:
        return f"The streak stays at {days(new)}"
    if old:
        return f"The streak goes from {old} to {days(new)}"
    return standing(after) if returning(after) else f"The streak stands at {days(new)}"


def anew(history: History) -> str:
    """Return how the run after a break stands, never counted against the one before."""
    return f"the new run stands at {days(history.current)}" if history.current else "the next session begins a run"
