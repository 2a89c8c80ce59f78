"""Nothing is lost: what is kept of a running session, and what becomes of it after a crash."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from facecoach.errors import CoachError
from facecoach.session import kept as running
from world import NOON, Coach

LONG = "name: Long\nsteps:\n  - {zone: jaw, for: 60s, cue: Circle}\n  - {zone: neck, for: 60s, cue: Glide}\n"


def crashed(coach: Coach, seconds: float = 70.0, **changes: Any) -> None:
    """Leave behind what a session killed after so many seconds leaves behind."""
    path = coach.write("long.yaml", LONG)
    worked = [min(seconds, 60), max(seconds - 60, 0)]
    kept = running.Running(
        id="20261120T110000000000-aa", routine="long", asked=path, name="Long", started=NOON.isoformat(),
        day="2026-11-20", planned=120, leg=int(seconds >= 60), offset=seconds % 60, seconds=seconds, worked=worked,
        zones={"jaw": worked[0], "neck": worked[1]}, updated=(NOON - timedelta(minutes=5)).isoformat(), **changes,
    )  # fmt: skip
    running.save(coach.home, kept)


def test_next_command_writes_it_down(coach: Coach) -> None:
    """After a crash the next command writes a partial record, says so, and does it once."""
    crashed(coach)
    assert "cut off" in coach("list").err
    assert coach("streak").err == ""
    (record,) = coach.records
    assert (record["outcome"], record["source"], record["seconds"]) == ("partial", "recovered", 70)


def test_under_ten_seconds_is_dropped(coach: Coach) -> None:
    """Under ten seconds nothing is written, as for any partial session."""
    crashed(coach, 9)
    assert coach("list").err == ""
    assert coach.records == []


def test_resume_goes_on(coach: Coach) -> None:
    """`run --resume` takes up where it stood; the record holds both parts under the first id."""
    crashed(coach)
    result = coach("run", "--resume", "--json")
    (record,) = coach.records
    assert json.loads(result.out.splitlines()[0])["at"] == 70
    assert (record["outcome"], record["seconds"], record["id"]) == ("completed", 120, "20261120T110000000000-aa")


@pytest.mark.parametrize(
    ("hours", "args", "complaint"),
    [(0, ["quick"], "it was `long`"), (13, [], "more than 12 hours"), (None, [], "no session to go on with")],
)
def test_resume_refuses(coach: Coach, hours: int | None, args: list[str], complaint: str) -> None:
    """Another routine, more than twelve hours, or nothing kept: `--resume` says why it cannot."""
    if hours is not None:
        crashed(coach)
    result = coach.at(NOON + timedelta(hours=hours or 0))("run", *args, "--resume")
    assert result.code == 1
    assert complaint in result.err


@pytest.mark.parametrize(
    "change",
    [
        '{"id": "x", "rout', "[]", "null", '"worked": "x"', '"zones": []', '"day": "soon"', '"leg": null', '"leg": 0.5',
        '"seconds": 1e999', '"updated": "2026-11-20T12:00:00"',
    ],
)  # fmt: skip
def test_damaged_keeps_nobody(coach: Coach, change: str) -> None:
    """A file that is half written, or holds what it should not, is no session, and no reason to fail."""
    crashed(coach)
    kept = json.loads((coach.home / running.NAME).read_text())
    coach.write(running.NAME, json.dumps({**kept, **json.loads(f"{{{change}}}")}) if change.startswith('"') else change)
    assert coach("list").code == 0
    assert coach("run", "--resume").code == 1
    assert coach.records == []


def test_no_lock_is_no_obstacle(tmp_path: Path) -> None:
    """Where no lock can be made a session runs all the same."""
    (tmp_path / running.LOCK).mkdir()
    with running.held(tmp_path):
        assert not (tmp_path / running.NAME).exists()


def test_one_at_a_time(tmp_path: Path) -> None:
    """While a session is under way its file is nobody else's to recover, and a second one is refused."""
    with running.held(tmp_path):
        (tmp_path / running.NAME).write_text("{}")
        assert not running.abandoned(tmp_path)
        with pytest.raises(CoachError, match="another window"), running.held(tmp_path):
            pass
    assert running.abandoned(tmp_path)


def test_finished_but_unwritten_still_counts(coach: Coach) -> None:
    """A session that reached its end while the journal could not be written is completed when it is recovered."""
    crashed(coach, 120, outcome="completed")
    assert "completed" in coach("list").err
    assert coach.records[0]["outcome"] == "completed"
