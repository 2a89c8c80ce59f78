"""Where a plan stands: weeks met, what is due, and what becomes of it when things go wrong."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.habit import plans
from facecoach.habit.facts import gather
from facecoach.habit.merge import merge
from facecoach.habit.plans import Course, running, turning
from lines import FRIDAY, course, pause, plan, policy, session, void

TWO = [{"days": 2, "do": ["quick"]}, {"days": 1, "do": ["quick", "desk"]}, {"days": 3, "do": ["morning"]}]
MONDAY = date(2026, 11, 2)


def day(number: int) -> date:
    """Return the day so many days after the plan's first Monday."""
    return MONDAY + timedelta(number)


def did(*numbers: int, routine: str = "quick") -> list[dict[str, Any]]:
    """Return completed sessions of a routine on these days of the plan."""
    return [session(day(number), f"{routine}-{number}", routine=routine) for number in numbers]


def placed(records: list[dict[str, Any]], today: date, out: dict[str, str] | None = None) -> Course:
    """Return where the running plan stands; there is one."""
    found = course(records, today, out)
    assert found
    return found


def stands(records: list[dict[str, Any]], number: int, **out: str) -> Course:
    """Return where the plan of three weeks stands on one of its days."""
    return placed([plan("start", MONDAY, weeks=TWO), *records], day(number), out)


def told(one: Course) -> tuple[int, int, tuple[str, ...], str]:
    """Return the week, its plan days, what is due, and the state."""
    return one.now, one.done, one.due, one.state


def test_begins_with_its_first_week() -> None:
    """A plan begins with its first week, and what that asks is due at once."""
    assert told(stands([], 0)) == (1, 0, ("quick",), "due")


def test_a_met_week_lasts_until_midnight() -> None:
    """On the day that meets a week the day is done; the next week begins on the day after."""
    assert told(stands(did(0, 2), 2)) == (1, 2, (), "done")
    assert told(stands(did(0, 2), 3)) == (2, 0, ("quick", "desk"), "due")


def test_a_plan_day_takes_every_routine() -> None:
    """A day with only a part of what a week asks is no plan day, and the rest is due."""
    assert told(stands(did(0, 1, 2), 2)) == (2, 0, ("desk",), "due")
    assert told(stands(did(0, 1, 2) + did(2, routine="desk"), 2)) == (2, 1, (), "done")


def test_one_plan_day_a_day() -> None:
    """Twice a day is one plan day, and what is more than a week asks never counts for the next."""
    twice = [*did(0), session(day(0), "again", routine="quick"), *did(0, routine="desk")]
    assert told(stands(twice, 0)) == (1, 1, (), "done")
    assert stands([*twice, *did(1)], 1).now == 1


def test_only_completed_sessions_count() -> None:
    """A partial session is no part of a plan day."""
    assert stands([session(day(0), routine="quick", outcome="partial")], 0).state == "due"


def test_what_was_before_the_start_does_not_count() -> None:
    """Sessions before the first day of a plan are none of it."""
    assert stands(did(-2, -1), 0).done == 0


def test_missed_days_shift_nothing() -> None:
    """After missed days the same is due as before them, and no more of it."""
    assert told(stands(did(0), 5)) == (1, 1, ("quick",), "due")


def test_a_paused_day_is_never_due() -> None:
    """On a paused day nothing is due; a session done on it counts."""
    off = pause(day(1), day(3))
    assert told(stands([off], 2)) == (1, 0, (), "paused")
    assert told(stands([off, *did(2)], 2)) == (1, 1, (), "done")


def test_a_rest_day_asks_nothing() -> None:
    """On a rest day of the policy nothing is due; a session done on it counts."""
    rest = policy(day(0), rest_days=["wed"])
    assert told(stands([rest], 2)) == (1, 0, (), "rest")
    assert stands([rest, *did(2)], 2).state == "done"


