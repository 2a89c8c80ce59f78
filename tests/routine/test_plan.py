"""Plan files: what they hold, and that the bundled ones are good."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from facecoach.document import parse
from facecoach.errors import FaultyFile
from facecoach.folders import bundled
from facecoach.form import load
from facecoach.routine.library import Library
from facecoach.routine.plan import Plan
from facecoach.routine.schema import plan_schema
from world import Coach

PLANS = sorted((bundled() / "plans").glob("*.yaml"))
WEEK = "{days: 3, do: [quick]}"


def faults(week: str) -> list[tuple[str, str]]:
    """Return the codes and messages of a plan of one week."""
    try:
        load(Plan, f"name: P\nweeks:\n  - {week}\n".encode(), "p.yaml")
    except FaultyFile as fault:
        return [(one.code, one.message) for one in fault.findings]
    return []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_bundled(path: Path) -> None:
    """A bundled plan is one, says what it is and what is known, and its routines are there."""
    plan = load(Plan, path.read_bytes(), str(path))
    routines = {entry.slug for entry in Library(Path("nowhere"), bundled()).entries()}
    assert plan.about
    assert plan.note
    assert {name for week in plan.weeks for name in week.do} <= routines


def test_three_are_bundled() -> None:
    """Three plans are bundled, of five, four and twenty weeks."""
    assert {path.stem: len(load(Plan, path.read_bytes(), "p").weeks) for path in PLANS} == {
        "five-weeks": 5, "jaw-four-weeks": 4, "twenty-weeks": 20,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("week", "code", "words"),
    [
        ("{days: 8, do: [quick]}", "FC108", "at most 7"),
        ("{days: 3}", "FC105", "do"),
        ("{days: 3, do: []}", "FC105", "`do` is empty"),
        ("{days: 3, do: [quick], on: [mon, tue]}", "FC109", "3 days cannot be met on 2 weekdays"),
        ("{days: 1, do: [quick], on: [mom]}", "FC103", "mom"),
        ("{days: 1, do: [quick], note: A, when: night}", "FC104", "when"),
    ],
)
def test_faults(week: str, code: str, words: str) -> None:
    """What a week cannot hold is named."""
    ((found, message),) = faults(week)
    assert found == code
    assert words in message


def test_check_reads_plans(coach: Coach) -> None:
    """`check` holds a plan against its own form, and names a routine that is not there."""
    good = coach.write("p.yaml", "name: P\nweeks:\n  - {days: 3, do: [quick, desk]}\n")
    assert coach("check", good).code == 0
    result = coach("check", coach.write("q.yaml", "name: P\nweeks:\n  - {days: 3, do: [quik]}\n"))
    assert result.code == 1
    assert "q.yaml:3:20: error FC103: unknown routine `quik`" in result.out
    assert "did you mean `quick`?" in result.out


@pytest.mark.parametrize("day", ["Mon", "monday", "MONDAY "])
def test_weekdays_as_people_write_them(day: str) -> None:
    """A weekday is understood however it is written."""
    assert faults(f"{{days: 1, do: [quick], on: ['{day}']}}") == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_schema_knows_them(path: Path) -> None:
    """A bundled plan satisfies the schema by which an editor completes one."""
    told = parse(path.read_bytes(), "p").data  # in which `on` is a word, as editors have it, and numbers are text
    weeks = [{**week, "days": int(week["days"])} for week in told["weeks"]]
    Draft202012Validator(plan_schema()).validate(told | {"weeks": weeks})


@pytest.mark.parametrize(
    "data",
    [
        {"name": "P"},
        {"name": "P", "weeks": []},
        {"name": "P", "weeks": [{"days": 8, "do": ["quick"]}]},
        {"name": "P", "weeks": [{"days": 1, "do": []}]},
        {"name": "P", "weeks": [{"days": 1, "do": ["quick"], "when": "night"}]},
    ],
)
def test_the_schema_refuses(data: dict[str, object]) -> None:
    """What is no plan does not satisfy the schema."""
    assert not Draft202012Validator(plan_schema()).is_valid(data)
