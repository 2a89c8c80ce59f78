"""A paced breath: when it turns, and where in it a moment lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

LONG_REST = 8.0  # seconds, as the format has it; a timeline is read without it

if TYPE_CHECKING:
    from facecoach.session.timeline import Leg, Segment

Way = Literal["in", "out"]


@dataclass(frozen=True, slots=True)
class Breath:
    """A moment of a breath: which way it goes, the seconds until it turns, and how full the lungs are, 0 to 1."""

    way: Way
    left: float
    full: float


def turns(leg: Leg) -> Iterator[tuple[float, Way, float]]:
    """Yield where each breath of a move turns, which way, and for how many seconds; the last is cut off at its end."""
    if leg.act.breathe is None:
        return
    lengths: tuple[tuple[Way, float], ...] = (("in", leg.act.breathe[0]), ("out", leg.act.breathe[1]))
    for segment in filter(_breathed, leg.segments):
        at = segment.start
        while at < segment.end - 1e-6:
            for way, seconds in lengths:
                if at < segment.end - 1e-6:
                    yield round(at, 6), way, min(seconds, segment.end - at)
                    at += seconds


def breath(leg: Leg, position: float) -> Breath | None:
    """Return the breath at a moment of a move; None where nothing paces it."""
    found = None
    for at, way, seconds in turns(leg):
        if at > position + 1e-6:
            break
        found = (at, way, seconds)
    if found is None or position >= found[0] + found[2]:
        return None
    at, way, seconds = found
    share = min(1.0, max(0.0, (position - at) / seconds))
    return Breath(way, at + seconds - position, share if way == "in" else 1 - share)


def _breathed(segment: Segment) -> bool:
    return segment.task == "work" or (segment.task == "rest" and segment.seconds > LONG_REST)
