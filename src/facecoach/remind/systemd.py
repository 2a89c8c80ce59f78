"""A reminder as a systemd user timer and the service that it starts."""

from __future__ import annotations

import re

from facecoach.remind.machine import Machine
from facecoach.remind.reminder import Reminder
from facecoach.remind.setup import Paper, Setup

SYSTEM = "a systemd user timer"
_ASK = ("systemctl", "--user")
# systemd starts nothing with a quote or a backslash in its path; a shell does, which is given the path as a word.
_SHELL = '/bin/sh -c "exec \\"$0\\" \\"$@\\"" '
_EXEC = re.compile(rf'^ExecStart=:?(?:{re.escape(_SHELL)})?"((?:[^"\\]|\\.)*)"', re.MULTILINE)


def ready(machine: Machine) -> bool:
    """Whether this user's own systemd answers."""
    return machine.which("systemctl") is not None and machine.run((*_ASK, "show", "--property=Version")).code == 0


def setup(one: Reminder, machine: Machine) -> Setup:
    """Return the files and commands of a timer that makes up for a time at which the machine was off."""
    units, timer = machine.folder("XDG_CONFIG_HOME", ".config") / "systemd" / "user", f"{one.name}.timer"
    wants = units / "timers.target.wants"
    stamps = machine.folder("XDG_DATA_HOME", ".local/share") / "systemd" / "timers"
    return Setup(
        SYSTEM,
        (Paper(units / f"{one.name}.service", service(one)), Paper(units / timer, _timer(one))),
        begin=((*_ASK, "daemon-reload"), (*_ASK, "enable", timer), (*_ASK, "restart", timer)),
        end=((*_ASK, "disable", "--now", timer),),
        after=((*_ASK, "daemon-reload"),),
        traces=(wants / timer, stamps / f"stamp-{timer}"),
        folders=(wants, units, units.parent, stamps, stamps.parent),
    )


def service(one: Reminder) -> str:
    """Return the text of the service."""
    variables = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in one.env)
    path, *arguments = one.command
    shell = _SHELL if set(path) & set("\"'\\") else ""
    # The colon keeps systemd from filling in variables; it takes no `$$` for `$` in the program's own path.
    whole = ":" if shell or "$" in path else ""
    command = " ".join((_quoted(path), *arguments))
    head = "[Unit]\nDescription=A reminder of facecoach\n\n[Service]\nType=oneshot\n"
    return f"{head}{variables}ExecStart={whole}{shell}{command}\n"


def _timer(one: Reminder) -> str:
    times = "".join(f"OnCalendar={calendar}\n" for calendar in calendars(one))
    head = "[Unit]\nDescription=When facecoach reminds\n\n[Timer]\n"
    return f"{head}{times}Persistent=true\n\n[Install]\nWantedBy=timers.target\n"


def calendars(one: Reminder) -> list[str]:
    """Return when it comes, as systemd writes times."""
    days = f"{','.join(day.title() for day in one.on)} " if one.on else ""
    return [f"{days}*-*-* {at:%H:%M}:00" for at in one.at]


def _quoted(text: str) -> str:
    """Return a word as systemd reads it: backslash and quote escaped, `%` doubled as it begins a specifier."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def program(text: str) -> str:
    """Return the program that a service starts; empty where it cannot be told."""
    found = _EXEC.search(text)
    return re.sub(r"\\(.)", r"\1", found[1]).replace("%%", "%") if found else ""
