"""A reminder as a launchd agent of macOS."""

from __future__ import annotations

from typing import Any

from facecoach.habit.policy import WEEKDAYS
from facecoach.remind.machine import Machine
from facecoach.remind.reminder import Reminder
from facecoach.remind.setup import Paper, Setup

SYSTEM = "a launchd agent"


def setup(one: Reminder, machine: Machine) -> Setup:
    """Return the file and commands of an agent; loading it first unloads one that is there."""
    path = machine.home / "Library" / "LaunchAgents" / f"{one.name}.plist"
    domain = f"gui/{machine.user}"
    away = (("launchctl", "bootout", f"{domain}/{one.name}"),)
    return Setup(
        SYSTEM,
        (Paper(path, _plist(one)),),
        before=away,
        begin=(("launchctl", "bootstrap", domain, str(path)),),
        end=away,
    )


def _plist(one: Reminder) -> str:
    import plistlib

    told: dict[str, Any] = {
        "Label": one.name,
        "ProgramArguments": list(one.command),
        "StartCalendarInterval": _intervals(one),
    }
    if one.env:
        told["EnvironmentVariables"] = dict(one.env)
    return plistlib.dumps(told, sort_keys=False).decode()


def _intervals(one: Reminder) -> list[dict[str, int]]:
    """Return when it comes: launchd's weeks begin with Sunday, which is 0."""
    days = [{"Weekday": (WEEKDAYS.index(day) + 1) % 7} for day in one.on] or [{}]
    return [{**day, "Hour": at.hour, "Minute": at.minute} for at in one.at for day in days]


def program(text: str) -> str:
    """Return the program that an agent starts; empty where it cannot be told."""
    import plistlib

    try:
        return str(plistlib.loads(text.encode())["ProgramArguments"][0])
    except (ValueError, KeyError, IndexError, TypeError, plistlib.InvalidFileException):
        return ""
