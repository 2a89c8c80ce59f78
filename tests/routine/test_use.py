"""`use:` takes an exercise of the library over, and a step's own words come first."""

from __future__ import annotations

import json

import pytest

from facecoach.errors import FaultyFile
from facecoach.folders import bundled
from facecoach.routine.exercise import overrides
from facecoach.routine.library import Library
from facecoach.routine.model import Step
from facecoach.routine.reader import read
from world import Coach

EXERCISES = Library(bundled(), bundled()).exercises()


def step(fields: str) -> Step:
    """Return the one step of a routine."""
    return read(f"name: R\nsteps:\n  - {{{fields}}}\n".encode(), "r.yaml", lambda: EXERCISES).steps[0]


def refused(fields: str) -> tuple[int, str, str, str]:
    """Return the column, code, message and hint of the first fault of a step."""
    with pytest.raises(FaultyFile) as caught:
        step(fields)
    found = caught.value.findings[0]
    return found.column, found.code, found.message, found.hint


@pytest.mark.parametrize("name", EXERCISES)
def test_taken_over(name: str) -> None:
    """A step that only names an exercise is that exercise: title, zone, cue and dose."""
    taken, exercise = step(f"use: {name}"), EXERCISES[name]
    assert (taken.title, taken.zone, taken.cue) == (exercise.name, exercise.zone, exercise.cue)
    assert taken.seconds == exercise.seconds
    assert list(overrides(taken, exercise)) == []


def test_own_words_first() -> None:
    """What a step says itself overrides what the exercise says, field by field."""
    taken = step("use: slip, title: Oil, cue: Warm it, pressure: light")
    assert (taken.title, taken.cue, taken.pressure, taken.seconds) == ("Oil", "Warm it", "light", 20)
    assert set(overrides(taken, EXERCISES["slip"])) == {"title", "cue", "pressure"}


def test_cautions_are_inherited() -> None:
    """A routine inherits the cautions of the exercises it uses, behind its own and each once."""
    text = b"name: R\navoid_if: [fever, mouth-ulcer]\nsteps: [{use: circle-your-tongue}, {use: circle-your-tongue}]\n"
    routine = read(text, "r.yaml", lambda: EXERCISES)
    assert routine.avoid_if[:2] == ("fever", "mouth-ulcer")
    assert set(routine.avoid_if) == {"fever", *EXERCISES["circle-your-tongue"].avoid_if}
    assert len(routine.avoid_if) == len(set(routine.avoid_if))


@pytest.mark.parametrize("own", ["soon", "{a: b}", "[[fever]]", "[{a: b}]"])
def test_odd_cautions_are_still_told(own: str) -> None:
    """Cautions that are no list of conditions stay a fault of the file, whatever is inherited."""
    with pytest.raises(FaultyFile):
        read(f"name: R\navoid_if: {own}\nsteps: [{{use: circle-your-tongue}}]\n".encode(), "r.yaml", lambda: EXERCISES)


def test_own_time_replaces_all_of_it() -> None:
    """A step's own time replaces the exercise's whole dose, not a part of it."""
    assert step("use: fish-lips, for: 30s").seconds == 30
    assert step("use: fish-lips, reps: 4, hold: 10s, rest: 5s").seconds == 55
    assert list(overrides(step("use: fish-lips, for: 30s"), EXERCISES["fish-lips"])) == ["time"]
    assert refused("use: fish-lips, reps: 4")[2] == "`reps` needs a `hold`"


def test_unknown() -> None:
    """An exercise that is not there is an error at its name, with the near miss, and the only one."""
    column, code, message, hint = refused("use: fishlips")
    assert (column, code, message) == (11, "FC103", "unknown exercise `fishlips`")
    assert hint.startswith("did you mean `fish-lips`?")


def test_beside_moves() -> None:
    """An exercise is one move, so `moves` beside it is a contradiction."""
    assert refused("use: slip, moves: [{cue: Go}]")[:3] == (17, "FC109", "`moves` beside `use`")


def test_not_a_word() -> None:
    """`use` is one word, and an empty one uses nothing."""
    assert refused("use: [slip]")[1] == "FC105"
    assert refused("use: ~")[1] == "FC105"


def test_five_doses() -> None:
    """The five exercises keep the doses of their source, and every zone has something to use."""
    names = ("brow-stretch", "circle-your-tongue", "fish-lips", "kiss-face", "whistler", "whistler-puffs")
    doses = [(EXERCISES[name].reps, EXERCISES[name].hold) for name in names]
    assert doses == [(5, 5), (10, 4), (1, 10), (1, 10), (3, 10), (12, 2)]
    assert len({one.zone for one in EXERCISES.values()}) == 17


def test_listed(coach: Coach) -> None:
    """`list --exercises` names each with its time, zone and cue."""
    found = {one["exercise"]: one for one in json.loads(coach("list", "--exercises", "--json").out)}
    assert set(found) == set(EXERCISES)
    assert (found["fish-lips"]["zone"], found["fish-lips"]["seconds"]) == ("cheeks", 10)
    assert "fish-lips" in coach("list", "--exercises").out


def test_shown(coach: Coach) -> None:
    """`show` says what a step took over, and what of it is the step's own."""
    path = coach.write("r.yaml", "name: R\nsteps:\n  - {use: slip, for: 40s, cue: Warm it}\n  - use: breath\n")
    assert "uses slip, with its own time, cue" in " ".join(coach("show", path).out.split())
    steps = json.loads(coach("show", path, "--json").out)["steps"]
    assert [(one["use"], one["overrides"]) for one in steps] == [("slip", ["time", "cue"]), ("breath", [])]


def test_played(coach: Coach) -> None:
    """A routine of exercises runs like any other."""
    path = coach.write("r.yaml", "name: R\nsteps:\n  - {use: breath, for: 12s}\n")
    assert coach("run", path, "--no-log").code == 0
