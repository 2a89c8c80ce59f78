"""A plan of one's own, started by a coach, for tests of what it asks."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from world import Coach

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
