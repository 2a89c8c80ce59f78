"""What stands between a person and a routine today: recorded conditions, and what each of them rules out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from facecoach.knowledge.conditions import CONDITIONS, HEADINGS, Condition

if TYPE_CHECKING:
    from facecoach.habit.facts import Facts
    from facecoach.routine.shelf import Card

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
        """What is known of it; None for a name that this version does not know."""
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


def blocks(card: Card, standing: Iterable[Standing]) -> tuple[Block, ...]:
    """Return what rules a routine out, the gravest first; nothing when it may be done."""
    found = [Block(one, reason) for one in standing if (reason := _reason(card, one))]
    return tuple(sorted(found, key=_gravity))


def allows(card: Card, standing: Iterable[Standing]) -> bool:
    """Whether none of the conditions rules out the routine of a card."""
    return not any(_reason(card, one) for one in standing)


def _longer(one: Standing, other: Standing) -> Standing:
    longest = max(one, other, key=lambda each: each.until or date.max)
    return Standing(one.name, longest.since, longest.until, tuple(dict.fromkeys(one.ids + other.ids)))


def _gravity(block: Block) -> tuple[int, str]:
    condition = block.standing.condition
    return (_WORST_FIRST.index(condition.kind) if condition else len(_WORST_FIRST), block.standing.name)


def _reason(card: Card, one: Standing) -> str:
    if one.condition and one.condition.whole:
        return "no session while it lasts"
    return card.bars.get(one.name, "")
