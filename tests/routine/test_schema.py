"""The JSON Schema of a routine file, tried on routines by an independent validator."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic_core import PydanticCustomError

from facecoach.folders import bundled
from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.routine.draft import template
from facecoach.routine.library import Library
from facecoach.routine.schema import routine_schema
from facecoach.routine.timing import seconds
from world import Coach

EXERCISES = Library(bundled(), bundled()).exercises()
SCHEMA = routine_schema(EXERCISES)
VALIDATOR = Draft202012Validator(SCHEMA)
STEPS = [
    {"zone": "jaw", "for": 60, "cue": "Go"},
    {"zone": "jaw", "for": "1m30s", "cue": "Go", "stroke": "jaw-knead"},
    {"zone": "jaw", "reps": 5, "hold": "5s", "rest": 2, "sets": 2, "set_rest": "1 min", "cue": "Go"},
    {"use": "slip"},
    {"use": "slip", "for": "1:30"},
    {"zone": "jaw", "for": "2 min", "moves": [{"cue": "Go"}, {"cue": "Go", "for": "10s"}]},
    {"zone": "jaw", "for": "1,5 Min.", "cue": "Go"},
    {"zone": "jaw", "for": "1h", "cue": "Go"},
    {"zone": "jaw", "moves": [{"cue": "Go", "for": 3.5, "face": {"mouth": ["o", "kiss"], "eyes": "open"}}]},
]
BAD_STEPS = [
    {"zone": "jaw", "cue": "Go"},
    {"zone": "jaw", "for": 60},
    {"for": 60, "cue": "Go"},
    {"zone": "jwa", "for": 60, "cue": "Go"},
    {"zone": "jaw", "for": "soon", "cue": "Go"},
    {"zone": "jaw", "for": 0, "cue": "Go"},
    {"zone": "jaw", "for": 60, "reps": 3, "hold": 3, "cue": "Go"},
    {"zone": "jaw", "reps": 3, "cue": "Go"},
    {"zone": "jaw", "for": 3, "rest": 3, "cue": "Go"},
    {"zone": "jaw", "for": 3, "cue": "Go", "pressure": "hard"},
    {"zone": "jaw", "for": 3, "cue": "Go", "colour": "red"},
    {"zone": "jaw", "moves": [{"cue": "Go"}]},
    {"zone": "jaw", "cue": "Go", "moves": [{"cue": "Go", "for": 3}]},
    {"use": "slippery"},
    {"use": "slip", "reps": 3},
]


def valid(*steps: dict[str, Any]) -> bool:
    """Whether a routine of these steps is valid."""
    return VALIDATOR.is_valid({"name": "R", "steps": list(steps)})


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping of a schema."""
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(inner)
    if isinstance(node, dict):
        yield node


def test_it_is_a_schema() -> None:
    """The schema itself is a valid one of 2020-12."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")


def test_every_field_is_described() -> None:
    """Every field has a sentence to hover over."""
    fields = [field for node in nodes(SCHEMA) for field in node.get("properties", {}).items()]
    assert fields
    assert [name for name, field in fields if not field.get("description") and set(field) != {"items"}] == []


def test_words_are_listed() -> None:
    """An editor completes zones, conditions and exercises."""
    step = SCHEMA["$defs"]["Step"]["properties"]
    assert set(step["zone"]["enum"]) == set(ZONES)
    assert set(SCHEMA["properties"]["avoid_if"]["items"]["enum"]) == set(CONDITIONS)
    assert set(step["use"]["enum"]) == set(EXERCISES)
    assert "effleurage" in step["technique"]["enum"]
    assert "jaw-knead" in step["stroke"]["anyOf"][0]["enum"]


@pytest.mark.parametrize("path", sorted(bundled().glob("*.yaml")), ids=lambda path: path.stem)
def test_bundled(path: Path) -> None:
    """Every bundled routine is valid."""
    VALIDATOR.validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_template() -> None:
    """What `new` writes is valid."""
    VALIDATOR.validate(yaml.safe_load(template("mine")))


@pytest.mark.parametrize("step", STEPS)
def test_good_steps(step: dict[str, Any]) -> None:
    """Each way of writing a step is valid."""
    assert valid(step)


@pytest.mark.parametrize("step", BAD_STEPS)
def test_bad_steps(step: dict[str, Any]) -> None:
    """What `check` refuses for its form or its timing, the schema refuses too."""
    assert not valid(step)


PIECES = [
    "1", "30", "90", "3601", ".", ",", ":", " ", "\n", "\N{NO-BREAK SPACE}", "m", "Min", "minutes", "S", "secs", "h",
    "Hrs", "hour", "Sek", "-", "e",
]  # fmt: skip


def written(text: str) -> bool:
    """Whether a text is a duration to the reader, be it out of range."""
    try:
        return seconds(text) > 0
    except PydanticCustomError as refusal:
        return "out of range" in refusal.message()


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_durations_are_those_of_the_reader(text: str) -> None:
    """A text is a duration to the schema if it is one to the reader, which knows the range besides."""
    schema = Draft202012Validator(SCHEMA["$defs"]["Step"]["properties"]["hold"])
    assert schema.is_valid(text) == written(text)


def test_printed(coach: Coach) -> None:
    """`schema` prints the schema."""
    assert json.loads(coach("schema").out) == SCHEMA
