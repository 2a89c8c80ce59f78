"""Mixing colours."""

from __future__ import annotations

from facecoach.face.atlas import Colour


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return `one` with a `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return (red, green, blue)
