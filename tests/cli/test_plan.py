"""`plan` and its commands, and today as one decision: what is written, said and suggested."""

from __future__ import annotations

import json
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from facecoach.cli.complete import plan_names
from facecoach.folders import Folders, bundled
from lines import session
from world import NOON, Coach

TWO = "name: My Two Weeks\nweeks:\n  - {days: 2, do: [quick]}\n  - {days: 1, do: [desk, neck]}\n"


def told(coach: Coach, *args: str) -> Any:
    """Return what a command says as JSON."""
    return json.loads(coach(*args, "--json").out)


def later(coach: Coach, days: int = 0, minutes: int = 1) -> Coach:
    """Return the coach at a later time."""
    return coach.at(coach.now + timedelta(days, minutes=minutes))


def own(coach: Coach, text: str = TWO, name: str = "routines/plans/mine.yaml") -> Coach:
    """Return the coach with a plan of one's own, started."""
    coach.write(name, text)
    assert coach("plan", "start", "mine").code == 0
    return later(coach)


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


def test_json_as_promised(coach: Coach) -> None:
    """`streak --json` has where the plan stands, `plan --json` the same with its weeks."""
    own(coach)("log", "quick")
    stands = {"plan": "mine", "week": 1, "weeks": 2, "done": 1, "days": 2, "due": [], "state": "done"}
    assert told(coach, "streak")["plan"] == stands
    whole = told(coach, "plan")
    assert {key: whole[key] for key in stands} == stands
    assert [(one["do"], one["done"]) for one in whole["by_week"]] == [
        (["quick"], ["2026-11-20"]),
        (["desk", "neck"], []),
    ]


def test_today_asks_what_the_plan_asks(coach: Coach) -> None:
    """Today's screen, `run` without a name and a session's record agree on what the plan asks."""
    own(coach)
    assert told(coach)["suggestion"]["command"] == "facecoach run quick"
    assert "Plan mine: week 1 of 2" in coach().out
    shown = coach("run", "--plain", "--lead-in", "0").out
    assert "The Quick Three" in shown
    assert "Plan mine: week 1 of 2, 1 of 2 days; today is done" in " ".join(shown.split())
    assert coach.records[-1]["plan"] == "mine"
    assert told(later(coach))["suggestion"]["routine"] != "quick"


def test_what_is_more_is_not_the_plans(coach: Coach) -> None:
    """A session that the plan did not ask for carries no plan."""
    own(coach)("log", "desk")
    assert "plan" not in coach.records[-1]
    coach("log", "quick")
    assert coach.records[-1]["plan"] == "mine"


def test_the_order_of_today(coach: Coach) -> None:
    """Rest comes before a plan, and a plan before a quota begun."""
    own(coach)("log", "classics")
    assert told(later(coach))["suggestion"]["routine"] == "quick"
    coach("log", "quick")
    assert told(later(coach))["suggestion"]["routine"] == "classics"
    tomorrow = later(coach, 1)
    tomorrow("safety", "add", "fever")
    assert told(tomorrow)["suggestion"]["routine"] is None
    assert told(tomorrow, "plan")["state"] == "rest"


def test_a_session_to_resume_comes_first(coach: Coach) -> None:
    """A session that was cut off comes before the plan, on every screen; one that is ruled out by now does not."""
    left = {"asked": "desk", "digest": "", "leg": 0, "offset": 0, "worked": [20]}
    cut = session("2026-11-20", routine="desk", outcome="partial", left=left, name="Desk", planned=120, seconds=20)
    cut |= {"started": "2026-11-20T11:00:00+00:00", "ended": "2026-11-20T11:01:00+00:00", "source": "recovered"}
    coach.write("journal.jsonl", f"{json.dumps(cut)}\n")
    own(coach)
    assert told(coach)["suggestion"]["command"] == "facecoach run --resume"
    assert "facecoach run --resume" in coach("streak").out
    coach("safety", "add", "fever")
    assert "facecoach run --resume" not in coach().out + coach("streak").out


def test_ruled_out_is_left_out(coach: Coach) -> None:
    """A routine that is ruled out is not due, `plan` says why, and today suggests what may be done."""
    own(coach, "name: Jaw\nweeks:\n  - {days: 2, do: [jaw-calm, desk]}\n")
    coach("safety", "add", "jaw-locked")
    stands = told(coach, "plan")
    assert "jaw-calm" not in stands["due"]
    assert "jaw-calm" in stands["left_out"]
    assert "ruled out by jaw locked" in coach("plan").out
    for routine in told(coach, "plan")["due"]:
        assert coach("run", routine, "--plain", "--speed", "1000").code == 0


