"""Several at once: each change is made, or refused in words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

CODE = "from facecoach.start import run; run()"


def started(home: Path, *args: str) -> subprocess.Popen[str]:
    """Start a command."""
    env = {**os.environ, "FACECOACH_HOME": str(home)}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", CODE, *args], env=env, stdout=pipe, stderr=pipe, text=True)


def together(home: Path, *commands: tuple[str, ...]) -> list[int]:
    """Run commands at the same time and return their exit codes."""
    running = [started(home, *args) for args in commands]
    for one in running:
        one.communicate(timeout=60)
    return [one.returncode for one in running]


def asked(home: Path, *args: str) -> object:
    """Return what a command says as JSON."""
    out, _ = started(home, *args, "--json").communicate(timeout=60)
    return json.loads(out)


def test_two_goals(tmp_path: Path) -> None:
    """Two changes of different settings both hold."""
    for _ in range(3):
        assert together(tmp_path, ("goal", "--week", "6"), ("goal", "--rest", "sun")) == [0, 0]
        held = asked(tmp_path, "goal")
        assert isinstance(held, dict)
        assert (held["week_goal"], held["rest_days"]) == (6, ["sun"])
        together(tmp_path, ("goal", "--week", "4"), ("goal", "--rest", "none"))


def test_undo_takes_one_each(tmp_path: Path) -> None:
    """Every undo that says it took a session back took one that no other did."""
    together(tmp_path, *[("log", "quick")] * 4)
    codes = together(tmp_path, *[("undo",)] * 6)
    assert sorted(codes) == [0, 0, 0, 0, 1, 1]
    assert asked(tmp_path, "history") == []


def test_many_writers(tmp_path: Path) -> None:
    """Sessions logged at once are all there."""
    assert together(tmp_path, *[("log", "quick")] * 8) == [0] * 8
    found = asked(tmp_path, "history")
    assert isinstance(found, list)
    assert len({one["id"] for one in found}) == 8
