"""`plan` and its commands: what is written and said."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from facecoach.cli.complete import plan_names
from facecoach.folders import Folders, bundled
from programme import TWO, later, own, told
from world import Coach


def test_none_is_running(coach: Coach) -> None:
    """Without a plan `plan` says how to begin one, `--json` has null, and nothing is written."""
    assert "facecoach plan list" in coach("plan").out
    assert told(coach, "plan") is None
    assert told(coach, "streak")["plan"] is None
    assert coach("streak", "--format", "{plan.week}/{plan.weeks}").out == "-/-\n"
    assert not coach.home.exists()


@pytest.mark.parametrize("name", ["five-weeks", "FIVE-WEEKS", "five weeks for the face", "five-weeks.yaml"])
def test_any_way_of_writing_a_name(coach: Coach, name: str) -> None:
    """A plan is found by its name in any case, and by its written one."""
    assert told(coach, "plan", "show", name)["plan"] == "five-weeks"


def test_a_near_miss(coach: Coach) -> None:
    """A name that is nearly one is met with the one that was meant."""
    result = coach("plan", "start", "five-wekes")
    assert (result.code, coach.records) == (1, [])
    assert "did you mean `five-weeks`?" in result.err


@pytest.mark.parametrize("folder", ["routines/plans", "plans"])
def test_own_wins(coach: Coach, folder: str) -> None:
    """A plan of one's own wins over the bundled one of its name, and the list says so."""
    coach.write(f"{folder}/five-weeks.yaml", TWO)
    found = {one["plan"]: one for one in told(coach, "plan", "list")}
    assert (found["five-weeks"]["name"], found["five-weeks"]["hides_bundled"]) == ("My Two Weeks", True)
    assert "yours, in place of the bundled one" in coach("plan", "list").out


def test_a_broken_plan_is_told(coach: Coach) -> None:
    """A plan that cannot be read is told, and the others are listed."""
    coach.write("routines/plans/odd.yaml", "name: Odd\nweeks: 3\n")
    result = coach("plan", "list")
    assert result.code == 0
    assert "five-weeks" in result.out
    assert "odd.yaml" in result.err


def test_start_says_what_it_asks(coach: Coach) -> None:
    """A start says what the plan asks, whom it is not for and what is known, then where it stands."""
    said = " ".join(coach("plan", "start", "jaw-four-weeks").out.split())
    for part in ("5 days: clench-check", "not with", "added nothing", "week 1 of 4"):
        assert part in said
    assert coach.records[0]["action"] == "start"


def test_start_in_the_past(coach: Coach) -> None:
    """A plan may have begun on an earlier day, and what was done since counts."""
    coach("log", "quick", "--on", "2026-11-18")
    coach("plan", "start", "five-weeks", "--on", "2026-11-17")
    assert (told(coach, "plan")["done"], coach.records[-1]["day"]) == (1, "2026-11-17")


@pytest.mark.parametrize("on", ["2026-11-21", "1999-01-01", "soon"])
def test_start_on_no_such_day(coach: Coach, on: str) -> None:
    """A day to come, or none at all, is wrong usage and starts nothing."""
    result = coach("plan", "start", "five-weeks", "--on", on)
    assert (result.code, coach.records) == (2, [])


def test_start_with_something_against_it(coach: Coach) -> None:
    """Where a condition stands against a plan it asks, and without anyone to ask it starts nothing."""
    coach("safety", "add", "jaw-locked")
    coach.answer = False
    assert coach("plan", "start", "jaw-four-weeks").code == 1
    assert coach("plan", "start", "jaw-four-weeks", keys=[]).code == 1
    assert [one["type"] for one in coach.records] == ["condition"]
    coach.answer = True
    assert coach("plan", "start", "jaw-four-weeks", keys=[]).code == 0


def test_a_routine_that_is_not_there(coach: Coach) -> None:
    """A plan that names a routine that is not there says so before it starts."""
    coach.write("plans/mine.yaml", TWO.replace("quick", "quik"))
    result = coach("plan", "start", "mine")
    assert (result.code, coach.records) == (1, [])
    assert "there is no routine `quik`; did you mean `quick`?" in result.err


def test_go(coach: Coach) -> None:
    """`go` begins any week today, and one that is not there is wrong usage."""
    started = own(coach)
    assert started("plan", "go", "3").code == 2
    assert "1 to 2" in started("plan", "go", "3").err
    assert "week 2 of 2" in started("plan", "go", "2").out
    assert told(started, "plan")["due"] == ["desk", "neck"]


def test_starting_another_stops_it(coach: Coach) -> None:
    """Starting another plan stops the one that runs, says so, and can be undone."""
    started = own(coach)
    result = started("plan", "start", "five-weeks")
    assert "`mine` has stopped" in result.out
    assert told(started, "plan")["plan"] == "five-weeks"
    assert "the start of the plan `five-weeks`" in started("undo", coach.records[-1]["id"]).out
    assert told(started, "plan")["plan"] == "mine"


def test_stop(coach: Coach) -> None:
    """A stopped plan asks nothing any more, and there is none to stop then."""
    started = own(coach)
    assert started("plan", "stop").code == 0
    assert told(later(coach), "plan") is None
    assert later(coach)("plan", "stop").code == 1


def test_day_start_changed(coach: Coach) -> None:
    """A day that starts at another time from now on leaves the plan days that were as they were."""
    started = own(coach)
    started("log", "quick")
    started("goal", "--day-starts", "06:00")
    assert told(later(coach, 1), "plan")["done"] == 1


def test_schema_of_plans(coach: Coach) -> None:
    """`schema --plan` is the schema of a plan's file."""
    schema = json.loads(coach("schema", "--plan").out)
    assert schema["required"] == ["name", "weeks"]
    assert schema["title"] == "A facecoach plan"


def test_check_looks_at_own_plans(coach: Coach) -> None:
    """`check` without a file looks at one's own plans too."""
    coach.write("plans/mine.yaml", TWO.replace("quick", "quik"))
    assert "unknown routine `quik`" in coach("check").out
    assert "unknown routine `quik`" in coach("check", "mine").out


def test_completion(coach: Coach) -> None:
    """The shell completes the names of plans, one's own too."""
    coach.write("plans/fine.yaml", TWO)
    world = SimpleNamespace(folders=Folders(coach.home, coach.home), stock=bundled())
    context: Any = SimpleNamespace(obj=world)
    assert plan_names(context, "fi") == ["fine", "five-weeks"]


@pytest.mark.parametrize("columns", [20, 40, 60, 80])
@pytest.mark.parametrize("args", [["plan"], ["plan", "list"], ["plan", "show", "jaw-four-weeks"]])
def test_every_width(coach: Coach, args: list[str], columns: int) -> None:
    """Nothing is wider than the terminal."""
    coach("plan", "start", "five-weeks", "--on", "2026-11-02")
    shown = coach(*args, terminal=(columns, 90)).screen(columns + 40, 120)
    assert max(map(len, shown)) <= columns


def test_doctor_names_a_broken_plan(coach: Coach) -> None:
    """`doctor` names a plan of one's own that cannot be read."""
    coach.write("plans/odd.yaml", "name: Odd\nweeks: 3\n")
    assert "odd.yaml" in coach("doctor").out
