"""What becomes of each day, and the daily streak that follows."""

from __future__ import annotations

from datetime import date

import pytest

from lines import FRIDAY, diary, judge, pause, policy, session, told, void

WEEK = "xxxxxxx"


@pytest.mark.parametrize(
    ("marks", "current", "best"),
    [
        ("x", 1, 1),
        ("xxx", 3, 3),
        ("xxx_", 3, 3),
        ("xxx__", 0, 3),
        ("xxx_x", 1, 3),
        ("x_xxx", 3, 3),
        ("x2x", 3, 3),
        ("xpx", 1, 1),
        ("xxp", 2, 2),
        ("p", 0, 0),
        ("_", 0, 0),
    ],
)
def test_counting_back(marks: str, current: int, best: int) -> None:
    """A streak counts back from today, or from yesterday while today is not done; twice is one, a partial is none."""
    history = judge(diary(marks), FRIDAY)
    assert (history.current, history.best) == (current, best)


@pytest.mark.parametrize(
    ("marks", "story", "current", "freezes"),
    [
        (WEEK + "x", WEEK + "x", 8, 1),
        (WEEK + "_x", WEEK + "fx", 8, 0),
        (WEEK + "px", WEEK + "fx", 8, 0),
        (WEEK + "_", WEEK + "?", 7, 1),
        (WEEK + "__", WEEK + "f?", 7, 0),
        (WEEK + "___", WEEK + "..?", 0, 1),
        (WEEK + "__x", WEEK + "..x", 1, 1),
        (WEEK + "p_x", WEEK + "p.x", 1, 1),
        (WEEK + "__x_x", WEEK + "..xfx", 2, 0),
        (WEEK * 2 + "__x", WEEK * 2 + "ffx", 15, 0),
        (WEEK * 3 + "___x", WEEK * 3 + "...x", 1, 2),
        (WEEK * 2 + "_x__x", WEEK * 2 + "fx..x", 1, 1),
    ],
)
def test_freezes(marks: str, story: str, current: int, freezes: int) -> None:
    """A gap is covered whole by the freezes held, or it ends the streak and uses none."""
    history = judge(diary(marks), FRIDAY)
    assert (told(history), history.current, history.freezes) == (story, current, freezes)


def test_freezes_outlive_a_streak() -> None:
    """The seventh counted day of the whole journal earns a freeze, even on the first day of a new streak."""
    assert judge(diary("xxxxxx___x"), FRIDAY).freezes == 1


def test_freezes_come_too_late() -> None:
    """The freeze that a day earns does not cover the gap before that day."""
    history = judge(diary("xxxxxx_x"), FRIDAY)
    assert (told(history), history.current) == ("xxxxxx.x", 1)


def test_freezes_start_nothing() -> None:
    """Before the first counted day there is no streak to protect, whatever was missed."""
    assert told(judge([policy("2026-11-15"), *diary("p___x")], FRIDAY)) == ".p...x"


@pytest.mark.parametrize(("most", "held"), [(0, 0), (1, 1), (2, 2), (3, 3), (5, 4)])
def test_freezes_are_capped(most: int, held: int) -> None:
    """Every 7th counted day earns a freeze, unless as many as the policy allows are held."""
    assert judge([policy("2026-01-01", freezes=most), *diary(WEEK * 4)], FRIDAY).freezes == held


def test_lower_cap_takes_nothing() -> None:
    """Freezes held above a lowered cap stay until they are used."""
    history = judge([policy(FRIDAY, freezes=0), *diary(WEEK * 2 + "_")], FRIDAY)
    assert (history.freezes, history.next_freeze) == (2, None)


@pytest.mark.parametrize(
    ("marks", "left"), [("_", 7), ("x", 6), ("xxxxxx", 1), (WEEK, 7), (WEEK * 2, None), (WEEK * 2 + "__", 7)]
)
def test_next_freeze(marks: str, left: int | None) -> None:
    """The next freeze is so many counted days away, and out of reach while no more can be held."""
    assert judge(diary(marks), FRIDAY).next_freeze == left


def test_open_gap_is_judged_anew() -> None:
    """A freeze that covers yesterday is given back once the gap grows too long for it."""
    sessions = diary(WEEK, date(2026, 11, 17))
    fresh, late = judge(sessions, date(2026, 11, 19)), judge(sessions, FRIDAY)
    assert (told(fresh), fresh.current, fresh.freezes) == (WEEK + "f?", 7, 0)
    assert (told(late), late.current, late.freezes) == (WEEK + "..?", 0, 1)


