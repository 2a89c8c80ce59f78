"""`facecoach` alone: today at a glance."""

from __future__ import annotations

import json

import pytest

from world import Coach


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
