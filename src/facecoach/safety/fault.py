"""What a rule finds wrong at a place of a routine."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.safety.touch import Loc


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place of a routine, with a hint; `word` narrows the place to a word of its text."""

    at: Loc
    message: str
    hint: str
    word: str = ""
