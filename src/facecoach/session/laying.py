"""A routine laid out on a timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facecoach.routine.model import Move, Routine
from facecoach.session.timeline import Act, Half, Leg, Segment, Task, Timeline, end_to_end, placed

WORTH_HALVING = 120


def laid_out(routine: Routine) -> Timeline:
    """Return the timeline of a routine."""
    legs: list[Leg] = []
    for number, step in enumerate(routine.steps):
        for place, (move, length) in enumerate(zip(step.parts, step.spans, strict=True)):
            segments = tuple(_segments(move, length))
            zone = move.zone or step.zone
            legs.append(Leg(len(legs), number, step.called, zone, _act(move), segments, opens=place == 0))
    half = routine.seconds / 2 if routine.seconds >= WORTH_HALVING else 0.0
    return Timeline(routine.name, tuple(end_to_end(legs)), half, routine.change or 0.0)


def _act(move: Move) -> Act:
    face = move.face
    return Act(
        move.cue, move.say, move.technique, move.with_, move.pressure, move.direction, move.stroke, face.camera,
        face.eyes, face.mouth, move.breathe,
    )  # fmt: skip


def _segments(move: Move, length: float) -> Iterator[Segment]:
    if move.side != "each":
        yield from _doses(move, length, move.side)
        return
    middle = length / 2
    for segment in placed(_doses(move, length, "both")):
        if segment.start < middle:
            yield replace(segment, side="left", seconds=min(segment.end, middle) - segment.start)
        if segment.end > middle:
            yield replace(segment, side="right", seconds=segment.end - max(segment.start, middle))


def _doses(move: Move, length: float, side: Half) -> Iterator[Segment]:
    if move.reps is None:
        yield Segment(0, length, "work", side)
        return
    turns, left = move.sets or 1, length
    for turn in range(1, turns + 1):
        for rep in range(1, move.reps + 1):
            rest = (move.between_sets if turn < turns else move.last_rest) if rep == move.reps else move.rest or 0.0
            for task, asked in _tasks(move.hold or 0.0, rest):
                seconds = min(asked, left)
                if seconds > 1e-6:
                    yield Segment(0, seconds, task, side, rep, move.reps, turn, turns)
                left -= seconds


def _tasks(hold: float, rest: float) -> tuple[tuple[Task, float], ...]:
    return ("hold", hold), ("rest", rest)
