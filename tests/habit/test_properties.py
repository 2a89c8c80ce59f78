"""What is true of every journal, whatever is in it."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.habit.policy import WEEKDAYS
from lines import FRIDAY, diary, judge, pause, policy, session, void

Records = list[dict[str, Any]]

backs = st.integers(min_value=0, max_value=60)
marks = st.text("xx2p_", max_size=60)
rests = st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=3)


@st.composite
def pauses(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a pause of up to ten days that begins within the last two months."""
    start = FRIDAY - timedelta(draw(backs))
    return pause(start, start + timedelta(draw(st.integers(0, 9))))


@st.composite
def journals(draw: st.DrawFn, most_freezes: int = 5) -> Records:
    """Draw two months of sessions with a pause or two and a policy that may change midway."""
    records = diary(draw(marks)) + draw(st.lists(pauses(), max_size=2, unique_by=lambda record: record["id"]))
    for back in draw(st.lists(backs, max_size=2, unique=True)):
        goal, freezes = draw(st.integers(1, 7)), draw(st.integers(0, most_freezes))
        day = FRIDAY - timedelta(back)
        records.append(policy(day, week_goal=goal, freezes=freezes, rest_days=draw(rests)))
    return records if most_freezes else [policy("2026-01-01", freezes=0), *records]


@given(journals(), st.data())
def test_order_and_copies(records: Records, data: st.DataObject) -> None:
    """The order of records and copies of them do not matter, not even to the last bit of a sum of fractions."""
    records = [*records, *(session(FRIDAY, f"{tenths}", seconds=tenths / 10) for tenths in (1, 2, 3))]
    copies = data.draw(st.lists(st.sampled_from(records), max_size=5))
    shuffled = data.draw(st.permutations(records + [dict(record) for record in copies]))
    assert judge(shuffled, FRIDAY) == judge(records, FRIDAY)


@given(journals(), st.integers(1, 4), st.data())
def test_scattered_files(records: Records, files: int, data: st.DataObject) -> None:
    """A journal scattered over several files, with lines in more than one, is the same in any order of files."""
    homes = data.draw(
        st.lists(st.sets(st.integers(1, files), min_size=1), min_size=len(records), max_size=len(records))
    )
    order = data.draw(st.permutations(range(1, files + 1)))
    merged = [record for file in order for record, home in zip(records, homes, strict=True) if file in home]
    assert judge(merged, FRIDAY) == judge(records, FRIDAY)


@given(journals(), backs, st.booleans(), pauses())
def test_undo_restores(records: Records, back: int, planned: bool, time_off: dict[str, Any]) -> None:
    """Taking a record back restores exactly what was, and taking that back brings the record back."""
    added = time_off | {"id": "new"} if planned else session(FRIDAY - timedelta(back), "new")
    undo, redo = void("new", key="undo"), void("undo", key="redo")
    assert judge([*records, added, undo], FRIDAY) == judge(records, FRIDAY)
    assert judge([*records, added, undo, redo], FRIDAY) == judge([*records, added], FRIDAY)


@given(journals(most_freezes=0), backs)
def test_more_never_lowers(records: Records, back: int) -> None:
    """Without freezes one more session never lowers a streak, of days or of weeks."""
    before, after = (judge(more, FRIDAY) for more in (records, [*records, session(FRIDAY - timedelta(back), "new")]))
    assert (after.current >= before.current, after.best >= before.best) == (True, True)
    assert (after.week.streak >= before.week.streak, after.week.best >= before.week.best) == (True, True)


@given(journals(most_freezes=0), pauses())
def test_pause_never_breaks(records: Records, time_off: dict[str, Any]) -> None:
    """Without freezes one more pause never breaks a daily streak."""
    before, after = judge(records, FRIDAY), judge([*records, time_off | {"id": "new"}], FRIDAY)
    assert (after.current >= before.current, after.best >= before.best) == (True, True)


