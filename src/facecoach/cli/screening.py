"""What lies between asking for a session and its start: recorded conditions, and a screening where one is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import typer

from facecoach.cli.common import Book, library, note
from facecoach.errors import CoachError
from facecoach.habit import journal
from facecoach.habit.suggestion import suggested
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.routine.library import Loaded
from facecoach.safety.standing import Block, Standing, asks_first, blocks, screened, standing_conditions
from facecoach.screen.theme import plain
from facecoach.words import spoken
from facecoach.world import World

CALM = "desk"


def gate(world: World, book: Book, loaded: Loaded, *, anyway: bool) -> str:
    """Let a routine through and return the caution of its lead-in: none where conditions are recorded.

    Raises CoachError when a condition rules it out or its screening is still to be done, unless `anyway`.
    """
    standing = standing_conditions(book.records, book.today)
    found = blocks(loaded.routine, standing)
    if found and not anyway:
        raise _refusal(world, book, loaded, found)
    if found:
        note(world, f"going on, although `{loaded.entry.slug}` is ruled out by {_grounds(found)}")
    _screen(world, book, loaded, anyway=anyway)
    return "" if standing else caution(loaded)


def caution(loaded: Loaded) -> str:
    """Return one line of what rules a routine out."""
    conditions = [spoken(name) for name in loaded.routine.avoid_if]
    return f"Not with {', '.join(conditions)}" if conditions else ""


def advised(world: World, book: Book) -> str:
    """Return the routine to suggest now: what suits the hour, or what recorded conditions leave of it."""
    hourly = suggested(world.now().hour)
    if not standing_conditions(book.records, book.today):
        return hourly
    return _alternative(world, book) or hourly


def sorted_out(world: World, standing: Sequence[Standing]) -> tuple[list[str], list[str]]:
    """Return the names of the routines that conditions rule out, and of those that they leave."""
    out: list[str] = []
    left: list[str] = []
    for one in _readable(world):
        (out if blocks(one.routine, standing) else left).append(one.entry.slug)
    return out, left


def questions(loaded: Loaded) -> list[str]:
    """Return what a routine's screening asks: its conditions in plain words."""
    known = [(name, CONDITIONS.get(name)) for name in loaded.routine.avoid_if]
    return [condition.sentence if condition else spoken(name) for name, condition in known]


def screen(world: World, book: Book, loaded: Loaded, *, yes: bool) -> dict[str, Any]:
    """Show a routine's screening on stderr, and record it once it is agreed to; raises CoachError when it is not."""
    slug = loaded.entry.slug
    for line in (f"Before `{slug}`: is any of this so?", *(f"  - {line}" for line in questions(loaded))):
        world.stderr.write(f"{plain(line)}\n")
    if not yes and not _agreed():
        raise CoachError(f"then `{slug}` is for reading only today", "`facecoach learn intraoral` says why")
    return journal.append(
        world.folders.data, journal.entry("screening", book.today.isoformat(), world.now(), routine=slug)
    )


def _agreed() -> bool:
    try:
        return typer.confirm("None of it is so, and fingers stay out of the mouth", default=None, err=True)
    except typer.Abort:
        raise KeyboardInterrupt from None


def _screen(world: World, book: Book, loaded: Loaded, *, anyway: bool) -> None:
    slug = loaded.entry.slug
    if _asked(book, loaded):
        return
    if anyway:
        note(world, f"going on without the screening of `{slug}`")
    elif world.keys():
        screen(world, book, loaded, yes=False)
    else:
        name = loaded.entry.path if loaded.entry.origin == "path" else slug
        raise CoachError(f"`{slug}` has questions to ask first", f"`facecoach safety screen {name}` asks them, once")


def _refusal(world: World, book: Book, loaded: Loaded, found: Sequence[Block]) -> CoachError:
    return CoachError(f"`{loaded.entry.slug}` is ruled out by {_grounds(found)}", _way_out(world, book, found[0]))


def _grounds(found: Sequence[Block]) -> str:
    said = [f"{spoken(block.standing.name)} {block.standing.span} ({block.reason})" for block in found]
    return ", and by ".join(said)


def _way_out(world: World, book: Book, gravest: Block) -> str:
    condition = gravest.standing.condition
    if condition and condition.kind == "stop":
        return "have it seen by someone first; `--anyway` goes past this"
    allowed = _alternative(world, book)
    if allowed:
        return f"`facecoach run {allowed}` is fine now; `--anyway` goes past this"
    over = f"`facecoach safety remove {gravest.standing.name}`"
    return f"a day of rest suits it best; {over} once it is over, `--anyway` goes past this"


def _alternative(world: World, book: Book) -> str:
    """Return a routine that may be done now: what suits the hour, else the one without hands, else any."""
    _, left = sorted_out(world, standing_conditions(book.records, book.today))
    shelf = library(world)
    ready = [slug for slug in left if _asked(book, shelf.load(slug))]
    return next((slug for slug in (suggested(world.now().hour), CALM, *ready) if slug in ready), "")


def _asked(book: Book, loaded: Loaded) -> bool:
    """Whether a routine's questions are answered, or it has none."""
    return not asks_first(loaded.routine) or screened(book.records, loaded.entry.slug, book.today)


def _readable(world: World) -> Iterator[Loaded]:
    return (one for one in library(world).loaded() if isinstance(one, Loaded))
