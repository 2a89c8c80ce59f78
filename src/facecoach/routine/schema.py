"""The files of routines and plans as JSON Schema 2020-12, from the models that read them, for editors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from facecoach.routine.model import Gesture, Routine
from facecoach.routine.plan import Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME = "urn:facecoach:routine"
PLAN = "urn:facecoach:plan"

_TIMED = {"anyOf": [{"required": ["for"]}, {"required": ["reps"]}]}
_TIMING = {
    "dependentRequired": {
        "reps": ["hold"],
        "hold": ["reps"],
        "rest": ["reps"],
        "sets": ["reps"],
        "set_rest": ["sets"],
    },
    "not": {"required": ["for", "reps"]},
}


def routine_schema(exercises: Iterable[str]) -> dict[str, Any]:
    """Return the schema of a routine file that may use these exercises, with what a schema can say of its timing."""
    plain = _tidy(Routine.model_json_schema(by_alias=True))
    step, move, face = (plain["$defs"][name] for name in ("Step", "Move", "Face"))
    step.pop("required")
    step["properties"]["use"] |= {"enum": list(exercises)}
    step |= {**_TIMING, "allOf": _step_rules()}
    move |= _TIMING
    for owner, field in ((step, "stroke"), (move, "stroke"), (face, "mouth")):
        owner["properties"][field] = _one_or_several(owner["properties"][field])
    return {"$schema": DIALECT, "$id": NAME, "title": "A facecoach routine", **plain}


def plan_schema() -> dict[str, Any]:
    """Return the schema of a plan file."""
    return {
        "$schema": DIALECT,
        "$id": PLAN,
        **_tidy(Plan.model_json_schema(by_alias=True)),
        "title": "A facecoach plan",
    }


def _step_rules() -> list[dict[str, Any]]:
    """Return what a step must have: an exercise, or a zone with moves, or a zone with a cue and its time."""
    alone = [field.alias or name for name, field in Gesture.model_fields.items() if name != "for_"]
    single = {"required": ["zone", "cue"], **_TIMED}
    beside = {"anyOf": [{"required": [field]} for field in (*alone, "cue", "use")]}
    untimed = {"required": ["moves"], "not": {"required": ["for"]}}
    return [
        {"anyOf": [{"required": ["use"]}, {"required": ["zone", "moves"]}, single]},
        {"if": {"required": ["moves"]}, "then": {"not": beside}},
        {"if": untimed, "then": {"properties": {"moves": {"items": _TIMED}}}},
    ]


def _one_or_several(listed: dict[str, Any]) -> dict[str, Any]:
    shape = {key: listed[key] for key in ("type", "items")}
    return {"description": listed["description"], "anyOf": [listed["items"], shape]}


def _tidy(node: Any) -> Any:
    """Return a schema without generated titles, without empty defaults, and without the `null` of optional fields."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidy(value) for key, value in node.items() if not _noise(key, value)}
    variants = [one for one in kept.pop("anyOf", []) if one != {"type": "null"}]
    if len(variants) == 1:
        return variants[0] | kept
    return kept | {"anyOf": variants} if variants else kept


def _noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, []))
