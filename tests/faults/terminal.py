"""The real program in a pseudo-terminal whose reader may be slow, stopped or gone."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

NOISE = (
    "NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TMUX", "STY", "VTE_VERSION",
    "KITTY_WINDOW_ID", "KONSOLE_VERSION", "XTERM_VERSION", "WT_SESSION",
)  # fmt: skip
CODE = "from facecoach.start import run; run()"


@dataclass
class Terminal:
    """A running program and its terminal: what it sent so far, and what its modes were at first.

    `file` is the terminal's own end, `other` the program's.
    """

    pid: int
    file: int
    other: int
    modes: list[object]
    sent: bytearray = field(default_factory=bytearray)
    status: int | None = None

    def read(self, seconds: float, rate: float = 1e9, until: bytes = b"") -> bytes:
        """Take what the program sends for so many seconds, at most `rate` bytes a second, or until it sent `until`."""
        end, begun, taken = time.monotonic() + seconds, time.monotonic(), 0
        first = len(self.sent)
        while (now := time.monotonic()) < end and not (until and until in self.sent[first:]):
            room = int((now - begun) * rate) - taken
            if room < 1:
                time.sleep(min(0.01, end - now))
                continue
            if not select.select([self.file], [], [], min(0.05, end - now))[0]:
                if self.ended:
                    break
                continue
            try:
                piece = os.read(self.file, min(room, 65536))
            except OSError:
                break
            if not piece:
                break
            taken += len(piece)
            self.sent += piece
        return bytes(self.sent[first:])

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.file, keys.encode())

    def signal(self, number: int) -> None:
        """Send a signal to the program alone."""
        os.kill(self.pid, number)

    @property
    def ended(self) -> bool:
        """Whether the program is gone."""
        if self.status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if done else None
        return self.status is not None

    def wait(self, seconds: float) -> float:
        """Return the seconds until the program is gone, without reading; raises TimeoutError when it stays."""
        begun = time.monotonic()
        while not self.ended:
            if time.monotonic() - begun > seconds:
                raise TimeoutError(f"still there after {seconds} s")
            time.sleep(0.01)
        return time.monotonic() - begun

    @property
    def clean(self) -> bool:
        """Whether the modes are as they were: echo, lines, signals."""
        now: list[object] = list(termios.tcgetattr(self.file))
        return now[3] == self.modes[3]

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


@contextmanager
def terminal(
    home: Path, *args: str, size: tuple[int, int] = (100, 30), code: str = CODE, env: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Start the program in a terminal of its own; afterwards nothing of it is left."""
    surroundings = {**os.environ, "FACECOACH_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    surroundings = {name: value for name, value in surroundings.items() if name not in NOISE} | dict(env or {})
    own, other = pty.openpty()
    modes: list[object] = list(termios.tcgetattr(other))
    fcntl.ioctl(own, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    begun, open_until_then = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(own)
        os.login_tty(other) if hasattr(os, "login_tty") else _login(other)
        os.execve(sys.executable, [sys.executable, "-c", code, *args], surroundings)
    os.close(open_until_then)
    os.read(begun, 1)  # the terminal is the program's now: a key before that would be nobody's
    os.close(begun)
    started = Terminal(pid, own, other, modes)
    try:
        yield started
    finally:
        if not started.ended:
            os.kill(pid, signal.SIGKILL)
            started.wait(10)
        os.close(other)
        os.close(own)


def _login(terminal: int) -> None:
    """Make a terminal the one that controls this process, and its standard streams."""
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for stream in range(3):
        os.dup2(terminal, stream)
