"""A reminder: when it comes, what it starts, and with which environment."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from hashlib import sha256
from pathlib import Path

from facecoach.errors import CoachError
from facecoach.remind.machine import Machine

NAME = "facecoach-remind"
_USUAL = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share"}


@dataclass(frozen=True, slots=True)
class Reminder:
    """Times of day and weekdays (all without any), the program with its arguments, and the variables it needs."""

    at: tuple[time, ...]
    on: tuple[str, ...]
    command: tuple[str, ...]
    env: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """Its name among the system's timers, another one for every home."""
        if not self.env:
            return NAME
        return f"{NAME}-{sha256(repr(self.env).encode()).hexdigest()[:8]}"


def reminder(machine: Machine, at: Sequence[time] = (), on: Sequence[str] = ()) -> Reminder:
    """Return a reminder of this program; raises CoachError for a path that no file of a timer holds, and no home."""
    if not machine.home.is_absolute():
        raise CoachError("your home folder is not known, and timers are kept there", "set `HOME`")
    command, env = (*machine.program, "remind", "--now"), _carried(machine)
    for text in (*command, *(value for _, value in env)):
        if not text.isprintable():
            raise CoachError(f"no timer can start `{text!a}`", "install to a path of plain letters")
    return Reminder(tuple(sorted(set(at))), tuple(on), command, env)


def _carried(machine: Machine) -> tuple[tuple[str, str], ...]:
    """Return the variables that say where the journal is: a timer starts without those of a shell."""
    if home := machine.env.get("FACECOACH_HOME"):
        return (("FACECOACH_HOME", os.path.abspath(home)),)
    if machine.platform in ("darwin", "win32"):
        return ()
    told = ((name, machine.env.get(name, ""), machine.home / usual) for name, usual in _USUAL.items())
    return tuple((name, text) for name, text, usual in told if text and Path(text) != usual)
