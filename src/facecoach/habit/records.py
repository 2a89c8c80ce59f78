"""The journal's records: their shapes, and one constructor a type."""

# `typing.NamedTuple`, `typing.TypedDict` and `dataclasses` cost a shell prompt 5 to 14 ms of its 40; `collections`
# costs nothing, and shapes are for the type checker alone.
# ruff: noqa: PYI024 - `collections.namedtuple` is the cheap one

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal, NotRequired, TypedDict

    Record = dict[str, Any]
    Outcome = Literal["completed", "partial"]
    Source = Literal["run", "manual", "recovered", "import"]

    class SessionFields(TypedDict):
        """What a session's record says beside the keys that all records have."""

        routine: str
        name: str
        started: str
        ended: str
        outcome: Outcome
        seconds: float
        planned: float
        zones: Mapping[str, float]
        source: Source
        feel: NotRequired[Mapping[str, int]]
        plan: NotRequired[str]

    class PolicyFields(TypedDict, total=False):
        """The settings that a policy's record changes; those it leaves out stay as they were."""

        week_goal: int
        rest_days: list[str]
        day_start: str
        freezes: int

    class PlanFields(TypedDict):
        """What a plan's record says; `weeks` and `avoid_if` as its file had them."""

        action: Literal["start", "go", "stop"]
        plan: str
        week: NotRequired[int]
        digest: NotRequired[str | None]
        weeks: NotRequired[list[dict[str, Any]]]
        avoid_if: NotRequired[list[str]]


class Stamp(namedtuple("Stamp", "id at day")):
    """What each record begins with: its id, when it was written (ISO 8601 with offset), the day it counts for."""

    __slots__ = ()
    id: str
    at: str
    day: str


def session(stamp: Stamp, fields: SessionFields) -> Record:
    """Return the record of a session."""
    return _record("session", stamp, fields)


def void(stamp: Stamp, ref: str) -> Record:
    """Return the record that takes another one back."""
    return _record("void", stamp, {"ref": ref})


def policy(stamp: Stamp, fields: PolicyFields) -> Record:
    """Return the record of a change of the policy, which holds from its day on."""
    return _record("policy", stamp, fields)


def pause(stamp: Stamp, first: str, last: str) -> Record:
    """Return the record of planned time off, both days included."""
    return _record("pause", stamp, {"from": first, "until": last})


def condition(stamp: Stamp, name: str, first: str, last: str | None) -> Record:
    """Return the record of a condition; without a last day it holds until it is taken back."""
    return _record("condition", stamp, {"name": name, "from": first, "until": last})


def screening(stamp: Stamp, routine: str, digest: str) -> Record:
    """Return the record that a routine's questions were answered, for the routine as it then was."""
    return _record("screening", stamp, {"routine": routine, "digest": digest})


def plan(stamp: Stamp, fields: PlanFields) -> Record:
    """Return the record of a plan's start, its going to a week or its stop, from its day on."""
    return _record("plan", stamp, fields)


def _record(kind: str, stamp: Stamp, fields: Mapping[str, Any]) -> Record:
    return {"v": 1, "id": stamp.id, "type": kind, "at": stamp.at, "day": stamp.day, **fields}
