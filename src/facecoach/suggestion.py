"""What to do now: one routine by the hour, and words for how the day stands."""

from __future__ import annotations

from facecoach.history import History

HOURS = ((4, "wind-down"), (11, "morning"), (17, "desk"), (22, "evening"), (24, "wind-down"))


def suggested(hour: int) -> str:
    """Return the routine that suits an hour (0 to 23): morning 04-11, desk 11-17, evening 17-22, wind-down after."""
    return next(routine for end, routine in HOURS if hour < end)


def days(count: int) -> str:
    """Return a number of days in words."""
    return f"{count} day{'' if count == 1 else 's'}"


def standing(history: History) -> str:
    """Return in one sentence how today stands."""
    run = days(history.current)
    if history.state == "none":
        return "Nothing here yet: the first session starts it"
    if history.state == "done":
        return f"Today is done: {run} in a row" if history.current > 1 else "Today is done"
    if history.state in ("rest", "paused"):
        why = "a rest day" if history.state == "rest" else "planned time off"
        return f"Today is {why}; {run} in a row are safe" if history.current else f"Today is {why}"
    if history.current:
        return f"Today is still open: {run} in a row so far"
    return (
        f"Today is open; {days(history.total.days)} done in all, best run {days(history.best)}"
        if history.total.days
        else "Today is open"
    )
