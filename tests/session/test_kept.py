"""Nothing is lost: what is kept of a running session, and what becomes of it after a crash."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from facecoach.errors import CoachError
from facecoach.routine.library import Library
from facecoach.session import kept as files
from facecoach.session.command import Command
from facecoach.session.ending import Kept
from world import NOON, Coach

KEY = "20261120T110000000000-aa"
LONG = "name: Long\nsteps:\n  - {zone: jaw, for: 60s, cue: Circle}\n  - {zone: neck, for: 60s, cue: Glide}\n"


def crashed(coach: Coach, seconds: float = 70.0, **changes: Any) -> None:
    """Leave behind what a session killed after so many seconds leaves behind."""
    path = coach.write("long.yaml", LONG)
    worked = (min(seconds, 60), max(seconds - 60, 0))
    files.Keeper(coach.home).save(Kept(**{
        "id": KEY, "routine": "long", "asked": path, "digest": Library(Path(), Path()).digest(LONG.encode()),
        "name": "Long", "started": NOON.isoformat(), "day": "2026-11-20", "planned": 120, "leg": int(seconds >= 60),
        "offset": seconds % 60, "seconds": seconds, "worked": worked, "zones": {"jaw": worked[0], "neck": worked[1]},
        "updated": (NOON - timedelta(minutes=5)).isoformat(), **changes,
    }))  # fmt: skip


def sessions(coach: Coach) -> list[dict[str, Any]]:
    """Return the sessions that stand."""
    return json.loads(coach("history", "--json").out)  # type: ignore[no-any-return]  # a list of records


def test_next_command_writes_it_down(coach: Coach) -> None:
    """After a crash the next command writes a partial record, says so, and does it once."""
    crashed(coach)
    told = coach("list").err
    assert "cut off" in told
    assert "facecoach run --resume" in told
    assert coach("streak").err == ""
    (record,) = coach.records
    assert (record["outcome"], record["source"], record["seconds"]) == ("partial", "recovered", 70)


def test_under_ten_seconds_is_dropped(coach: Coach) -> None:
    """Under ten seconds nothing is written, as for any partial session."""
    crashed(coach, 9)
    assert coach("list").err == ""
    assert coach.records == []


@pytest.mark.parametrize("between", [[], [["list"], ["streak"], ["log", "quick"]], [["run", "quick"]]])
def test_resume_goes_on(coach: Coach, between: list[list[str]]) -> None:
    """Whatever was run in between, `run --resume` takes up where it stood; one record stands, with both parts."""
    crashed(coach)
    for command in between:
        coach(*command)
    result = coach("run", "--resume", "--json")
    assert json.loads(result.out.splitlines()[0])["at"] == 70
    (record,) = [record for record in sessions(coach) if record["routine"] == "long"]
    assert (record["outcome"], record["seconds"], record["id"]) == ("completed", 120, KEY)


def test_it_stays_the_plans(coach: Coach) -> None:
    """A session that was a plan's when it was cut off is that plan's still when it is gone on with."""
    crashed(coach, plan="five-weeks")
    coach("list")
    coach("run", "--resume", "--json")
    assert [record["plan"] for record in coach.records] == ["five-weeks"] * 2


def test_today_goes_on_with_it(coach: Coach) -> None:
    """In a terminal today's screen offers it first, and Enter takes up where it stood."""
    coach.write("routines/long.yaml", LONG)
    crashed(coach, asked="long")
    result = coach(terminal=(80, 24), keys=[(1.0, Command.ENTER)])
    assert "facecoach run --resume" in result.out
    (record,) = sessions(coach)
    assert (result.code, record["outcome"], record["id"]) == (0, "completed", KEY)


def test_resumed_and_left_keeps_the_better(coach: Coach) -> None:
    """A session gone on with and left again counts all that was worked in it, once."""
    crashed(coach)
    coach("run", "--resume", "--json", keys=[(17.0, Command.INTERRUPT)])
    (record,) = sessions(coach)
    assert (record["outcome"], record["seconds"]) == ("partial", 82)


@pytest.mark.parametrize(("outcome", "seconds"), [("partial", 90), ("completed", 120)])
def test_killed_again_keeps_the_better(coach: Coach, outcome: str, seconds: float) -> None:
    """A session gone on with and killed again, in its last second too, stands with all that was worked in it, once."""
    crashed(coach)
    coach("list")
    crashed(coach, seconds, outcome=outcome)
    assert "cut off" in coach("list").err
    assert coach("list").err == ""
    (record,) = sessions(coach)
    assert (record["outcome"], record["seconds"], record["id"]) == (outcome, seconds, KEY)


