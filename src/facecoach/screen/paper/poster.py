"""A routine as a page to hang by the mirror: a face for each step, with its title, seconds and cues."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from facecoach.errors import CoachError
from facecoach.files import create
from facecoach.routine.model import Routine
from facecoach.screen.paper import typeface
from facecoach.screen.paper.canvas import DPI, SIZES, Picture
from facecoach.screen.paper.sheet import PAPER, Sheet, Subject
from facecoach.screen.paper.tiles import fitted, tiles
from facecoach.settings import PaletteName


def poster(subject: Subject) -> Image.Image:
    """Return the page; raises CoachError for a routine that is too long for one."""
    shown, sheet = tiles(subject.routine), Sheet(subject)
    grid = fitted(shown, *sheet.room)
    if grid is None:
        hint = f"`facecoach export {subject.command}` to a `.pdf` takes as many as it needs; or shorten its cues"
        raise CoachError(f"`{subject.command}` does not fit on one page", hint)
    page = Picture(subject.size, PAPER)
    sheet.draw(page, shown, grid)
    return page.image


def hung(path: Path, routine: Routine, slug: str, palette: PaletteName) -> str:
    """Write the page as a new PNG file; returns the letters that its typeface lacks.

    Raises CoachError where it exists, cannot be written or does not fit on one page.
    """
    try:
        create(path, printed(Subject(routine, slug, palette, SIZES["a4"])))
    except OSError as fault:
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "name a folder you can write to") from None
    return unprinted(routine)


def printed(subject: Subject) -> bytes:
    """Return the page as a PNG file holds it; raises CoachError for a routine that is too long for one."""
    sheet = BytesIO()
    poster(subject).save(sheet, "PNG", dpi=(DPI, DPI))
    return sheet.getvalue()


def unprinted(routine: Routine) -> str:
    """Return the letters of a routine that the page's typeface lacks."""
    words = [routine.name, routine.about or "", *(cue for tile in tiles(routine) for _, cue in tile.cues)]
    return typeface.lacking("".join([*words, *(tile.title for tile in tiles(routine))]))
