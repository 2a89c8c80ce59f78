"""A routine, its steps and their moves: the words of the file format, and what must hold of them."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetPydanticSchema, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import literal_schema

from facecoach.knowledge.anatomy import CameraName, Eyes, MouthName, Pressure, Side, StrokeName, Technique, ZoneName
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.knowledge.evidence import STUDIES
from facecoach.routine.timing import Timing, fault, must_agree, seconds
from facecoach.words import clock

LONGEST_ROUTINE = 3 * 3600
MOST_STEPS = 200
LONGEST_CHANGE = 15.0
LONG_REST = 8.0  # seconds of a rest between repetitions from which it can be breathed through
TOLERANCE = 0.0015
SHORTEST_BREATH, LONGEST_BREATH = 2.0, 15.0

_WRITTEN_BREATH = r"^\d+([.,]\d+)? ?[-/] ?\d+([.,]\d+)?$"
_BREATH = re.compile(r"(\d+(?:[.,]\d+)?) ?[-/] ?(\d+(?:[.,]\d+)?)")

When = Literal["morning", "midday", "evening", "night", "anytime"]


def _folded(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if steering := next((char for char in text if unicodedata.category(char) == "Cc"), ""):
        raise fault("FC101", f"a control character (U+{ord(steering):04X})", "delete it; plain text is enough")
    return text


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _change_over(value: Any) -> Any:
    length = 0.0 if str(value).strip().rstrip("s").strip() == "0" else seconds(value)
    if length > LONGEST_CHANGE:
        raise fault("FC108", f"`{value}` is out of range", "a change-over is from 0 to 15 s")
    return length


_CHANGE_SCHEMA = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 15}, {"type": "string", "minLength": 1}]}
Change = Annotated[float, BeforeValidator(_change_over), WithJsonSchema(_CHANGE_SCHEMA)]


def _in_and_out(value: Any) -> Any:
    text = "-".join(map(str, value)) if isinstance(value, list | tuple) else str(value).strip()
    found = _BREATH.fullmatch(text)
    pair = tuple(float(part.replace(",", ".")) for part in found.groups()) if found else ()
    if not pair or not all(SHORTEST_BREATH <= seconds <= LONGEST_BREATH for seconds in pair):
        raise fault("FC108", f"`{value}` is no breath", "write seconds in and out, 2 to 15 each: `breathe: 4-6`")
    return pair


Breathe = Annotated[
    tuple[float, float], BeforeValidator(_in_and_out), WithJsonSchema({"type": "string", "pattern": _WRITTEN_BREATH})
]
Words = Annotated[str, BeforeValidator(_folded), Field(min_length=1, max_length=500)]
Name = Annotated[str, BeforeValidator(_folded), Field(min_length=1, max_length=60)]
Short = Annotated[str, BeforeValidator(_folded), Field(min_length=1, max_length=120)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Condition = Annotated[str, GetPydanticSchema(lambda *_: literal_schema([*CONDITIONS]))]
Evidence = Annotated[str, GetPydanticSchema(lambda *_: literal_schema([*STUDIES]))]


class Face(BaseModel):
    """How the drawn face looks during a move."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    camera: CameraName | None = Field(None, description="What the picture shows; the zone's own view when left out.")
    eyes: Eyes | None = Field(None, description="Open or closed.")
    mouth: Annotated[tuple[MouthName, ...], BeforeValidator(_several)] = Field(
        (), description="One shape, or several shown in turn with the repetitions."
    )


class Gesture(Timing):
    """What hands, tongue or muscles do: the fields that a move, and a step of a single move, share."""

    say: Words | None = Field(None, description="What the voice says, when it is not the cue.")
    technique: Technique | None = Field(None, description="How it is worked.")
    with_: Short | None = Field(None, alias="with", description="What works: ring fingers, palms, a roller.")
    pressure: Pressure | None = Field(None, description="How firmly: feather, light, medium or firm.")
    direction: Short | None = Field(None, description="Which way the stroke goes.")
    side: Side = Field("both", description="Which side; `each` does the left, then the right.")
    stroke: Annotated[tuple[StrokeName, ...], BeforeValidator(_several)] = Field(
        (), description="The strokes that the picture shows."
    )
    face: Face = Field(default_factory=Face, description="How the drawn face looks.")
    breathe: Breathe | None = Field(None, description="Seconds to breathe in and out, for a breath or a rest: 4-6.")
    note: Words | None = Field(None, description="A remark for the reader.")

    @model_validator(mode="after")
    def _timing_agrees(self) -> Self:
        must_agree(self)
        still = self.technique in ("breath", "rest") or (self.rest or 0.0) > LONG_REST
        if self.breathe and not still:
            hint = f"it goes with `technique: breath`, `rest`, or a `rest` of more than {LONG_REST:g} s"
            raise fault("FC109", "`breathe` paces a breath or a long rest", hint, "breathe", key=True)
        return self


class Move(Gesture):
    """One thing to do, said in one cue."""

    cue: Words = Field(description="What to do, in a sentence or two.")
    zone: ZoneName | None = Field(None, description="Where, when it is not the step's zone.")


