"""The machine as reminders see it: its platform, its folders, its programs and how they are run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from facecoach.processes import Ran, outcome


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine and its user: `program` is how this very program is started, `user` a Unix user's number.

    `platform` is named as by `sys.platform`; `run` ends what takes too long, and never raises.
    """

    platform: str
    home: Path
    user: int
    env: Mapping[str, str]
    program: tuple[str, ...]
    which: Callable[[str], str | None]
    run: Callable[[Sequence[str]], Ran]

    def folder(self, variable: str, usual: str) -> Path:
        """Return the folder that a variable of the environment names, or the usual one below the home."""
        return Path(self.env.get(variable) or self.home / usual)


def machine() -> Machine:
    """Return this machine."""
    user = -1 if sys.platform == "win32" else os.getuid()
    return Machine(sys.platform, Path(os.path.expanduser("~")), user, os.environ, _program(), which, outcome)


def _program() -> tuple[str, ...]:
    """Return how this very Python starts this program, without a window, and past files in its folder."""
    python = Path(sys.executable)
    quiet = python.with_name("pythonw.exe")
    return (str(quiet if quiet.is_file() else python), "-P", "-m", "facecoach")
