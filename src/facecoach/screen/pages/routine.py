"""One routine as a page: its timeline, with what it needs, when not to do it, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from facecoach.knowledge.anatomy import PRESSURES, ZONES
from facecoach.routine.exercise import Exercises, overrides
from facecoach.routine.library import Loaded
from facecoach.routine.model import Routine, Step
from facecoach.screen.theme import QUIET, meter, plain, zone_colour
from facecoach.session.timeline import Leg, plan
from facecoach.words import clock


def routine_page(loaded: Loaded, exercises: Exercises, strip: Iterable[Text] = ()) -> Iterator[RenderableType]:
    """Yield a routine from its name to its evidence, in between the steps as a strip and as a timeline."""
    routine = loaded.routine
    yield Text.assemble(
        (plain(routine.name), "bold"), (f"  {clock(routine.seconds)}", "bold"), (f"  {_origin(loaded)}", QUIET)
    )
    if routine.about:
        yield Text(plain(routine.about))
    yield Text()
    for label, words in _facts(routine):
        yield _labelled(label, words)
    yield Text()
    yield from strip
    yield _steps(routine, exercises)
    if routine.note:
        yield Padding(Text(plain(routine.note), style=QUIET), (1, 0, 0, 0))
    yield Text(f"\nfacecoach run {plain(loaded.entry.slug)}", style=QUIET)


def _origin(loaded: Loaded) -> str:
    entry = loaded.entry
    whose = {"user": "yours", "bundled": "bundled", "path": plain(entry.path)}[entry.origin]
    return f"{whose}, in place of the bundled one" if entry.hides else whose


def _facts(routine: Routine) -> Iterator[tuple[str, str]]:
    yield "when", routine.when + (f", {routine.daily} times a day" if routine.daily > 1 else "")
    for label, words in (("for", routine.goals), ("needs", routine.needs)):
        if words:
            yield label, ", ".join(words)
    if routine.avoid_if:
        yield "not with", ", ".join(name.replace("-", " ") for name in routine.avoid_if)
    if routine.evidence:
        yield "evidence", ", ".join(routine.evidence)


def _labelled(label: str, words: str) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=9, style=QUIET)
    table.add_column()
    table.add_row(label, plain(words))
    return table


def _steps(routine: Routine, exercises: Exercises) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True, style=QUIET)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for step, legs in zip(routine.steps, plan(routine).steps, strict=True):
        first = legs[0]
        head = Text.assemble(
            ("▍", zone_colour(first.zone)), (plain(first.title), "bold"), f"  {ZONES[first.zone].label.lower()}"
        )
        if step.use in exercises:
            head.append(f"  {_taken(step, exercises)}", style=QUIET)
        seconds = sum(leg.seconds for leg in legs)
        table.add_row(clock(first.start), Text(clock(seconds), style="bold"), head)
        for leg in legs:
            table.add_row("", f"{leg.seconds:g} s" if len(legs) > 1 else "", _move(leg))
    return table


def _taken(step: Step, exercises: Exercises) -> str:
    own = list(overrides(step, exercises[step.use])) if step.use else []
    return f"uses {step.use}{', with its own ' if own else ''}{', '.join(own)}"


def _move(leg: Leg) -> Text:
    move = leg.move
    text = Text.assemble(("▏ ", zone_colour(leg.zone)), plain(move.cue))
    how = [word for word in ((move.technique or "").replace("-", " "), move.with_, _dose(leg)) if word]
    if how or move.pressure:
        text += Text.assemble("\n", ("▏ ", zone_colour(leg.zone)), (plain(", ".join(how)), QUIET))
    if move.pressure:
        text += Text("  " if how else "") + meter(PRESSURES.index(move.pressure) + 1, move.pressure)
    return text


def _dose(leg: Leg) -> str:
    move = leg.move
    if move.reps is None:
        return {"each": "left, then right", "left": "left side", "right": "right side"}.get(move.side, "")
    sets = f"{move.sets} sets of " if move.sets and move.sets > 1 else ""
    return f"{sets}{move.reps} × {move.hold:g} s"