class Step(Gesture):
    """A stretch of a routine in one zone: a single move, or several that share its time."""

    title: Name | None = Field(None, description="What the step is called; the zone's name when left out.")
    use: Slug | None = Field(
        None, description="An exercise whose fields the step takes over and may override; `facecoach list --exercises`."
    )
    zone: ZoneName = Field(description="Where on the face; `facecoach zones` lists them.")
    cue: Words | None = Field(None, description="What to do, in a sentence or two; or give `moves`.")
    moves: tuple[Move, ...] = Field((), max_length=100, description="Several moves, one after the other.")

    @cached_property
    def parts(self) -> tuple[Move, ...]:
        """The moves of this step; a step without `moves` is a single move itself."""
        if self.moves:
            return self.moves
        shared = {name: getattr(self, name) for name in Gesture.model_fields}
        return (Move.model_construct(cue=self.cue or "", zone=None, **shared),)

    @property
    def called(self) -> str:
        """What the step is called: its title, or its zone."""
        return self.title or self.zone.replace("-", " ").capitalize()

    @cached_property
    def spans(self) -> tuple[float, ...]:
        """The seconds of each move; they fill the step.

        The last rest of a step is dropped, unless the step's own `for` counts it.
        """
        parts = self.parts
        own = [part.own() for part in parts]
        free = [not part.timed for part in parts]
        full, last = sum(own), parts[-1].last_rest
        given = self.for_ if self.moves else None
        if given is None or any(free) or abs(given - full) > TOLERANCE:
            own[-1] -= last
        if given is None or not any(free):
            return tuple(own)
        left = given - sum(own)
        return tuple(left / sum(free) if open_ended else length for open_ended, length in zip(free, own, strict=True))

    @property
    def seconds(self) -> float:
        """How long the step lasts."""
        return sum(self.spans)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.moves:
            self._moves_alone()
            self._moves_fit()
        elif self.cue is None:
            raise fault("FC105", "a step needs a `cue`, or `moves`", "say what to do: `cue: Small circles`")
        elif not self.timed:
            raise fault("FC105", "this step does not say how long it lasts", "add `for: 60s`, or `reps` with `hold`")
        return self

    def _moves_alone(self) -> None:
        own = set(Gesture.model_fields) - {"for_"} | {"cue"}
        doubled = sorted(self.model_fields_set & own)
        if doubled:
            field = doubled[0].rstrip("_")
            hint = "write it in each move, or leave `moves` out"
            raise fault("FC109", f"`{field}` beside `moves`", hint, field, key=True)

    def _moves_fit(self) -> None:
        untimed = next((index for index, move in enumerate(self.moves) if not move.timed), None)
        if self.for_ is None:
            if untimed is not None:
                hint = "give the move a `for`, or the step one that its moves share"
                raise fault("FC105", "this move does not say how long it lasts", hint, "moves", untimed)
            return
        spans = self.spans
        if untimed is not None and spans[untimed] < 1:
            raise _misfit(sum(move.own() for move in self.moves), self.for_, "no time is left for the others")
        if abs(sum(spans) - self.for_) > TOLERANCE:
            raise _misfit(sum(spans), self.for_, "make them agree, or leave the step's `for` out")


def _misfit(moves: float, step: float, hint: str) -> PydanticCustomError:
    message = f"the moves last {clock(moves)}, but the step says {clock(step)}"
    return fault("FC109", message, hint, "for")


class Routine(BaseModel):
    """A routine file: what it is, when and for whom, and its steps in order."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="A facecoach routine")

    name: Name = Field(description="What the routine is called.")
    about: Words | None = Field(None, description="What it does, in a sentence or two.")
    when: When = Field("anytime", description="The time of day it suits.")
    goals: tuple[Short, ...] = Field((), max_length=20, description="What it is for, in a few words each.")
    needs: tuple[Short, ...] = Field((), max_length=20, description="What to have at hand.")
    avoid_if: tuple[Condition, ...] = Field(
        (), max_length=60, description="Conditions that rule it out; `facecoach safety` knows them."
    )
    change: Change | None = Field(
        None, description="Seconds before each step but the first, in which its shape is formed; not counted: 0 to 15."
    )
    daily: int = Field(1, ge=1, le=12, description="How many times a day is the dose.")
    evidence: tuple[Evidence, ...] = Field(
        (), max_length=40, description="Keys of the evidence list; `facecoach learn evidence` has them."
    )
    note: Words | None = Field(None, description="An honest word on what is known and what is not.")
    steps: tuple[Step, ...] = Field(
        max_length=MOST_STEPS, description="What to do, in order.", json_schema_extra={"minItems": 1}
    )

    @property
    def seconds(self) -> float:
        """How long the routine lasts."""
        return round(sum(step.seconds for step in self.steps), 3)

    @property
    def zones(self) -> tuple[ZoneName, ...]:
        """The zones it works, in the order in which they first come."""
        return tuple(dict.fromkeys(part.zone or step.zone for step in self.steps for part in step.parts))

    @model_validator(mode="after")
    def _fits_a_day(self) -> Self:
        if not self.steps:
            raise fault("FC105", "`steps` is empty", "a routine has at least one step", "steps", key=True)
        if self.seconds > LONGEST_ROUTINE:
            message = f"the steps last {clock(self.seconds)}; the most is 3 hours"
            raise fault("FC108", message, "split it in two", "steps", key=True)
        return self
