"""A routine written as a picture: one page to hang by the mirror."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from facecoach import settings
from facecoach.cli.common import note
from facecoach.errors import CoachError, UsageError
from facecoach.routine.library import Loaded
from facecoach.world import World


def hang(world: World, loaded: Loaded, path: Path) -> None:
    """Write a routine's page as a PNG file that is not there yet; raises CoachError."""
    if path.suffix.lower() != ".png":
        raise UsageError(f"`{path}` is no name for a picture", "let it end in `.png`")
    if os.path.exists(path):  # noqa: PTH110 - a name too long is none, not a fault
        raise CoachError(f"there is already a `{path}`", "choose another name, or move it away")
    from facecoach.screen.paper.poster import DPI, poster

    page = BytesIO()
    look = settings.read(world.folders.settings)
    poster(loaded.routine, loaded.entry.slug, look.palette).save(page, "PNG", dpi=(DPI, DPI))
    _write(path, page.getvalue())
    note(world, f"`{path}` is written: one page of A4")


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as fault:
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "name a folder you can write to") from None
