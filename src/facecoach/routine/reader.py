"""A routine file's bytes as a Routine, or the faults in them, each with its place and a hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from facecoach.document import Document, Spot, parse
from facecoach.errors import Finding
from facecoach.form import validate
from facecoach.routine.exercise import TIMING, Exercise, Exercises
from facecoach.routine.model import MOST_STEPS, Routine
from facecoach.words import clipped, guess

Pieces = Callable[[], Exercises]

_STAND_IN: dict[str, Any] = {"zone": "face", "for": 60, "cue": "In place of an exercise that is not there"}


def read(raw: bytes, path: str, pieces: Pieces = dict) -> Routine:
    """Read a routine file; raises FaultyFile, whose findings name line and column, for anything that is not one.

    `pieces` is asked for the exercises only when a step uses one.
    """
    return validate(Routine, opened(raw, path, pieces))


def opened(raw: bytes, path: str, pieces: Pieces = dict) -> Document:
    """Return a routine file as a document in which every `use` has been filled in; raises FaultyFile.

    A fault in what a step took over is placed at the step's `use`.
    """
    document = parse(raw, path)
    steps = document.data.get("steps") if isinstance(document.data, dict) else None
    users = [index for index, step in enumerate(steps[:MOST_STEPS]) if _uses(step)] if isinstance(steps, list) else []
    return _filled(document, users, pieces()) if users else document


def _uses(step: Any) -> bool:
    return isinstance(step, dict) and isinstance(step.get("use"), str)


def _filled(document: Document, users: list[int], exercises: Exercises) -> Document:
    steps, values = list(document.data["steps"]), dict(document.values)
    faults: list[Finding] = []
    for index in users:
        step, spot = dict(steps[index]), document.spot(("steps", index, "use"))
        exercise = exercises.get(step["use"])
        if exercise is None:
            faults.append(_unknown(document, spot, step["use"], [*exercises]))
        if step.pop("moves", None) is not None:
            faults.append(_beside(document, index))
        steps[index] = _merged(exercise.fields() if exercise else _STAND_IN, step)
        values |= {("steps", index, field): spot for field in steps[index].keys() - step.keys()}
    used = [exercises[name] for index in users if (name := document.data["steps"][index]["use"]) in exercises]
    data = {**document.data, "steps": steps, **_cautions(document.data, used)}
    return replace(document, data=data, values=values, findings=(*document.findings, *faults))


def _cautions(data: dict[str, Any], used: Iterable[Exercise]) -> dict[str, Any]:
    """Return the field `avoid_if` with the exercises' own added; empty where they have none, or it is no list."""
    own = data.get("avoid_if") or []
    inherited = dict.fromkeys(name for exercise in used for name in exercise.avoid_if)
    if not inherited or not isinstance(own, list):
        return {}
    return {"avoid_if": [*own, *(name for name in inherited if name not in own)]}


def _merged(taken: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    timed = any(field in own for field in TIMING)
    kept = {field: value for field, value in taken.items() if not (timed and field in TIMING)}
    return {**kept, **own}


def _beside(document: Document, index: int) -> Finding:
    spot = document.spot(("steps", index, "moves"), key=True)
    return document.finding(spot, "FC109", "`moves` beside `use`", "an exercise is one move; leave one of them out")


def _unknown(document: Document, spot: Spot, name: str, known: list[str]) -> Finding:
    hint = f"{guess(name, known)} `facecoach list --exercises` shows all {len(known)}".strip()
    return document.finding(spot, "FC103", f"unknown exercise `{clipped(name)}`", hint)
