"""What lies between asking for a session and its start: recorded conditions, and questions where some are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facecoach.errors import CoachError, FaultyFile
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.safety.fault import INJURING
from facecoach.safety.standing import Block, Standing, blocks, recorded
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.errors import Finding
    from facecoach.habit.facts import Facts
    from facecoach.routine.shelf import Card


_REASONS = "`facecoach learn rules` has the reasons"


@dataclass(frozen=True, slots=True)
class Passage:
    """How a routine may begin: what is said first, what is asked first, and the caution of its lead-in."""

    notes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    caution: str = ""


def admit(card: Card, facts: Facts, alternative: str, *, anyway: bool) -> Passage:
    """Return how a routine may begin.

    Raises CoachError when a recorded condition rules it out and FaultyFile when it has what can injure, both only
    without `anyway`. `alternative` is the name of a routine that may be done instead, empty without one. The caution
    is left out where conditions are recorded, the questions where they were answered or with `anyway`.
    """
    slug, standing = card.entry.slug, recorded(facts)
    found = blocks(card, standing)
    if found and not anyway:
        raise CoachError(f"`{slug}` is ruled out by {_grounds(found)}", _way_out(found[0], alternative))
    notes = [f"going on, although `{slug}` is ruled out by {_grounds(found)}"] if found else []
    if (grave := _grave(card)) and not anyway:
        raise FaultyFile(grave[0].path, grave, _mend(slug))
    notes += _found(card)
    notes += [f"{spoken(one.name)}: {one.condition.advice}" for one in standing if _minded(one) and one.condition]
    asked = () if answered(card, facts) else questions(card)
    if asked and anyway:
        notes.append(f"going on without the screening of `{slug}`")
    return Passage(tuple(notes), () if anyway else asked, "" if standing else caution(card))


def taken(card: Card, facts: Facts) -> tuple[str, ...]:
    """Return what is said of a routine that is taken along: what rules it out now, and what is found in it.

    Raises FaultyFile when it has what can injure: where it goes, nothing asks again.
    """
    if grave := _grave(card):
        hint = f"this can injure: mend it first; `facecoach check {card.entry.asked}` names it, {_REASONS}"
        raise FaultyFile(grave[0].path, grave, hint)
    found = blocks(card, recorded(facts))
    out = (
        [f"`{card.entry.slug}` is ruled out by {_grounds(found)}; it is written for when that is over"] if found else []
    )
    return (*out, *_found(card))


def refused(card: Card) -> bool:
    """Whether a routine has what can injure."""
    return bool(_grave(card))


def caution(card: Card) -> str:
    """Return one line that names the conditions a routine lists; empty when it lists none."""
    conditions = ", ".join(map(spoken, card.avoid_if))
    return f"Not with {conditions}" if conditions else ""


def questions(card: Card) -> tuple[str, ...]:
    """Return what a routine's screening asks: the conditions it lists, in plain words; empty for one without any."""
    if not card.asks:
        return ()
    known = [(name, CONDITIONS.get(name)) for name in card.avoid_if]
    return tuple(condition.sentence if condition else spoken(name) for name, condition in known)


def answered(card: Card, facts: Facts) -> bool:
    """Whether a routine's questions were answered for its file as it is.

    An answer without a digest, as earlier versions wrote it, is for the bundled routine of that name.
    """
    slug = card.entry.slug
    bundled = card.entry.origin == "bundled" and (slug, None) in facts.screenings
    return bundled or (slug, card.digest) in facts.screenings


def _grave(card: Card) -> tuple[Finding, ...]:
    return tuple(finding for finding in card.findings if finding.code in INJURING)


def _found(card: Card) -> list[str]:
    return [f"{finding.place}: {finding.code}: {finding.message}" for finding in card.findings]


def _mend(slug: str) -> str:
    return f"this can injure: mend it, or `facecoach run {slug} --anyway` goes past it; {_REASONS}"


def _minded(one: Standing) -> bool:
    """Whether a condition rules nothing out, but is to be minded in every session."""
    return one.condition is not None and one.condition.kind == "ask"


def _grounds(found: Sequence[Block]) -> str:
    said = [f"{spoken(block.standing.name)} {block.standing.span} ({block.reason})" for block in found]
    return ", and by ".join(said)


def _way_out(gravest: Block, alternative: str) -> str:
    condition = gravest.standing.condition
    if condition and condition.kind == "stop":
        return "have it seen by someone first; `--anyway` goes past this"
    if alternative:
        return f"`facecoach run {alternative}` is fine now; `--anyway` goes past this"
    over = f"`facecoach safety remove {gravest.standing.name}`"
    return f"a day of rest suits it best; {over} once it is over, `--anyway` goes past this"
