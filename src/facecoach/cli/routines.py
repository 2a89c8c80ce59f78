"""`list` and `show`: what routines there are, and one of them as a timeline."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from facecoach.cli.common import cards, item, library, note, open_book, say_json, screen, show, wishes
from facecoach.cli.paging import show_page, show_pictured
from facecoach.errors import CoachError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from facecoach.cli.options import AsJson, ListExercises, Picture, Routine
    from facecoach.routine.exercise import Exercise, Exercises
    from facecoach.routine.model import Step
    from facecoach.routine.shelf import Card, Loaded
    from facecoach.screen.picture import Look
    from facecoach.screen.spans import Line
    from facecoach.world import World


def list_routines(world: World, as_json: AsJson = False, exercises: ListExercises = False) -> None:
    """List the routines, your own and the bundled ones.

    Or the exercises that they are made of.
    """
    if exercises:
        _list_exercises(world, as_json=as_json)
        return
    found = cards(world)
    if as_json:
        say_json(world, [_item(card) for card in found])
        return
    page = screen(world)
    if page.terminal:
        _show_table(world, found, page.columns)
        return
    from facecoach.screen.pages.routines import shelf_lines

    show(world, shelf_lines(found))


def _show_table(world: World, found: list[Card], columns: int) -> None:
    from facecoach.safety.standing import allows, recorded
    from facecoach.screen.pages.shelf import Shelved, table_lines
    from facecoach.words import spoken

    facts = open_book(world).facts
    standing = recorded(facts)
    rows = [Shelved(card, facts.routines[card.entry.slug], not allows(card, standing)) for card in found]
    why = [spoken(one.name) for one in standing if not all(allows(card, [one]) for card in found)]
    show_page(world, table_lines(rows, why, columns))


def show_routine(world: World, routine: Routine, as_json: AsJson = False, picture: Picture = None) -> None:
    """Show a routine as a timeline.

    With what it needs, when not to do it, and what is known of it.
    """
    shelf = library(world)
    loaded = shelf.load(routine)
    card = shelf.written(loaded)
    used = shelf.exercises() if any(step.use for step in loaded.routine.steps) else {}
    if picture:
        _hang(world, loaded, picture)
    elif as_json:
        found = {"loads": card.loads, "findings": [item(one) for one in card.findings]}
        say_json(world, {**_whole_routine(loaded, used), **found})
    else:
        show_routine_page(world, loaded, used, card)


def show_routine_page(world: World, loaded: Loaded, used: Exercises, card: Card) -> None:
    """Show a routine as a page: what it needs, its cautions, its timeline, and what the card says is found in it."""
    from facecoach.screen.pages.report import drawn
    from facecoach.screen.pages.routine import routine_lines
    from facecoach.screen.pages.strip import strip_lines

    page = screen(world)
    found = [line for finding in card.findings for line in ((), *drawn(finding, page))]

    def composed(look: Look) -> list[list[Line]]:
        strip = strip_lines(loaded.routine, page.columns, look)
        return [[*routine_lines(loaded, card, used, page.columns, strip)], found]

    show_pictured(world, composed)


def _list_exercises(world: World, *, as_json: bool) -> None:
    found = library(world).exercises()
    if as_json:
        say_json(world, [_exercise(name, one) for name, one in found.items()])
        return
    from facecoach.screen.pages.routines import exercise_lines

    page = screen(world)
    show_page(world, exercise_lines(found, page.columns if page.terminal else None))


def _exercise(name: str, one: Exercise) -> dict[str, object]:
    from facecoach.words import whole

    shown = {"zone": one.zone, "seconds": whole(one.seconds), "technique": one.technique, "cue": one.cue}
    return {"exercise": name, "name": one.name, **shown, "needs": one.needs, "avoid_if": one.avoid_if}


def _item(card: Card) -> dict[str, object]:
    entry, seconds = card.entry, card.seconds
    return {
        "routine": entry.slug,
        "name": card.name,
        "seconds": int(seconds) if seconds == int(seconds) else seconds,
        "when": card.when,
        "zones": list(card.zones),
        "loads": list(card.loads),
        "origin": entry.origin,
        "path": str(entry.path),
        "hides_bundled": entry.hides,
    }


def _whole_routine(loaded: Loaded, exercises: Exercises) -> dict[str, object]:
    from facecoach.session.laying import laid_out
    from facecoach.words import whole

    routine = loaded.routine
    steps = [
        {
            "title": legs[0].title,
            "zone": step.zone,
            "seconds": whole(sum(leg.seconds for leg in legs)),
            "moves": [
                {"start": whole(leg.start), "seconds": whole(leg.seconds), "zone": leg.zone, "cue": leg.act.cue}
                for leg in legs
            ],
            **_taken(step, exercises),
        }
        for step, legs in zip(routine.steps, laid_out(routine).steps, strict=True)
    ]
    told = routine.model_dump(
        include={"about", "when", "goals", "needs", "avoid_if", "change", "daily", "evidence", "note"}
    )
    return {
        "routine": loaded.entry.slug,
        "name": routine.name,
        "seconds": whole(routine.seconds),
        **told,
        "steps": steps,
    }


def _taken(step: Step, exercises: Exercises) -> dict[str, Any]:
    from facecoach.routine.exercise import overrides

    exercise = exercises.get(step.use or "")
    return {"use": step.use, "overrides": list(overrides(step, exercise))} if exercise else {}


def _hang(world: World, loaded: Loaded, path: Path) -> None:
    """Write a routine's page as a PNG file that is not there yet; raises CoachError."""
    if path.suffix.lower() != ".png":
        raise UsageError(f"`{path}` is no name for a picture", "let it end in `.png`")
    if os.path.exists(path):
        raise CoachError(f"there is already a `{path}`", "choose another name, or move it away")
    from facecoach.screen.paper.poster import hung

    palette = wishes(world).palette
    lacking = hung(path, loaded.routine, loaded.entry.slug, palette)
    if lacking:
        note(world, lacks(lacking))
    note(world, f"`{path}` is written: one page of A4")


def lacks(letters: str) -> str:
    """Return what to say of letters that the page to hang up cannot show."""
    return f"the page's typeface lacks `{letters}`; a routine in Latin, Greek or Cyrillic letters has them all"
