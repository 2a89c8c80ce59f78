"""`export`: a routine to take along, written as the suffix of its file says."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facecoach.cli.common import library, note, wishes
from facecoach.errors import CoachError, UsageError
from facecoach.words import guess, listed

if TYPE_CHECKING:
    from facecoach.cli.options import ExportAs, ExportFile, ExportRoutine, Force, HabitsFile
    from facecoach.routine.shelf import Card, Loaded
    from facecoach.settings import Settings
    from facecoach.world import World

PIPE = "-"


@dataclass(frozen=True, slots=True)
class Taken:
    """A routine to be taken along: as it was asked for, as it was read, at a glance, and the settings."""

    asked: str
    loaded: Loaded
    card: Card
    settings: Settings

    @property
    def command(self) -> str:
        """How the routine is named in a shell."""
        known = self.loaded.entry.origin != "path"
        return self.loaded.entry.slug if known else shlex.quote(self.asked)


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer made of a routine: the file, and what to say of it beside its size."""

    data: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """A form in which a routine goes along: what it is, how it gets where it is used, and what makes it."""

    what: str
    along: str
    write: Callable[[Taken], Written]


def export(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    routine: ExportRoutine = None,
    file: ExportFile = None,
    form: ExportAs = None,
    habits: HabitsFile = None,
    force: Force = False,
) -> None:
    """Write a routine to take along: a page for the phone, or a sheet for the wall.

    The suffix of FILE says which: `.html` or `.png`. With `--habits`, the days practised instead, for other programs:
    `facecoach import` reads them back, and Loop Habit Tracker `HabitBull.csv` from the unpacked zip.
    """
    if habits is not None:
        from facecoach.cli.exchange import export_habits

        if routine or form:
            raise UsageError("days practised and a routine go into files of their own", "export one, then the other")
        export_habits(world, habits, force=force)
    elif routine is None or file is None:
        example = f"{routine or 'morning'} {Path(routine or 'morning').stem}"
        raise UsageError(
            "a routine and a file are wanted", f"as in `facecoach export {example}.html`, or `--habits days.zip`"
        )
    else:
        _take(world, routine, file, form, force=force)


def _take(world: World, routine: str, file: str, form: str | None, *, force: bool) -> None:
    suffix = _suffix(file, form)
    if file == PIPE:
        _piped(world, suffix)
    else:
        _open(file, force=force)
    shelf = library(world)
    loaded = shelf.load(routine)
    writer = WRITERS[suffix]
    made = writer.write(Taken(routine, loaded, shelf.written(loaded), wishes(world)))
    if file == PIPE:
        _pipe(world, made.data)
    else:
        _keep(Path(file), made.data, force=force)
    for line in made.notes:
        note(world, line)
    name = "it" if file == PIPE else f"`{file}`"
    note(world, f"{name} is written: {_size(len(made.data))}, {writer.what}")
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


def _pipe(world: World, data: bytes) -> None:
    raw = getattr(world.stdout, "buffer", None)
    world.stdout.flush()
    if raw is None:
        world.stdout.write(data.decode("latin-1"))
    else:
        raw.write(data)
        raw.flush()


def _keep(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file, over another only by `force`; raises CoachError."""
    from facecoach.files import create, replace

    try:
        (replace if force else create)(path, data)
    except FileExistsError:
        raise CoachError(f"there is already a `{path}`", "choose another name, or `--force` it") from None
    except OSError as fault:
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "name a folder you can write to") from None


def _size(length: int) -> str:
    return f"{length / 1e6:.1f} MB" if length >= 1e6 else f"{max(1, round(length / 1e3))} kB"


def _page(taken: Taken) -> Written:
    from facecoach.page.content import Pace
    from facecoach.page.markup import Sheet
    from facecoach.page.writer import page
    from facecoach.safety.gate import questions
    from facecoach.session.laying import laid_out
    from facecoach.words import spoken

    routine, card, settings = taken.loaded.routine, taken.card, taken.settings
    line = laid_out(routine).paced(settings.change)
    asked = questions(card)
    cautions = asked or tuple(spoken(name) for name in routine.avoid_if)
    sheet = Sheet(routine.about or "", routine.needs, cautions, screens=bool(asked))
    return Written(page(line, sheet, Pace(float(settings.lead_in), taken.command), settings.palette))


def _poster(taken: Taken) -> Written:
    from facecoach.cli.routines import lacks
    from facecoach.screen.paper.poster import printed, unprinted

    routine = taken.loaded.routine
    data = printed(routine, taken.loaded.entry.slug, taken.settings.palette)
    lacking = unprinted(routine)
    return Written(data, (lacks(lacking),) if lacking else ())


_TO_A_PHONE = "to the phone: send it there (mail, cable, AirDrop), save it, open it in the browser; it needs no network"

# A further form is a line here, and its suffix in the help of `export` and of `--as`.
WRITERS: dict[str, Writer] = {
    ".html": Writer("a page for a phone's browser", _TO_A_PHONE, _page),
    ".png": Writer("one page of A4", "print it, and hang it by the mirror", _poster),
}
