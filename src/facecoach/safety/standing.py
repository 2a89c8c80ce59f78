"""What stands between a person and a routine today: recorded conditions, and what each of them rules out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS, HEADINGS, Condition, firmer
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.habit.facts import Facts
    from facecoach.routine.model import Routine
    from facecoach.routine.shelf import Card
    from facecoach.safety.touch import Part

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


def recorded(facts: Facts) -> tuple[Standing, ...]:
    """Return the conditions that hold on the facts' day, by name; of one recorded twice, what holds longest."""
    today = date.fromordinal(facts.now)
    found: dict[str, Standing] = {}
    for name, since, until, key in facts.ailments:
        if since <= today <= (until or date.max):
            one = Standing(name, since, until, (key,))
            found[name] = _longer(found[name], one) if name in found else one
    return tuple(found[name] for name in sorted(found))


def blocks(routine: Routine, standing: Iterable[Standing]) -> tuple[Block, ...]:
    """Return what rules a routine out, the gravest first; nothing when it may be done."""
    found = [Block(one, reason) for one in standing if (reason := _reason(routine, one))]
    return tuple(sorted(found, key=_gravity))


def cautions(routine: Routine) -> tuple[str, ...]:
    """Return the conditions that rule a routine out, but for those that rule out every session."""
    known = [one.name for one in CONDITIONS.values() if not one.whole and _condition_reason(routine, one)]
    return tuple(dict.fromkeys((*known, *routine.avoid_if)))


def allows(card: Card, standing: Iterable[Standing]) -> bool:
    """Whether none of the conditions rules out the routine of a card."""
    return not any(one.name in card.cautions or (one.condition and one.condition.whole) for one in standing)


def _longer(one: Standing, other: Standing) -> Standing:
    longest = max(one, other, key=lambda each: each.until or date.max)
    return Standing(one.name, longest.since, longest.until, tuple(dict.fromkeys(one.ids + other.ids)))


def _gravity(block: Block) -> tuple[int, str]:
    condition = block.standing.condition
    return (_WORST_FIRST.index(condition.kind) if condition else len(_WORST_FIRST), block.standing.name)


def _reason(routine: Routine, one: Standing) -> str:
    if one.condition:
        return _condition_reason(routine, one.condition)
    return _LISTED if one.name in routine.avoid_if else ""


_LISTED = "the routine lists it among its cautions"


def _condition_reason(routine: Routine, condition: Condition) -> str:
    if condition.whole:
        return "no session while it lasts"
    if {condition.name, condition.counts_as} & {*routine.avoid_if}:
        return _LISTED
    return _first_fault(routine, condition)


def _first_fault(routine: Routine, condition: Condition) -> str:
    from facecoach.safety.touch import parts

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
