"""The timeline of a session: its moves end to end, and the moments worth hearing.

Positions and lengths are seconds of session time. The lead-in lies before 0 and belongs to no move.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Literal

from facecoach.knowledge.anatomy import (
    CameraName,
    Eyes,
    MouthName,
    Pressure,
    StrokeName,
    Technique,
    ZoneName,
)
from facecoach.routine.shelf import Card
from facecoach.session.breath import turns

Task = Literal["work", "hold", "rest"]
Half = Literal["both", "left", "right", "alternate"]
Kind = Literal[
    "ready", "change", "move", "switch", "hold", "release", "tick", "half", "end", "pause", "resume", "gap", "ask",
    "voice", "in", "out",
]  # fmt: skip

LAST_SECONDS = 3

_MOVING = re.compile(r"\b(circles?|rounds?|clockwise|nod|up and down|open and close|there and back)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which only the seconds change: a hold, a rest, one side, or a whole move."""

    start: float
    seconds: float
    task: Task = "work"
    side: Half = "both"
    rep: int = 0
    reps: int = 0
    turn: int = 1
    turns: int = 1

    @property
    def end(self) -> float:
        """Where the next segment starts."""
        return self.start + self.seconds


@dataclass(frozen=True, slots=True)
class Act:
    """What is done in a move, and how the drawn face looks meanwhile; `with_` is what works, such as ring fingers.

    `breathe` are the seconds of a paced breath, in and out.
    """

    cue: str
    say: str | None = None
    technique: Technique | None = None
    with_: str | None = None
    pressure: Pressure | None = None
    direction: str | None = None
    stroke: tuple[StrokeName, ...] = ()
    camera: CameraName | None = None
    eyes: Eyes | None = None
    mouth: tuple[MouthName, ...] = ()
    breathe: tuple[float, float] | None = None

    @property
    def moves(self) -> bool:
        """Whether its repetitions are movements to be counted, rather than holds."""
        return bool(_MOVING.search(self.direction or ""))


@dataclass(frozen=True, slots=True)
class Leg:
    """One move laid out: where it lies, which step it belongs to, what is done, and its segments.

    `opens` is whether it is the first of its step.
    """

    index: int
    step: int
    title: str
    zone: ZoneName
    act: Act
    segments: tuple[Segment, ...]
    opens: bool = True

    @property
    def start(self) -> float:
        """Where the move starts."""
        return self.segments[0].start

    @property
    def end(self) -> float:
        """Where the move ends."""
        return self.segments[-1].end

    @property
    def seconds(self) -> float:
        """How long the move lasts."""
        return round(self.end - self.start, 3)


@dataclass(frozen=True, slots=True)
class Cue:
    """A moment worth hearing or telling: `seconds` is the length of a move or gap, or what is left at a tick.

    `told` is whether what is to be done was told before, while the shape was formed.
    """

    at: float
    kind: Kind
    leg: int = 0
    segment: int = 0
    seconds: float = 0.0
    told: bool = False


