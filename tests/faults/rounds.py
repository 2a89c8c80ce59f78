"""Random faults, round after round, and the same judge after each: `python tests/faults/rounds.py SECONDS [SEED]`.

A round runs a few commands on one home, some of them killed at a random moment, some on a disk that is full, some two
at a time, some in a terminal that nobody reads. Afterwards nothing that was acknowledged may be missing, nothing
counted twice, no terminal left in a mess and no process left behind.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from terminal import terminal

CODE = "from facecoach.start import run; run()"
ROUTINE = "name: Short\nsteps:\n  - {zone: jaw, for: 12s, cue: Circle}\n"
VOICE = "#!/bin/sh\ntrap '' TERM INT HUP\nsleep 60 & sleep 60\n"


@dataclass
class Home:
    """A home, the dice, and what the program has acknowledged so far."""

    path: Path
    dice: random.Random
    lines: set[str] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)

    @property
    def env(self) -> dict[str, str]:
        """The environment of every command; its mark tells the processes that come of it."""
        tools = f"{self.path / 'tools'}:{os.environ.get('PATH', '')}"
        return {**os.environ, "FACECOACH_HOME": str(self.path), "FACECOACH_MARK": str(self.path), "PATH": tools}

    def written(self) -> list[str]:
        """Return the lines that any file of the journal holds, those set aside included."""
        files = [*self.path.glob("journal*.jsonl"), *self.path.glob("journal.damaged*")]
        return [line for path in files for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]

    def asked(self, *args: str) -> Any:
        """Return what a command says as JSON."""
        told = subprocess.run(
            [sys.executable, "-c", CODE, *args, "--json"], env=self.env, capture_output=True, text=True, check=True,
            timeout=60,
        )  # fmt: skip
        assert "Traceback" not in told.stderr, told.stderr
        return json.loads(told.stdout)


def start(home: Home, *args: str, limit: int | None = None) -> subprocess.Popen[str]:
    """Start a command, perhaps on a disk that has room for no more than `limit` bytes a file."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-c", CODE, *args], env=home.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, preexec_fn=limited,  # noqa: PLW1509 - one thread
    )  # fmt: skip


def changes(home: Home) -> tuple[str, ...]:
    """Return a command that changes something."""
    return home.dice.choice([
        ("log", "quick"), ("log", "quick"), ("log", "desk", "--minutes", "1"), ("undo",), ("goal", "--week", "5"),
        ("goal", "--rest", home.dice.choice(["sun", "none"])), ("pause", "--days", "2"), ("doctor", "--fix"),
        ("safety", "add", "recent-filler"),
    ])  # fmt: skip


def acknowledge(home: Home, child: subprocess.Popen[str], seconds: float = 60) -> None:
    """Let a command end, and remember the lines it added if it said that it was done."""
    before = set(home.written())
    out, err = child.communicate(timeout=seconds)
    assert "Traceback" not in err, err
    if child.returncode == 0 and out:
        home.lines |= set(home.written()) - before


def plainly(home: Home) -> None:
    """Run a command to its end."""
    acknowledge(home, start(home, *changes(home)))


def killed(home: Home) -> None:
    """Kill a command at a random moment of its short life."""
    child = start(home, *changes(home))
    time.sleep(home.dice.uniform(0.0, 0.35))
    child.kill()
    child.communicate()


def without_room(home: Home) -> None:
    """Run a command on a disk with room for a few bytes more than the journal has."""
    journal = home.path / "journal.jsonl"
    size = journal.stat().st_size if journal.exists() else 0
    acknowledge(home, start(home, *changes(home), limit=size + home.dice.randint(0, 400)))


def together(home: Home) -> None:
    """Run two commands at once."""
    before = set(home.written())
    pair = [start(home, *changes(home)) for _ in range(2)]
    told = [child.communicate(timeout=60) for child in pair]
    assert not any("Traceback" in err for _, err in told), told
    if all(child.returncode == 0 for child in pair):
        home.lines |= set(home.written()) - before


def torn(home: Home) -> None:
    """Tear the journal's last line, as a power cut would; what it said is no longer expected."""
    path = home.path / "journal.jsonl"
    raw = path.read_bytes() if path.exists() else b""
    if raw.count(b"\n") > 1:
        last = raw.rstrip(b"\n").rsplit(b"\n", 1)[1]
        home.lines.discard(last.decode())
        path.write_bytes(raw[: -home.dice.randint(1, len(last))])


def session(home: Home) -> None:
    """Play a session that is killed, left or heard out, in a terminal that is read, slow or stopped."""
    count = len(home.asked("history"))
    with terminal(home.path, "run", str(home.path / "short.yaml"), "--voice", "--lead-in", "0", env=home.env) as one:
        length = home.dice.uniform(0.2, 14)
        one.read(length, rate=home.dice.choice([1e9, 10_000, 1]))
        end = home.dice.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
        if not one.ended:
            one.signal(end)
        assert one.wait(3) < (1.5 if end is not signal.SIGKILL else 3), end
        assert one.clean or end is signal.SIGKILL
        one.read(0.2)
    after = home.asked("history")
    assert len(after) - count in (0, 1), (count, after)
    worked = after[0]["seconds"] if len(after) > count else 0
    assert worked <= length + 1.5, (worked, length)
    assert worked >= 12 or worked >= length - 7 or length < 17, (worked, length)


ROUNDS = {
    "plainly": plainly, "killed": killed, "without room": without_room, "together": together, "torn": torn,
    "session": session,
}  # fmt: skip


def judge(home: Home) -> None:
    """Hold the home against what it must be; raises AssertionError."""
    lines = home.written()
    missing = home.lines - set(lines)
    assert not missing, f"acknowledged and lost: {missing}"
    history, streak = home.asked("history"), home.asked("streak")
    ids = [one["id"] for one in history]
    assert len(ids) == len(set(ids)), "counted twice"
    assert streak["total"]["sessions"] == len(ids), (streak["total"], len(ids))
    left = _left(home)
    assert not left, f"left behind: {left}"


def _left(home: Home) -> list[str]:
    """Return the processes that this home's commands left behind; those of a killed session have a moment to go."""
    mark, end = f"FACECOACH_MARK={home.path}".encode(), time.monotonic() + 2
    while True:
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (folder / "environ").read_bytes():
                    found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
            except OSError:
                continue
        if not found or time.monotonic() > end:
            return found
        time.sleep(0.1)


def play(seconds: float, seed: int, kinds: tuple[str, ...] = tuple(ROUNDS)) -> Counter[str]:
    """Play rounds for so many seconds and return how often each kind of fault was met."""
    dice, done = random.Random(seed), Counter[str]()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder), dice)
            (home.path / "short.yaml").write_text(ROUTINE)
            (home.path / "tools").mkdir()
            (home.path / "tools" / "espeak-ng").write_text(VOICE)
            (home.path / "tools" / "espeak-ng").chmod(0o755)
            for _ in range(12):
                kind = dice.choice(kinds)
                ROUNDS[kind](home)
                judge(home)
                done[kind] += 1
                if time.monotonic() > end:
                    break
    return done


if __name__ == "__main__":
    length, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    sys.stdout.write(f"seed {seed}\n")
    sys.stdout.flush()
    sys.stdout.write(f"{dict(play(length, seed))}\n")
