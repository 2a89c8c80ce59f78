"""The streak: a screen to look at every day."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from facecoach.history import History
from facecoach.screen.theme import QUIET, big
from facecoach.suggestion import days, standing


def streak_page(history: History) -> Iterator[Text]:
    """Yield the number large, today in a sentence, this week, and what is never lost."""
    for row in big(str(history.current)):
        yield Text(f"  {row}", style="bold")
    yield Text()
    yield Text(standing(history), style="bold")
    week = history.week
    yield Text(f"This week {week.done} of {week.goal}; {week.streak} weeks in a row, {week.best} at best", style=QUIET)
    total = history.total
    yield Text(
        f"Best run {days(history.best)}; {days(total.days)}, {total.sessions} sessions and {total.minutes} minutes in all",
        style=QUIET,
    )
    for quota in history.quota:
        yield Text(f"{quota.routine}: {quota.done} of {quota.of} today", style=QUIET)