def test_weekdays() -> None:
    """With `on`, only those weekdays are due; what is done on another counts all the same."""
    weeks = [{"days": 2, "do": ["quick"], "on": ["mon", "wed"]}]
    start = plan("start", MONDAY, weeks=weeks)
    assert [placed([start], day(number)).state for number in range(4)] == ["due", "rest", "due", "rest"]
    found = placed([start, *did(1)], day(1))
    assert (found.state, found.done) == ("done", 1)


@pytest.mark.parametrize(("number", "state"), [(6, "due"), (7, "ask"), (60, "ask")])
def test_asks_after_seven_days(number: int, state: str) -> None:
    """After seven days in a week that is not met it asks, and what is due stays due."""
    assert told(stands(did(2), number)) == (1, 1, ("quick",), state)


def test_asks_nobody_who_had_better_rest() -> None:
    """While a condition keeps a person from all of a plan it does not ask how to go on, however long a week lasts."""
    facts = gather(merge([plan("start", MONDAY, weeks=TWO), *did(2)]), day(60))
    assert (run := running(facts.moves))
    assert (found := plans.course(run, facts, resting="it is not for fever"))
    assert (found.state, found.due) == ("rest", ())


def test_paused_days_are_no_waiting() -> None:
    """A year of pause is no day of the seven, and afterwards the plan goes on where it stood."""
    year = pause(day(3), day(3 + 365))
    assert stands([year], 3 + 365).state == "paused"
    assert told(stands([year], 3 + 366)) == (1, 0, ("quick",), "due")
    assert stands([year], 3 + 370).state == "ask"


def test_go_on_and_again() -> None:
    """A `go` begins any week on its day: the next one, or the same one anew."""
    late = did(0)
    assert told(stands([*late, plan("go", day(9), week=2)], 9)) == (2, 0, ("quick", "desk"), "due")
    assert told(stands([*late, plan("go", day(9), week=1)], 9)) == (1, 0, ("quick",), "due")
    assert stands([*late, plan("go", day(9), week=1)], 15).state == "due"


def test_finished() -> None:
    """After its last week a plan is finished, on that day and for ever, and nothing of it is due."""
    all_of_it = [*did(0, 1, 2), *did(2, routine="desk"), *did(3, 4, 9, routine="morning")]
    assert [told(stands(all_of_it, number)) for number in (9, 400)] == [(3, 3, (), "finished")] * 2


def test_what_is_left_out() -> None:
    """A routine that cannot be done is left out of what is due, with the reason; nothing else is."""
    found = stands(did(0, 1), 2, desk="gone")
    assert (found.due, found.out, found.state) == (("quick",), {"desk": "gone"}, "due")
    found = stands(did(0, 1, 2), 2, desk="gone")
    assert (found.due, found.rest, found.state) == ((), "gone", "rest")


def test_undo() -> None:
    """A start that is taken back leaves the plan that ran before it."""
    other = plan("start", day(1), "other", "new", weeks=TWO)
    assert stands([other], 1).plan == "other"
    assert stands([other, void("new", day(1))], 1).plan == "p"


def test_a_stop_ends_its_own_plan() -> None:
    """A stop ends the plan that it names, and never another that was started meanwhile."""
    records = [plan("start", MONDAY, weeks=TWO), plan("stop", day(2))]
    assert course(records, day(2)) is None
    meanwhile = plan("start", day(1), "other", weeks=TWO)
    found = placed([*records, meanwhile], day(2))
    assert found.plan == "other"


def test_two_machines() -> None:
    """Of plans started on two machines the later start stands, in whatever order their records meet."""
    one, other = (plan("start", MONDAY, name, name, weeks=TWO) for name in "ab")
    other["at"] = f"{MONDAY}T08:00:01+01:00"
    for records in ([one, other], [other, one]):
        found = placed(records, MONDAY)
        assert found.plan == "b"


def test_time_zones_do_not_decide() -> None:
    """Which start is later is a matter of moments, not of how a clock on the wall writes them."""
    here = plan("start", MONDAY, "here", "1", weeks=TWO) | {"at": "2026-11-02T09:00:00+09:00"}
    there = plan("start", MONDAY, "there", "0", weeks=TWO) | {"at": "2026-11-02T01:00:00+00:00"}
    found = placed([here, there], MONDAY)
    assert found.plan == "there"


