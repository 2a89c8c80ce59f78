"""The screen of `plan` in each of its states, as it is at three widths."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from golden import hold
from lines import pause, plan, session
from world import NOON, Coach

MONDAY = date(2026, 11, 2)
FIVE = [
    {"days": 4, "do": ["quick"]}, {"days": 4, "do": ["quick", "clench-check"]}, {"days": 4, "do": ["morning"]},
    {"days": 4, "do": ["morning", "clench-check"]}, {"days": 5, "do": ["morning"]},
]  # fmt: skip
TWENTY = [{"days": 6, "do": ["classics"]}] * 8
TWENTY += [{"days": 3, "do": ["classics"], "on": ["mon", "wed", "fri", "sun"]}] * 12


def days(routine: str, *numbers: int) -> list[dict[str, Any]]:
    """Return sessions of a routine on these days after the first Monday."""
    named = [(MONDAY + timedelta(number), f"{routine}-{number}") for number in numbers]
    return [session(day, key, routine=routine) for day, key in named]


LATER = days("quick", 0, 1, 3, 4, 7, 8, 9, 10, 12, 13) + days("clench-check", 7, 8, 10, 12)
STATES: dict[str, list[dict[str, Any]]] = {
    "begun": [plan("start", "2026-11-20", "five-weeks", weeks=FIVE)],
    "third-week": [plan("start", MONDAY, "five-weeks", weeks=FIVE), *LATER, *days("morning", 14, 16)],
    "asks": [plan("start", MONDAY, "five-weeks", weeks=FIVE), *days("quick", 0, 1, 12)],
    "paused": [plan("start", MONDAY, "five-weeks", weeks=FIVE), *LATER, pause("2026-11-18", "2026-11-25")],
    "twenty": [plan("start", MONDAY, "twenty-weeks", weeks=TWENTY), *days("classics", 0, 1, 2, 3, 4, 5, 7, 8, 18)],
    "finished": [plan("start", MONDAY, "five-weeks", weeks=FIVE[:2]), *LATER],
}


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize("name", STATES)
def test_plan(coach: Coach, name: str, columns: int) -> None:
    """The screen of `plan`; in a plan that is finished no week is marked as the present one."""
    coach.write("journal.jsonl", "".join(f"{json.dumps(record)}\n" for record in STATES[name]))
    if name == "finished":
        weeks = "".join(f"  - {json.dumps(week)}\n" for week in FIVE[:2])
        coach.write("plans/five-weeks.yaml", f"name: Two Weeks\nweeks:\n{weeks}")
    coach.env = {"NO_COLOR": "1"}
    shown = coach.at(NOON)("plan", terminal=(columns, 40)).screen(columns, 60)
    hold(f"plan/{name}-{columns}", "\n".join(shown).rstrip().split("\n"))
