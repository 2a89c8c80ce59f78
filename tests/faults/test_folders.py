"""Folders and files that an ordinary user may not open: every command has words, and doctor works exactly there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes are a Unix thing")

CODE = "from facecoach.start import run; run()"
NOBODY = 65534
COMMANDS = (
    (), ("streak",), ("list",), ("history",), ("log", "quick"), ("undo",), ("new", "other"), ("check",), ("doctor",),
    ("build", "--minutes", "5", "--save", "built"), ("doctor", "--fix"), ("goal", "--week", "5"), ("safety",),
    ("run", "quick", "--speed", "900"), ("show", "quick"),
)  # fmt: skip


def coach(home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a command as an ordinary user."""
    env = {**os.environ, "FACECOACH_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    user: dict[str, Any] = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
    return subprocess.run(
        [sys.executable, "-c", CODE, *args], env=env, capture_output=True, text=True, check=False, cwd="/",
        stdin=subprocess.DEVNULL, timeout=60, **user,
    )  # fmt: skip


@pytest.fixture
def home() -> Iterator[Path]:
    """Return the home of an ordinary user, with a session, a routine and settings."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "home"
        home.mkdir()
        if os.geteuid() == 0:
            os.chown(home, NOBODY, NOBODY)
        try:
            made = [coach(home, "log", "quick").returncode, coach(home, "new", "mine").returncode]
        except OSError:
            pytest.skip("an ordinary user may not start this Python")
        if made != [0, 0]:
            pytest.skip("an ordinary user may not start this Python")
        (home / "settings.yaml").write_text("sound: none\n")
        yield home
        for path in (home, home / "routines", home / "journal.jsonl", home / "settings.yaml"):
            path.chmod(0o755)


@pytest.mark.parametrize("mode", [0, 0o400, 0o300, 0o500])
@pytest.mark.parametrize("name", ["", "routines", "journal.jsonl", "settings.yaml"])
def test_no_traceback(home: Path, name: str, mode: int) -> None:
    """Whatever cannot be opened, no command ends in a traceback, and doctor names it with what opens it again."""
    path = home / name
    path.chmod(mode)
    if os.geteuid() == 0 and name == "settings.yaml":
        os.chown(path, NOBODY, NOBODY)
    for args in COMMANDS:
        result = coach(home, *args)
        assert "Traceback" not in result.stderr, args
        assert result.returncode in (0, 1), args
    remarks = json.loads(coach(home, "doctor", "--json").stdout)
    wrong = [remark for remark in remarks if remark["severity"] == "wrong"]
    assert all(remark["mend"].startswith("chmod") for remark in wrong)
    assert bool(wrong) == (mode in (0, 0o300) or name in ("", "journal.jsonl") or (mode, name) == (0o400, "routines"))


def test_a_healthy_journal_stays(home: Path) -> None:
    """A copy that cannot be read is left out and named; nothing that doctor prints moves the journal itself."""
    copy = home / "journal.conflict.jsonl"
    copy.write_text("{}\n")
    copy.chmod(0)
    assert json.loads(coach(home, "streak", "--json").stdout)["total"]["sessions"] == 1
    remarks = json.loads(coach(home, "doctor", "--json").stdout)
    mends = [remark["mend"] for remark in remarks if remark["severity"] == "wrong"]
    assert mends
    assert not any(str(home / "journal.jsonl") in mend for mend in mends)


def test_a_very_long_name(home: Path) -> None:
    """A name that no file system takes is a fault with words."""
    for args in (
        ("new", "x" * 300),
        ("run", f"{'x' * 300}.yaml"),
        ("show", f"./{'y' * 5000}.yaml"),
        ("check", "z" * 300),
    ):
        result = coach(home, *args)
        assert (result.returncode in (1, 2), "Traceback" in result.stderr) == (True, False), args
