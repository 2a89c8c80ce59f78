"""The state machine: one pure function moves a session."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.routine.model import Routine
from facecoach.session.command import Command
from facecoach.session.laying import laid_out
from facecoach.session.state import Away, Elapsed, Event, Reason, Session, advance, begin, opening, passed
from facecoach.session.timeline import Cue

STEPS = [
    {"zone": "jaw", "for": 20, "cue": "a"},
    {"zone": "neck", "for": 30, "cue": "b"},
    {"zone": "eyes", "reps": 5, "hold": 5, "rest": 2, "cue": "c"},
]
TOTAL = 83.0
commands = st.sampled_from([command for command in Command if command not in (Command.SUSPEND, Command.REDRAW)])
events = st.one_of(st.builds(Elapsed, st.floats(0, 2)), st.builds(Away, st.floats(2.01, 900)), commands)


def session(lead_in: float = 0, **fields: Any) -> Session:
    """Return a session of three moves: 20, 30 and 33 seconds."""
    return begin(laid_out(Routine.model_validate({"name": "test", "steps": STEPS})), lead_in, **fields)


def changing(change: float = 4, lead_in: float = 0) -> Session:
    """Return the same session with a change-over before its second and third move."""
    line = replace(session().timeline, change=change)
    return begin(line, lead_in)


def after(start: Session, *happened: Event) -> Session:
    """Return the session after these events."""
    return reduce(lambda now, event: advance(now, event)[0], happened, start)


def kinds(cues: tuple[Cue, ...]) -> list[str]:
    """Return what kind of cue each is."""
    return [cue.kind for cue in cues]


@given(st.lists(st.floats(0, 2), max_size=80))
def test_time_is_only_added_up(looks: list[float]) -> None:
    """Position is the sum of what elapsed, however it was cut up, and never beyond the end."""
    done = after(session(), *map(Elapsed, looks))
    assert done.position == pytest.approx(min(sum(looks), TOTAL))
    assert done.seconds == pytest.approx(done.position, abs=1e-2)


@given(st.lists(events, max_size=60))
def test_always_on_the_line(happened: list[Event]) -> None:
    """No events lead off the timeline, to negative work, or out of an ending."""
    now = session(3)
    for event in happened:
        before, now = now, advance(now, event)[0]
        assert 0 <= now.position <= now.timeline.seconds + 1e-6
        assert min(now.worked) >= 0
        assert not before.over or now == before


@given(st.floats(0, TOTAL - 1), st.floats(0, 2))
def test_pause_holds_still(position: float, waited: float) -> None:
    """Nothing is worked while paused, and the same key goes on where it stopped."""
    now = after(session(), *[Elapsed(position / 50)] * 50, Command.PAUSE)
    held = after(now, Elapsed(waited), Away(500))
    assert (held.position, held.phase) == (now.position, "paused")
    assert after(held, Command.PAUSE).phase == "running"


def test_lead_in_is_not_counted() -> None:
    """The lead-in passes before the first second, and what is left over of a look counts."""
    now, cues = advance(session(5), Elapsed(2))
    assert (now.lead, now.position, kinds(cues)) == (3, 0, ["tick"])
    now, cues = advance(now, Elapsed(3.5))
    assert now.lead == 0
    assert now.position == pytest.approx(0.5)
    assert kinds(cues) == ["tick", "tick", "move"]


@given(st.lists(st.floats(0, 9), max_size=80), st.floats(0.5, 15))
def test_change_overs_are_not_counted(looks: list[float], change: float) -> None:
    """However time is cut up, a change-over holds the position before each step but the first, unworked."""
    now, told = changing(change), []
    for look in looks:
        now, cues = advance(now, Elapsed(look))
        told += [cue.kind for cue in cues if cue.kind in ("change", "move")]
    spent = sum(looks)
    worked = min(20, spent) + min(30, max(0, spent - 20 - change)) + min(33, max(0, spent - 50 - 2 * change))
    assert now.position == pytest.approx(worked)
    assert now.seconds == pytest.approx(worked, abs=1e-2)
    assert told == ["change", "move", "change", "move"][: len(told)]


def test_change_over_tells_what_comes() -> None:
    """A change-over tells the move ahead and its own length, counts its last seconds, and then the move begins."""
    now, cues = advance(after(changing(), Elapsed(19)), Elapsed(1))
    assert [(cue.kind, cue.leg, cue.seconds) for cue in cues if cue.kind != "tick"] == [("change", 1, 4)]
    assert (now.lead, now.leg.index) == (4, 1)
    now, cues = advance(now, Elapsed(4))
    assert kinds(cues) == ["tick", "tick", "tick", "move"]
    assert cues[-1].told


def test_keys_and_change_overs() -> None:
    """Next goes to the change-over of the step ahead, again to the step itself; back from there is the move before."""
    ahead = after(changing(), Command.NEXT)
    assert (ahead.lead, ahead.leg.index) == (4, 1)
    assert (after(ahead, Command.NEXT).lead, after(ahead, Command.NEXT).leg.index) == (0, 1)
    assert after(ahead, Command.BACK).leg.index == 0
    assert after(ahead, Command.PAUSE, Elapsed(2)).lead == 4


def test_opening() -> None:
    """A session opens with a word to get ready, or with its first move when there is no lead-in."""
    assert kinds(opening(session(5))) == ["ready"]
    assert kinds(opening(session())) == ["move"]


def test_from_a_step() -> None:
    """A session may start at a step; the lead-in stands before it."""
    now = session(5, step=2)
    assert (now.position, now.lead, now.leg.zone) == (20, 5, "neck")


def test_next_sounds_where_it_lands() -> None:
    """A skip tells of the move it lands on and of nothing on the way, and works nothing."""
    now, cues = advance(session(), Command.NEXT)
    assert (now.position, kinds(cues), now.seconds) == (20, ["move"], 0)


def test_next_at_the_end() -> None:
    """Skipping the last move ends the session, which is partial when less than half was worked."""
    now = after(session(), Command.NEXT, Command.NEXT, Command.NEXT)
    assert (now.phase, now.outcome) == ("finished", "partial")


def test_back_to_start_or_before() -> None:
    """Back goes to the start of this move, and within its first three seconds to the one before."""
    now = after(session(), Command.NEXT, Elapsed(2), Elapsed(1))
    assert after(now, Command.BACK).position == 20
    assert after(session(), Command.NEXT, Elapsed(2), Elapsed(0.9), Command.BACK).position == 0
    assert after(session(), Elapsed(1), Command.BACK).position == 0


def test_more_and_less() -> None:
    """Ten seconds more or less change this move's end alone; less, with no more than that left, goes on to the next."""
    now = after(session(), Elapsed(2), Command.MORE)
    assert (now.position, now.leg.seconds, now.timeline.seconds) == (2, 30, TOTAL + 10)
    assert after(now, Command.LESS).timeline.seconds == TOTAL
    assert after(session(), *[Elapsed(2)] * 6, Command.LESS).leg.zone == "neck"


