"""`streak`: what it prints for scripts, and its exit codes."""

from __future__ import annotations

import json

import pytest

from lines import diary, line, pause, policy, session
from world import NOON, Coach


def filled(coach: Coach, *records: dict[str, object]) -> Coach:
    """Return the coach with these records in the journal."""
    coach.write("journal.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    return coach


def test_json(coach: Coach) -> None:
    """The shape is the one that scripts rely on."""
    told = json.loads(filled(coach, *diary("xx.x?"))("streak", "--json").out)
    assert told == {
        "today": "2026-11-20", "state": "pending", "current": 1, "best": 2, "freezes": 0,
        "week": {"done": 3, "goal": 4, "streak": 0, "best": 0}, "strength": told["strength"],
        "total": {"sessions": 3, "days": 3, "minutes": 30}, "last": "2026-11-19", "quota": [],
        "zones": {"jaw": 1800}, "plan": None,
    }  # fmt: skip


def test_explain_json(coach: Coach) -> None:
    """`--explain --json` adds each day with its state, its sessions and why."""
    days = json.loads(filled(coach, *diary("x2.?"))("streak", "--explain", "--json").out)["days"]
    assert [(day["day"], day["state"], day["sessions"]) for day in days] == [
        ("2026-11-17", "done", 1),
        ("2026-11-18", "done", 2),
        ("2026-11-19", "missed", 0),
        ("2026-11-20", "pending", 0),
    ]
    assert all(day["why"] for day in days)


def test_explain_in_a_pipe_is_whole(coach: Coach) -> None:
    """In a pipe every day is there, the newest last, and no line is broken."""
    told = filled(coach, *diary("x" * 400))("streak", "--explain").out.splitlines()
    assert (len(told), told[-1][:10]) == (400, "2026-11-20")


def test_explain_in_a_terminal_is_short(coach: Coach) -> None:
    """In a terminal there are the last 30 days, and a line that says how many came before."""
    told = filled(coach, *diary("x" * 400))("streak", "--explain", terminal=(100, 40)).screen(100, 40)
    assert "370 days before" in told[0]
    assert sum(row.startswith("2026") for row in told) == 30


def test_format(coach: Coach) -> None:
    """`--format` is one line from the names of the JSON."""
    told = filled(coach, *diary("xxx"))("streak", "--format", "{current} {week.done}/{week.goal} {state}")
    assert (told.code, told.out) == (0, "3 3/4 done\n")


def test_format_knows_its_names(coach: Coach) -> None:
    """An unknown name is wrong usage, and the known ones are listed."""
    told = coach("streak", "--format", "{streak}")
    assert (told.code, told.out) == (2, "")
    assert "week.goal" in told.err


@pytest.mark.parametrize(
    ("records", "code"),
    [
        ([], 1),
        (diary("xx?"), 1),
        (diary("xxp"), 1),
        (diary("xxx"), 0),
        ([policy("2026-11-01", rest_days=["fri"]), *diary("xx?")], 0),
        ([pause("2026-11-20", "2026-11-20"), *diary("xx?")], 0),
        ([pause("2026-11-18", "2026-11-19"), *diary("x???")], 1),
    ],
)
def test_check(coach: Coach, records: list[dict[str, object]], code: int) -> None:
    """`--check` exits 0 on a day that is done, off or paused, and prints nothing."""
    told = filled(coach, *records)("streak", "--check")
    assert (told.code, told.out, told.err) == (code, "", "")


@pytest.mark.parametrize("args", [["--json", "--check"], ["--format", "x", "--json"], ["--check", "--format", "x"]])
def test_one_answer(coach: Coach, args: list[str]) -> None:
    """Two ways to answer at once are wrong usage."""
    assert coach("streak", *args).code == 2


def test_damage_is_said_and_survived(coach: Coach) -> None:
    """A damaged line is named on stderr, and the rest counts."""
    coach.write("journal.jsonl", f"{json.dumps(session('2026-11-20'))}\n" + '{"torn')
    told = coach("streak", "--json")
    assert json.loads(told.out)["current"] == 1
    assert "journal.jsonl:2" in told.err


def test_much_damage_is_one_line(coach: Coach) -> None:
    """However many lines are damaged, one line says so."""
    coach.write("journal.jsonl", "torn\n" * 5000)
    assert coach("streak").err.count("\n") == 1


def test_records_ahead_are_said(coach: Coach) -> None:
    """A record dated after today is reported and ignored."""
    told = filled(coach, session("2027-01-01"), line("mood", "2027-01-01"))("streak", "--json")
    assert json.loads(told.out)["state"] == "none"
    assert "1 record is dated after today" in told.err


def test_reading_makes_nothing(coach: Coach) -> None:
    """Looking at a streak makes no folder."""
    assert coach("streak").code == 0
    assert not coach.home.exists()


def test_the_evening_before(coach: Coach) -> None:
    """At half past one the day that counts is the evening before."""
    late = filled(coach, session("2026-11-19")).at(NOON.replace(hour=1, minute=30))
    assert json.loads(late("streak", "--json").out)["state"] == "done"
