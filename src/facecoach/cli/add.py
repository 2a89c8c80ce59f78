"""`add`: a routine taken in from a file or an https address: checked, shown, asked about, and kept with its origin."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from facecoach.cli.common import library, note, say, show
from facecoach.errors import CoachError, Exit, FaultyFile, UsageError

if TYPE_CHECKING:
    from facecoach.cli.options import Agreed, KeptAs, Offered, Renew
    from facecoach.errors import Finding
    from facecoach.routine.shelf import Loaded
    from facecoach.world import World

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine from elsewhere: where it is, its text as it would be kept, what that holds and what is found in it."""

    source: str
    text: str
    loaded: Loaded
    findings: tuple[Finding, ...]


def add(world: World, source: Offered, name: KeptAs = None, yes: Agreed = False, update: Renew = False) -> Exit:
    """Take a routine in, from a file or an https address.

    It is checked, shown and asked about, and kept with where it came from. Nothing in it can silence a safety rule.
    """
    if update and name is not None:
        raise UsageError("`--update` and `--name` exclude each other", "an update keeps the name")
    return _updated(world, source, yes=yes) if update else _added(world, source, name, yes=yes)


def _added(world: World, source: str, name: str | None, *, yes: bool) -> Exit:
    from facecoach.routine import draft
    from facecoach.safety.foreign import signed

    if name is not None:
        _free(world, draft.checked(name))
    offer = _offered(world, source)
    slug = name or draft.slugged(offer.loaded.entry.slug) or draft.slugged(offer.loaded.routine.name)
    _free(world, draft.checked(slug))
    _shown(world, offer, slug)
    if not _agreed(world, offer, f"Keep it as `{slug}`?", yes=yes):
        note(world, "nothing is kept")
        return Exit.DONE
    text = signed(offer.text, offer.source, f"{world.now():%Y-%m-%d}")
    say(world, str(draft.save(world.folders.routines, slug, text, library(world).exercises())))
    note(world, f"`facecoach run {slug}` starts it, `facecoach add --update {slug}` looks for a newer one")
    return Exit.DONE


def _free(world: World, slug: str) -> None:
    """Raise CoachError where a routine goes by a name already."""
    if any(entry.slug.lower() == slug for entry in library(world).entries()):
        other = f"`--name NAME` keeps it by another; `facecoach add --update {slug}` renews one that was added"
        raise CoachError(f"there is a routine `{slug}` already", other)


def _offered(world: World, source: str) -> Offer:
    """Return what is at an address or in a file.

    Raises CoachError where it cannot be had, UsageError for no https, and FaultyFile for what is no routine or what can
    injure, whatever anyone says.
    """
    from facecoach.routine.library import contents
    from facecoach.routine.shelf import Entry
    from facecoach.safety.check import inspect
    from facecoach.safety.fault import INJURING
    from facecoach.safety.foreign import tamed
    from facecoach.source import decoded
    from facecoach.words import readable

    if _ADDRESS.match(source):
        raw, whole = world.fetch(source), source
        path = Path(PurePosixPath(re.split("[?#]", source.partition("://")[2])[0]).name or "routine.yaml")
    else:
        path = Path(source)
        raw, whole = contents(path), readable(os.path.abspath(path))
    text = tamed(decoded(raw, readable(str(path))))
    loaded = library(world).read(Entry(readable(path.stem), path, "path"), text.encode())
    found = inspect(path, library(world), text.encode())
    if grave := tuple(one for one in found if one.code in INJURING):
        raise FaultyFile(whole, grave, "this can injure, and is not taken in; `facecoach learn rules` has the reasons")
    return Offer(whole, text, loaded, found)


def _shown(world: World, offer: Offer, slug: str) -> None:
    """Show a routine as `show` does, by the name it would have, with all that is found in it."""
    from facecoach.cli.routines import show_routine_page

    shelf = library(world)
    loaded = replace(offer.loaded, entry=replace(offer.loaded.entry, slug=slug))
    used = shelf.exercises() if any(step.use for step in loaded.routine.steps) else {}
    say(world, f"From {offer.source}")
    show_routine_page(world, loaded, used, replace(shelf.written(loaded), findings=offer.findings))


def _agreed(world: World, offer: Offer, question: str, *, yes: bool) -> bool:
    """Return whether a routine may be kept; raises CoachError for `--yes` to errors of safety."""
    unsafe = {one.code for one in offer.findings if one.code.startswith("FC2") and one.severity == "error"}
    if yes and unsafe:
        codes = ", ".join(sorted(unsafe))
        raise CoachError(f"`--yes` does not speak for errors of safety: {codes}", "without `--yes` you are asked")
    return yes or world.ask(question)


def _updated(world: World, name: str, *, yes: bool) -> Exit:
    from facecoach.routine import draft
    from facecoach.routine.library import contents
    from facecoach.safety.foreign import digest, parted, signed
    from facecoach.screen.pages.changes import change_lines
    from facecoach.source import decoded

    entry = library(world).find(name)
    origin, own = parted(decoded(contents(entry.path), str(entry.path)))
    if entry.origin != "user" or origin is None:
        raise CoachError(f"`{entry.slug}` was not added from anywhere", "`facecoach add FILE|URL` takes a routine in")
    offer, changed = _offered(world, origin.source), digest(own) != origin.digest
    if digest(offer.text) == origin.digest:
        say(world, f"`{entry.slug}` is as it was on {origin.day}{'; your own changes stay' if changed else ''}")
        return Exit.DONE
    if changed and yes:
        raise CoachError(f"you have changed `{entry.slug}` yourself", "without `--yes` you see what would be lost")
    _shown(world, offer, entry.slug)
    show(world, ((), *change_lines(own, offer.text)))
    lost = ", and give up what you changed yourself" if changed else ""
    if not _agreed(world, offer, f"Take this over{lost}?", yes=yes):
        note(world, "it stays as it is")
        return Exit.DONE
    text = draft.MODELINE + signed(offer.text, origin.source, f"{world.now():%Y-%m-%d}")
    say(world, str(draft.overwritten(entry.path, text)))
    return Exit.DONE
