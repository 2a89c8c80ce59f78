"""`new`, `check` and `schema`: a routine of one's own, written, looked over, and completed by an editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from facecoach.cli.common import console, library, note, say, say_json
from facecoach.cli.complete import routine_names
from facecoach.cli.recovery import recover
from facecoach.errors import CoachError, Exit, Finding
from facecoach.world import World

app = typer.Typer()

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", autocompletion=routine_names, help="Names or paths; your own folder without."),
]
Edit = Annotated[bool, typer.Option("--edit", help="Open it in $VISUAL or $EDITOR, and check it on return.")]
Format = Annotated[Literal["full", "short"], typer.Option("--format", help="With the line and a caret, or one a line.")]
From = Annotated[
    str | None, typer.Option("--from", metavar="ROUTINE", autocompletion=routine_names, help="Begin with a copy of it.")
]


@app.command(epilog="Example: `facecoach new lunch-break --edit`, or `facecoach new my-ten --from morning`")
def new(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Small letters, digits and dashes.")],
    source: From = None,
    edit: Edit = False,
) -> None:
    """Write a new routine into your own folder.

    It is a commented template, or a copy of another routine.
    """
    recover(ctx.obj)
    editor = _editor(ctx.obj) if edit else []
    path = _saved(ctx.obj, name, source)
    say(ctx.obj, str(path))
    if not edit:
        note(ctx.obj, f"open it in your editor; then `facecoach check {name}` and `facecoach run {name}`")
        return
    _opened(editor, path)
    raise typer.Exit(_verdict(ctx.obj, [path], strict=False))


@app.command(epilog="Example: `facecoach check`, or `facecoach check lunch-break --strict --format short`")
def check(
    ctx: typer.Context,
    files: Files = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    form: Format = "full",
) -> None:
    """Hold routines against the rules.

    `# facecoach: allow FC203` on a line silences that finding there; `facecoach learn rules` gives the reasons.
    """
    recover(ctx.obj)
    shelf = library(ctx.obj)
    paths = [shelf.find(name).path for name in files] if files else [one.path for one in shelf.own_entries()]
    if not paths:
        note(ctx.obj, "there is no routine of your own yet; `facecoach new NAME` writes one")
    raise typer.Exit(_verdict(ctx.obj, paths, strict=strict, form="json" if as_json else form))


@app.command(epilog="Example: `facecoach schema > routine.schema.json`")
def schema(ctx: typer.Context) -> None:
    """Print the JSON Schema of a routine file.

    It gives an editor completion and hover text.
    """
    from facecoach.routine.schema import routine_schema

    say_json(ctx.obj, routine_schema(library(ctx.obj).exercises()))


def _saved(world: World, name: str, source: str | None) -> Path:
    from facecoach.routine import draft as drafts
    from facecoach.routine.library import contents

    shelf, slug = library(world), drafts.checked(name)
    text = drafts.template(slug)
    if source is not None:
        text = contents(shelf.load(source).entry.path).decode("utf-8-sig")
    path = drafts.save(world.folders.routines, slug, text, shelf.exercises())
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


def _opened(editor: Sequence[str], path: Path) -> None:
    try:
        subprocess.run([*editor, str(path)], check=False)  # noqa: S603 - the user's own editor, without a shell
    except OSError as fault:
        hint = f"`{path}` is there all the same"
        raise CoachError(f"`{editor[0]}` cannot be started: {fault.strerror}", hint) from None


def _verdict(world: World, paths: Sequence[Path], *, strict: bool, form: str = "full") -> Exit:
    from facecoach.safety.check import inspect

    found = [finding for path in paths for finding in inspect(path, library(world).exercises)]
    if form == "json":
        say_json(world, [_item(finding) for finding in found])
    else:
        _show(world, found, len(paths), short=form == "short")
    grave = any(strict or finding.severity == "error" for finding in found)
    return Exit.FAILED if grave else Exit.DONE


def _item(finding: Finding) -> dict[str, object]:
    fields = ("path", "line", "column", "code", "severity", "message", "hint")
    return {field: getattr(finding, field) for field in fields}


def _show(world: World, found: Sequence[Finding], files: int, *, short: bool) -> None:
    from facecoach.screen.pages.report import drawn, one_line, tally

    screen = console(world)
    for finding in found:
        for line in [one_line(finding)] if short else drawn(finding, screen):
            screen.print(line, soft_wrap=True)
    if files and not short:
        screen.print(tally(found, files))
