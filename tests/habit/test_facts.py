"""How a journal's records are merged, read, taken back, and dated."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from facecoach.habit.facts import count_day, policy_on
from facecoach.habit.merge import merge
from facecoach.habit.policy import Policy
from lines import FRIDAY, diary, judge, line, pause, policy, session, void

PARIS, NEW_YORK = "Europe/Paris", "America/New_York"


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2026-11-20T03:00", PARIS, "2026-11-20"),
        ("2026-11-20T02:59", PARIS, "2026-11-19"),
        ("2026-11-20T01:30", PARIS, "2026-11-19"),
        ("2026-11-20T23:59", PARIS, "2026-11-20"),
        ("2026-03-29T01:59", PARIS, "2026-03-28"),
        ("2026-03-29T03:00", PARIS, "2026-03-29"),
        ("2026-10-25T02:30", PARIS, "2026-10-24"),
        ("2026-10-25T03:00", PARIS, "2026-10-25"),
        ("2026-03-08T01:59", NEW_YORK, "2026-03-07"),
        ("2026-03-08T03:00", NEW_YORK, "2026-03-08"),
        ("2026-11-01T01:30", NEW_YORK, "2026-10-31"),
        ("2026-11-01T03:00", NEW_YORK, "2026-11-01"),
        ("2028-03-01T02:00", PARIS, "2028-02-29"),
        ("2027-01-01T00:10", PARIS, "2026-12-31"),
    ],
)
@pytest.mark.parametrize("fold", [0, 1])
def test_count_day(moment: str, zone: str, day: str, fold: int) -> None:
    """A day begins at 03:00 by the clock on the wall, on the two nights of the year when clocks change as well."""
    local = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone), fold=fold)
    assert count_day(local, "03:00") == date.fromisoformat(day)


@pytest.mark.parametrize(("start", "day"), [("00:00", 20), ("04:30", 20), ("04:31", 19), ("12:00", 19)])
def test_day_start(start: str, day: int) -> None:
    """The hour at which a day begins is the policy's."""
    assert count_day(datetime(2026, 11, 20, 4, 30, tzinfo=ZoneInfo(PARIS)), start).day == day


def test_flight_west() -> None:
    """Whoever flies west lives a long day, and what was done at either end of it counts once."""
    noon = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo(PARIS))
    later = datetime(2026, 11, 20, 20, tzinfo=ZoneInfo("America/Los_Angeles"))
    days = [count_day(moment, "03:00") for moment in (noon, later)]
    assert judge([session(day, str(n)) for n, day in enumerate(days)], FRIDAY).total[:2] == (2, 1)


def test_date_line() -> None:
    """A day done before the date line was crossed lies ahead once more, and counts again when it comes."""
    samoa = datetime(2026, 11, 21, 9, tzinfo=ZoneInfo("Pacific/Apia"))
    hawaii = samoa.astimezone(ZoneInfo("Pacific/Honolulu"))
    done = diary("xxx", count_day(samoa, "03:00"))
    here = judge(done, count_day(hawaii, "03:00"))
    assert (here.state, here.current, here.future) == ("done", 2, ("2026-11-21-session",))
    assert judge(done, date(2026, 11, 21)).current == 3


def test_duplicates_are_one() -> None:
    """A record that reaches the journal twice is one record."""
    assert judge(diary("xx") + diary("xx"), FRIDAY).total.sessions == 2


def test_conflicts_settle_alike() -> None:
    """Of two versions of one record every machine keeps the same one."""
    one, other = session(FRIDAY, "id", seconds=60), session(FRIDAY, "id", seconds=120)
    assert judge([one, other], FRIDAY) == judge([other, one], FRIDAY)


def test_void_of_void() -> None:
    """A void that is taken back itself takes nothing back."""
    sessions, undo = diary("xx"), void("2026-11-20-session")
    redo = void(undo["id"])
    assert judge([*sessions, undo], FRIDAY).total.days == 1
    assert judge([*sessions, undo, redo], FRIDAY) == judge(sessions, FRIDAY)
    assert judge([*sessions, undo, redo, void(redo["id"])], FRIDAY).total.days == 1


def test_voids_of_two_machines() -> None:
    """A record taken back twice stays away when one of the two is taken back."""
    twice = [void("2026-11-20-session", key="a"), void("2026-11-20-session", key="b")]
    assert judge([*diary("x"), *twice, void("a")], FRIDAY).total.days == 0


def test_voids_wait_for_all() -> None:
    """A void is settled only once all voids of it are, those that were taken back themselves and those that stand."""
    dead, dying = void("x", key="dead"), void("dead", key="z")
    history = judge([*diary("x"), void("2026-11-20-session", key="x"), dead, dying, void("x", key="a")], FRIDAY)
    assert history.total.days == 1


def test_voids_in_a_ring() -> None:
    """Voids that take each other back take nothing back."""
    ring = [void("b", key="a"), void("a", key="b"), void("c", key="c")]
    assert judge([*diary("x"), *ring], FRIDAY).total.days == 1


