"""What a session in pixels costs a terminal of 100x30: first picture, core and bytes by cycle, memory, and how late.

`python tests/benchmarks/pixels.py [kitty|sixel] [SECONDS]`, so many seconds a move; exits 1 when a figure misses its
target. Nobody draws what is sent: the cost is that of the program alone. On Linux only: it reads /proc.
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
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROWS, COLUMNS, CELL = 30, 100, (10, 20)
TERMS = {"kitty": "xterm-kitty", "sixel": "foot"}
MARKS = {"kitty": b"\x1b_Ga=p", "sixel": b"\x1bP"}
CYCLE = 6.0  # seconds: the longest cycle of the strokes below
STROKES = ("jaw-knead", "masseter-circles", "temple-press", "mouth-to-cheekbone", "neck-up", "orbital-tap")
ZONES = ("jawline", "jaw", "temples", "cheeks", "neck", "eyes")
STARTS = 5
DONE_BEFORE = '{"v": 1, "id": "x", "type": "session", "day": "2026-01-01", "routine": "morning"}\n'  # cautions are read
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Sample:
    """Seconds since the first move began, bytes and processor seconds until then."""

    at: float
    sent: int
    used: float


@dataclass(frozen=True, slots=True)
class Played:
    """Seconds to the first picture, samples, seconds at which each move was seen, and peak memory in MiB."""

    first: float
    samples: list[Sample]
    titles: list[float]
    memory: float


def routine(seconds: float) -> str:
    """Return a routine of one move a stroke."""
    steps = [
        f"  - {{zone: {zone}, for: {seconds:g}s, stroke: {stroke}, with: oil, cue: Slowly}}\n"
        for stroke, zone in zip(STROKES, ZONES, strict=True)
    ]
    return f"name: Bench\nsteps:\n{''.join(steps)}"


def played(protocol: str, seconds: float, *, start: bool = False) -> Played:
    """Play the routine to its last move; or start a session as it is started daily, until its first picture."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "journal.jsonl").write_text(DONE_BEFORE)
        path = Path(home) / "bench.yaml"
        path.write_text(routine(seconds))
        begun = time.monotonic()
        child, terminal = pty.fork()
        if child == 0:
            time.sleep(0.02)  # until the terminal has its size
            os.environ.update(TERM=TERMS[protocol], COLORTERM="truecolor", FACECOACH_HOME=home)
            for name in ("NO_COLOR", "PYTHONDONTWRITEBYTECODE", "TMUX", "STY"):
                os.environ.pop(name, None)
            own = ("run", str(path), "--no-log", "--anyway", "--lead-in", "0", "--sound", "none")
            command = ("run", "morning") if start else own
            os.execv(sys.executable, (sys.executable, "-m", "facecoach", *command))
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, COLUMNS * CELL[0], ROWS * CELL[1]))
        return _watched(child, terminal, begun, MARKS[protocol], 0 if start else seconds * len(STROKES))


def _watched(child: int, terminal: int, begun: float, mark: bytes, seconds: float) -> Played:
    first, sent, titles, tail = 0.0, 0, [0.0], b""
    samples: list[Sample] = []
    while True:
        now = time.monotonic() - begun
        if (first and not seconds) or (first and now - first > seconds):
            break
        if first and (not samples or now - first - samples[-1].at >= 0.05):
            samples.append(Sample(now - first, sent, _used(child)))
        if not select.select([terminal], [], [], 0.02)[0]:
            continue
        piece = os.read(terminal, 65536)
        sent, tail = sent + len(piece), tail[-4096:] + piece
        if not first and mark in tail:
            first = time.monotonic() - begun
        if f"step {len(titles) + 1} of {len(STROKES)}".encode() in tail:
            titles.append(time.monotonic() - begun - first)
    memory = _peak(child)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    return Played(first, samples, titles, memory)


def _used(child: int) -> float:
    fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _peak(child: int) -> float:
    told = Path(f"/proc/{child}/status").read_text()
    return int(told.split("VmHWM:")[1].split()[0]) / 1024


def spent(samples: list[Sample], spans: list[tuple[float, float]]) -> tuple[float, float]:
    """Return kB and processor seconds a second, over stretches of time."""
    found = [[one for one in samples if begin <= one.at <= end] for begin, end in spans]
    whole = [part for part in found if len(part) > 1]
    took = sum(part[-1].at - part[0].at for part in whole)
    sent = sum(part[-1].sent - part[0].sent for part in whole)
    return sent / took / 1000, sum(part[-1].used - part[0].used for part in whole) / took


def main(protocol: str, seconds: float) -> int:
    """Measure, print the figures beside their targets, and return 1 if one misses its target."""
    starts = [played(protocol, seconds, start=True) for _ in range(STARTS)]
    session = played(protocol, seconds)
    moves = [number * seconds for number in range(1, len(STROKES))]
    first = spent(session.samples, [(at, at + CYCLE) for at in moves])
    later = spent(session.samples, [(at + CYCLE, at + seconds) for at in moves])
    whole = spent(session.samples, [(0, seconds * len(STROKES))])
    late = [title - number * seconds for number, title in enumerate(session.titles)]
    figures = (
        ("first picture", median(start.first for start in starts), 0.4, "s"),
        ("share of a core in a move's first cycle", first[1] * 100, 9, "%"),
        ("share of a core after it", later[1] * 100, 5, "%"),
        ("to the terminal in a move's first cycle", first[0], 40 if protocol == "sixel" else 1000, "kB/s"),
        ("to the terminal after it", later[0], 40, "kB/s"),
        ("to the terminal, all in all", whole[0], 40 if protocol == "sixel" else 1000, "kB/s"),
        ("peak memory", session.memory, 90, "MiB"),
        ("boundaries apart from each other", (max(late[1:]) - min(late[1:])) * 1000, 50, "ms"),
    )
    sys.stdout.write(f"{protocol}, {COLUMNS}x{ROWS}\n")
    for name, figure, target, unit in figures:
        sys.stdout.write(f"{name:48} {figure:8.2f} {unit}  at most {target:g} {unit}\n")
    return int(any(figure > target for _, figure, target, _ in figures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "kitty", float(sys.argv[2]) if len(sys.argv) > 2 else 20))