def test_leaving_asks_once() -> None:
    """q asks; q again leaves; any other key, or five seconds, takes the question back."""
    asked = after(session(), Command.LEAVE)
    assert (asked.phase, asked.asking > 0) == ("running", True)
    assert (after(asked, Command.LEAVE).phase, after(asked, Command.LEAVE).reason) == ("left", "left")
    assert after(asked, Command.OTHER).asking == 0
    assert after(asked, *[Elapsed(1)] * 6, Command.LEAVE).phase == "running"


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (Command.INTERRUPT, "interrupted"), (Command.TERMINATE, "terminated"), (Command.HANG_UP, "hung up"),
        (Command.CLOSED, "closed"),
    ],
)  # fmt: skip
def test_signals_leave_at_once(command: Command, reason: Reason) -> None:
    """Ctrl-C and its like leave at once, also out of a pause, and say why."""
    left = after(session(), Command.PAUSE, command)
    assert (left.phase, left.reason) == ("left", reason)


def test_gap_is_not_counted() -> None:
    """More than two seconds unseen are a gap: not worked, and paused where a key can be pressed."""
    assert (passed(2.0), passed(2.01)) == (Elapsed(2.0), Away(2.01))
    now, cues = advance(session(), Away(60))
    assert (now.position, now.phase, kinds(cues), cues[0].seconds) == (0, "paused", ["gap"], 60)
    assert after(session(keys=False), Away(60)).phase == "running"


def test_rehearsal_speed() -> None:
    """A rehearsal multiplies the seconds that pass, but not those of an absence."""
    assert (passed(1.0, 60), passed(3.0, 60)) == (Elapsed(60), Away(3.0))


def test_half_worked_completes() -> None:
    """The end counts as completed from half of the planned seconds on."""
    half = [Elapsed(0.5)] * 83
    assert after(session(), *half, Command.NEXT, Command.NEXT).outcome == "completed"
    assert after(session(), *half[:-1], Command.NEXT, Command.NEXT).outcome == "partial"
    assert after(session(), *half, *half, Elapsed(2)).outcome == "completed"


def test_zones_worked() -> None:
    """Worked seconds are kept by zone; zones never reached are left out."""
    assert after(session(), *[Elapsed(1)] * 25).zones == {"jaw": 20, "neck": 5}


@pytest.mark.parametrize("command", [one for one in Command if one.digit is not None or one is Command.ENTER])
def test_digits_do_nothing(command: Command) -> None:
    """A digit during a session does what any key without a meaning does: nothing."""
    under_way = advance(session(), Elapsed(7))[0]
    assert advance(under_way, command) == advance(under_way, Command.OTHER)
