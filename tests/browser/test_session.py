"""A session on the page, from the touch that starts it to DONE, on a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browsing import Open, short


def test_a_whole_routine_from_touch_to_done(visit: Open) -> None:
    """Every state comes at its time: lead-in, hold, let go, change-over, left, switch, last seconds, done."""
    page = visit(short())
    page.start()
    page.wait(0.5)
    assert (page.state, page.digits, page.text("#title")) == ("ready", "5", "Hold")
    page.wait(5)
    assert (page.state, page.digits, page.text("#plate .count")) == ("hold", "3", "1 of 2")
    page.wait(3)
    assert (page.state, page.text("#plate .word")) == ("release", "LET GO")
    page.wait(5)
    assert (page.state, page.text("#title"), page.digits) == ("ready", "Sides", "4")
    page.wait(4)
    assert (page.text("#plate .word"), page.digits, page.text("#after")) == ("LEFT", "6", "Next: right side")
    page.wait(6)
    assert (page.state, page.text("#plate .word"), page.text("#plate .count")) == ("switch", "RIGHT", "switch sides")
    page.wait(3)
    assert (page.state, page.text("#after")) == ("running", "Then you are done")
    page.wait(3)
    assert page.done
    assert page.text("#log") == "facecoach log short"
    assert page.faults == []


def test_each_move_begins_at_its_time(visit: Open) -> None:
    """Looked at just before and just after, each move begins where the timeline has it."""
    line = short(*({"title": f"Move {n}", "zone": "jaw", "for": "7s", "cue": "Go"} for n in range(5)), change="3s")
    page = visit(line)
    page.start()
    page.wait(4.9)
    for leg in line.legs:
        assert (page.state, page.text("#title")) == ("ready", leg.title)
        page.wait(0.2)
        assert (page.state, page.digits) == ("running", "7")
        page.wait(9.8)
    assert page.done


def test_pause_stops_the_clock_and_goes_on(visit: Open) -> None:
    """Paused time is no session time, by the button, by space, and by a touch of the picture."""
    page = visit(short())
    page.start()
    page.wait(6)
    presses: tuple[Callable[[], object], ...] = (
        lambda: page.tab.click("#pause"), lambda: page.tab.keyboard.press(" "), lambda: page.tab.click("#stage"),
    )  # fmt: skip
    for press in presses:
        press()
        assert (page.state, page.text("#plate .word")) == ("paused", "PAUSED")
        shown = page.digits
        page.wait(60)
        assert page.digits == shown
        press()
        assert page.state == "hold"
    page.wait(1.1)
    assert (page.state, page.digits) == ("hold", "1")


def test_next_and_back(visit: Open) -> None:
    """Next leads to the change-over and past it, back to the start of the move, and from there to the one before."""
    page = visit(short())
    page.start()
    page.wait(1)
    page.tab.keyboard.press("ArrowRight")
    assert (page.state, page.text("#title")) == ("hold", "Hold")
    page.tab.click("#forward")
    assert (page.state, page.text("#title")) == ("ready", "Sides")
    page.tab.click("#forward")
    assert (page.state, page.text("#title")) == ("running", "Sides")
    page.wait(4)
    page.tab.click("#back")
    assert (page.digits, page.text("#title")) == ("6", "Sides")
    page.tab.keyboard.press("ArrowLeft")
    assert (page.digits, page.text("#title")) == ("3", "Hold")


def test_a_session_cut_short_is_logged_with_its_own_minutes(visit: Open) -> None:
    """Skipped moves are not worked: the line to log it says how many minutes were."""
    page = visit(short({"zone": "jaw", "for": "2m", "cue": "One"}, {"zone": "neck", "for": "2m", "cue": "Two"}))
    page.start()
    page.wait(5 + 120 + 5)
    page.tab.click("#forward")
    assert page.done
    assert page.text("#log") == "facecoach log short --minutes 2"


def test_a_minute_asleep_goes_on(visit: Open) -> None:
    """After a minute without a look at the clock the position is right, and it says so; back leads back."""
    page = visit(short({"zone": "jaw", "for": "5m", "cue": "Long"}))
    page.tab.click("#sound")
    page.start()
    page.wait(15.1)
    assert page.digits == "4:50"
    page.tab.clock.fast_forward(60_000)
    assert page.digits == "3:50"
    assert page.text("#note").startswith("Away for 1:00. It went on;")
    page.tab.click("#back")
    assert page.digits == "4:50"


def test_no_session_ends_unseen(visit: Open) -> None:
    """What would have ended while nobody looked waits where it was left."""
    page = visit(short())
    page.tab.click("#sound")
    page.start()
    page.wait(6)
    page.tab.clock.fast_forward(600_000)
    assert (page.state, page.done) == ("paused", False)
    assert "waits where you left it" in page.text("#note")


def test_a_real_minute_in_the_background(visit: Open) -> None:
    """A tab that is behind another for a minute shows the right second when it comes back."""
    page = visit(short({"zone": "jaw", "for": "5m", "cue": "Long"}), real=True)
    page.start()
    page.tab.wait_for_timeout(6000)
    before = page.tab.evaluate("() => performance.now()")
    left = seconds(page.digits)
    other = page.tab.context.new_page()
    other.bring_to_front()
    other.wait_for_timeout(60_000)
    page.tab.bring_to_front()
    page.tab.wait_for_timeout(600)
    gone = (page.tab.evaluate("() => performance.now()") - before) / 1000
    assert left - seconds(page.digits) == pytest.approx(gone, abs=1.5)


def seconds(digits: str) -> int:
    """Return the seconds that digits such as `4:50` stand for."""
    minutes, _, rest = digits.rpartition(":")
    return int(minutes or 0) * 60 + int(rest)


def test_a_screen_reader_is_told_once_a_move(visit: Open) -> None:
    """The live region has title, cue, side and length, then the switch; never the digits."""
    page = visit(short())
    page.start()
    page.wait(5 + 8 + 1)
    assert page.text("#status") == "Get ready. Sides. One side Left side first. 12 seconds."
    page.wait(4)
    assert page.text("#status") == "Go. Left side."
    page.wait(6)
    assert page.text("#status") == "Switch sides: right side."
    page.tab.click("#pause")
    assert page.text("#status") == "Paused."


def test_the_sound_is_as_long_as_the_session(visit: Open) -> None:
    """The sound file is made before the touch, without loading anything, and lasts as long as the session."""
    page = visit(short())
    page.wait(1)
    page.start()
    page.wait(1)
    long = page.tab.evaluate("() => document.querySelectorAll('audio').length")
    assert long == 0
    assert all(address.startswith(("file:", "blob:", "data:")) for address in page.asked)
    assert page.faults == []
