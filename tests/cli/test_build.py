"""`build`: routines composed for so many minutes and some zones."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from facecoach.errors import CoachError
from facecoach.folders import bundled
from facecoach.form import validate
from facecoach.knowledge.anatomy import ZONES, ZoneName
from facecoach.knowledge.strokes import HANDS_ON
from facecoach.routine.composer import REPERTOIRE, compose
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.routine.reader import opened
from facecoach.routine.schema import routine_schema
from facecoach.safety.touch import worked
from facecoach.safety.verdict import judged
from world import Coach

EXERCISES = Library(bundled(), bundled()).exercises()
VALIDATOR = Draft202012Validator(routine_schema(EXERCISES))
NAMES: list[ZoneName] = [zone.name for zone in ZONES.values()]
MINUTES = st.integers(1, 15)
WISHES = st.lists(st.sampled_from(NAMES), min_size=1, unique=True)


def composed(minutes: int, zones: list[ZoneName]) -> dict[str, Any] | None:
    """Return a composed routine's data, or None when there is too little time."""
    try:
        return compose(EXERCISES, minutes, zones)
    except CoachError:
        return None


def held(data: dict[str, Any]) -> Routine:
    """Return the routine, once the schema and `check --strict` find nothing wrong with it."""
    VALIDATOR.validate(data)
    document = opened(yaml.safe_dump(data).encode(), "built.yaml", lambda: EXERCISES)
    routine = validate(Routine, document)
    assert judged(document, worked(routine)) == ()
    return routine


@given(MINUTES, WISHES)
def test_fits_and_passes(minutes: int, zones: list[ZoneName]) -> None:
    """A composed routine lasts as long as asked, works every zone asked for, and passes every check."""
    if data := composed(minutes, zones):
        routine = held(data)
        assert routine.seconds == minutes * 60
        assert set(zones) <= set(routine.zones)


@given(MINUTES, WISHES)
def test_order(minutes: int, zones: list[ZoneName]) -> None:
    """Where hands work, they are clean first, then oiled; the neck comes before the face and the drain last."""
    used = [step["use"] for step in (composed(minutes, zones) or {"steps": []})["steps"]]
    if any(EXERCISES[name].technique in HANDS_ON for name in used):
        face = [index for index, name in enumerate(used) if EXERCISES[name].zone in ("cheeks", "eyes", "forehead")]
        assert used[:2] == ["clean-hands", "slip"]
        assert used[-1] == "neck-drain"
        assert not face or used.index("neck-strokes") < face[0]


@given(MINUTES, WISHES)
def test_least(minutes: int, zones: list[ZoneName]) -> None:
    """A request without the time for it says the least, and with that many minutes it is possible."""
    try:
        compose(EXERCISES, minutes, zones)
    except CoachError as refusal:
        enough = int(refusal.hint.partition("`--minutes ")[2].partition("`")[0])
        assert minutes < enough
        assert composed(enough, zones)


@pytest.mark.parametrize("zone", NAMES)
@pytest.mark.parametrize("minutes", [1, 2, 5, 10, 15])
def test_one_zone(zone: ZoneName, minutes: int) -> None:
    """Any one zone can be asked for, from one minute to fifteen."""
    assert held(compose(EXERCISES, minutes, [zone])).seconds == minutes * 60


def test_repertoire() -> None:
    """Every zone has its pieces, and each piece lies in its zone."""
    assert set(REPERTOIRE) == set(ZONES)
    assert all(EXERCISES[name].zone == zone for zone, names in REPERTOIRE.items() for name in names)


def test_doses_stay() -> None:
    """A dose is never stretched: only exercises of a length of time are made to fit."""
    steps = compose(EXERCISES, 9, ["cheeks", "mouth"])["steps"]
    assert {"use": "fish-lips"} in steps
    assert not [step for step in steps if EXERCISES[step["use"]].reps and "for" in step]


def test_cautions() -> None:
    """A composed routine carries the needs and the cautions of all its pieces."""
    data = compose(EXERCISES, 5, ["jaw"])
    assert {"clean hands", "oil or serum"} <= set(data["needs"])
    assert {"jaw-locked", "carotid-disease", "recent-injectables"} <= set(data["avoid_if"])


def test_printed_and_checked(coach: Coach) -> None:
    """What is printed is a routine file that passes `check --strict`."""
    result = coach("build", "--minutes", "5", "--zones", "jaw,temples")
    assert coach("check", coach.write("b.yaml", result.out), "--strict").code == 0
    assert coach("build", "--minutes", "10").code == 0


def test_saved(coach: Coach) -> None:
    """`--save` keeps it among one's own, and nothing is overwritten."""
    assert coach("build", "--minutes", "3", "--zones", "jaw", "--save", "mine").code == 0
    assert coach("check", "mine", "--strict").code == 0
    assert coach("build", "--minutes", "4", "--zones", "jaw", "--save", "mine").code == 1


def test_run(coach: Coach) -> None:
    """`--run` starts it at once, saved or not, and the journal knows its name."""
    assert coach("build", "--minutes", "1", "--zones", "mouth", "--run").code == 0
    assert coach("build", "--minutes", "1", "--zones", "mouth", "--save", "pout", "--run").code == 0
    assert [(one["routine"], one["name"], one["planned"]) for one in coach.records] == [
        ("built", "1 minute: mouth", 60),
        ("pout", "1 minute: mouth", 60),
    ]


def test_what_comes_next(coach: Coach) -> None:
    """What is only shown says how to keep and how to start it; a pipe is never asked."""
    coach.answer = True
    for keys, terminal in ((None, None), ([], None), (None, (80, 24))):
        result = coach("build", "--minutes", "3", "--zones", "jaw", keys=keys, terminal=terminal)
        assert result.code == 0
        assert "`--save NAME`" in result.err
        assert "`--run`" in result.err
    assert not coach.home.exists()


def test_offered(coach: Coach) -> None:
    """In a terminal it is offered to be kept, under a name that is free."""
    line, seen = ["build", "--minutes", "3", "--zones", "jaw"], (80, 24)
    coach.answer = False
    assert "`--save NAME`" in coach(*line, keys=[], terminal=seen).err
    coach.answer = True
    for name in ("3-minutes-jaw", "3-minutes-jaw-2"):
        result = coach(*line, keys=[], terminal=seen)
        assert f"`facecoach run {name}` starts it" in result.err
        assert coach("check", name, "--strict").code == 0


@pytest.mark.parametrize(
    ("args", "code", "complaint"),
    [
        (["--minutes", "0"], 2, "1 to 15"),
        (["--minutes", "16"], 2, "1 to 15"),
        (["--minutes", "5", "--zones", "jwa"], 2, "did you mean `jaw`?"),
        (["--minutes", "5", "--zones", ","], 2, "names no zone"),
        (["--minutes", "1", "--zones", "jaw,cheeks,eyes,forehead,nose"], 1, "at least 1:30"),
    ],
)
def test_refused(coach: Coach, args: list[str], code: int, complaint: str) -> None:
    """What cannot be composed is refused with the way out."""
    result = coach("build", *args)
    assert result.code == code
    assert complaint in result.err
