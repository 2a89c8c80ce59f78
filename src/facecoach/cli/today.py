"""`facecoach` alone: today at a glance, and one suggestion."""

from __future__ import annotations

from facecoach.cli.common import console, library, open_book, say_json
from facecoach.cli.recovery import recover
from facecoach.cli.screening import advised
from facecoach.errors import CoachError
from facecoach.world import World


def today(world: World, *, as_json: bool = False) -> None:
    """Show how today stands, and the routine that suits the hour with the command that starts it."""
    recover(world)
    book = open_book(world)
    slug = advised(world, book)
    try:
        routine = library(world).load(slug).routine
        name, seconds = routine.name, routine.seconds
    except CoachError:
        name, seconds = slug, 0.0
    if as_json:
        advice = {"routine": slug, "name": name, "seconds": round(seconds), "command": f"facecoach run {slug}"}
        say_json(world, {**book.history.as_json(), "suggestion": advice})
        return
    from facecoach.screen.pages.today import glance

    screen = console(world)
    for line in glance(book.history, slug, name, seconds, screen.width):
        screen.print(line)
