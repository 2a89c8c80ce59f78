"""Everything outside the program in one frozen bundle, so that a test can bring its own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from facecoach.errors import CoachError
from facecoach.folders import Folders, bundled, folders

if TYPE_CHECKING:
    from facecoach.face.workshop import Painters
    from facecoach.remind.machine import Machine
    from facecoach.screen.live.outlet import Outlet
    from facecoach.session.player import Keyboard
    from facecoach.session.voice import Utterance

WINDOWS = "winsound"  # what plays files on Windows is no program, but is found and started like one
MOST_COLUMNS, MOST_ROWS = 500, 200  # a larger terminal is a mistake of whoever set its size

OutletOpener = Callable[[TextIO], "Outlet"]
KeyboardOpener = Callable[[bool], AbstractContextManager["Keyboard"]]


@dataclass(frozen=True, slots=True)
class World:
    """Clock, calendar, streams, keys, questions, other programs, environment and folders.

    `attended` is whether the program is in its terminal's foreground; `size` is that of the terminal, columns and
    rows, None where there is none, `cell` that of one of its cells in pixels, None where it does not say; `seat` tells
    one terminal from another; `painters` are hired for pictures in pixels; `ask` raises KeyboardInterrupt where nobody
    answers; `start`, `finish`, `foreground` and `pager` raise OSError for a program that cannot be started; `finish`
    returns whether it did its work within so many seconds; `machine` is what holds the system's timers; `fetch` raises
    CoachError.
    """

    now: Callable[[], datetime]
    clock: Callable[[], float]
    stdout: TextIO
    stderr: TextIO
    env: Mapping[str, str]
    folders: Folders
    stock: Path
    keys: Callable[[], bool]
    keyboard: KeyboardOpener
    outlet: OutletOpener
    attended: Callable[[], bool]
    size: Callable[[], tuple[int, int] | None]
    cell: Callable[[], tuple[int, int] | None]
    painters: Callable[[], Painters]
    seat: Callable[[], str]
    ask: Callable[[str], bool]
    which: Callable[[str], str | None]
    start: Callable[[Sequence[str], str], Utterance]
    finish: Callable[[Sequence[str], str, float], bool]
    foreground: Callable[[Sequence[str]], None]
    machine: Callable[[], Machine]
    fetch: Callable[[str], bytes]
    pager: Callable[[Sequence[str], bytes], None]
    no_color: bool = False

    @classmethod
    def real(cls) -> World:
        """Return the world as it is."""
        return cls(
            now=_now,
            clock=_ticks,
            stdout=sys.stdout or _nowhere(),
            stderr=sys.stderr or _nowhere(),
            env=os.environ,
            folders=folders(os.environ),
            stock=bundled(),
            keys=_reachable,
            keyboard=_keyboard,
            outlet=_outlet,
            attended=_attended,
            size=_size,
            cell=_cell,
            painters=_painters,
            seat=_seat,
            ask=_ask,
            which=_which,
            start=_start,
            finish=_finish,
            foreground=_foreground,
            machine=_machine,
            fetch=_fetch,
            pager=_pager,
        )


def _nowhere() -> TextIO:
    """Return a stream that swallows what is written, for a program that was started with its output closed."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _now() -> datetime:
    """Return local time; raises CoachError where the environment names a time zone that cannot be."""
    try:
        return datetime.now().astimezone()
    except ValueError:
        zone = os.environ.get("TZ", "")
        hint = "`unset TZ`, or name a place, as in `TZ=Europe/Berlin`"
        raise CoachError(f"`{zone[:40]}` in `TZ` is more than a day away from everywhere", hint) from None


def _ticks() -> float:
    """Return monotonic seconds that go on while the machine sleeps, so that the gap is seen."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


def _size() -> tuple[int, int] | None:
    """Return the columns and rows of the terminal that output goes to; 80 by 24 where it does not know them."""
    for stream in (sys.__stdout__, sys.__stderr__):
        try:
            size = os.get_terminal_size(stream.fileno() if stream else -1)
        except (OSError, ValueError):
            continue
        return min(size.columns or 80, MOST_COLUMNS), min(size.lines or 24, MOST_ROWS)
    return None


def _cell() -> tuple[int, int] | None:
    """Return the width and height of a cell in pixels, as the terminal that output goes to tells its size."""
    try:
        import fcntl
        import struct
        import termios

        told = fcntl.ioctl(sys.__stdout__.fileno() if sys.__stdout__ else -1, termios.TIOCGWINSZ, bytes(8))
        rows, columns, wide, high = struct.unpack("HHHH", told)
    except (ImportError, OSError, ValueError):
        return None
    return (wide // columns, high // rows) if columns and rows and wide >= columns and high >= rows else None


def _seat() -> str:
    """Return the terminal's own name and the login or the window that it belongs to, as far as the system knows."""
    try:
        return f"{os.ttyname(sys.__stdout__.fileno() if sys.__stdout__ else -1)} {os.getsid(0)}"
    except (AttributeError, OSError, ValueError):
        return ""


def _painters() -> Painters:
    from facecoach.face.workshop import Workshop

    return Workshop()


def _reachable() -> bool:
    from facecoach.session.keyboard import reachable

    return reachable()


def _keyboard(keys: bool) -> AbstractContextManager[Keyboard]:
    from facecoach.session.keyboard import opened

    return opened(keys=keys)


def _outlet(stream: TextIO) -> Outlet:
    from facecoach.screen.live.outlet import outlet

    return outlet(stream)


def _attended() -> bool:
    """Return whether the screen is this program's own: in the background it is the shell's."""
    if os.name == "nt" or not sys.__stdout__:
        return True
    try:
        return os.tcgetpgrp(sys.__stdout__.fileno()) == os.getpgrp()
    except (OSError, ValueError):
        return True


def _ask(question: str) -> bool:
    """Ask on stderr until the answer is y or n; raises KeyboardInterrupt where input ends."""
    while True:
        sys.stderr.write(f"{question} [y/n]: ")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt
        if (word := answer.strip().lower()) in ("y", "yes", "n", "no"):
            return word.startswith("y")


def _which(name: str) -> str | None:
    from shutil import which

    if name == WINDOWS:
        return name if os.name == "nt" else None
    return which(name)


def _start(command: Sequence[str], text: str) -> Utterance:
    from facecoach.processes import Helper, Jingle

    return Jingle(command[-1]) if command[0] == WINDOWS else Helper(command, text)


def _finish(command: Sequence[str], text: str, seconds: float) -> bool:
    from facecoach.processes import finished

    return finished(command, text, seconds)


def _foreground(command: Sequence[str]) -> None:
    from facecoach.processes import foreground

    foreground(command)


def _machine() -> Machine:
    from facecoach.remind.machine import machine

    return machine()


def _fetch(url: str) -> bytes:
    from facecoach.fetch import fetched

    return fetched(url)


def _pager(command: Sequence[str], text: bytes) -> None:
    from facecoach.processes import pager

    pager(command, text)
