"""Files that never end, never begin or are nothing of the kind: each command is done soon, in little memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits are a Unix thing")

CODE = "from facecoach.start import run; run()"
ROOM = 200 * 1024 * 1024
SOON = 40  # seconds for a busy machine; a file that is waited for takes for ever
COMMANDS = (
    (), ("doctor",), ("log", "quick"), ("run", "quick", "--speed", "900"), ("check",), ("doctor", "--fix"), ("undo",),
)  # fmt: skip


def sparse(path: Path) -> None:
    """Make a file of a gibibyte of NULs."""
    path.touch()
    os.truncate(path, 1 << 30)


def zero(path: Path) -> None:
    """Make a link to a device that never ends."""
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    """Make a link to itself."""
    path.symlink_to(path)


def deep(path: Path) -> None:
    """Make JSON and YAML that is nested without end."""
    path.write_text("[" * 500_000)


def surrogate(path: Path) -> None:
    """Make JSON of half a character."""
    path.write_text('{"v": 1, "id": "\\ud800", "type": "session", "routine": "\\ud800"}')


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, Path.touch, sparse, zero, loop, deep, surrogate])
@pytest.mark.parametrize(
    "name", ["journal.jsonl", "journal.copy.jsonl", "running.json", "settings.yaml", "routines/odd.yaml"]
)
def test_an_odd_file(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    """No odd file in any place takes long, takes memory, or ends in a traceback."""
    (tmp_path / "routines").mkdir()
    make(tmp_path / name)
    for args in COMMANDS:
        result = coach(tmp_path, *args)
        assert "Traceback" not in result.stderr, args
        assert result.returncode in (0, 1), (args, result.stderr)


def coach(home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a command in little memory."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (ROOM, ROOM))

    return subprocess.run(
        [sys.executable, "-c", CODE, *args], env={**os.environ, "FACECOACH_HOME": str(home)}, capture_output=True,
        text=True, check=False, stdin=subprocess.DEVNULL, preexec_fn=limited, timeout=SOON,
    )  # fmt: skip
