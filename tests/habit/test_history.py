"""How today stands: its state, the weeks, the strength, totals, quotas, zones and milestones."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from facecoach.habit.history import Quota, Total
from lines import FRIDAY, diary, judge, pause, policy, session, void

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("records", "state"),
    [
        ([], "none"),
        ([policy(FRIDAY, rest_days=["fri"])], "none"),
        ([*diary("x"), void("2026-11-20-session")], "none"),
        (diary("x"), "done"),
        (diary("x_"), "pending"),
        (diary("p"), "pending"),
        ([*diary("x_"), policy(FRIDAY, rest_days=["fri"])], "rest"),
        ([*diary("x_"), pause(FRIDAY, FRIDAY)], "paused"),
        ([*diary("x_"), policy(FRIDAY, rest_days=["fri"]), pause(FRIDAY, FRIDAY)], "paused"),
        ([*diary("x"), policy(FRIDAY, rest_days=["fri"]), pause(FRIDAY, FRIDAY)], "done"),
    ],
)
def test_state(records: list[dict[str, Any]], state: str) -> None:
    """Today is done once a session is completed; otherwise it is off, or still open, or there is no history yet."""
    assert judge(records, FRIDAY).state == state


@pytest.mark.parametrize(
    ("marks", "until", "week"),
    [
        ("xxxx", SUNDAY, (4, 4, 1, 1)),
        ("xxx", SUNDAY, (3, 4, 0, 0)),
        ("xxxx___" + "x", SUNDAY + timedelta(1), (1, 4, 1, 1)),
        ("xxxx___" + "xxx____" + "x", SUNDAY + timedelta(1), (1, 4, 0, 1)),
        ("xxxx___" + "xxx____", SUNDAY, (3, 4, 1, 1)),
        ("xxxx___" + "xx__xx_", SUNDAY, (4, 4, 2, 2)),
        ("xxxx___" + "xxxx___" + "_______" + "xxxxx", FRIDAY, (5, 4, 1, 2)),
        ("x" + "xxxx___", SUNDAY, (4, 4, 1, 1)),
        ("xxxx___" + "ppppppp", SUNDAY, (0, 4, 1, 1)),
    ],
)
def test_weeks(marks: str, until: date, week: tuple[int, ...]) -> None:
    """Weeks that meet their goal follow one another; the first cannot break, this one is open until met or over."""
    assert tuple(judge(diary(marks, until), until).week) == week


@pytest.mark.parametrize(
    ("marks", "start", "goal", "streak"),
    [
        ("xx_____", "2026-11-14", 4, 0),
        ("xx_____", "2026-11-12", 3, 0),
        ("xx_____", "2026-11-11", 2, 2),
        ("x______", "2026-11-10", 1, 2),
        ("_______", "2026-11-10", 1, 0),
        ("_______", "2026-11-09", 0, 1),
        ("xxxxx__", "2026-11-09", 0, 1),
    ],
)
def test_paused_weeks(marks: str, start: str, goal: int, streak: int) -> None:
    """A week's goal is at most its days that are not paused, and a week that has none neither breaks nor adds."""
    sunday, monday = date(2026, 11, 15), date(2026, 11, 16)
    records = [*diary("xxxx___" + marks, sunday), pause(start, sunday)]
    assert judge(records, sunday).week.goal == goal
    assert judge(records, monday).week.streak == streak


def test_week_53() -> None:
    """Weeks are those of ISO 8601, so the one that begins in 2026 and ends in 2027 is a whole one."""
    sessions = [session(day) for day in ("2026-12-30", "2026-12-31", "2027-01-01", "2027-01-03", "2027-01-04")]
    assert tuple(judge(sessions, date(2027, 1, 4)).week) == (1, 4, 1, 1)


@pytest.mark.parametrize(("changed", "streak"), [("2026-11-15", 0), ("2026-11-16", 1)])
def test_week_is_judged_by_its_last_day(changed: str, streak: int) -> None:
    """A week is held to the policy of its Sunday; a goal raised on the Monday after leaves it as it was."""
    records = [*diary("xxxx___" + "_", date(2026, 11, 16)), policy(changed, week_goal=5)]
    assert judge(records, date(2026, 11, 16)).week.streak == streak


@pytest.mark.parametrize(
    ("marks", "goal", "strength"),
    [
        ("x", 7, 0.051922),
        ("xxx", 7, 0.14782),
        ("xxx_", 7, 0.14782),
        ("xx__", 7, 0.095897),
        ("xx_x", 7, 0.14284),
        ("xxpx", 7, 0.14284),
        ("x", 4, 0.004938),
        ("xxxx", 4, 0.047467),
        ("xx__x", 4, 0.046365),
        ("x" * 20, 4, 0.483551),
        ("x" + "_" * 14 + "x", 4, 0.054667),
        ("xx", 1, 0.029727),
    ],
)
def test_strength(marks: str, goal: int, strength: float) -> None:
    """Strength is Loop Habit Tracker's score to the sixth decimal: a miss lowers it, and a partial session does too."""
    history = judge([policy("2026-10-01", week_goal=goal, freezes=0), *diary(marks)], FRIDAY)
    assert history.as_json()["strength"] == strength


