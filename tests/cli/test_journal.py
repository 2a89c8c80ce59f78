"""`history`, `log` and `undo`: sessions listed, added after the fact and taken back."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lines import diary, session
from world import NOON, Coach

ONE = "name: One\nsteps:\n  - {zone: jaw, for: 60s, cue: Circle}\n  - {zone: neck, for: 30s, cue: Glide}\n"


def filled(coach: Coach, *records: dict[str, object]) -> Coach:
    """Return the coach with these records in the journal."""
    coach.write("journal.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    return coach


def test_log_today(coach: Coach) -> None:
    """Logged without more, a session has just ended, as long as planned, by hand."""
    coach.write("routines/one.yaml", ONE)
    result = coach("log", "one")
    (record,) = coach.records
    assert (record["source"], record["outcome"], record["day"], record["name"]) == (
        "manual",
        "completed",
        "2026-11-20",
        "One",
    )
    assert (record["started"][11:19], record["ended"][11:19]) == ("11:58:30", "12:00:00")
    assert (record["seconds"], record["zones"]) == (90, {"jaw": 60, "neck": 30})
    assert result.out == "Logged One for 2026-11-20\nThe streak stands at 1 day\n"


def test_log_a_past_day(coach: Coach) -> None:
    """A session of a day before closes the gap, and what that did is said."""
    result = filled(coach, *diary("xxx.x"))("log", "quick", "--on", "yesterday")
    assert coach.records[-1]["started"] == "2026-11-19T12:00:00+00:00"
    assert result.out.endswith("for 2026-11-19\nThe streak goes from 1 to 5 days\n")


@pytest.mark.parametrize(("minutes", "outcome", "jaw"), [("1", "completed", 40), ("3", "completed", 120)])
def test_log_minutes(coach: Coach, minutes: str, outcome: str, jaw: float) -> None:
    """Other minutes than planned reach the zones in proportion."""
    coach.write("routines/one.yaml", ONE)
    coach("log", "one", "--minutes", minutes)
    assert (coach.records[0]["outcome"], coach.records[0]["zones"]["jaw"]) == (outcome, jaw)


def test_log_under_half(coach: Coach) -> None:
    """Under half of what was planned is a partial session, and is said to be one."""
    assert "partial" in coach("log", "morning", "--minutes", "4").out
    assert "partial" not in coach("log", "morning", "--minutes", "5").out
    assert [record["outcome"] for record in coach.records] == ["partial", "completed"]


@pytest.mark.parametrize(
    ("hour", "args", "started", "day"),
    [
        (12, ["--at", "07:30"], "2026-11-20T07:30", "2026-11-20"),
        (12, ["--at", "01:30"], "2026-11-20T01:30", "2026-11-19"),
        (1, ["--at", "23:30"], "2026-11-19T23:30", "2026-11-19"),
        (1, ["--at", "00:30"], "2026-11-20T00:30", "2026-11-19"),
        (12, ["--on", "thu", "--at", "01:30"], "2026-11-19T01:30", "2026-11-19"),
        (1, ["--on", "today"], "2026-11-20T00:50", "2026-11-19"),
    ],
)
def test_log_at(coach: Coach, hour: int, args: list[str], started: str, day: str) -> None:
    """A time alone is the last time the clock showed it, and counts for its own day; a day that is given stands."""
    coach.at(NOON.replace(hour=hour))("log", "morning", *args)
    assert (coach.records[0]["started"][:16], coach.records[0]["day"]) == (started, day)


def test_log_in_summer(coach: Coach) -> None:
    """A day in summer has summer's offset, and the hour that was asked for."""
    coach.at(datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/Paris")))("log", "quick", "--on", "2026-07-01")
    assert coach.records[0]["started"] == "2026-07-01T12:00:00+02:00"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--on", "tomorrow"], "to today, 2026-11-20"),
        (["--on", "2026-11-21"], "to today, 2026-11-20"),
        (["--on", "1999-12-31"], "from 2000-01-01"),
        (["--on", "2026-02-30"], "does not exist"),
        (["--at", "13:00"], "still to come"),
        (["--on", "today", "--at", "12:01"], "still to come"),
        (["--at", "25:00"], "from 00:00 to 23:59"),
        (["--minutes", "0"], "1 to 180"),
        (["--minutes", "181"], "1 to 180"),
    ],
)
def test_log_ranges(coach: Coach, args: list[str], said: str) -> None:
    """What cannot have been is wrong usage, says what can, and writes nothing."""
    result = coach("log", "morning", *args)
    assert (result.code, coach.records) == (2, [])
    assert said in result.err


def test_log_unknown(coach: Coach) -> None:
    """An unknown routine is refused with the near miss, and nothing is written."""
    result = coach("log", "mornin")
    assert (result.code, coach.home.exists()) == (1, False)
    assert "did you mean `morning`?" in result.err


def test_undo_restores(coach: Coach) -> None:
    """Undo takes back the last session written, and the streak is exactly what it was."""
    before = filled(coach, *diary("xx.x"))("streak", "--json").out
    coach("log", "quick", "--on", "2026-11-18")
    result = coach("undo")
    assert "Took back The Quick Three of 2026-11-18\nThe streak" in result.out
    assert coach("streak", "--json").out == before


def test_undo_is_no_erasure(coach: Coach) -> None:
    """What is taken back stays in the journal, and an undo can be undone."""
    coach("log", "quick")
    coach("undo")
    coach("undo", coach.records[-1]["id"])
    assert [record["type"] for record in coach.records] == ["session", "void", "void"]
    assert json.loads(coach("streak", "--json").out)["current"] == 1
    assert len(json.loads(coach("history", "--json").out)) == 1


