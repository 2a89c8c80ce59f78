"""An exercise of the library: one move that routines take over by name, and what it asks of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self

from pydantic import Field, model_validator

from facecoach.knowledge.anatomy import ZoneName
from facecoach.routine.model import Condition, Gesture, Name, Short, Step, Words
from facecoach.routine.timing import Timing, fault

Exercises = Mapping[str, "Exercise"]
TIMING = tuple(field.alias or name for name, field in Timing.model_fields.items())


class Exercise(Gesture):
    """A move with a name of its own, ready to be a step of any routine."""

    name: Name = Field(description="What it is called; the title of a step that uses it.")
    zone: ZoneName = Field(description="Where on the face.")
    cue: Words = Field(description="What to do, in a sentence or two.")
    needs: tuple[Short, ...] = Field((), max_length=20, description="What to have at hand.")
    avoid_if: tuple[Condition, ...] = Field((), max_length=60, description="Conditions that rule it out.")

    @model_validator(mode="after")
    def _timed(self) -> Self:
        if not self.timed:
            raise fault("FC105", "the exercise does not say how long it lasts", "add `for: 60s`, or `reps` with `hold`")
        return self

    @property
    def seconds(self) -> float:
        """How long it lasts as a step of its own: the last rest is dropped."""
        return self.own() - self.last_rest

    def fields(self) -> dict[str, Any]:
        """Return it as the fields of a step, as a file would have them."""
        own = self.model_dump(by_alias=True, exclude_unset=True, exclude={"name", "needs", "avoid_if"})
        return {"title": self.name, **own}


def overrides(step: Step, exercise: Exercise) -> Iterator[str]:
    """Yield the fields in which a step differs from the exercise it uses; its timing fields count as one, `time`."""
    taken, own = exercise.fields(), step.model_dump(by_alias=True, exclude_unset=True, exclude={"use"})
    if any(taken.get(field) != own.get(field) for field in TIMING):
        yield "time"
    yield from (field for field in own if field not in TIMING and taken.get(field) != own[field])