@dataclass(frozen=True)
class Timeline:
    """The legs of a routine, end to end from 0; `half` is the middle as planned, 0 where it is not worth telling.

    `change` is the seconds before each step but the first in which its shape is formed; they are not counted.
    """

    name: str
    legs: tuple[Leg, ...]
    half: float = 0.0
    change: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it all lasts."""
        return round(self.legs[-1].end, 3)

    @cached_property
    def steps(self) -> tuple[tuple[Leg, ...], ...]:
        """The legs of each step."""
        count = self.legs[-1].step + 1
        return tuple(tuple(leg for leg in self.legs if leg.step == index) for index in range(count))

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Every moment worth hearing, in order."""
        found = [cue for leg in self.legs for cue in _leg_cues(leg)]
        if 0 < self.half < self.seconds:
            found.append(Cue(self.half, "half", self.leg_at(self.half).index))
        found.append(Cue(self.seconds, "end", self.legs[-1].index))
        return tuple(sorted(found, key=lambda cue: cue.at))

    def leg_at(self, position: float) -> Leg:
        """Return the leg under way at `position`; the first during the lead-in, the last at the end."""
        index = bisect_right(self._starts, position) - 1
        return self.legs[max(0, index)]

    def segment_at(self, position: float) -> Segment:
        """Return the segment under way at `position`."""
        leg = self.leg_at(position)
        return next((segment for segment in reversed(leg.segments) if segment.start <= position), leg.segments[0])

    def between(self, old: float, new: float) -> tuple[Cue, ...]:
        """Return the cues in (old, new]: none is lost or doubled when stretches follow each other."""
        first, last = bisect_right(self._moments, old), bisect_right(self._moments, new)
        return self.cues[first:last]

    @cached_property
    def _starts(self) -> tuple[float, ...]:
        return tuple(leg.start for leg in self.legs)

    @cached_property
    def _moments(self) -> tuple[float, ...]:
        return tuple(cue.at for cue in self.cues)

    def stretched(self, position: float, seconds: float) -> Timeline:
        """Return the timeline with `seconds` added to the move at `position`, or taken from what is left of it."""
        current, place = self.leg_at(position), self.segment_at(position)
        lengths = []
        for segment in current.segments:
            floor = segment.seconds if segment.start < place.start else max(0.0, position - segment.start)
            change = 0.0 if segment.start < place.start else max(seconds, floor - segment.seconds)
            lengths.append(segment.seconds + change)
            seconds -= change
        kept = tuple(
            replace(segment, seconds=length) for segment, length in zip(current.segments, lengths, strict=True)
        )
        legs = [replace(leg, segments=kept) if leg is current else leg for leg in self.legs]
        return replace(self, legs=tuple(end_to_end(legs)))

    def paced(self, change: float | None) -> Timeline:
        """Return the timeline with another change-over, None for its own."""
        return self if change is None else replace(self, change=float(change))

    def changes(self, leg: Leg) -> bool:
        """Whether there is a change-over before a leg: before each step but the first."""
        return self.change > 0 and leg.opens and leg.step > 0

    def elapsed(self, lead_in: float) -> Iterator[tuple[Leg, float, float]]:
        """Yield each leg with the seconds waited before it, and those from the very first one to its start."""
        at = 0.0
        for leg in self.legs:
            wait = lead_in if leg.index == 0 else self.change if self.changes(leg) else 0.0
            at = round(at + wait, 6)
            yield leg, wait, at
            at = round(at + leg.seconds, 6)

    def lasting(self, lead_in: float) -> float:
        """Return how long it all lasts with a lead-in and the change-overs."""
        *_, (leg, _, at) = self.elapsed(lead_in)
        return round(at + leg.seconds, 3)

    def until(self, position: float) -> float:
        """Return where time from `position` on stops next: at a change-over, or at the end."""
        ahead = self.legs[self.leg_at(position).index + 1 :]
        return next((leg.start for leg in ahead if self.changes(leg)), self.seconds)


@dataclass(frozen=True, slots=True)
class Script:
    """A routine ready to be played: what is known of it, and its moves end to end."""

    card: Card
    line: Timeline


def placed(segments: Iterable[Segment], start: float = 0.0) -> Iterator[Segment]:
    """Yield segments one behind the other from `start` on."""
    segments = tuple(segments)
    starts = accumulate((segment.seconds for segment in segments), initial=start)
    return (replace(segment, start=round(at, 6)) for segment, at in zip(segments, starts, strict=False))


def end_to_end(legs: Iterable[Leg]) -> Iterator[Leg]:
    """Yield legs one behind the other from 0 on."""
    start = 0.0
    for leg in legs:
        moved = replace(leg, segments=tuple(placed(leg.segments, start)))
        start = moved.end
        yield moved


def _leg_cues(leg: Leg) -> Iterator[Cue]:
    yield Cue(leg.start, "move", leg.index, 0, leg.seconds)
    for index, (before, segment) in enumerate(zip(leg.segments, leg.segments[1:], strict=False), 1):
        if segment.side != before.side:
            yield Cue(segment.start, "switch", leg.index, index, segment.seconds)
        elif segment.task != before.task or segment.rep != before.rep:
            yield Cue(segment.start, "release" if segment.task == "rest" else "hold", leg.index, index, segment.seconds)
    yield from (Cue(at, way, leg.index, 0, seconds) for at, way, seconds in turns(leg))
    for left in range(LAST_SECONDS, 0, -1):
        if leg.seconds > left:
            yield Cue(leg.end - left, "tick", leg.index, len(leg.segments) - 1, left)
