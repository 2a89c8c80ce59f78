"""What a move does to a face: where it works, how, and whether hands touch.

This is worked out here alone, for `check`, recorded conditions and suggestions alike. What a move does not say is
taken from its stroke: `{zone: jawline, stroke: neck-drain-down}` drains the neck.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facecoach.knowledge.anatomy import Technique, ZoneName
from facecoach.knowledge.strokes import HANDS_ON, STROKES
from facecoach.routine.model import Move, Routine

Loc = tuple[str | int, ...]


def words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words, in lower or upper case."""
    return re.compile(rf"\b({pattern})\b", re.IGNORECASE)


_HANDS = words("hands?|palms?|fingers?|fingertips?|thumbs?|knuckles?|fists?|roller|gua sha|stone")


@dataclass(frozen=True, slots=True)
class Part:
    """A move in its place: `loc` is its path in the file's data, `zone` its own or its step's, `step` counts from 0."""

    loc: Loc
    step: int
    zone: ZoneName
    move: Move
    seconds: float

    @property
    def technique(self) -> Technique | None:
        """How it is worked: the technique it names, or that of its stroke."""
        return self.move.technique or next((STROKES[name].technique for name in self.move.stroke), None)

    @property
    def zones(self) -> frozenset[ZoneName]:
        """Its zone, and those that its strokes run through."""
        return frozenset((self.zone, *(zone for name in self.move.stroke for zone in STROKES[name].zones)))

    @property
    def places(self) -> frozenset[ZoneName]:
        """The zones that conditions apply to: its own, or `neck` for the nape, which is written as zone `face`."""
        nape = self.zone == "face" and self.move.face.camera == "neck"
        return frozenset(("neck",)) if nape else self.zones

    @property
    def hands_on(self) -> bool:
        """Whether it says that hands or a tool touch the skin, by how it is worked or else by what it works with."""
        if self.technique is None:
            return bool(_HANDS.search(self.move.with_ or ""))
        return self.technique in HANDS_ON

    @property
    def may_touch(self) -> bool:
        """Whether hands may touch the skin: a move that does not say how it is worked is taken to."""
        return self.technique is None or self.hands_on

    def at(self, field: str) -> Loc:
        """Return the path of one of its fields in the file's data."""
        return (*self.loc, field)


def parts(routine: Routine) -> Iterator[Part]:
    """Yield the moves of a routine in order."""
    for index, step in enumerate(routine.steps):
        for number, (move, seconds) in enumerate(zip(step.parts, step.spans(), strict=True)):
            loc: Loc = ("steps", index, "moves", number) if step.moves else ("steps", index)
            yield Part(loc, index, move.zone or step.zone, move, seconds)