def test_leap_day() -> None:
    """The twenty-ninth of February is a day like any other."""
    start, leap = plan("start", "2028-02-28", weeks=TWO), date(2028, 2, 29)
    records = [start, session("2028-02-28", routine="quick"), session(leap, routine="quick")]
    found = placed(records, leap + timedelta(1))
    assert (found.now, found.begun) == (2, date(2028, 3, 1).toordinal())


def test_start_before_the_first_record() -> None:
    """A start before anything else in the journal counts what was done since, and no streak begins with it."""
    records = [plan("start", "2020-01-01", weeks=TWO), session(FRIDAY, routine="quick")]
    found = placed(records, FRIDAY)
    assert (found.done, gather(merge(records), FRIDAY).first) == (1, FRIDAY.toordinal())


def test_edited_weeks_hold_from_the_present_one() -> None:
    """An edit holds from the first day of the present week on: what was met stays met, its days count anew."""
    records = [plan("start", MONDAY, weeks=TWO), *did(0, 1, 2, 3)]
    facts = gather(merge(records), day(4))
    run = running(facts.moves)
    assert run
    assert turning(run, facts) == (2, day(2).toordinal())
    edited = [{"days": 7, "do": ["morning"]}, {"days": 3, "do": ["quick"]}]
    after = plan("go", day(2), key="e", week=2, weeks=edited) | {"at": f"{day(4)}T09:00:00+01:00"}
    found = placed([*records, after], day(4))
    assert (found.now, found.done, found.lived[1].met) == (2, 2, True)


def test_an_edit_waits_for_the_end_of_a_day() -> None:
    """On a day that met a week an edit waits until the next, so that one day never counts for two weeks."""
    facts = gather(merge([plan("start", MONDAY, weeks=TWO), *did(0, 1)]), day(1))
    run = running(facts.moves)
    assert run
    assert turning(run, facts) is None


def test_a_shorter_file_is_finished() -> None:
    """A plan whose file now ends before the present week is finished."""
    records = [plan("start", MONDAY, weeks=TWO), plan("go", day(1), week=3)]
    cut = plan("go", day(1), key="z", week=3, weeks=TWO[:2])
    found = placed([*records, cut], day(1))
    assert (found.state, found.due) == ("finished", ())


acts = st.tuples(st.sampled_from(["start", "go", "stop"]), st.integers(0, 9), st.sampled_from("pq"), st.integers(1, 3))


@given(st.lists(acts, max_size=6), st.lists(st.integers(0, 9), max_size=9, unique=True), st.data())
def test_machines_meet(moved: list[tuple[str, int, str, int]], days: list[int], draw: st.DataObject) -> None:
    """Records of plans and sessions come to the same place in whatever order they are read, and however often."""
    named = enumerate(moved)
    moves = [plan(act, day(on), name, f"{key}", week=week, weeks=TWO) for key, (act, on, name, week) in named]
    records = [plan("start", MONDAY, weeks=TWO), *moves, *did(*days)]
    mixed = draw.draw(st.permutations(records + draw.draw(st.lists(st.sampled_from(records), max_size=3))))
    one, other = course(records, day(10)), course(mixed, day(10))
    assert (one and one.as_json()) == (other and other.as_json())


scraps: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers(-2, 2000) | st.text(max_size=3) | st.just([]) | st.just([{"days": 9}])
)
keys = st.sampled_from(["action", "plan", "week", "weeks", "digest", "at", "day", "avoid_if", "id"])
broken = st.builds(
    dict[str, Any].__or__, st.just(plan("go", day(1), week=2)), st.dictionaries(keys, scraps, max_size=3)
)


@given(st.lists(broken, max_size=5))
def test_nothing_crashes(records: list[dict[str, Any]]) -> None:
    """Whatever a plan's records hold, where it stands is told, and in any order alike."""
    both = [[plan("start", MONDAY, weeks=TWO), *some] for some in (records, records[::-1])]
    one, other = (course(some, day(3)) for some in both)
    assert (one and one.as_json()) == (other and other.as_json())
