"""One routine as a page: its timeline, with what it needs, when not to do it, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facecoach.knowledge.anatomy import PRESSURES, ZONES
from facecoach.knowledge.loads import LOADS
from facecoach.routine.exercise import Exercises, overrides
from facecoach.routine.model import Move, Routine, Step
from facecoach.routine.shelf import Card, Loaded
from facecoach.screen.spans import QUIET, Line, line, meter, wrapped, zone_colour
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Leg
from facecoach.words import clock, spoken

LABEL = 10
TIMES = 16  # cells of where a step starts and how long it lasts


def routine_lines(
    loaded: Loaded, card: Card, exercises: Exercises, columns: int, strip: Iterable[Line] = ()
) -> Iterator[Line]:
    """Yield a routine from its name to its evidence, in between the steps as a strip and as a timeline."""
    routine = loaded.routine
    yield line((routine.name, "bold"), (f"  {clock(routine.seconds)}", "bold"), (f"  {_origin(loaded)}", QUIET))
    yield from wrapped(line(routine.about or ""), columns) if routine.about else ()
    yield ()
    for label, words in _facts(routine, card):
        yield from wrapped(line((f"{label:{LABEL}}", QUIET), words), columns, LABEL)
    yield ()
    yield from strip
    yield from _steps(routine, exercises, columns)
    yield ()
    if routine.note:
        yield from wrapped(line((routine.note, QUIET)), columns)
        yield ()
    yield line((f"facecoach run {loaded.entry.slug}", QUIET))


def _origin(loaded: Loaded) -> str:
    entry = loaded.entry
    whose = {"user": "yours", "bundled": "bundled", "path": str(entry.path)}[entry.origin]
    return f"{whose}, in place of the bundled one" if entry.hides else whose


def _facts(routine: Routine, card: Card) -> Iterator[tuple[str, str]]:
    yield "when", routine.when + (f", {routine.daily} times a day" if routine.daily > 1 else "")
    for label, words in (("for", routine.goals), ("needs", routine.needs)):
        if words:
            yield label, ", ".join(words)
    if card.loads:
        yield "asks for", ", ".join(LOADS[load] for load in card.loads)
    if routine.change:
        yield "changes", f"{routine.change:g} s before each step but the first, not counted"
    if routine.avoid_if:
        yield "not with", ", ".join(map(spoken, routine.avoid_if))
    if routine.evidence:
        yield "evidence", ", ".join(routine.evidence)


def _steps(routine: Routine, exercises: Exercises, columns: int) -> Iterator[Line]:
    room = max(20, columns - TIMES)
    for step, legs in zip(routine.steps, laid_out(routine).steps, strict=True):
        first, seconds = legs[0], sum(leg.seconds for leg in legs)
        head = line(("▍", zone_colour(first.zone)), (first.title, "bold"), f"  {ZONES[first.zone].label.lower()}")
        taken = line((f"  {_taken(step, exercises)}", QUIET)) if step.use in exercises else ()
        times = line((f"{clock(first.start):>5}  ", QUIET), (f"{clock(seconds):>7}  ", "bold"))
        yield from _beside(times, wrapped((*head, *taken), room))
        for leg, part in zip(legs, step.parts, strict=True):
            length = f"{'':7}{f'{leg.seconds:g} s' if len(legs) > 1 else '':>7}  "
            yield from _beside(line(length), list(_move(leg, part, room)))


def _beside(times: Line, told: list[Line]) -> Iterator[Line]:
    for number, one in enumerate(told):
        yield ((" " * TIMES, ""), *one) if number else (*times, *one)


def _taken(step: Step, exercises: Exercises) -> str:
    own = list(overrides(step, exercises[step.use])) if step.use else []
    return f"uses {step.use}{', with its own ' if own else ''}{', '.join(own)}"


def _move(leg: Leg, move: Move, room: int) -> Iterator[Line]:
    edge = ("▏ ", zone_colour(leg.zone))
    how = [word for word in (spoken(move.technique or ""), move.with_ or "", _dose(move)) if word]
    firm = meter(PRESSURES.index(move.pressure) + 1, move.pressure) if move.pressure else ()
    said = line((f"{', '.join(how)}{'  ' if how and firm else ''}", QUIET))
    for told in (line(move.cue), (*said, *firm)):
        yield from ((edge, *one) for one in wrapped(told, room - 2) if one)


def _dose(move: Move) -> str:
    if move.reps is None:
        return {"each": "left, then right", "left": "left side", "right": "right side"}.get(move.side, "")
    sets = f"{move.sets} sets of " if move.sets and move.sets > 1 else ""
    return f"{sets}{move.reps} × {move.hold:g} s"
