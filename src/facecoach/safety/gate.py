"""What lies between asking for a session and its start: recorded conditions, and questions where some are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facecoach.errors import CoachError
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.safety.standing import Block, blocks, recorded
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.habit.facts import Facts
    from facecoach.routine.model import Routine
    from facecoach.routine.shelf import Entry, Loaded


@dataclass(frozen=True, slots=True)
class Passage:
    """How a routine may begin: what is said first, what is asked first, and the caution of its lead-in."""

    notes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    caution: str = ""


def admit(loaded: Loaded, facts: Facts, alternative: str, *, anyway: bool) -> Passage:
    """Return how a routine may begin; raises CoachError when a recorded condition rules it out, unless `anyway`.

    `alternative` is a routine that may be done instead, if there is one. Cautions are left out where conditions are
    recorded, and questions where they were answered.
    """
    slug, standing = loaded.entry.slug, recorded(facts)
    found = blocks(loaded.routine, standing)
    if found and not anyway:
        raise CoachError(f"`{slug}` is ruled out by {_grounds(found)}", _way_out(found[0], alternative))
    notes = [f"going on, although `{slug}` is ruled out by {_grounds(found)}"] if found else []
    asked = () if answered(loaded.entry, loaded.digest, facts) else questions(loaded.routine)
    if asked and anyway:
        notes.append(f"going on without the screening of `{slug}`")
    return Passage(tuple(notes), () if anyway else asked, "" if standing else caution(loaded.routine))


def caution(routine: Routine) -> str:
    """Return one line of what rules a routine out."""
    conditions = ", ".join(map(spoken, routine.avoid_if))
    return f"Not with {conditions}" if conditions else ""


def asks_first(routine: Routine) -> bool:
    """Whether a routine screens: one of its moves is a screening."""
    return any(move.technique == "screening" for step in routine.steps for move in step.parts)


def questions(routine: Routine) -> tuple[str, ...]:
    """Return what a routine's screening asks: its conditions in plain words; nothing for one that does not screen."""
    if not asks_first(routine):
        return ()
    known = [(name, CONDITIONS.get(name)) for name in routine.avoid_if]
    return tuple(condition.sentence if condition else spoken(name) for name, condition in known)


def answered(entry: Entry, digest: str, facts: Facts) -> bool:
    """Whether a routine's questions were answered for its file as it is.

    An answer without a digest, as earlier versions wrote it, is for the bundled routine of that name.
    """
    bundled = entry.origin == "bundled" and (entry.slug, None) in facts.screenings
    return bundled or (entry.slug, digest) in facts.screenings


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