def test_what_was_felt_before_is_kept(coach: Coach) -> None:
    """How it felt before is part of what is kept: a session gone on with has it, and does not ask again."""
    coach.write("settings.yaml", "feel: yes\n")
    crashed(coach, feel={"before": 6})
    coach("run", "--resume", "--lead-in", "0", terminal=(80, 24), keys=[(55, Command.THREE)])
    (record,) = sessions(coach)
    assert (record["outcome"], record["feel"]) == ("completed", {"before": 6, "after": 3})


def test_resumed_twice_is_once(coach: Coach) -> None:
    """What was completed cannot be gone on with."""
    crashed(coach)
    assert coach("run", "--resume").code == 0
    result = coach("run", "--resume")
    assert (result.code, len(sessions(coach))) == (1, 1)
    assert "no session to go on with" in result.err


def test_resume_refuses_what_was_completed_meanwhile(coach: Coach) -> None:
    """A session that was resumed and completed stands as completed, in place of its partial record."""
    crashed(coach)
    coach("list")
    stale = [record for record in coach.records if record["type"] == "session"]
    assert coach("run", "--resume").code == 0
    assert [record["outcome"] for record in (*stale, *sessions(coach))] == ["partial", "completed"]


@pytest.mark.parametrize(
    ("hours", "args", "complaint"),
    [(0, ["quick"], "it was `long`"), (13, [], "no session to go on with"), (None, [], "no session to go on with")],
)
def test_resume_refuses(coach: Coach, hours: int | None, args: list[str], complaint: str) -> None:
    """Another routine, more than twelve hours, or nothing kept: `--resume` says why it cannot."""
    if hours is not None:
        crashed(coach)
    result = coach.at(NOON + timedelta(hours=hours or 0))("run", *args, "--resume")
    assert result.code == 1
    assert complaint in result.err


def test_resume_refuses_a_routine_that_was_rewritten(coach: Coach) -> None:
    """A routine that was written anew since cannot be gone on with, though it has as many moves."""
    crashed(coach)
    coach.write("long.yaml", LONG.replace("Glide", "Press"))
    result = coach("run", "--resume")
    assert result.code == 1
    assert "has changed" in result.err


@pytest.mark.parametrize(
    "change",
    [
        '{"id": "x", "rout', "[]", "null", "", "[" * 100_000, '"worked": "x"', '"zones": []', '"day": "soon"',
        '"leg": null', '"leg": 0.5', '"seconds": 1e999', '"updated": "2026-11-20T12:00:00"', '"name": "\\ud800"',
        '"worked": [[]]', '"digest": 5',
    ],
)  # fmt: skip
def test_damaged_keeps_nobody(coach: Coach, change: str) -> None:
    """A file that is half written, or holds what it should not, is no session, and no reason to fail."""
    crashed(coach)
    kept = json.loads((coach.home / files.NAME).read_text())
    coach.write(files.NAME, json.dumps({**kept, **json.loads(f"{{{change}}}")}) if change.startswith('"') else change)
    assert coach("list").code == 0
    assert coach("run", "--resume").code == 1
    assert coach.records == []


def test_no_lock_is_no_obstacle(tmp_path: Path) -> None:
    """Where no lock can be made a session runs all the same."""
    (tmp_path / files.LOCK).mkdir()
    with files.held(tmp_path):
        assert not (tmp_path / files.NAME).exists()


def test_one_at_a_time(tmp_path: Path) -> None:
    """While a session is under way its file is nobody else's to recover, and a second one is refused."""
    with files.held(tmp_path):
        (tmp_path / files.NAME).write_text("{}")
        assert not files.abandoned(tmp_path)
        with pytest.raises(CoachError, match="another window"), files.held(tmp_path):
            pass
    assert files.abandoned(tmp_path)


def test_finished_but_unwritten_still_counts(coach: Coach) -> None:
    """A session that reached its end while the journal could not be written is completed when it is recovered."""
    crashed(coach, 120, outcome="completed")
    told = coach("list").err
    assert "completed" in told
    assert "--resume" not in told
    assert coach.records[0]["outcome"] == "completed"


def test_what_is_kept_is_read(tmp_path: Path) -> None:
    """What was kept is read as it was."""
    now = datetime.fromisoformat("2026-11-20T12:00:00+01:00").isoformat()
    kept = Kept("i", "r", "r", "d", "n", now, "2026-11-20", 60, 0, 1.5, 1.5, (1.5,), {"jaw": 1.5}, now)
    files.Keeper(tmp_path).save(kept)
    assert asdict(files.load(tmp_path) or kept) == asdict(kept)
    assert files.load(tmp_path) is not None
