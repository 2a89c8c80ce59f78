"""A reminder as lines of a crontab, to be pasted: a person's crontab is theirs."""

from __future__ import annotations

from shlex import quote

from facecoach.habit.policy import WEEKDAYS
from facecoach.remind.reminder import Reminder


def lines(one: Reminder, platform: str) -> list[str]:
    """Return a line for each time of day."""
    days = ",".join(str((WEEKDAYS.index(day) + 1) % 7) for day in one.on) or "*"
    return [f"{at.minute} {at.hour} * * {days} {_escaped(_command(one, platform))}" for at in one.at]


def _command(one: Reminder, platform: str) -> str:
    # Without it a notification from cron finds no desktop: what leads there is set only when someone logs in.
    desktop = ["XDG_RUNTIME_DIR=/run/user/$(id -u)"] if platform.startswith("linux") else []
    variables = [f"{name}={quote(value)}" for name, value in one.env]
    return " ".join((*desktop, *variables, *map(quote, one.command)))


def _escaped(command: str) -> str:
    """Return a command as cron reads it: a bare `%` would end it and begin its input."""
    return command.replace("%", r"\%")
