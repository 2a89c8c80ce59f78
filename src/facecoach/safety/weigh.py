"""What a routine's card says that only safety knows: which conditions rule it out, and whether it asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facecoach.routine.model import Routine


def weigh(routine: Routine) -> tuple[tuple[str, ...], bool]:
    """Return the conditions that rule a routine out, and whether it has questions to ask first."""
    from facecoach.safety.gate import asks_first
    from facecoach.safety.standing import cautions

    return cautions(routine), asks_first(routine)
