"""The program's commands by name; each family's file is imported when one of its commands is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

FAMILIES = {
    "run": "run",
    "streak": "streak",
    "list": "routines",
    "show": "routines",
    "history": "journal",
    "log": "journal",
    "undo": "journal",
    "goal": "goal",
    "pause": "goal",
    "zones": "zones",
    "safety": "safety",
    "learn": "learn",
    "new": "authoring",
    "check": "authoring",
    "schema": "authoring",
    "build": "compose",
    "doctor": "doctor",
}


PANELS = {
    "run": "Every day", "streak": "Every day", "routines": "Every day", "journal": "The journal", "goal": "The journal",
    "zones": "The face", "safety": "The face", "learn": "The face", "authoring": "Your own routines",
    "compose": "Your own routines", "doctor": "Care",
}  # fmt: skip


class Lazy(TyperGroup):
    """A group that knows its commands' names, and imports a command only to run or describe it."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order in which help shows them."""
        return list(FAMILIES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a name, or None; then all names are known, so that the nearest can be proposed."""
        family = FAMILIES.get(cmd_name)
        if family is None:
            for known in FAMILIES:
                self.get_command(ctx, known)
            return None
        if cmd_name not in self.commands:
            module = import_module(f"facecoach.cli.{family}")
            for name, command in get_group(module.app).commands.items():
                command.rich_help_panel = PANELS[family]  # type: ignore[attr-defined]  # every Typer command has one
                self.commands[name] = command
        return self.commands[cmd_name]


def _version(asked: bool) -> None:
    if asked:
        from facecoach import __version__

        typer.echo(f"facecoach {__version__}")
        raise typer.Exit


def command() -> Any:
    """Return the whole program as one command."""
    app = typer.Typer(
        cls=Lazy,
        invoke_without_command=True,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Start with `facecoach run morning`, and look at `facecoach streak` afterwards.",
    )
    app.callback()(_today)
    return get_command(app)


def _today(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print today as JSON.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    _no_color: Annotated[bool, typer.Option("--no-color", help="Use no colour; with every command.")] = False,
) -> None:
    """Coach a face: guided massage and exercise, and the streak that keeps it going.

    Alone, it shows today at a glance and one suggestion.
    """
    if ctx.invoked_subcommand is None:
        from facecoach.cli.today import today

        today(ctx.obj, as_json=as_json)
