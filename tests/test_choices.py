"""What may be begun now, and in which order it is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from facecoach.errors import CoachError
from facecoach.folders import bundled
from facecoach.habit.facts import Facts, gather
from facecoach.habit.merge import merge
from facecoach.routine.library import Library
from facecoach.routine.shelf import Card
from facecoach.safety.fault import INJURING
from facecoach.safety.standing import allows, recorded
from facecoach.safety.weigh import weigh
from facecoach.today import Advice, advise, choices
from lines import FRIDAY, line

NOON = 12


def cards(own: Path) -> list[Card]:
    """Return the cards of the bundled routines and of those in a folder."""
    return [card for card in Library(own, bundled(), weigh).cards() if not isinstance(card, CoachError)]


def facts(*conditions: str) -> Facts:
    """Return the facts of a day on which these conditions hold."""
    ill = [line("condition", FRIDAY, name, **{"name": name, "from": str(FRIDAY), "until": None}) for name in conditions]
    return gather(merge(ill), FRIDAY)


def offered(own: Path, day: Facts, hour: int = NOON) -> list[Card]:
    """Return what is offered, in its order."""
    found = cards(own)
    return [one.card for one in choices(advise(found, day, hour), found, day, hour)]


@pytest.mark.parametrize("condition", ["active-acne", "anticoagulant", "glaucoma", "jaw-catching"])
@pytest.mark.parametrize("hour", [7, NOON, 19, 23])
def test_nothing_that_run_refuses(tmp_path: Path, condition: str, hour: int) -> None:
    """Nothing is offered that a condition rules out, that asks first or that can injure."""
    hard = "name: Hard\nsteps: [{zone: neck, for: 20s, technique: acupressure, cue: Press the side}]\n"
    (tmp_path / "hard.yaml").write_text(hard)
    day = facts(condition)
    found = offered(tmp_path, day, hour)
    assert found
    assert all(allows(card, recorded(day)) and not card.asks for card in found)
    assert not [card for card in found if {one.code for one in card.findings} & INJURING]


def test_all_that_may_be_run_is_there_once(tmp_path: Path) -> None:
    """What suits comes first, everything else that may be run follows, and nothing comes twice."""
    found = [card.entry.slug for card in offered(tmp_path, facts())]
    assert found[0] == "desk"
    assert sorted(found) == sorted(card.entry.slug for card in cards(tmp_path) if not card.asks)


def test_this_time_of_day_comes_first(tmp_path: Path) -> None:
    """Behind what suits come those for this time of day, one's own before the others, and last those for any time."""
    for name in ("zeal", "alpha"):
        (tmp_path / f"{name}.yaml").write_text("name: Own\nwhen: midday\nsteps: [{zone: jaw, for: 9s, cue: Rest}]\n")
    found = offered(tmp_path, facts())
    assert [card.entry.slug for card in found[:3]] == ["alpha", "zeal", "desk"]
    times = [card.when for card in found]
    assert times == sorted(times, key=["midday", "night", "morning", "evening", "anytime"].index)


def test_rest_has_no_choices(tmp_path: Path) -> None:
    """Where rest suits, there is nothing to choose."""
    assert offered(tmp_path, facts("fever")) == []


def test_going_on_comes_before_beginning_anew(tmp_path: Path) -> None:
    """What was cut off is gone on with by its own command; the same routine may still be begun anew."""
    found = cards(tmp_path)
    long = next(card for card in found if card.entry.slug == "morning")
    commands = [one.command for one in choices(Advice("resume", long, "It can go on:"), found, facts(), NOON)]
    assert commands[0] == "facecoach run --resume"
    assert "facecoach run morning" in commands
