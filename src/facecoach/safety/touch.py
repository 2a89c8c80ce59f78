"""What a move does to a face: where it works, how, whether hands touch, and what else it asks of it.

This is worked out here alone, for `check`, recorded conditions and suggestions alike. What a move does not say is
taken from its stroke: `{zone: jawline, stroke: neck-drain-down}` drains the neck.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facecoach.knowledge.anatomy import MouthName, Technique, ZoneName
from facecoach.knowledge.loads import Load
from facecoach.knowledge.strokes import HANDS_ON, STROKES, TOOLS
from facecoach.routine.model import Move, Routine
from facecoach.safety.wording import HANDS, PALATE, SHOULDERS, cold, oily, way_down

Loc = tuple[str | int, ...]

GLIDING: frozenset[Technique] = TOOLS | {"effleurage", "petrissage", "knuckling"}
NECK: frozenset[ZoneName] = frozenset(("neck", "decolletage"))

_JAW: frozenset[ZoneName] = frozenset(("jaw", "jawline", "chin", "under-jaw"))
_OFF_FACE: frozenset[ZoneName] = NECK | {"inside-mouth", "under-jaw", "scalp", "jaw"}
_NAPE: frozenset[ZoneName] = frozenset(("neck",))
_AT_WORK: frozenset[Technique | None] = frozenset(("active", "isometric", "stretching", "hold", None))
_STILL: frozenset[Technique | None] = frozenset(("education", "screening", "breath", "rest", "release"))
_SUCKED: frozenset[MouthName] = frozenset(("fish", "fish_smile"))
_PUFFED: frozenset[MouthName] = frozenset(("puff", "puff_up", "puff_down"))
_WIDE: frozenset[MouthName] = frozenset(("o", "o_smile", "jaw_open"))
_SHAPED: frozenset[MouthName] = _SUCKED | _PUFFED | {"kiss", "kiss_smile", "wide_smile", "o", "o_smile", "scrunch"}


@dataclass(frozen=True, slots=True)
class Part:
    """A move in its place, with what follows from what it says.

    `loc` is its path in the file's data, `step` counts from 0, `zone` is its own or its step's. `technique` is the one
    it names, or that of its stroke; `zones` are its own and those that its strokes run through. `places` are the zones
    that conditions apply to: the nape, which is written as zone `face`, is `neck` there. `hands_on` is whether it says
    that hands or a tool touch the skin; `may_touch` holds too where it does not say how it is worked.
    """

    loc: Loc
    step: int
    zone: ZoneName
    move: Move
    seconds: float
    technique: Technique | None
    zones: frozenset[ZoneName]
    places: frozenset[ZoneName]
    hands_on: bool
    may_touch: bool
    loads: frozenset[Load]

    def at(self, field: str) -> Loc:
        """Return the path of one of its fields in the file's data."""
        return (*self.loc, field)


@dataclass(frozen=True, slots=True)
class Worked:
    """A routine and its moves in order, each in its place."""

    routine: Routine
    parts: tuple[Part, ...]


def worked(routine: Routine) -> Worked:
    """Return a routine with what each of its moves does."""
    return Worked(routine, tuple(_parts(routine)))


def _parts(routine: Routine) -> Iterator[Part]:
    slippery = any(oily(need) for need in routine.needs)
    chilled = any(cold(need) for need in routine.needs)
    for index, step in enumerate(routine.steps):
        for number, (move, seconds) in enumerate(zip(step.parts, step.spans, strict=True)):
            zone = move.zone or step.zone
            technique = move.technique or next((STROKES[name].technique for name in move.stroke), None)
            hands_on = technique in HANDS_ON if technique else bool(HANDS.search(move.with_ or ""))
            zones = frozenset((zone, *(passed for name in move.stroke for passed in STROKES[name].zones)))
            places = _NAPE if zone == "face" and move.face.camera == "neck" else zones
            slippery = slippery or technique == "slip" or oily(move.with_ or "")
            loads = {*_asked(move, zone, technique), *_shaped(move), *_on_the_neck(move, places, technique)}
            if hands_on and (technique == "roll" or chilled or cold(f"{move.with_} {move.cue}")):
                loads.add("cold")
            if hands_on and technique in GLIDING and not slippery:
                loads.add("dry")
            loc: Loc = ("steps", index, "moves", number) if step.moves else ("steps", index)
            may_touch = technique is None or hands_on
            yield Part(
                loc, index, zone, move, seconds, technique, zones, places, hands_on, may_touch, frozenset(loads)
            )  # fmt: skip


def tongue_up(move: Move) -> bool:
    """Whether the tongue stays on the palate, which holds the jaw within its easy range."""
    return "tongue-up" in move.stroke or bool(PALATE.search(move.with_ or ""))


def _asked(move: Move, zone: ZoneName, technique: Technique | None) -> Iterator[Load]:
    """Yield what a move asks of jaw, tongue and face by how it is worked."""
    if technique == "isometric" and zone in _JAW:
        yield "resist"
    if zone == "inside-mouth" and technique not in _STILL and not tongue_up(move):
        yield "tongue"
    if technique == "active" and zone in _JAW:
        yield "jaw"
        if not tongue_up(move):
            yield "wide"
    if technique == "active" and zone not in _OFF_FACE and not SHOULDERS.search(move.with_ or ""):
        yield "effort"


def _shaped(move: Move) -> Iterator[Load]:
    """Yield what the mouth does by its shapes."""
    shapes = {*move.face.mouth}
    if shapes & _SUCKED:
        yield "suction"
    if shapes & _PUFFED:
        yield "puff"
    if shapes & _WIDE and not tongue_up(move):
        yield from ("wide", "jaw")
    if shapes & _SHAPED and not tongue_up(move):
        yield "effort"


def _on_the_neck(move: Move, places: frozenset[ZoneName], technique: Technique | None) -> Iterator[Load]:
    if places & NECK and ("neck-drain-down" in move.stroke or way_down(move)[0]):
        yield "drain"
    if "neck" in places and technique == "active":
        yield "neck"
    if "neck" in places and technique in _AT_WORK and HANDS.search(move.with_ or ""):
        yield "neck-hold"