@pytest.mark.parametrize("record", [pause(FRIDAY, FRIDAY), policy(FRIDAY, rest_days=["fri"])])
def test_void_of_plans(record: dict[str, Any]) -> None:
    """Pauses and policies can be taken back as sessions can."""
    assert judge([*diary("x_"), record, void(record["id"])], FRIDAY) == judge(diary("x_"), FRIDAY)


def test_future_is_reported() -> None:
    """Records dated after today are ignored and named, unless they have been taken back."""
    ahead = [session("2026-11-21"), policy("2026-11-21", week_goal=7), void("2026-11-20-session", "2026-11-21")]
    history = judge([*diary("xx"), *ahead], FRIDAY)
    assert (history.current, history.week.goal) == (2, 4)
    assert history.future == tuple(sorted(record["id"] for record in ahead))
    assert judge([ahead[0], void(ahead[0]["id"])], FRIDAY).future == ()


@pytest.mark.parametrize(
    "broken",
    [
        session("2026-11-31"),
        session(FRIDAY) | {"day": 20261120},
        session(FRIDAY, outcome="skipped"),
        session(FRIDAY, seconds="600"),
        session(FRIDAY, seconds=-1),
        session(FRIDAY, seconds=float("nan")),
        session(FRIDAY, seconds=10**400),
        {key: value for key, value in session(FRIDAY).items() if key != "outcome"},
        pause("2026-11-20", "2026-11-19"),
        line("pause", FRIDAY, until="2026-11-21"),
        line("void", FRIDAY, ref=["x"]),
        policy(FRIDAY, week_goal=8),
        policy(FRIDAY, week_goal=True),
        policy(FRIDAY, freezes=6),
        policy(FRIDAY, rest_days="sat"),
        policy(FRIDAY, rest_days=["Saturday"]),
        policy(FRIDAY, day_start="25:00"),
        policy(FRIDAY) | {"at": "2026-11-20T08:00:00"},
        session("1999-12-31"),
        line("condition", FRIDAY, name="fever"),
        line("condition", FRIDAY, name=["fever"], **{"from": "2026-11-20"}),
        line("screening", FRIDAY, routine=5),
    ],
)
def test_unreadable_is_skipped(broken: dict[str, Any]) -> None:
    """A record without what its type needs is skipped and named, and costs nothing else."""
    history = judge([*diary("x", date(2026, 11, 19)), broken], FRIDAY)
    assert (history.skipped, history.current, history.total.sessions) == ((broken["id"],), 1, 1)


@pytest.mark.parametrize(
    "nameless", [{}, {"id": "a"}, {"type": "session"}, {"type": ["session"], "id": "a"}, [], "x", 5]
)
def test_nameless_is_counted(nameless: Any) -> None:
    """A line that has no type or no id is counted all the same."""
    assert judge([nameless, nameless], FRIDAY).skipped == ("?", "?")


def test_unknown_is_ignored() -> None:
    """Types and keys that are not known yet are no fault, and neither are zones that make no sense."""
    odd = session(FRIDAY, mood="calm", routine=None, zones={"jaw": "long", "neck": 60, "chin": -5})
    history = judge([odd, line("mirror", "2026-11-30")], FRIDAY)
    assert (history.current, history.zones, history.skipped, history.future) == (1, {"neck": 60}, (), ())


def test_policy_on() -> None:
    """A policy holds from its day on; a setting it leaves out stays; one taken back or ahead does not hold."""
    goal, rest = policy("2026-11-01", week_goal=5), policy("2026-11-10", rest_days=["sun", "sat"])
    gone, ahead = policy("2026-11-11", freezes=0), policy("2026-11-21", freezes=5)
    records = [rest, ahead, goal, gone, void(gone["id"]), *diary("x")]
    assert policy_on(merge(records), date(2026, 10, 31)) == Policy()
    assert policy_on(merge(records), FRIDAY) == Policy(week_goal=5, rest_days=("sat", "sun"))


@pytest.mark.parametrize(
    ("first", "second", "goal"),
    [
        ({"at": "2026-11-20T09:00:00+01:00"}, {"at": "2026-11-20T10:00:00+01:00"}, 2),
        ({"at": "2026-11-20T09:00:00+01:00"}, {"at": "2026-11-20T07:30:00-05:00"}, 2),
        ({"at": "2026-11-20T09:00:00-05:00"}, {"at": "2026-11-20T10:00:00+01:00"}, 1),
        ({"at": "2026-11-20T09:00:00Z"}, {"at": "2026-11-20T10:00:00+01:00"}, 2),
    ],
)
def test_two_policies_on_one_day(first: dict[str, str], second: dict[str, str], goal: int) -> None:
    """Of two policies on one day the later holds, wherever on Earth it was made, and of two at once the later id."""
    records = [policy(FRIDAY, "b", week_goal=2) | second, policy(FRIDAY, "a", week_goal=1) | first]
    assert policy_on(merge(records), FRIDAY).week_goal == goal