@pytest.mark.parametrize(
    ("marks", "until", "story", "current"),
    [
        ("xx__x", "2026-11-23", "xxrrx", 3),
        ("xx_xx", "2026-11-23", "xxrxx", 4),
        ("xxp_x", "2026-11-23", "xxrrx", 3),
        ("x___x", "2026-11-23", "x.rrx", 1),
        ("x___x", "2026-11-24", "xrr.x", 1),
        ("xx__", "2026-11-22", "xxrr", 2),
    ],
)
def test_rest_days(marks: str, until: str, story: str, current: int) -> None:
    """A rest day neither breaks nor adds, unless a session is done on it, which adds one."""
    today = date.fromisoformat(until)
    weekend = policy("2026-11-19", rest_days=["sat", "sun"])
    history = judge([weekend, *diary(marks, today)], today)
    assert (told(history)[-len(marks) :], history.current) == (story, current)


@pytest.mark.parametrize(
    ("start", "until", "story", "current"),
    [
        ("2026-11-18", "2026-11-19", "xxzzx", 3),
        ("2026-11-18", "2026-11-18", "xxz.x", 1),
        ("2026-11-19", "2026-11-19", "xx.zx", 1),
        ("2026-11-17", "2026-11-21", "xxzzx", 3),
    ],
)
def test_pauses(start: str, until: str, story: str, current: int) -> None:
    """A pause holds from its first day to its last, both included, and a session within it still counts."""
    history = judge([*diary("xx__x"), pause(start, until)], FRIDAY)
    assert (told(history), history.current) == (story, current)


def test_pauses_unite() -> None:
    """Two pauses that overlap are one, however they nest."""
    long, within = pause("2026-11-11", "2026-11-18"), pause("2026-11-12", "2026-11-13")
    assert told(judge([*diary("x_________x"), within, long], FRIDAY)) == "xzzzzzzzz.x"


def test_pause_ended_early() -> None:
    """A pause ends early by taking it back and writing down the days of it that have passed."""
    planned, passed = pause("2026-11-17", "2026-11-30"), pause("2026-11-17", "2026-11-18")
    history = judge([*diary("x__x_"), planned, void(planned["id"]), passed], FRIDAY)
    assert (told(history), history.current) == ("xzzx?", 2)


def test_policy_changes_nothing_past() -> None:
    """A rest day chosen later does not excuse an old miss, and one given up later does not blame an old rest."""
    wednesdays, tuesdays = policy("2026-11-01", rest_days=["wed"]), policy("2026-11-17", rest_days=["tue"])
    thursday = date(2026, 11, 19)
    assert told(judge([wednesdays, tuesdays, *diary("__xxxxx__x", thursday)], thursday))[-10:] == ".rxxxxxr.x"


def test_leap_day() -> None:
    """29 February is a day like any other."""
    sessions = [session(day) for day in ("2028-02-28", "2028-02-29", "2028-03-01")]
    assert judge(sessions, date(2028, 3, 1)).current == 3


def test_undone_best() -> None:
    """A best run does not outlast a session of it that is taken back."""
    assert judge([*diary("xxxxx_xx"), void("2026-11-15-session")], FRIDAY).best == 2


@pytest.mark.parametrize(
    ("marks", "back", "why"),
    [
        ("x", 0, "done"),
        ("2", 0, "done 2 times, still one day"),
        (WEEK, 0, "done; counted day 7 earned a freeze"),
        (WEEK + "_x", 1, "no session; a freeze stood in"),
        (WEEK + "px", 1, "left early; a freeze stood in"),
        (WEEK + "_px", 2, "no session; 2 missed days with 1 freeze held ended a streak of 7"),
        ("xpx", 1, "left early; 1 missed day with 0 freezes held ended a streak of 1"),
        ("p_x", 1, "no session; no streak to lose"),
        ("x_", 0, "today is still open"),
        ("xp", 0, "left early, and today is still open"),
    ],
)
def test_why(marks: str, back: int, why: str) -> None:
    """Each day says in a few words why it counted or did not."""
    assert judge(diary(marks), FRIDAY).days[-1 - back].why == why


def test_why_off() -> None:
    """A day off says of which kind it was, also when a session was done on it."""
    off = [pause("2026-11-16", "2026-11-17"), policy("2026-11-18", rest_days=["thu", "fri"])]
    days = judge([*off, *diary("x_xx_")], FRIDAY).days
    assert [day.why for day in days if day.state != "done"] == ["planned time off", "a rest day"]
    assert [day.why for day in days if day.state == "done"] == ["done, during a pause", "done", "done, on a rest day"]
