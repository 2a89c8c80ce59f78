"""`remind`: a reminder by the system's own timer, shown, installed, removed; and the notification itself."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from facecoach.cli.common import note, open_book, say, say_json
from facecoach.errors import Exit, UsageError

if TYPE_CHECKING:
    from facecoach.cli.options import AsJson, Installed, Now, Printed, Removed, Times, Weekdays
    from facecoach.remind.machine import Machine
    from facecoach.remind.reminder import Reminder
    from facecoach.remind.setup import Setup
    from facecoach.world import World

_ACTS = ("--print", "--install", "--remove", "--now")


def remind(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    at: Times = None,
    on: Weekdays = None,
    shown: Printed = False,
    install: Installed = False,
    remove: Removed = False,
    now: Now = False,
    as_json: AsJson = False,
) -> Exit:
    """Be reminded by the system's own timer.

    It is one notification, and none when today is done, at rest or paused. Without options it says what is installed.
    """
    asked = [act for act, wanted in zip(_ACTS, (shown, install, remove, now), strict=True) if wanted]
    if len(asked) > 1:
        raise UsageError(f"`{asked[0]}` and `{asked[1]}` exclude each other")
    if (remove or now) and (at or on):
        raise UsageError(f"`{asked[0]}` takes no time of day", "`--at` and `--on` say when, to print or install")
    if now:
        return _now(world)
    if remove:
        return _removed(world)
    if not at and not (shown or install or on):
        return _status(world, as_json=as_json)
    wanted = _wanted(world, at or [], on)
    return _installed(world, wanted) if install else _printed(world, wanted, as_json=as_json)


def _wanted(world: World, at: list[str], on: str | None) -> Reminder:
    """Return the reminder that is asked for; raises UsageError without a time, or for days that are none."""
    from facecoach.habit.dates import parse_clock, parse_weekdays
    from facecoach.remind.reminder import reminder

    if not at:
        raise UsageError("no time of day is given", "as in `facecoach remind --at 07:30`")
    days = parse_weekdays(on) if on is not None else ()
    if on is not None and not days:
        raise UsageError("`--on` names no weekday", "as in `--on mon,wed`; `--remove` ends reminders")
    return reminder(_machine(world), [parse_clock(text) for text in at], days)


def _machine(world: World) -> Machine:
    return world.machine()


def _printed(world: World, one: Reminder, *, as_json: bool) -> Exit:
    from facecoach.remind import timers

    machine = _machine(world)
    setup = timers.planned(one, machine)
    if as_json:
        say_json(world, _told(one, setup, machine))
    elif setup is None:
        _pasted(world, one, machine)
    else:
        for paper in setup.papers:
            say(world, f"# {paper.path}")
            for line in paper.text.splitlines():
                say(world, line)
            say(world, "")
        say(world, "# then")
        for command in setup.begin:
            say(world, " ".join(command))
        note(world, f"{setup.system}; nothing is installed yet: the same with `--install` does it")
    return Exit.DONE


def _told(one: Reminder, setup: Setup | None, machine: Machine) -> dict[str, object]:
    from facecoach.remind import cron

    if setup is None:
        return {"system": "crontab", "files": [], "commands": [], "lines": cron.lines(one, machine.platform)}
    files = [{"path": str(paper.path), "text": paper.text} for paper in setup.papers]
    return {"system": setup.system, "files": files, "commands": [list(command) for command in setup.begin], "lines": []}


def _pasted(world: World, one: Reminder, machine: Machine) -> None:
    from facecoach.remind import cron

    for line in cron.lines(one, machine.platform):
        say(world, line)
    how = "paste this at the end of what `crontab -e` opens"
    none = "this machine has no cron either; whatever else runs commands at a time can run this one"
    note(world, f"there is no timer to install here: {how if machine.which('crontab') else none}")


def _installed(world: World, one: Reminder) -> Exit:
    from facecoach.remind import timers

    machine = _machine(world)
    setup = timers.planned(one, machine)
    if setup is None:
        _pasted(world, one, machine)
        return Exit.FAILED
    timers.install(setup, machine)
    for paper in setup.papers:
        say(world, str(paper.path))
    days = f" on {', '.join(one.on)}" if one.on else ""
    note(world, f"{setup.system} reminds at {', '.join(f'{at:%H:%M}' for at in one.at)}{days}")
    note(world, "`facecoach remind --now` tries it, `facecoach remind --remove` takes it away")
    return Exit.DONE


def _removed(world: World) -> Exit:
    from facecoach.remind import timers
    from facecoach.remind.reminder import reminder

    machine = _machine(world)
    gone = timers.remove(reminder(machine), machine)
    for path in gone:
        say(world, str(path))
    lines = "; lines that you pasted into your crontab are taken out with `crontab -e`"
    note(world, "the reminder is gone" if gone else f"no reminder was installed{lines}")
    return Exit.DONE


def _status(world: World, *, as_json: bool) -> Exit:
    from facecoach.remind import timers
    from facecoach.remind.reminder import reminder

    machine = _machine(world)
    found = timers.standing(reminder(machine), machine)
    if as_json:
        say_json(world, {"path": str(found[0]), "program": found[1]} if found else {"path": None, "program": None})
    elif found:
        say(world, f"Installed: {found[0]}")
        say(world, "`facecoach remind --remove` takes it away")
    else:
        say(world, "No reminder is installed; `facecoach remind --at 07:30` shows what one would be")
    return Exit.DONE


def _now(world: World) -> Exit:
    """Show the notification that is due; where nothing can show it, say it, and fail for whoever looks into it."""
    from facecoach.cli.course import course_of
    from facecoach.cli.today import advised
    from facecoach.remind.notice import due, shown_by

    book, machine = open_book(world), _machine(world)
    notice = None if _practising(world) else due(book.history, advised(world, book, course_of(world, book)))
    if notice is None:
        return Exit.DONE
    command = shown_by(notice, machine)
    ran = machine.run(command) if command else None
    if ran is not None and ran.code == 0:
        return Exit.DONE
    say(world, f"{notice.title}: {notice.body}")
    why = (
        f"`{os.path.basename(command[0])}`: {ran.told.strip()[:200]}"
        if command and ran
        else "no program for it is there"
    )
    note(world, f"this is said here, as no notification can be shown: {why}")
    return Exit.FAILED


def _practising(world: World) -> bool:
    """Whether a session is under way."""
    from facecoach.session import kept

    folder = world.folders.data
    return os.path.exists(folder / kept.NAME) and not kept.abandoned(folder)
