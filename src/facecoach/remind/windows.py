"""A reminder as a task of Windows."""

from __future__ import annotations

import re
from html import escape, unescape
from subprocess import list2cmdline

from facecoach.remind.machine import Machine
from facecoach.remind.reminder import Reminder
from facecoach.remind.setup import Paper, Setup

SYSTEM = "a Windows task"
_NAMES = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip
_FIRST = "2020-01-01"  # a day in the past, from which the times are counted
_COMMAND = re.compile(r"<Command>(.*?)</Command>")
_TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>A reminder of facecoach</Description></RegistrationInfo>
  <Triggers>
{triggers}
  </Triggers>
  <Principals>
    <Principal id="Author"><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT5M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>{command}</Command><Arguments>{arguments}</Arguments></Exec>
  </Actions>
</Task>
"""


def setup(one: Reminder, machine: Machine) -> Setup:
    """Return the file and commands of a task; creating it replaces one that is there."""
    folder = machine.folder("LOCALAPPDATA", "AppData/Local") / "facecoach"
    path = folder / f"{one.name}.xml"
    return Setup(
        SYSTEM,
        (Paper(path, _task(one), "utf-16"),),
        begin=(("schtasks", "/Create", "/TN", one.name, "/XML", str(path), "/F"),),
        end=(("schtasks", "/Delete", "/TN", one.name, "/F"),),
        folders=(folder,),
    )


def _task(one: Reminder) -> str:
    program, *arguments = _started(one)
    return _TASK.format(
        triggers="\n".join(_trigger(f"{at:%H:%M}", one.on) for at in one.at),
        command=escape(program),
        arguments=escape(list2cmdline(arguments)),
    )


def _trigger(at: str, on: tuple[str, ...]) -> str:
    days = "".join(f"<{_NAMES[day]} />" for day in on)
    week = f"<ScheduleByWeek><DaysOfWeek>{days}</DaysOfWeek><WeeksInterval>1</WeeksInterval></ScheduleByWeek>"
    schedule = week if on else "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>"
    begin = f"<StartBoundary>{_FIRST}T{at}:00</StartBoundary>"
    return f"    <CalendarTrigger>{begin}{schedule}</CalendarTrigger>"


def _started(one: Reminder) -> tuple[str, ...]:
    """Return the program and its arguments; a task has no variables of its own, so that Python sets them.

    What the task scheduler would fill in, `%` and `$`, is written as its number.
    """
    if not one.env:
        return one.command
    python, *_, module, command, option = one.command
    told = ascii(dict(one.env)).replace("%", r"\x25").replace("$", r"\x24")
    code = f"import os, runpy, sys; os.environ.update({told}); sys.argv[1:] = {[command, option]}"
    return (python, "-P", "-c", f"{code}; runpy.run_module({module!r}, run_name='__main__', alter_sys=True)")


def program(text: str) -> str:
    """Return the program that a task starts; empty where it cannot be told."""
    found = _COMMAND.search(text)
    return unescape(found[1]) if found else ""
