"""Everything outside the program in one frozen bundle, so that a test can bring its own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from facecoach.folders import Folders, bundled, folders

if TYPE_CHECKING:
    from facecoach.session.player import Keyboard

KeyboardOpener = Callable[[bool], AbstractContextManager["Keyboard"]]


@dataclass(frozen=True, slots=True)
class World:
    """Clock, calendar, streams, keys, voice, environment and folders."""

    now: Callable[[], datetime]
    clock: Callable[[], float]
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str]
    folders: Folders
    stock: Path
    keys: Callable[[], bool]
    keyboard: KeyboardOpener
    which: Callable[[str], str | None]
    no_color: bool = False

    @classmethod
    def real(cls) -> World:
        """Return the world as it is."""
        from shutil import which

        return cls(
            now=lambda: datetime.now().astimezone(),
            clock=_ticks,
            stdout=sys.stdout or _nowhere(),
            stderr=sys.stderr or _nowhere(),
            env=os.environ,
            folders=folders(os.environ),
            stock=bundled(),
            keys=_reachable,
            keyboard=_keyboard,
            which=which,
        )


def _nowhere() -> TextIO:
    """Return a stream that swallows what is written, for a program that was started with its output closed."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _ticks() -> float:
    """Return monotonic seconds that go on while the machine sleeps, so that the gap is seen."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


def _reachable() -> bool:
    from facecoach.session.keyboard import reachable

    return reachable()


def _keyboard(keys: bool) -> AbstractContextManager[Keyboard]:
    from facecoach.session.keyboard import opened

    return opened(keys=keys)
