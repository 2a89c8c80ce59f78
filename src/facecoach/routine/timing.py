"""How long things last: a duration as people write it, and the dose of a move."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from facecoach.words import clipped

SHORTEST, LONGEST = 1.0, 3600.0
LONGEST_STEP = 180  # seconds in one place: longer tires skin and attention
WORDS_A_SECOND = 2.5  # of calm speech
LONGEST_WRITTEN = 40  # characters of a duration

_NUMBER = "[0-9]+(?:[.,][0-9]+)?"
# A decimal comma and a space that no line is broken at come from word processors and from other languages.
_GAP = "[ \u00a0\u202f]?"


def _unit(*words: str) -> str:
    """Return a pattern of a number with one of some units, in any letter case, with or without a full stop."""
    units = "|".join("".join(f"[{letter}{letter.upper()}]" for letter in word) for word in words)
    return rf"(?:({_NUMBER}){_GAP}(?:{units})\.?)?"


_HOURS = _unit("hours", "hour", "hrs", "hr", "h")
_MINUTES = _unit("minutes", "minute", "mins", "min", "m")
_SECONDS = _unit("seconds", "second", "secs", "sec", "s")
# The reader and the schema share one pattern: hours, minutes and seconds with their units; as a watch has it; a number.
WRITTEN = rf"^[ \n]*(?=[0-9])(?:{_HOURS}{_GAP}{_MINUTES}{_GAP}{_SECONDS}|([0-9]+):([0-5][0-9])|({_NUMBER}))[ \n]*$"
_WRITTEN = re.compile(WRITTEN)
_WORTH = (3600, 60, 1, 60, 1, 1)  # seconds that each group of the pattern counts by


def fault(code: str, message: str, hint: str, *at: str | int, key: bool = False) -> PydanticCustomError:
    """Return a fault of a file as Pydantic carries it.

    `at` is the path from the model to the value at fault, or with `key` to the key at fault.
    """
    return PydanticCustomError(code, message, {"hint": hint, "at": at, "key": key})


def seconds(text: object) -> float:
    """Return the seconds of a duration such as `90`, `90s`, `1m30s`, `1,5 min`, `2 minutes`, `1:30` or `1h`.

    Raises PydanticCustomError FC108 for anything else, and for less than 1 s or more than 1 h.
    """
    written = str(text) if isinstance(text, str | int | float) else ""
    found = _WRITTEN.fullmatch(written) if len(written) <= LONGEST_WRITTEN else None
    shown = f"`{clipped(written.strip())}`" if written.strip() else "this"
    if found is None:
        raise fault("FC108", f"{shown} is not a duration", "write it like 90s, 1m30s, 2 min or 1:30")
    parts = zip(found.groups(), _WORTH, strict=True)
    total = round(sum(float(part.replace(",", ".")) * worth for part, worth in parts if part), 3)
    if not SHORTEST <= total <= LONGEST:
        raise fault("FC108", f"{shown} is out of range", "a duration is from 1 s to 1 h")
    return total


def hearing(text: str) -> float:
    """Return the seconds it takes to hear a text spoken calmly."""
    return len(text.split()) / WORDS_A_SECOND


_SCHEMA = {
    "anyOf": [
        {"type": "number", "minimum": SHORTEST, "maximum": LONGEST},
        {"type": "string", "maxLength": LONGEST_WRITTEN, "pattern": WRITTEN},
    ]
}
Duration = Annotated[float, BeforeValidator(seconds), WithJsonSchema(_SCHEMA)]


class Timing(BaseModel):
    """A length of time, or a dose: repetitions that are held, with rests between them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    for_: Duration | None = Field(None, alias="for", description="How long it lasts: 90s, 1m30s, 2 min or 1:30.")
    reps: int | None = Field(None, ge=1, le=100, description="How many times; goes with `hold`.")
    hold: Duration | None = Field(None, description="How long each repetition is held.")
    rest: Duration | None = Field(None, description="The pause between two repetitions.")
    sets: int | None = Field(None, ge=1, le=20, description="How many rounds of the repetitions; 1 when left out.")
    set_rest: Duration | None = Field(None, description="The pause between two sets; `rest` when left out.")

    @property
    def timed(self) -> bool:
        """Whether this says itself how long it lasts."""
        return self.for_ is not None or self.reps is not None

    def own(self) -> float:
        """Return the seconds this asks for itself, the rest behind its last repetition included."""
        if self.reps is None:
            return self.for_ or 0.0
        rounds = self.sets or 1
        one = self.reps * (self.hold or 0) + (self.reps - 1) * (self.rest or 0)
        return rounds * one + (rounds - 1) * self.between_sets + (self.rest or 0)

    @property
    def between_sets(self) -> float:
        """The pause between two sets, in seconds."""
        return self.set_rest if self.set_rest is not None else (self.rest or 0.0)

    @property
    def last_rest(self) -> float:
        """The rest behind the last repetition, in seconds: what a step drops at its end."""
        return (self.rest or 0.0) if self.reps is not None else 0.0


def must_agree(timing: Timing) -> None:
    """Raise PydanticCustomError when the fields contradict each other (FC109) or `reps` lacks a `hold` (FC105)."""
    if timing.for_ is not None and timing.reps is not None:
        raise fault("FC109", "`for` and `reps` cannot both set the time", "keep one of them", "reps", key=True)
    if timing.reps is not None and timing.hold is None:
        raise fault("FC105", "`reps` needs a `hold`", "say how long each is held: `hold: 5s`", "reps", key=True)
    for field in ("hold", "rest", "sets", "set_rest"):
        if getattr(timing, field) is not None and timing.reps is None:
            raise fault("FC109", f"`{field}` needs `reps`", "say how many: `reps: 5`", field, key=True)
    if timing.set_rest is not None and timing.sets is None:
        raise fault("FC109", "`set_rest` needs `sets`", "say how many: `sets: 2`", "set_rest", key=True)
