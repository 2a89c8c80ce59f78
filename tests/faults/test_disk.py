"""A disk that is full, and a folder that changes under way: nothing acknowledged is lost, nothing half written."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits are a Unix thing")

ROUTINE = "name: Short\nsteps:\n  - {zone: jaw, for: 11s, cue: Circle}\n"
CODE = "from facecoach.start import run; run()"


def coach(home: Path, *args: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command that may write no file longer than `limit` bytes, as if the disk were full then."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-c", CODE, *args], env={**os.environ, "FACECOACH_HOME": str(home)}, capture_output=True,
        text=True, check=False, stdin=subprocess.DEVNULL, preexec_fn=limited, timeout=60,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with a journal of 70 kB and a routine of eleven seconds."""
    note = json.dumps({"v": 1, "id": "x", "type": "remark", "text": "x" * 70_000})
    (tmp_path / "journal.jsonl").write_text(f"{note}\n")
    (tmp_path / "short.yaml").write_text(ROUTINE)
    return tmp_path


def size(home: Path) -> int:
    """Return the size of the journal in bytes."""
    return (home / "journal.jsonl").stat().st_size


@pytest.mark.parametrize("room", [0, 1, 100])
def test_a_short_write_is_taken_back(home: Path, room: int) -> None:
    """Where only a part of a line fits, none of it stays, and the command says that it failed."""
    before = (home / "journal.jsonl").read_bytes()
    result = coach(home, "log", "quick", limit=size(home) + room)
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert (home / "journal.jsonl").read_bytes() == before


def test_a_completed_session_is_kept(home: Path) -> None:
    """A session whose end finds the disk full is kept, and the next command that can writes it down as completed."""
    short = str(home / "short.yaml")
    result = coach(home, "run", short, "--lead-in", "0", "--sound", "none", limit=size(home) + 10)
    assert (result.returncode, "written down by the next command" in result.stderr) == (1, True)
    assert json.loads(coach(home, "history", "--json").stdout)[0]["outcome"] == "completed"
    assert len(json.loads(coach(home, "history", "--json").stdout)) == 1


def test_no_room_is_no_session(home: Path) -> None:
    """Where the record would find no room, the session does not begin."""
    result = coach(home, "run", str(home / "short.yaml"), "--lead-in", "0", limit=20_000)
    assert (result.returncode, "there is no room" in result.stderr) == (1, True)
    assert sorted(path.name for path in home.iterdir()) == ["journal.jsonl", "running.lock", "short.yaml"]


@pytest.mark.parametrize("args", [("new", "mine"), ("build", "--minutes", "5", "--save", "mine")])
def test_no_empty_file_is_left(home: Path, args: tuple[str, ...]) -> None:
    """What cannot be written whole is not there at all, and can be tried again."""
    assert coach(home, *args, limit=10).returncode == 1
    assert not list((home / "routines").glob("*"))
    assert coach(home, *args).returncode == 0


def test_a_picture_is_whole_or_not_there(home: Path) -> None:
    """A page that finds no room leaves no half of itself."""
    page = home / "page.png"
    assert coach(home, "show", "quick", "--picture", str(page), limit=2000).returncode == 1
    assert not page.exists()


def test_a_record_that_stays_kept_is_written_once(home: Path) -> None:
    """Where what was kept cannot be removed, the commands that follow do not write it again."""
    if os.geteuid() == 0:
        pytest.skip("root may remove anything")
    kept = {
        "id": "a", "routine": "short", "asked": "short", "digest": "", "name": "Short", "day": "2026-11-20",
        "started": "2026-11-20T07:00:00+01:00", "planned": 60, "leg": 0, "offset": 30.0, "seconds": 30.0,
        "worked": [30.0], "zones": {"jaw": 30.0}, "updated": "2026-11-20T07:00:30+01:00", "outcome": "partial",
    }  # fmt: skip
    (home / "running.json").write_text(json.dumps(kept))
    home.chmod(0o500)
    try:
        sizes = [size(home) for _ in range(3) if coach(home, "streak").returncode == 0]
    finally:
        home.chmod(0o700)
    assert len(sizes) == 3
    assert sizes[0] == sizes[2]
