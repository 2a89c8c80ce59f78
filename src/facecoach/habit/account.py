"""How the habit stands, in sentences."""

from __future__ import annotations

from facecoach.words import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from facecoach.habit.history import History

_TODAY = {
    "done": "today is done",
    "pending": "today is open",
    "rest": "today is a rest day",
    "paused": "today is planned time off",
}


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
        return "Nothing here yet: the first session starts it"
    if returning(history):
        return f"{lifetime(history)}; {_TODAY[history.state]}"
    return _running(history)


def _running(history: History) -> str:
    today = _TODAY[history.state].capitalize()
    run = f"{days(history.current)} in a row"
    if history.current > 1:
        return {
            "done": f"{today}: {run}",
            "pending": f"Today is still open: {run} so far",
        }.get(history.state, f"{today}; {run} are safe")
    if history.current:
        return f"{today}, and the first one is yours" if history.state == "done" else f"{today}; the first one is done"
    return today


def effect(before: History, after: History) -> str:
    """Return in one sentence what a change of the journal did to the streak."""
    old, new = before.current, after.current
    if old != new:
        return f"The streak goes from {old} to {days(new)}"
    if new:
        return f"The streak stays at {days(new)}"
    return f"No streak is running; {lifetime(after)}" if after.total.days else "No streak is running yet"
