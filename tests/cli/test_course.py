"""Today as one decision while a plan runs, and what becomes of a plan when things go wrong."""

from __future__ import annotations

import json

import pytest

from lines import session
from programme import TWO, later, own, told
from world import NOON, Coach


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


def test_today_says_where_a_plan_stands(coach: Coach) -> None:
    """Where the plan asks nothing more today, today's screen still says where it stands, and what is welcome."""
    own(coach)("log", "quick")
    shown = " ".join(coach().out.split())
    assert "Plan mine: week 1 of 2, 1 of 2 days; today is done. Once more is welcome:" in shown


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


def test_it_asks_and_never_decides(coach: Coach) -> None:
    """After seven days `plan` asks again or on, writes nothing, and keeps what is due."""
    late = later(own(coach), 8)
    said, stands = " ".join(late("plan").out.split()), told(late, "plan")
    assert "`facecoach plan go 1` begins it again, `facecoach plan go 2` goes on" in said
    assert (stands["state"], stands["due"], len(coach.records)) == ("ask", ["quick"], 1)


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
