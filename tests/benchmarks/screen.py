"""What a session costs a terminal of 100x30 in truecolor: first picture, share of a core, bytes and memory.

`python tests/benchmarks/screen.py [SECONDS]`; exits 1 when a figure misses its target.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

SIZE = (30, 100)
DAILY = ("-m", "facecoach", "run", "morning")
BUSY = (*DAILY, "--no-log", "--lead-in", "0", "--sound", "none", "--from", "3")
PICTURE = "▀".encode()
STARTS = 7


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds to the first picture and in all, bytes sent, processor seconds, and peak memory in MiB."""

    first: float
    took: float
    sent: int
    used: float
    memory: float


def played(seconds: float = 0) -> Cost:
    """Play a session for so many seconds, 0 for its first picture alone, as it is started daily."""
    with tempfile.TemporaryDirectory() as home:
        return _played(seconds, home, BUSY if seconds else DAILY)


def _played(seconds: float, home: str, command: tuple[str, ...]) -> Cost:
    begun = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", FACECOACH_HOME=home)
        for name in ("NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
            os.environ.pop(name, None)
        os.execv(sys.executable, (sys.executable, *command))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    first, sent = 0.0, 0
    for piece in _pieces(terminal, begun + seconds if seconds else None):
        sent += len(piece)
        if not first and PICTURE in piece:
            first = time.monotonic() - begun
            if not seconds:
                break
    os.kill(child, signal.SIGKILL)
    _, _, usage = os.wait4(child, 0)
    os.close(terminal)
    return Cost(first, time.monotonic() - begun, sent, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _pieces(terminal: int, until: float | None) -> Iterator[bytes]:
    while until is None or (left := until - time.monotonic()) > 0:
        if select.select([terminal], [], [], 60 if until is None else left)[0]:
            yield os.read(terminal, 65536)


def main(seconds: float) -> int:
    """Measure, print the figures beside their targets, and return 1 if one misses its target."""
    first, cost = median(played().first for _ in range(STARTS)), played(seconds)
    figures = (
        ("first picture", first, 0.4, "s"),
        ("share of a core, the start included", cost.used / cost.took * 100, 3, "%"),
        ("to the terminal", cost.sent / cost.took / 1000, 40, "kB/s"),
        ("peak memory", cost.memory, 60, "MiB"),
    )
    for name, figure, target, unit in figures:
        sys.stdout.write(f"{name:48} {figure:8.2f} {unit}  at most {target:g} {unit}\n")
    return int(any(figure > target for _, figure, target, _ in figures))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60))
