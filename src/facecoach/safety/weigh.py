"""What a routine's card says that only safety knows: which conditions rule it out, and whether it asks first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS, Condition, firmer
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.routine.model import Routine
    from facecoach.safety.touch import Part


_LISTED = "the routine lists it among its cautions"


def weigh(routine: Routine) -> tuple[dict[str, str], bool]:
    """Return the conditions that rule a routine out, each with the reason, and whether it has questions to ask.

    Conditions that rule out every session are left out unless the routine lists them. A routine asks when one of
    its moves is a screening.
    """
    listed = dict.fromkeys(routine.avoid_if, _LISTED)
    found = {one.name: reason for one in CONDITIONS.values() if not one.whole and (reason := _reason(routine, one))}
    asks = any(move.technique == "screening" for step in routine.steps for move in step.parts)
    return {**listed, **found}, asks


def _reason(routine: Routine, condition: Condition) -> str:
    from facecoach.safety.touch import parts

    if {condition.name, condition.counts_as} & {*routine.avoid_if}:
        return _LISTED
    touching = [part for part in parts(routine) if part.may_touch]
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
