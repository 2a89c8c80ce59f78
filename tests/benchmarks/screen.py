"""What a session costs a terminal of 100x30 and one of 200x60 in truecolor: first picture, core, bytes and memory.

`python tests/benchmarks/screen.py [SECONDS]`; exits 1 when a figure misses its target. The share is
that of a session that runs: what its first two seconds took is measured apart and left out.
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
from pathlib import Path
from statistics import median

SIZES = ((30, 100), (60, 200))
DAILY = ("-m", "facecoach", "run", "morning")
BUSY = (*DAILY, "--no-log", "--lead-in", "0", "--sound", "none", "--from", "3")
PICTURE, WHOLE = "▀".encode(), b"\x1b[?2026l"
STARTS = 7
BEGUN = 2.0  # seconds after which a session runs, rather than starts
DONE_BEFORE = '{"v": 1, "id": "x", "type": "session", "day": "2026-01-01", "routine": "morning"}\n'  # cautions are read


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds to the first picture and its bytes, seconds and bytes in all, processor seconds, peak memory in MiB."""

    first: float
    large: int
    took: float
    sent: int
    used: float
    memory: float


def played(size: tuple[int, int], seconds: float = 0) -> Cost:
    """Play a session for so many seconds, 0 for its first picture alone, as it is started daily."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "journal.jsonl").write_text(DONE_BEFORE)
        return _played(size, seconds, home, BUSY if seconds else DAILY)


def _played(size: tuple[int, int], seconds: float, home: str, command: tuple[str, ...]) -> Cost:
    begun = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", FACECOACH_HOME=home)
        for name in ("NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
            os.environ.pop(name, None)
        os.execv(sys.executable, (sys.executable, *command))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    first, large, told = 0.0, 0, bytearray()
    for piece in _pieces(terminal, begun + seconds if seconds else None):
        told += piece
        if not first and PICTURE in told and WHOLE in told[told.index(PICTURE) :]:
            first, large = time.monotonic() - begun, told.index(WHOLE, told.index(PICTURE))
            if not seconds:
                break
    os.kill(child, signal.SIGKILL)
    _, _, usage = os.wait4(child, 0)
    os.close(terminal)
    took = time.monotonic() - begun
    return Cost(first, large, took, len(told), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _pieces(terminal: int, until: float | None) -> Iterator[bytes]:
    while until is None or (left := until - time.monotonic()) > 0:
        if select.select([terminal], [], [], 60 if until is None else left)[0]:
            yield os.read(terminal, 65536)


def main(seconds: float) -> int:
    """Measure, print the figures beside their targets, and return 1 if one misses its target."""
    return max([_told(size, seconds) for size in SIZES])


def _told(size: tuple[int, int], seconds: float) -> int:
    starts = [played(size) for _ in range(STARTS)]
    begun, cost = played(size, BEGUN), played(size, seconds)
    share = (cost.used - begun.used) / (cost.took - begun.took)
    sys.stdout.write(f"{size[1]}x{size[0]}\n")
    figures = (
        ("first picture", median(start.first for start in starts), 0.4, "s"),
        ("bytes of the first picture", starts[0].large / 1000, 20, "kB"),
        ("share of a core", share * 100, 3, "%"),
        ("to the terminal", cost.sent / cost.took / 1000, 40, "kB/s"),
        ("peak memory", cost.memory, 65, "MiB"),
    )
    for name, figure, target, unit in figures:
        sys.stdout.write(f"{name:48} {figure:8.2f} {unit}  at most {target:g} {unit}\n")
    return int(any(figure > target for _, figure, target, _ in figures))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60))