def test_a_routine_that_went(coach: Coach) -> None:
    """A routine that is deleted while the plan runs is left out of what is due, and said to be gone."""
    coach.write("routines/mine-own.yaml", "name: Mine\nsteps:\n  - {zone: jaw, for: 60s, cue: Circles}\n")
    own(coach, "name: P\nweeks:\n  - {days: 2, do: [mine-own, quick]}\n")
    (coach.home / "routines/mine-own.yaml").unlink()
    assert told(coach, "plan")["due"] == ["quick"]
    assert "there is no routine `mine-own`" in coach("plan").out


def test_an_edit_changes_what_is_to_come(coach: Coach) -> None:
    """An edited file changes the weeks to come; what was met stays met, also after more sessions."""
    own(coach)("log", "quick")
    later(coach, 1)("log", "quick")
    coach.write("routines/plans/mine.yaml", "name: M\nweeks:\n  - {days: 7, do: [desk]}\n  - {days: 2, do: [neck]}\n")
    third = later(coach, 2)
    assert (told(third, "plan")["week"], told(third, "plan")["due"]) == (2, ["neck"])
    assert "changed" in third("log", "neck").err
    assert [one["action"] for one in coach.records if one["type"] == "plan"] == ["start", "go"]
    stands = told(third, "streak")["plan"]
    assert (stands["week"], stands["done"], stands["days"], stands["state"]) == (2, 1, 2, "done")
    assert "changed" not in third("log", "neck").err


@pytest.mark.parametrize("text", [None, "weeks: [", "name: P\nweeks: []\n"])
def test_a_file_that_went(coach: Coach, text: str | None) -> None:
    """A plan whose file is deleted, renamed or broken while it runs goes on as it was, and says so."""
    own(coach)
    path = coach.home / "routines/plans/mine.yaml"
    path.unlink() if text is None else path.write_text(text)
    result = coach("plan")
    assert (result.code, told(coach, "plan")["due"]) == (0, ["quick"])
    assert "mine" in result.err
    assert coach("log", "quick").code == 0
    assert told(coach, "streak")["plan"]["done"] == 1
    assert coach("plan", "go", "2").code == 0


def test_a_record_without_weeks(coach: Coach) -> None:
    """A plan that the journal names without its weeks has those of its file; without a file it is told."""
    record = {"v": 1, "id": "a", "type": "plan", "at": "2026-11-20T08:00:00+00:00", "day": "2026-11-20"}
    for name in ("five-weeks", "nowhere"):
        coach.write("journal.jsonl", json.dumps(record | {"action": "start", "plan": name}) + "\n")
        stands = told(coach, "plan")
        assert (stands and stands["due"]) == (["quick"] if name == "five-weeks" else None)
    assert "not known" in coach("plan").out


def test_go(coach: Coach) -> None:
    """`go` begins any week today, and one that is not there is wrong usage."""
    started = own(coach)
    assert started("plan", "go", "3").code == 2
    assert "1 to 2" in started("plan", "go", "3").err
    assert "week 2 of 2" in started("plan", "go", "2").out
    assert told(started, "plan")["due"] == ["desk", "neck"]


def test_it_asks_and_never_decides(coach: Coach) -> None:
    """After seven days `plan` asks again or on, writes nothing, and keeps what is due."""
    late = later(own(coach), 8)
    said, stands = " ".join(late("plan").out.split()), told(late, "plan")
    assert "`facecoach plan go 1` begins it again, `facecoach plan go 2` goes on" in said
    assert (stands["state"], stands["due"], len(coach.records)) == ("ask", ["quick"], 1)


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


def test_prompt_agrees(coach: Coach) -> None:
    """The prompt says of a plan what `streak --format` says, also when its file was edited or a routine is out."""
    from facecoach.habit.prompt import prompt

    form = "{plan.plan} {plan.week}/{plan.weeks} {plan.done}/{plan.days} {plan.due} {plan.state}"
    env = {"FACECOACH_HOME": str(coach.home)}

    def agree() -> str:
        line = prompt([form], env, NOON)
        assert f"{line}\n" == coach("streak", "--format", form).out
        return line

    assert agree() == "- -/- -/- - -"
    own(coach)
    assert agree() == "mine 1/2 0/2 quick due"
    coach.write("routines/plans/mine.yaml", TWO.replace("quick", "jaw-calm, desk"))
    assert agree() == "mine 1/2 0/2 jaw-calm, desk due"
    coach("safety", "add", "jaw-locked")
    assert "jaw-calm" not in agree()
    (coach.home / "routines/plans/mine.yaml").unlink()
    assert agree()


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
