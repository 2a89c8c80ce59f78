"""`new`, `edit`, `check` and `schema`: routines of one's own, written, changed, looked over and completed."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from facecoach.cli.common import item, library, note, say, say_json, screen, show
from facecoach.errors import CoachError, Exit
from facecoach.routine.library import contents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facecoach.cli.options import AsJson, Edit, Files, Format, From, NewName, OfPlan, Own, Strict
    from facecoach.errors import Finding
    from facecoach.routine.library import Library
    from facecoach.world import World

# Tried where none is set; no editor that only those can leave who know it.
EDITORS = ("nano", "micro", "notepad")


def new(world: World, name: NewName, source: From = None, edit: Edit = False) -> Exit:
    """Write a new routine into your own folder.

    It is a commented template, or a copy of another routine under its new name.
    """
    editor = _editor(world) if edit else []
    path = _saved(world, name, source)
    say(world, str(path))
    if not edit:
        note(world, f"`facecoach edit {name}` opens it and checks it; `facecoach run {name}` starts it")
        return Exit.DONE
    return _edited(world, editor, path, name)


def edit(world: World, routine: Own) -> Exit:
    """Open one of your own routines in your editor, and check it on return.

    Of a bundled one it first makes a copy of your own, once you agree.
    """
    entry = library(world).find(routine)
    if entry.origin == "bundled" and not world.keys():
        hint = f"`facecoach new {entry.slug} --from {entry.slug}` makes a copy of your own"
        raise CoachError(f"`{entry.slug}` is a bundled routine, and those stay as they are", hint)
    editor = _editor(world)
    if entry.origin != "bundled":
        contents(entry.path)
        return _edited(world, editor, entry.path, entry.asked)
    if not world.ask(f"`{entry.slug}` is a bundled routine. Make a copy of your own, and open that?"):
        note(world, "nothing is changed")
        return Exit.DONE
    return _edited(world, editor, _saved(world, entry.slug, entry.slug), entry.slug)


def check(
    world: World, files: Files = None, strict: Strict = False, as_json: AsJson = False, form: Format = "full"
) -> Exit:
    """Hold routines against the rules.

    `# facecoach: allow FC203` on a line silences that finding there; `facecoach learn rules` gives the reasons.
    """
    from facecoach.routine.programmes import Programmes

    shelf = library(world)
    own = (*shelf.own_entries(), *Programmes(shelf).own_entries())
    paths = [_place(shelf, name) for name in files] if files else [one.path for one in own]
    if not paths:
        note(world, "there is no routine of your own yet; `facecoach new NAME` writes one")
    return _verdict(world, paths, strict=strict, form="json" if as_json else form)


def schema(world: World, plan: OfPlan = False) -> None:
    """Print the JSON Schema of a routine file, or of a plan's.

    It gives an editor completion and hover text.
    """
    from facecoach.routine.schema import plan_schema, routine_schema

    say_json(world, plan_schema() if plan else routine_schema(library(world).exercises()))


def _saved(world: World, name: str, source: str | None) -> Path:
    from facecoach.routine import draft

    shelf, slug = library(world), draft.checked(name)
    text = draft.template(slug)
    if source is not None:
        entry = shelf.load(source).entry
        text = contents(entry.path).decode("utf-8-sig")
        text = text if slug == entry.slug else draft.renamed(text, slug)
    path = draft.save(world.folders.routines, slug, text, shelf.exercises())
    if shelf.find(slug).hides:
        note(world, f"`{slug}` now stands in place of the bundled routine of that name")
    return path


def _editor(world: World) -> list[str]:
    try:
        command = shlex.split(world.env.get("VISUAL") or world.env.get("EDITOR") or "", posix=os.name != "nt")
    except ValueError:
        raise CoachError("`EDITOR` cannot be read: a quote is not closed", "set it anew") from None
    found = command or [name for name in EDITORS if world.which(name)][:1]
    if not found:
        raise CoachError("no editor is set", "set one, as in `export EDITOR=nano`")
    return found


def _edited(world: World, editor: Sequence[str], path: Path, name: str) -> Exit:
    """Open a file, check it on return, and say how to go on where it has errors."""
    _opened(world, editor, path)
    verdict = _verdict(world, [path], strict=False)
    if verdict is not Exit.DONE:
        note(world, f"`{path}` is kept as you left it; `facecoach edit {name}` opens it again")
    return verdict


def _opened(world: World, editor: Sequence[str], path: Path) -> None:
    try:
        world.foreground([*editor, str(path)])
    except OSError as fault:
        hint = f"`{path}` is there all the same"
        raise CoachError(f"`{editor[0]}` cannot be started: {fault.strerror}", hint) from None


def _verdict(world: World, paths: Sequence[Path], *, strict: bool, form: str = "full") -> Exit:
    from facecoach.safety.check import inspect

    found = [finding for path in paths for finding in inspect(path, library(world))]
    if form == "json":
        say_json(world, [item(finding) for finding in found])
    else:
        _report(world, found, len(paths), short=form == "short")
    grave = any(strict or finding.severity == "error" for finding in found)
    return Exit.FAILED if grave else Exit.DONE


def _report(world: World, found: Sequence[Finding], files: int, *, short: bool) -> None:
    from facecoach.screen.pages.report import drawn, one_line, tally

    if short:
        for finding in found:
            say(world, one_line(finding))
        return
    page = screen(world)
    show(world, (line for finding in found for line in drawn(finding, page)))
    if files:
        show(world, [tally(found, files)])


def _place(shelf: Library, name: str) -> Path:
    """Return the path of a routine or a plan of a name, routines first; raises CoachError."""
    from facecoach.routine.programmes import Programmes

    try:
        return shelf.find(name).path
    except CoachError:
        found = Programmes(shelf).named(name)
        if found is None:
            raise
        return found.path
