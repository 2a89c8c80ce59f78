"""A plan: a programme of several weeks, each with what is done on its days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from facecoach.routine.model import Condition, Evidence, Name, Slug, Words
from facecoach.routine.timing import fault
from facecoach.words import clipped, guess

if TYPE_CHECKING:
    from facecoach.document import Document
    from facecoach.errors import Finding

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

MOST_WEEKS = 104


def planned(data: Any) -> bool:
    """Whether the data of a file are a plan's, rather than a routine's: they have weeks and no steps."""
    return isinstance(data, dict) and "weeks" in data and "steps" not in data


def lacking(plan: Plan, document: Document, known: Sequence[str]) -> Iterator[Finding]:
    """Yield a fault for each routine that a plan asks for and that is not among the known ones."""
    for week, one in enumerate(plan.weeks):
        for place, name in enumerate(one.do):
            if name not in known:
                hint = guess(name, known, "`facecoach list` shows what there is")
                spot = document.spot(("weeks", week, "do", place))
                yield document.finding(spot, "FC103", f"unknown routine `{clipped(name)}`", hint)


def _short(value: Any) -> Any:
    """Return a weekday as its first three letters, however it was written."""
    return value.strip().lower()[:3] if isinstance(value, str) else value


class Week(BaseModel):
    """A week of a plan: it is met after so many days on which everything in `do` was completed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    days: int = Field(ge=1, le=7, description="After how many days it is met.")
    do: tuple[Slug, ...] = Field(
        max_length=6, description="The routines of such a day.", json_schema_extra={"minItems": 1}
    )
    on: tuple[Annotated[Weekday, BeforeValidator(_short)], ...] = Field(
        (), max_length=7, description="The only weekdays on which something is due; any when left out."
    )
    note: Words | None = Field(None, description="A word on this week.")

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        if not self.do:
            raise fault("FC105", "`do` is empty", "name a routine, as in `do: [morning]`", "do", key=True)
        if self.on and len(set(self.on)) < self.days:
            count = len(set(self.on))
            message = f"{self.days} days cannot be met on {count} weekday{'' if count == 1 else 's'}"
            raise fault("FC109", message, "ask for fewer `days`, or name more weekdays in `on`", "on", key=True)
        return self


class Plan(BaseModel):
    """A plan file: what it is, and its weeks in order."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="A facecoach plan")

    name: Name = Field(description="What the plan is called.")
    about: Words | None = Field(None, description="What it does, in a sentence or two.")
    avoid_if: tuple[Condition, ...] = Field((), max_length=60, description="Conditions that rule it out.")
    evidence: tuple[Evidence, ...] = Field((), max_length=40, description="Keys of the evidence list.")
    note: Words | None = Field(None, description="An honest word on what is known and what is not.")
    weeks: tuple[Week, ...] = Field(
        max_length=MOST_WEEKS, description="The weeks, in order.", json_schema_extra={"minItems": 1}
    )

    @model_validator(mode="after")
    def _has_weeks(self) -> Self:
        if not self.weeks:
            raise fault("FC105", "`weeks` is empty", "a plan has at least one week", "weeks", key=True)
        return self
