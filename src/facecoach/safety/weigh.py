"""What a routine's card says that only safety knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS, Condition, firmer
from facecoach.routine.shelf import Weight
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.routine.shelf import Loaded
    from facecoach.safety.touch import Part


_SAFETY = "FC2"
_LISTED = "the routine lists it among its cautions"


def weigh(loaded: Loaded) -> Weight:
    """Return what conditions and the safety rules say of a routine.

    Conditions that rule out every session are not told. A routine that asks has a screening among its moves.
    """
    from facecoach.safety.touch import parts
    from facecoach.safety.verdict import judged

    routine = loaded.routine
    listed = {one.name: _LISTED for one in CONDITIONS.values() if {one.name, one.counts_as} & {*routine.avoid_if}}
    touching = [part for part in parts(routine) if part.may_touch]
    found = {one.name: reason for one in CONDITIONS.values() if not one.whole and (reason := _reason(one, touching))}
    asks = any(move.technique == "screening" for step in routine.steps for move in step.parts)
    return Weight(
        {**dict.fromkeys(routine.avoid_if, _LISTED), **found, **listed}, asks, judged(loaded.document, routine, _SAFETY)
    )


def _reason(condition: Condition, touching: Sequence[Part]) -> str:
    found = (fault(condition, part) for fault in _FAULTS for part in touching)
    return next(filter(None, found), "")


def _zone_fault(condition: Condition, part: Part) -> str:
    zone = next((zone for zone in condition.zones if zone in part.places), None)
    return f"it works by hand here: {ZONES[zone].label.lower()}" if zone else ""


def _stroke_fault(condition: Condition, part: Part) -> str:
    named = part.technique if part.technique in condition.techniques else None
    return f"it uses {spoken(named)}" if named else ""


def _firm_fault(condition: Condition, part: Part) -> str:
    pressure = part.move.pressure or "light"
    return f"it presses firmer than {condition.cap}" if condition.cap and firmer(pressure, condition.cap) else ""


_FAULTS: tuple[Callable[[Condition, Part], str], ...] = (_zone_fault, _stroke_fault, _firm_fault)