@pytest.mark.parametrize(
    ("off", "marks"),
    [
        (policy("2026-10-02", rest_days=["thu"]), "xxxxxxx_x"),
        (pause("2026-11-19", "2026-11-19"), "xxxxxxx_x"),
        (policy("2026-10-02", freezes=1), "xxxxxxx_x"),
        (policy("2026-10-02", rest_days=["fri"]), "xxxxxxxx_"),
        (pause("2026-11-20", "2026-11-21"), "xxxxxxxx_"),
        (pause("2026-11-20", "2026-11-21"), "xxxxxxxx"),
    ],
)
def test_strength_of_days_off(off: dict[str, Any], marks: str) -> None:
    """A rest day, a pause and a freeze leave strength as it was, and what is done on one adds as ever."""
    daily = policy("2026-10-01", week_goal=7, freezes=0)
    assert judge([daily, off, *diary(marks)], FRIDAY).strength == judge([daily, *diary("x" * 8)], FRIDAY).strength


def test_totals() -> None:
    """Totals take in partial sessions, but a day counts once and only when one of them was completed."""
    history = judge([*diary("2xp_"), session(FRIDAY, "short", outcome="partial", seconds=59)], FRIDAY)
    assert history.total == Total(sessions=5, days=2, minutes=40)
    assert history.last == date(2026, 11, 18)


def test_quota() -> None:
    """A quota tells today's completed sessions of a routine whose dose is more than one a day."""
    sessions = [session(FRIDAY, str(n), routine="classics") for n in range(2)]
    other = [session("2026-11-19", routine="classics"), session(FRIDAY, "p", routine="classics", outcome="partial")]
    begun = session(FRIDAY, "j", routine="jaw-six", outcome="partial")
    daily = {"jaw-six": 6, "classics": 4, "morning": 1, "desk": 3}
    assert judge([*sessions, *other, begun], FRIDAY, daily).quota == (Quota("classics", 2, 4), Quota("jaw-six", 0, 6))


def test_zones() -> None:
    """Zones are the seconds of the last 14 days, of partial sessions too."""
    first, before = session("2026-11-07", zones={"neck": 30}), session("2026-11-06", zones={"chin": 60})
    today = session(FRIDAY, zones={"neck": 30.5, "jaw": 200}, outcome="partial")
    assert judge([first, before, today], FRIDAY).zones == {"jaw": 200, "neck": 60.5}


@pytest.mark.parametrize(
    ("marks", "reached"),
    [
        ("x", ()),
        ("xxxx", ("first week",)),
        ("xxxxx", ()),
        ("x" * 7, ("7 days",)),
        ("x" * 30, ("30 days",)),
        ("xx___xx", ()),
        ("xx____xxx", ("best run",)),
        ("xx___xxxx", ("first week",)),
        ("xxxx____xxxx", ()),
        ("x" * 6 + "2", ()),
        ("x" * 7 + "_", ()),
    ],
)
def test_reached(marks: str, reached: tuple[str, ...]) -> None:
    """A milestone is said once: by the session that reached it, and by no other of that day or the next."""
    assert judge(diary(marks), FRIDAY).reached == reached


def test_empty() -> None:
    """An empty journal has no streak, no strength, no last day, and a today that is open."""
    history = judge([], FRIDAY)
    assert (history.current, history.strength, history.last, history.week.goal) == (0, 0.0, None, 4)
    assert [day.state for day in history.days] == ["pending"]


def test_json() -> None:
    """The JSON has the shape that scripts were promised, and it is JSON."""
    told = judge(
        [*diary("xxx_"), session(FRIDAY, routine="classics", outcome="partial", seconds=0)], FRIDAY, {"classics": 4}
    ).as_json()
    assert json.loads(json.dumps(told)) == {
        "today": "2026-11-20",
        "state": "pending",
        "current": 3,
        "best": 3,
        "freezes": 0,
        "week": {"done": 3, "goal": 4, "streak": 0, "best": 0},
        "strength": 0.028855,
        "total": {"sessions": 4, "days": 3, "minutes": 30},
        "last": "2026-11-19",
        "quota": [{"routine": "classics", "done": 0, "of": 4}],
        "zones": {"jaw": 2400},
    }


def test_explained() -> None:
    """A day explained has its date, its state, its sessions and the reason."""
    day = judge(diary("p_x"), FRIDAY).days[0]
    assert day.as_json() == {
        "day": "2026-11-18",
        "state": "partial",
        "sessions": 1,
        "why": "left early; no streak to lose",
    }
