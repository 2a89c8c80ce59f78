"""What stands between a person and a routine today: recorded conditions, and what each of them rules out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from facecoach.habit.facts import taken_back
from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS, HEADINGS, Condition, firmer
from facecoach.routine.model import Routine
from facecoach.safety.touch import Part, parts
from facecoach.words import spoken

Record = dict[str, Any]

_WORST_FIRST = tuple(HEADINGS)


@dataclass(frozen=True, slots=True)
class Standing:
    """A condition that is recorded and not over: since when, its last day (None when open-ended), its records' ids."""

    name: str
    since: date
    until: date | None
    ids: tuple[str, ...] = ()

    @property
    def condition(self) -> Condition | None:
        """What is known of it; None for a name that a later version or a hand wrote."""
        return CONDITIONS.get(self.name)

    @property
    def span(self) -> str:
        """Until when it holds, in words."""
        return f"until {self.until.isoformat()}" if self.until else "until it is removed"


@dataclass(frozen=True, slots=True)
class Block:
    """Why a routine is ruled out: by which condition, and for what in the routine."""

    standing: Standing
    reason: str


def last_day(condition: Condition, start: date) -> date | None:
    """Return the last day on which a condition holds that began on `start`; None when it is open-ended."""
    if condition.lasts_days is None:
        return None
    return start + timedelta(days=condition.lasts_days - 1)


def standing_conditions(records: Sequence[Record], today: date) -> tuple[Standing, ...]:
    """Return the conditions that hold on `today`, by name; of one recorded twice, what holds longest."""
    gone = taken_back(records, today)
    found: dict[str, Standing] = {}
    for record in records:
        one = _read(record)
        if one and not gone & set(one.ids) and one.since <= today <= (one.until or date.max):
            found[one.name] = _longer(found[one.name], one) if one.name in found else one
    return tuple(found[name] for name in sorted(found))


def blocks(routine: Routine, standing: Iterable[Standing]) -> tuple[Block, ...]:
    """Return what rules a routine out, the gravest first; nothing when it may be done."""
    found = [Block(one, reason) for one in standing if (reason := _reason(routine, one))]
    return tuple(sorted(found, key=_gravity))


def screened(records: Sequence[Record], slug: str, today: date) -> bool:
    """Whether the screening of a routine is in the journal."""
    found = {record.get("id") for record in records if _is_screening(record, slug)}
    return bool(found - taken_back(records, today))


def asks_first(routine: Routine) -> bool:
    """Whether a routine screens: one of its moves is a screening."""
    return any(move.technique == "screening" for step in routine.steps for move in step.parts)


def _is_screening(record: Record, slug: str) -> bool:
    return record.get("type") == "screening" and record.get("routine") == slug and isinstance(record.get("id"), str)


def _read(record: Record) -> Standing | None:
    """Return what a condition's record says; None for any other record and for a damaged one."""
    if record.get("type") != "condition":
        return None
    try:
        until = record.get("until")
        last = date.fromisoformat(until) if until is not None else None
        since = date.fromisoformat(record["from"])
        name, key = record["name"], record["id"]
    except (KeyError, TypeError, ValueError):
        return None
    return Standing(name, since, last, (key,)) if isinstance(name, str) and isinstance(key, str) else None


def _longer(one: Standing, other: Standing) -> Standing:
    longest = max(one, other, key=lambda each: each.until or date.max)
    return Standing(one.name, longest.since, longest.until, tuple(dict.fromkeys(one.ids + other.ids)))


def _gravity(block: Block) -> tuple[int, str]:
    condition = block.standing.condition
    return (_WORST_FIRST.index(condition.kind) if condition else len(_WORST_FIRST), block.standing.name)


def _reason(routine: Routine, one: Standing) -> str:
    condition = one.condition
    if condition and condition.whole:
        return "no session while it lasts"
    wider = condition.counts_as if condition else ""
    if one.name in routine.avoid_if or wider in routine.avoid_if:
        return "the routine lists it among its cautions"
    return _first_fault(routine, condition) if condition else ""


def _first_fault(routine: Routine, condition: Condition) -> str:
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
