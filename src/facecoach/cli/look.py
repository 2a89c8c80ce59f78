"""How pictures look here: as the settings wish and the terminal can."""

from __future__ import annotations

from rich.console import Console

from facecoach import settings
from facecoach.screen.live.portrait import drawn_as
from facecoach.screen.picture import Look
from facecoach.world import World


def look(world: World, screen: Console) -> Look:
    """Return how a picture is drawn on a console, in words where it is no terminal; raises FaultyFile or CoachError."""
    if not screen.is_terminal or world.env.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return Look("words", "mannequin")
    wish = settings.read(world.folders.settings)
    return Look(drawn_as(screen, wish.face), wish.palette)
