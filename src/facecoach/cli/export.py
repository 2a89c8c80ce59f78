"""`export`: a routine to take along, written as the suffix of its file says."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from facecoach.cli.common import library, note, open_book, wishes
from facecoach.cli.forms import WRITERS, Taken, Wish, fitting
from facecoach.errors import CoachError, UsageError
from facecoach.words import guess, listed

if TYPE_CHECKING:
    from facecoach.cli.options import (
        ExportAs,
        ExportFile,
        ExportRoutine,
        Force,
        HabitsFile,
        Paper,
        RecordingVoice,
        Times,
        Weekdays,
    )
    from facecoach.world import World

PIPE = "-"


def export(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    routine: ExportRoutine = None,
    file: ExportFile = None,
    form: ExportAs = None,
    voice: RecordingVoice = None,
    paper: Paper = None,
    at: Times = None,
    on: Weekdays = None,
    habits: HabitsFile = None,
    force: Force = False,
) -> None:
    """Write a routine to take along: a page for the phone, sound, a sheet for the wall, or a calendar.

    The suffix of FILE says which: `.html`, `.wav`, `.mp3`, `.png`, `.pdf`, or `.ics` with `--at` and `--on`. With
    `--habits`, the days practised instead, for other programs: `facecoach import` reads them back, and Loop Habit
    Tracker `HabitBull.csv` from the unpacked zip.
    """
    wish = Wish(voice, paper, tuple(at or ()), on)
    if habits is not None:
        from facecoach.cli.exchange import export_habits

        if routine or form or wish.given:
            raise UsageError("days practised and a routine go into files of their own", "export one, then the other")
        export_habits(world, habits, force=force)
    elif routine is None or file is None:
        hint = f"as in `facecoach export {_example(routine or 'morning')}`, or `--habits days.zip`"
        raise UsageError("a routine and a file are wanted", hint)
    else:
        _take(world, routine, (file, _suffix(file, form)), wish, force=force)


def _example(given: str) -> str:
    """Return a routine and a file, one of which is given."""
    known = Path(given).suffix.lower() in WRITERS
    return f"morning {given}" if known else f"{given} {Path(given).stem}.html"


def _take(world: World, routine: str, target: tuple[str, str], wish: Wish, *, force: bool) -> None:
    from facecoach.processes import unwound
    from facecoach.safety.gate import taken

    file, suffix = target
    writer = fitting(suffix, wish)
    if file == PIPE:
        _piped(world, suffix)
    else:
        _open(file, force=force)
    shelf = library(world)
    loaded = shelf.load(routine)
    card = shelf.written(loaded)
    notes = taken(card, open_book(world).facts)
    with unwound(), ExitStack() as after:
        made = writer.write(world, Taken(routine, loaded, card, wishes(world), wish, after))
        size = _pipe(world, made.blocks) if file == PIPE else _keep(Path(file), made.blocks, force=force)
    for line in (*notes, *made.notes):
        note(world, line)
    name = "it" if file == PIPE else f"`{file}`"
    note(world, f"{name} is written: {_size(size)}, {writer.what}")
    note(world, writer.along)


def _open(file: str, *, force: bool) -> None:
    """See to it that a file may be written, before anything is drawn; raises CoachError."""
    folder = os.path.dirname(file)
    if folder and not os.path.isdir(folder):
        raise CoachError(f"there is no folder `{folder}`", "make it first, or name another")
    if os.path.isdir(file):
        raise CoachError(f"`{file}` is a folder", "name a file in it")
    if not force and os.path.lexists(file):
        raise CoachError(f"there is already a `{file}`", "choose another name, or write over it with `--force`")


def _suffix(file: str, form: str | None) -> str:
    """Return as what a file is to be written; raises UsageError for what is no form."""
    asked = f".{form.lower().lstrip('.')}" if form else Path(file).suffix.lower()
    if asked in WRITERS:
        return asked
    forms = listed([f"`{suffix}`" for suffix in WRITERS], "or")
    if form:
        raise UsageError(f"`{form}` is no form to export as", guess(asked, WRITERS, f"it may be {forms}"))
    if file == PIPE:
        raise UsageError("`-` does not say as what", "add `--as html`")
    if not asked:
        raise UsageError(f"`{file}` does not say as what", f"let its name end in {forms}")
    raise UsageError(f"nothing is exported as `{asked}`", guess(asked, WRITERS, f"let the name end in {forms}"))


def _piped(world: World, suffix: str) -> None:
    if world.stdout.isatty():
        hint = f"pipe it on, or name a file such as `routine{suffix}`"
        raise UsageError("a terminal cannot show what is exported", hint)


def _pipe(world: World, blocks: Iterable[bytes]) -> int:
    """Write blocks to stdout and return how many bytes they were."""
    raw, size = getattr(world.stdout, "buffer", None), 0
    world.stdout.flush()
    for block in blocks:
        size += len(block)
        if raw is None:
            world.stdout.write(block.decode("latin-1"))
        else:
            raw.write(block)
            raw.flush()
    return size


def _keep(path: Path, blocks: Iterable[bytes], *, force: bool) -> int:
    """Write a file, over another only by `force`, and return how many bytes it has; raises CoachError."""
    from facecoach.files import create, replace

    try:
        (replace if force else create)(path, blocks)
        return os.path.getsize(path)
    except FileExistsError:
        raise CoachError(f"there is already a `{path}`", "choose another name, or `--force` it") from None
    except OSError as fault:
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "name a folder you can write to") from None


def _size(length: int) -> str:
    return f"{length / 1e6:.1f} MB" if length >= 1e6 else f"{max(1, round(length / 1e3))} kB"
