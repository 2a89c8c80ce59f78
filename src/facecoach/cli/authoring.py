"""`new`, `check`, `schema` and `build`: routines of one's own, written, looked over, completed and composed."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from facecoach.cli.common import item, library, note, say, say_json, screen, show
from facecoach.errors import CoachError, Exit, UsageError
from facecoach.knowledge.anatomy import ZONES, ZoneName
from facecoach.words import guess

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facecoach.cli.options import (
        AsJson,
        BuildMinutes,
        Edit,
        Files,
        Format,
        From,
        NewName,
        OfPlan,
        Save,
        StartNow,
        Strict,
        ZoneList,
    )
    from facecoach.errors import Finding
    from facecoach.routine.library import Library
    from facecoach.world import World

WHOLE_FACE = "neck,jaw,cheeks,eyes,forehead"


def new(world: World, name: NewName, source: From = None, edit: Edit = False) -> Exit:
    """Write a new routine into your own folder.

    It is a commented template, or a copy of another routine.
    """
    editor = _editor(world) if edit else []
    path = _saved(world, name, source)
    say(world, str(path))
    if not edit:
        note(world, f"open it in your editor; then `facecoach check {name}` and `facecoach run {name}`")
        return Exit.DONE
    _opened(world, editor, path)
    return _verdict(world, [path], strict=False)


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


def build(
    world: World, minutes: BuildMinutes, zones: ZoneList = WHOLE_FACE, save: Save = None, run: StartNow = False
) -> Exit:
    """Compose a routine for some minutes and zones.

    Hygiene and slip come first, the neck before the face, and the way down to the collarbone last.
    """
    text = _composed(world, minutes, _zones(zones))
    path = _kept(world, text, save, run=run)
    if run:
        from facecoach.cli.run import run as practise

        return practise(world, save or str(path))
    if path:
        say(world, str(path))
    else:
        world.stdout.write(text)
    return Exit.DONE


def _saved(world: World, name: str, source: str | None) -> Path:
    from facecoach.routine import draft
    from facecoach.routine.library import contents

    shelf, slug = library(world), draft.checked(name)
    text = draft.template(slug)
    if source is not None:
        text = contents(shelf.load(source).entry.path).decode("utf-8-sig")
    path = draft.save(world.folders.routines, slug, text, shelf.exercises())
    if shelf.find(slug).hides:
        note(world, f"`{slug}` now stands in place of the bundled routine of that name")
    return path


def _editor(world: World) -> list[str]:
    try:
        command = shlex.split(world.env.get("VISUAL") or world.env.get("EDITOR") or "", posix=os.name != "nt")
    except ValueError:
        raise CoachError("`EDITOR` cannot be read: a quote is not closed", "set it anew") from None
    if not command:
        raise CoachError("no editor is set", "set one, as in `export EDITOR=nano`")
    return command


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


def _zones(text: str) -> tuple[ZoneName, ...]:
    names = list(dict.fromkeys(text.lower().replace(",", " ").split()))
    for name in names:
        if name not in ZONES:
            raise UsageError(f"there is no zone `{name[:40]}`", guess(name, ZONES, "`facecoach zones` lists them"))
    if not names:
        raise UsageError("`--zones` names no zone", "as in `--zones jaw,neck`")
    return tuple(ZONES[name].name for name in names)


def _composed(world: World, minutes: int, zones: tuple[ZoneName, ...]) -> str:
    from facecoach.routine.composer import compose
    from facecoach.routine.draft import written

    data = compose(library(world).exercises(), minutes, zones)
    return f"# facecoach build --minutes {minutes} --zones {','.join(zones)}\n{written(data)}"


def _kept(world: World, text: str, name: str | None, *, run: bool) -> Path | None:
    """Write a composed routine down where it is wanted, and return its path; None when it is only to be seen."""
    from facecoach.routine import draft

    if name is not None:
        return draft.save(world.folders.routines, name, text, library(world).exercises())
    return draft.overwritten(world.folders.data / "built.yaml", text) if run else None
