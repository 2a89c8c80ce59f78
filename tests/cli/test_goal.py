"""`goal` and `pause`: what is written, and what it does."""

from __future__ import annotations

import json

import pytest

from lines import diary
from world import NOON, Coach


def told(coach: Coach) -> dict[str, object]:
    """Return the policy as scripts read it."""
    return json.loads(coach("goal", "--json").out)  # type: ignore[no-any-return]  # the policy's settings


def later(coach: Coach) -> Coach:
    """Return the coach a minute later: of two changes in one moment neither is the later one."""
    return coach.at(NOON.replace(minute=1))


def filled(coach: Coach, marks: str) -> Coach:
    """Return the coach with these days in the journal."""
    coach.write("journal.jsonl", "".join(f"{json.dumps(record)}\n" for record in diary(marks)))
    return coach


def test_goal_shows_the_policy(coach: Coach) -> None:
    """Without options nothing is written, and what holds is shown."""
    assert "4 days a week" in coach("goal").out
    assert told(coach) == {"week_goal": 4, "rest_days": [], "day_start": "03:00", "freezes": 2}
    assert coach.records == []


def test_goal_keeps_what_is_not_named(coach: Coach) -> None:
    """A change writes down only the settings it names, and the others stay."""
    coach("goal", "--week", "5", "--rest", "sunday,sat,sat")
    later(coach)("goal", "--day-starts", "4:30", "--freezes", "0")
    assert told(coach) == {"week_goal": 5, "rest_days": ["sat", "sun"], "day_start": "04:30", "freezes": 0}
    assert "week_goal" not in coach.records[-1]


def test_goal_none_again(coach: Coach) -> None:
    """`none` takes the rest days back; what is so already is not written again."""
    coach("goal", "--rest", "fri")
    later(coach)("goal", "--rest", "none")
    assert "already" in later(coach)("goal", "--rest", "none").out
    assert (told(coach)["rest_days"], len(coach.records)) == ([], 2)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--week", "0"], "1 to 7"),
        (["--week", "9"], "1 to 7"),
        (["--freezes", "6"], "0 to 5"),
        (["--freezes", "-1"], "0 to 5"),
        (["--day-starts", "25:00"], "from 00:00 to 23:59"),
        (["--day-starts", "soon"], "07:30"),
        (["--rest", "sta"], "did you mean `sat`"),
        (["--rest", ""], "weekdays are"),
    ],
)
def test_goal_ranges(coach: Coach, args: list[str], said: str) -> None:
    """What is out of range is wrong usage, says the range, and writes nothing."""
    result = coach("goal", *args)
    assert (result.code, coach.records) == (2, [])
    assert said in result.err


def test_goal_never_reaches_back(coach: Coach) -> None:
    """A rest day from today on leaves the miss of yesterday a miss."""
    result = filled(coach, "xx.x")("goal", "--rest", "thu")
    assert "stays at 1 day" in result.out


def test_a_later_start_keeps_its_change(coach: Coach) -> None:
    """A day that starts later moves today back; the change counts for that day, not for one still to come."""
    night = coach.at(NOON.replace(hour=3, minute=30))
    night("goal", "--day-starts", "04:00")
    result = night("streak", "--json")
    assert (json.loads(result.out)["today"], result.err) == ("2026-11-19", "")
    assert told(night)["day_start"] == "04:00"


def test_pause_begins_and_is_kept(coach: Coach) -> None:
    """A pause runs from today to its last day, both included, and says that the streak is safe."""
    result = filled(coach, "xxx?")("pause", "--days", "7")
    record = coach.records[-1]
    assert (record["from"], record["until"]) == ("2026-11-20", "2026-11-26")
    assert "stays at 3 days" in result.out
    assert json.loads(coach("pause", "--json").out) == {"from": "2026-11-20", "until": "2026-11-26"}
    assert json.loads(coach("streak", "--json").out)["state"] == "paused"


@pytest.mark.parametrize(("until", "last"), [("today", "2026-11-20"), ("monday", "2026-11-23"), ("2026-12-01",) * 2])
def test_pause_until(coach: Coach, until: str, last: str) -> None:
    """The last day is a date, a word, or the next such weekday."""
    coach("pause", "--until", until)
    assert coach.records[-1]["until"] == last


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--days", "0"], "1 to 365"),
        (["--days", "366"], "1 to 365"),
        (["--until", "yesterday"], "from 2026-11-20 to 2027-11-19"),
        (["--until", "2028-01-01"], "from 2026-11-20 to 2027-11-19"),
        (["--until", "2026-11-31"], "does not exist"),
        (["--days", "2", "--until", "sun"], "exclude"),
        (["--days", "2", "--end"], "exclude"),
    ],
)
def test_pause_ranges(coach: Coach, args: list[str], said: str) -> None:
    """What cannot be is wrong usage, says what can, and writes nothing."""
    result = coach("pause", *args)
    assert (result.code, coach.records) == (2, [])
    assert said in result.err


def test_pauses_unite(coach: Coach) -> None:
    """A second pause reaches on from the first, and one inside it writes nothing."""
    coach("pause", "--days", "3")
    assert "covers that already" in coach("pause", "--days", "2").out
    assert "joins" in coach("pause", "--days", "5").out
    assert (json.loads(coach("pause", "--json").out)["until"], len(coach.records)) == ("2026-11-24", 2)


def test_pause_ends_and_what_passed_stays(coach: Coach) -> None:
    """Ended, the days that have passed stay paused and today counts again."""
    filled(coach, "xxx?")("pause", "--days", "9")
    back = coach.at(NOON.replace(day=24))
    assert "stays at 3 days" in back("pause", "--end").out
    days = json.loads(back("streak", "--explain", "--json").out)["days"]
    assert [day["state"] for day in days[3:]] == ["paused"] * 4 + ["pending"]


def test_pause_ends_on_its_first_day(coach: Coach) -> None:
    """A pause ended on the day it began leaves nothing, however many had been joined."""
    coach("pause", "--days", "3")
    coach("pause", "--days", "5")
    coach("pause", "--end")
    assert json.loads(coach("pause", "--json").out) == {}
    assert coach("pause", "--end").code == 1


def test_pause_without_one(coach: Coach) -> None:
    """Without a pause the output says how to begin one."""
    assert "facecoach pause --days" in coach("pause").out
