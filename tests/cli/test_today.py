"""`facecoach` alone: today at a glance, and in a terminal a routine to start."""

from __future__ import annotations

import json

import pytest

from facecoach.screen.inline import GIVE, TAKE
from facecoach.session.command import Command
from world import Coach, Result

THREE = "name: Three\nwhen: midday\nsteps: [{zone: jaw, for: 3s, cue: Let go}]\n"
SIZE = (80, 24)
DOWN, UP, ENTER, OTHER = Command.DOWN, Command.UP, Command.ENTER, Command.OTHER


def test_before_the_first_session(coach: Coach) -> None:
    """Before anything was done it says how to begin, and makes no folder."""
    shown = coach().out
    assert "the first session starts it" in shown
    assert "facecoach run desk" in shown
    assert not coach.home.exists()


def test_after_a_session(coach: Coach) -> None:
    """After a session it shows the run, this week, and that today is done."""
    coach("log", "quick")
    shown = coach(terminal=(80, 24)).screen(80, 24)
    text = " ".join(" ".join(shown).split())
    assert "Today is done" in text
    assert "1 of 4 this week" in text
    assert sum("██" in line for line in shown) == 5


def test_quota(coach: Coach) -> None:
    """Of a routine to be done several times a day, today shows how many of them are done."""
    coach("log", "classics")
    assert "classics: 1 of 4 today" in coach().out
    assert json.loads(coach("--json").out)["quota"] == [{"routine": "classics", "done": 1, "of": 4}]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_every_width(coach: Coach, width: int) -> None:
    """Nothing is wider than the terminal."""
    coach("log", "quick")
    assert coach(terminal=(width, 40)).code == 0
    assert max(len(line) for line in coach(terminal=(width, 40)).screen(width + 40, 40)) <= width


def pressed(coach: Coach, *keys: Command, size: tuple[int, int] = SIZE) -> Result:
    """Run `facecoach` in a terminal, with a key pressed each second."""
    return coach(terminal=size, keys=[(float(second), key) for second, key in enumerate(keys, 1)])


def three(coach: Coach) -> Coach:
    """Return the coach with a routine of three seconds of one's own, which suits noon best, and no lead-in."""
    coach.write("routines/three.yaml", THREE)
    coach.write("settings.yaml", "lead_in: 0\n")
    return coach


def test_enter_starts(coach: Coach) -> None:
    """Enter starts what is offered: the same session as `run` would, with its record and its code."""
    result = pressed(three(coach), ENTER)
    assert (result.code, [record["routine"] for record in coach.records]) == (0, ["three"])
    assert "Three" in result.out.split("\x1b[?1049l")[-1]


def test_a_session_that_is_left(coach: Coach) -> None:
    """The code is that of the session: 3 for one that is left."""
    three(coach).write("routines/three.yaml", THREE.replace("3s", "30s"))
    assert pressed(coach, ENTER, Command.LEAVE, Command.LEAVE).code == 3


@pytest.mark.parametrize("keys", [(UP, DOWN), (DOWN, DOWN, UP, UP), (Command.NEXT, Command.BACK)])
def test_arrows_choose(coach: Coach, keys: tuple[Command, ...]) -> None:
    """The arrows go on and back, whichever they are."""
    assert " facecoach run three starts it" in pressed(three(coach), *keys, OTHER).screen(*SIZE)
    assert " facecoach run three starts it" not in pressed(coach, keys[0], OTHER).screen(*SIZE)


def test_another_is_started(coach: Coach) -> None:
    """Enter starts the one that the arrows chose, whose name is in the scrollback."""
    three(coach).write("routines/four.yaml", THREE.replace("Three", "Four").replace("3s", "4s"))
    shown = pressed(coach, OTHER).screen(*SIZE)
    first = next(word for word in ("four", "three") if any(f"facecoach run {word}" in row for row in shown))
    assert pressed(coach, DOWN, ENTER).code == 0
    assert {first, coach.records[0]["routine"]} == {"four", "three"}


@pytest.mark.parametrize(
    "keys", [(OTHER,), (Command.LEAVE,), (Command.PAUSE,), ()], ids=["other", "q", "space", "none"]
)
def test_leaving(coach: Coach, keys: tuple[Command, ...]) -> None:
    """Any other key leaves, and so do twenty seconds; nothing was started, and the command stays to be read."""
    result = pressed(coach, *keys)
    shown = result.screen(*SIZE)
    assert (result.code, coach.records) == (0, [])
    assert any(row.startswith(" facecoach run desk") for row in shown)
    assert not any("any other key" in row for row in shown)


@pytest.mark.parametrize(("key", "code"), [(Command.INTERRUPT, 130), (Command.TERMINATE, 143), (Command.HANG_UP, 129)])
def test_signals(coach: Coach, key: Command, code: int) -> None:
    """A signal ends it with its own code, and the cursor is back."""
    result = pressed(coach, key)
    assert (result.code, result.out.endswith(GIVE)) == (code, True)


def test_it_stays_in_the_scrollback(coach: Coach) -> None:
    """No other screen is taken, and what was hidden is shown again."""
    out = pressed(coach, DOWN, Command.SUSPEND, Command.REDRAW, OTHER).out
    assert "\x1b[?1049h" not in out
    assert (out.count(TAKE), out.count(GIVE)) == (2, 2)


def test_a_pipe_is_not_asked(coach: Coach) -> None:
    """Without a terminal, in a dumb one, in the background or without keys it waits for nothing."""
    plain = coach().out
    assert coach(keys=[(1.0, ENTER)]).out == plain
    coach.env["TERM"] = "dumb"
    assert pressed(coach, ENTER).out == plain
    coach.env, coach.attended = {}, False
    assert "ENTER" not in pressed(coach, ENTER).out
    assert coach.records == []


def test_json_is_not_asked(coach: Coach) -> None:
    """`--json` is data in a terminal too."""
    assert json.loads(coach("--json", terminal=SIZE, keys=[]).out)["suggestion"]["routine"] == "desk"


def test_rest_offers_nothing(coach: Coach) -> None:
    """Where rest suits, there is nothing to start, and nothing is waited for."""
    coach("safety", "add", "fever")
    result = pressed(coach, ENTER)
    assert (result.code, coach.records[1:]) == (0, [])
    assert "Rest suits today best" in result.out


def test_broken_settings_only_cost_the_picture(coach: Coach) -> None:
    """Settings that cannot be read are told by what needs them, and do not keep today from being shown."""
    coach.write("settings.yaml", "palette: [\n")
    assert pressed(coach, OTHER).code == 0
    assert pressed(coach, ENTER).code == 1


def test_words_by_wish(coach: Coach) -> None:
    """Whoever wishes for words gets no face here either."""
    coach.write("settings.yaml", "face: words\n")
    assert any(row.startswith(" Now would suit") for row in pressed(coach, OTHER).screen(*SIZE))


@pytest.mark.parametrize("size", [(20, 5), (30, 8), (40, 12), (60, 16), (80, 24), (100, 30), (200, 60)])
def test_every_size(coach: Coach, size: tuple[int, int]) -> None:
    """At every size the routine is named, the key is told, and it all fits with a line for the prompt."""
    coach("log", "quick", "--on", "yesterday")
    shown = coach(terminal=size, keys=[(1.0, Command.TERMINATE)]).screen(*size)
    text = " ".join(shown)
    assert "2 min" in text
    assert "nter starts" in text
    assert shown[-1] == ""
