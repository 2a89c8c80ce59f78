"""What a rule finds wrong at a place of a routine."""

from __future__ import annotations

from dataclasses import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from facecoach.safety.touch import Loc

# Firmer than the zone's cap, pressing where nothing may, work inside the mouth without its cautions.
INJURING = frozenset({"FC201", "FC202", "FC208"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place of a routine, with a hint; `word` narrows the place to a word of its text."""

    at: Loc
    message: str
    hint: str
    word: str = ""
