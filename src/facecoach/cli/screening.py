"""The questions that a routine asks before its first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import stamp, write
from facecoach.errors import CoachError
from facecoach.habit import records
from facecoach.screen.spans import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facecoach.habit.book import Book
    from facecoach.habit.records import Record
    from facecoach.routine.shelf import Card
    from facecoach.world import World

AGREED = "None of it is so, and fingers stay out of the mouth"


def answer(world: World, book: Book, card: Card, questions: Sequence[str], *, yes: bool = False) -> Record:
    """Show a routine's questions on stderr and record that none applies; raises CoachError when one does."""
    slug = card.entry.slug
    for line in (f"Before `{slug}`: is any of this so?", *(f"  - {question}" for question in questions)):
        world.stderr.write(f"{plain(line)}\n")
    if not yes and not world.ask(AGREED):
        raise CoachError(f"then `{slug}` is for reading only today", "`facecoach learn intraoral` says why")
    return write(world, records.screening(stamp(world, book), slug, card.digest))