@pytest.mark.parametrize("part", ["2026-11-19", "session", "2026-11-19-session"])
def test_undo_by_a_part_of_the_id(coach: Coach, part: str) -> None:
    """An id may be given by its beginning or its end, as long as one record alone goes by it."""
    filled(coach, session("2026-11-19"))("undo", part)
    assert coach.records[-1]["ref"] == "2026-11-19-session"


@pytest.mark.parametrize(
    ("key", "said"),
    [("nobody", "no record"), ("2026", "2 records go by"), ("", "no record"), ("session", "2 records")],
)
def test_undo_of_nothing(coach: Coach, key: str, said: str) -> None:
    """An id that none or several go by is an error, and nothing is written."""
    result = filled(coach, *diary("xx"))("undo", key)
    assert (result.code, len(coach.records)) == (1, 2)
    assert said in result.err


def test_undo_twice(coach: Coach) -> None:
    """A record that was taken back already is refused, with the reason."""
    filled(coach, session("2026-11-19"))("undo")
    assert "taken back already" in coach("undo", "2026-11-19").err
    assert "no session to take back" in coach("undo").err


@pytest.mark.parametrize(
    ("command", "what"), [(["pause", "--days", "3"], "pause from"), (["goal", "--week", "7"], "goal set")]
)
def test_undo_of_plans(coach: Coach, command: list[str], what: str) -> None:
    """A pause or a goal is taken back by its id."""
    coach(*command)
    assert what in coach("undo", coach.records[0]["id"]).out
    assert json.loads(coach("goal", "--json").out)["week_goal"] == 4
    assert json.loads(coach("pause", "--json").out) == {}


def test_history_newest_first(coach: Coach) -> None:
    """The newest day comes first, also when it was written first."""
    for day in ("2026-11-19", "2026-11-17", "2026-11-18"):
        coach("log", "quick", "--on", day)
    assert [record["day"][-2:] for record in json.loads(coach("history", "--json").out)] == ["19", "18", "17"]
    assert [line[:10] for line in coach("history", "--last", "2").out.splitlines()] == ["2026-11-19", "2026-11-18"]


def test_history_of_one_routine(coach: Coach) -> None:
    """`--routine` leaves the others out before `--last` counts."""
    for name in ("quick", "desk", "quick", "desk"):
        coach("log", name)
    told = json.loads(coach("history", "--routine", "quick", "--last", "2", "--json").out)
    assert [record["routine"] for record in told] == ["quick", "quick"]


@pytest.mark.parametrize("asked", ["QUICK", "The Quick Three", "the-quick-three", "Old Ten", "gone"])
def test_history_by_any_name(coach: Coach, asked: str) -> None:
    """`--routine` takes a file's name or a written one, in any letter case, also that of a routine since removed."""
    coach("log", "quick")
    coach("log", "desk")
    gone = {**coach.records[0], "id": "z", "routine": "gone", "name": "Old Ten"}
    coach.write("journal-copy.jsonl", f"{json.dumps(gone)}\n")
    told = json.loads(coach("history", "--routine", asked, "--json").out)
    assert [record["routine"] for record in told] == ["gone" if asked in ("Old Ten", "gone") else "quick"]


def test_history_near_miss(coach: Coach) -> None:
    """A routine that was never done is an error, with the near miss."""
    coach("log", "quick")
    result = coach("history", "--routine", "the quick tree")
    assert result.code == 1
    assert "did you mean `The Quick Three`?" in result.err


def test_history_as_csv(coach: Coach) -> None:
    """A comma, a quote and a line break in a name survive the way through a table."""
    name = 'Jaw, "soft"\nand slow'
    table = filled(coach, session("2026-11-20", name=name))("history", "--csv").out
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["name"], row["seconds"], row["zones"]) == (name, "600", "jaw=600")


def test_history_ids_serve_undo(coach: Coach) -> None:
    """What the list shows of an id is enough to take its session back."""
    coach("log", "quick")
    shown = coach("history").out.split()[-4]
    assert coach.records[0]["id"].endswith(shown)
    assert coach("undo", shown).code == 0


@pytest.mark.parametrize(
    "odd", [{"seconds": "x"}, {"name": "\x1b[2Jgone", "started": None}, {"seconds": -1, "id": "i"}]
)
def test_history_survives_odd_records(coach: Coach, odd: dict[str, object]) -> None:
    """A record that holds nonsense is shown as text and steers nothing."""
    result = filled(coach, session("2026-11-20", "") | odd)("history")
    assert result.code == 0
    assert "\x1b[2J" not in result.out


def test_history_of_nothing(coach: Coach) -> None:
    """Without sessions the list says how to start one; as data it is empty."""
    assert "facecoach run" in coach("history").out
    assert coach("history", "--json").out == "[]\n"
    assert len(coach("history", "--csv").out.splitlines()) == 1


def test_twenty_at_once(coach: Coach) -> None:
    """Twenty programs that log at once leave twenty records."""
    code = "from facecoach.cli import run; run()"
    command = [sys.executable, "-c", code, "log", "quick"]
    env = os.environ | {"FACECOACH_HOME": str(coach.home)}
    running = [subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) for _ in range(20)]
    assert [one.wait(100) for one in running] == [0] * 20
    assert len({record["id"] for record in coach.records}) == 20
