"""A person who lives each bundled plan for its whole length, held against a plain statement of the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facecoach.folders import bundled
from facecoach.habit.plans import Course
from facecoach.routine.library import Library
from facecoach.routine.programmes import Programmes
from lines import course, pause, plan, policy, session

SHELF = Programmes(Library(Path("nowhere"), bundled()))
PLANS = {entry.slug: SHELF.opened(entry).weeks for entry in SHELF.entries()}
MONDAY = date(2028, 2, 7)  # so that each plan meets a leap day
LONGEST = 300  # days, after which a person who misses too much may give up
MOODS = ("all", "all", "all", "miss", "double", "half", "other", "off", "on", "again")


@dataclass
class Person:
    """Someone who keeps a plan on paper: the week, its crosses, how long it has lasted, and the days off."""

    weeks: list[dict[str, Any]]
    rest: str = ""
    week: int = 1
    crosses: int = 0
    waited: int = 0
    off_until: date = date.min
    records: list[dict[str, Any]] = field(default_factory=list)

    @property
    def finished(self) -> bool:
        """Whether there is no week left."""
        return self.week > len(self.weeks)

    def morning(self, today: date) -> str:
        """Return what the paper says before anything is done."""
        if self.finished:
            return "finished"
        if today <= self.off_until:
            return "paused"
        if self.waited >= 7:
            return "ask"
        name, days = today.strftime("%a").lower(), self.weeks[self.week - 1].get("on", [])
        return "rest" if name == self.rest or (days and name not in days) else "due"

    def turn(self, mood: str, today: date) -> None:
        """Begin days off, or answer a plan that asks."""
        if mood == "off" and today > self.off_until:
            self.off_until = today + timedelta(4)
            self.records.append(pause(today, self.off_until))
        if mood in ("on", "again") and self.morning(today) == "ask":
            self.week = min(len(self.weeks), self.week + (mood == "on"))
            self.crosses = self.waited = 0
            self.records.append(plan("go", today, week=self.week))

    def live(self, mood: str, today: date) -> None:
        """Do what the mood says, and make a cross on the paper where all of it was done."""
        wanted = self.weeks[self.week - 1]["do"]
        done = {"all": wanted, "double": [*wanted, *wanted, "neck"], "half": wanted[1:], "other": ["neck"]}
        self.records += [
            session(today, f"{today}-{number}", routine=name) for number, name in enumerate(done.get(mood, []))
        ]
        self.crosses += mood in ("all", "double")
        self.waited += today > self.off_until
        if self.crosses == self.weeks[self.week - 1]["days"]:
            self.week, self.crosses, self.waited = self.week + 1, 0, 0


def placed(records: list[dict[str, Any]], today: date) -> Course:
    """Return where the running plan stands; there is one."""
    found = course(records, today)
    assert found
    return found


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moods=st.lists(st.sampled_from(MOODS), min_size=5, max_size=40), rest=st.sampled_from(["", "wed", "sun"]))
def test_a_life_with_a_plan(name: str, moods: list[str], rest: str) -> None:
    """Each morning and each evening the plan says what the paper says, from its start until it is finished."""
    person = Person(PLANS[name], rest)
    person.records = [plan("start", MONDAY, weeks=person.weeks), policy(MONDAY, rest_days=[rest] if rest else [])]
    for number, mood in zip(range(LONGEST), cycle([*moods, "all"]), strict=False):
        today = MONDAY + timedelta(number)
        person.turn(mood, today)
        found = placed(person.records, today)
        expected = person.morning(today)
        assert (found.state, expected == "finished" or found.now == person.week) == (expected, True)
        assert found.due == () or (expected in ("due", "ask") and list(found.due) == person.weeks[found.now - 1]["do"])
        if person.finished:
            break
        before = person.week
        person.live(mood, today)
        found = placed(person.records, today)
        if mood in ("all", "double"):
            assert (found.state, found.now) == ("finished" if person.finished else "done", before)
            assert found.done == (person.crosses or found.stage.days)
        assert mood not in ("all", "double") or found.due == ()
