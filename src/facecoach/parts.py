"""A routine's moves in order, each with its place and what it does to the skin; and what a rule says against one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facecoach.anatomy import Technique, ZoneName
from facecoach.face import atlas
from facecoach.routine import Move, Routine

HANDS_ON: frozenset[Technique] = frozenset(
    ("effleurage", "petrissage", "friction", "tapotement", "pinching", "acupressure", "lymphatic-drainage", "knuckling",
     "stretching", "glide", "roll", "heat", "hold", "isometric")
)  # fmt: skip
TOOLS: frozenset[Technique] = frozenset(("glide", "roll"))

Loc = tuple[str | int, ...]


def words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words, in small letters or large."""
    return re.compile(rf"\b({pattern})\b", re.IGNORECASE)


_HANDS = words("hands?|palms?|fingers?|fingertips?|thumbs?|knuckles?|fists?|roller|gua sha|stone")


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule says against a place of a routine; `word` narrows the place to a word of its text."""

    at: Loc
    message: str
    hint: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A move where it stands: `loc` leads to it, `zone` is its own or its step's, `step` counts from 0."""

    loc: Loc
    step: int
    zone: ZoneName
    move: Move
    seconds: float

    @property
    def technique(self) -> Technique | None:
        """How it is worked: as it says, or as its stroke is by nature."""
        strokes = atlas.bundled().strokes
        return self.move.technique or next((strokes[name].technique for name in self.move.stroke), None)

    @property
    def zones(self) -> frozenset[ZoneName]:
        """Its zone, and those that its strokes run through."""
        strokes = atlas.bundled().strokes
        return frozenset((self.zone, *(zone for name in self.move.stroke for zone in strokes[name].zones)))

    @property
    def hands_on(self) -> bool:
        """Whether hands or a tool touch the skin; one that does not say how is told by what it works with."""
        if self.technique is None:
            return bool(_HANDS.search(self.move.with_ or ""))
        return self.technique in HANDS_ON

    def at(self, field: str) -> Loc:
        """Return the way to one of its fields."""
        return (*self.loc, field)


def parts(routine: Routine) -> Iterator[Part]:
    """Yield the moves of a routine in order."""
    for index, step in enumerate(routine.steps):
        for number, (move, seconds) in enumerate(zip(step.parts, step.spans(), strict=True)):
            loc: Loc = ("steps", index, "moves", number) if step.moves else ("steps", index)
            yield Part(loc, index, move.zone or step.zone, move, seconds)
