"""Moving marks, and the ways in which hands come and go."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi

from facecoach.face.curves import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A moving mark: a dot, or a comet whose tail is the path behind its head (the last point).

    `size` is relative to the stroke's weight, `light` runs from 0 (unseen) to 1; a press has a `ring` of this radius
    around it, and has sunk in as far as `depth` (0 to 1).
    """

    path: Path
    size: float = 1.0
    light: float = 1.0
    ring: float = 0.0
    depth: float = 0.0


Marks = tuple[Mark, ...]


def breath(t: float) -> float:
    """Come and go once, as slowly at both ends as a breath."""
    return 0.5 - 0.5 * cos(2 * pi * t)


def kept(t: float) -> float:
    """Come, stay and go once."""
    return ease(t / 0.3) - ease((t - 0.8) / 0.2)


def ease(t: float) -> float:
    """Start and stop softly, as a hand does."""
    return 0.5 - 0.5 * cos(pi * min(max(t, 0.0), 1.0))