@pytest.mark.parametrize("more", [session("2026-11-16"), pause("2026-11-16", "2026-11-16")])
def test_freezes_know_no_such_law(more: dict[str, Any]) -> None:
    """With freezes one more session or pause can cost: the gap it shortens uses the freeze that the next gap needs."""
    records = diary("xxxxxxx__x_x")
    assert (judge(records, FRIDAY).current, judge([*records, more], FRIDAY).current) == (2, 1)


@given(marks, st.integers(0, 5), rests, st.lists(pauses(), max_size=2, unique_by=lambda record: record["id"]))
def test_by_definition(drawn: str, most: int, rest: list[str], time_off: Records) -> None:
    """The streak agrees with its definition, worked out slowly from the last day back."""
    standing = policy("2026-01-01", freezes=most, rest_days=rest)
    asked = "".join(_asked(mark, back, rest, time_off) for back, mark in enumerate(reversed(drawn)))[::-1]
    history = judge([standing, *time_off, *diary(drawn)], FRIDAY)
    runs = [_current(asked[:length], most) for length in range(len(asked) + 1)]
    assert (history.current, history.best, history.freezes) == (runs[-1], max(runs), _held(asked, most))


def _asked(mark: str, back: int, rest: list[str], time_off: Records) -> str:
    """Return `x` for a counted day, `_` for a missed one and nothing for a day off or a today that is still open."""
    day = FRIDAY - timedelta(back)
    paused = any(record["from"] <= day.isoformat() <= record["until"] for record in time_off)
    off = paused or day.strftime("%a").lower() in rest or day == FRIDAY
    return "x" if mark in "x2" else "" if off else "_"


@cache
def _held(asked: str, most: int) -> int:
    """Return the freezes held after these days."""
    run = asked.rstrip("_")
    if run != asked:
        held, gap = _held(run, most), len(asked) - len(run)
        return held - gap if gap <= held else held
    held = _held(asked[:-1], most) if asked else 0
    return held + (asked != "" and asked.count("x") % 7 == 0 and held < most)


@cache
def _current(asked: str, most: int) -> int:
    """Return the streak after these days."""
    run = asked.rstrip("_")
    if run != asked:
        return _current(run, most) if len(asked) - len(run) <= _held(run, most) else 0
    return _current(asked[:-1], most) + 1 if asked else 0


@given(journals(), st.integers(0, 60))
def test_days_tell_the_streak(records: Records, back: int) -> None:
    """A history has a day for each date, and as many of them are done as ever counted."""
    today = FRIDAY - timedelta(back)
    days = judge(records, today).days
    assert [day.day for day in days] == [today - timedelta(n) for n in reversed(range(len(days)))]
    assert sum(day.state == "done" for day in days) == judge(records, today).total.days


@given(journals())
def test_strength_is_a_share(records: Records) -> None:
    """Strength lies between 0 and 1."""
    assert 0 <= judge(records, FRIDAY).strength <= 1


keys = st.sampled_from(
    [*session(FRIDAY), *pause(FRIDAY, FRIDAY), "ref", "week_goal", "rest_days", "day_start", "freezes"]
)
words = st.sampled_from(
    ["session", "void", "policy", "pause", "partial", "2026-11-19", "2026-11-19T08:00Z", "mon", "jaw"]
)
scraps = st.none() | st.booleans() | st.integers() | st.floats() | words | st.text(max_size=4)
values = st.recursive(scraps, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3))
whole = st.sampled_from(
    [session(FRIDAY), pause(FRIDAY, FRIDAY), policy(FRIDAY, week_goal=5), void("2026-11-19-session")]
)
broken = st.builds(dict[str, Any].__or__, whole, st.dictionaries(keys, values, max_size=3))


@given(st.lists(broken | values, max_size=12))
def test_nothing_crashes(scrapped: list[Any]) -> None:
    """Whatever JSON a journal holds, it is judged, and in any order alike."""
    records = [*scrapped, *diary("xx")]
    history, reverse = judge(records, FRIDAY), judge(records[::-1], FRIDAY)
    assert (history.as_json(), history.skipped) == (reverse.as_json(), reverse.skipped)
