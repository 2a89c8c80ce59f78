"""Reminders put in place and taken away, by whichever timers the machine has."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from facecoach.errors import CoachError
from facecoach.files import reading, replace
from facecoach.remind import launchd, systemd, windows

if TYPE_CHECKING:
    from facecoach.remind.machine import Machine
    from facecoach.remind.reminder import Reminder
    from facecoach.remind.setup import Commands, Setup

MOST_BYTES = 100_000


def _system(machine: Machine) -> ModuleType:
    """Return what a platform's timers would be, there or not."""
    return {"darwin": launchd, "win32": windows}.get(machine.platform, systemd)


def planned(one: Reminder, machine: Machine) -> Setup | None:
    """Return what would be installed on this machine; None where it has no timers of a user's own."""
    system = _system(machine)
    if system is systemd and not systemd.ready(machine):
        return None
    found: Setup = system.setup(one, machine)
    return found


def install(setup: Setup, machine: Machine) -> None:
    """Write the files and begin, in place of what was there; raises CoachError, and then nothing of it is left."""
    try:
        for paper in setup.papers:
            paper.path.parent.mkdir(parents=True, exist_ok=True)
            replace(paper.path, paper.data)
    except OSError as fault:
        _swept(setup)
        raise CoachError(f"`{paper.path}` cannot be written: {fault.strerror}", "look at its folder") from None
    _ended(setup.before, machine)
    for command in setup.begin:
        ran = machine.run(command)
        if ran.code != 0:
            _taken_back(setup, machine)
            why = ran.told.strip().splitlines()[-1:] or ["it did not answer"]
            raise CoachError(f"`{' '.join(command)}` failed: {why[0][:200]}", "nothing was installed")


def remove(one: Reminder, machine: Machine) -> tuple[Path, ...]:
    """Take a reminder away with all that belongs to it, and return the files that were there; raises CoachError."""
    setup: Setup = _system(machine).setup(one, machine)
    there = tuple(path for path in _files(setup) if os.path.lexists(path))
    if there:
        _taken_back(setup, machine)
    left = [path for path in there if os.path.lexists(path)]
    if left:
        raise CoachError(f"`{left[0]}` cannot be removed", "look at its folder's permissions")
    return there


def standing(one: Reminder, machine: Machine) -> tuple[Path, str] | None:
    """Return the installed file that names the program, and the program; None where nothing is installed."""
    system = _system(machine)
    paper = system.setup(one, machine).papers[0]
    try:
        with reading(paper.path) as file:
            text = file.read(MOST_BYTES).decode(paper.encoding, "replace")
    except OSError:
        return None
    return paper.path, system.program(text)


def _taken_back(setup: Setup, machine: Machine) -> None:
    _ended(setup.end, machine)
    _swept(setup)
    _ended(setup.after, machine)


def _ended(commands: Commands, machine: Machine) -> None:
    for command in commands:
        machine.run(command)


def _files(setup: Setup) -> Iterable[Path]:
    return (*(paper.path for paper in setup.papers), *setup.traces)


def _swept(setup: Setup) -> None:
    for path in _files(setup):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in setup.folders:
        with suppress(OSError):
            folder.rmdir()
