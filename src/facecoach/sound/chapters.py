"""The chapters of a recording: one a step, from the start of its change-over, so that they hold all of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from facecoach.session.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of a recording, in seconds, and what it is called."""

    title: str
    start: float
    end: float


def chapters(line: Timeline, lead_in: float) -> tuple[Chapter, ...]:
    """Return the chapters of a timeline after a lead-in in seconds, which belongs to the first."""
    begun = [(leg.title, at - wait) for leg, wait, at in line.elapsed(lead_in) if leg.opens]
    ends = [*begun, ("", line.lasting(lead_in))]
    return tuple(Chapter(title, start, end) for (title, start), (_, end) in pairwise(ends))
