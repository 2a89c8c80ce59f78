"""The commands as Typer has them: for options, help and completion."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Annotated, Any, get_type_hints

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

from facecoach.cli import options
from facecoach.cli.table import COMMANDS

HELP = {"help_option_names": ["-h", "--help"]}


class Lazy(TyperGroup):
    """A group that knows its commands' names, and imports a command only to run or describe it."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order in which help shows them."""
        return [name for name in COMMANDS if " " not in name]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a name, or None; then all commands are loaded, so that the nearest can be proposed."""
        if cmd_name not in COMMANDS or " " in cmd_name:
            for known in self.list_commands(ctx):
                self.get_command(ctx, known)
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _built(cmd_name)
        return self.commands[cmd_name]


def command() -> Any:
    """Return the whole program as one command."""
    app = typer.Typer(
        cls=Lazy,
        invoke_without_command=True,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
        context_settings=HELP,
        epilog="Start with `facecoach run morning`, and look at `facecoach streak` afterwards.",
    )
    app.callback()(_today)
    return get_command(app)


def _built(name: str) -> Any:
    """Return a command, with those below it where it has some."""
    about = COMMANDS[name]
    app = typer.Typer(rich_markup_mode="markdown", pretty_exceptions_enable=False)
    inner = [below for below in COMMANDS if below.startswith(f"{name} ")]
    told = {"epilog": about.epilog, "rich_help_panel": about.panel, "context_settings": HELP}
    if not inner:
        app.command(name, **told)(_typed(about.load(name)))  # type: ignore[arg-type]  # a dict of keywords
        return get_group(app).commands[name]
    app = typer.Typer(name=name, invoke_without_command=True, rich_markup_mode="markdown", **told)  # type: ignore[arg-type]  # a dict of keywords
    app.callback()(_typed(about.load(name), above=True))
    for below in inner:
        one = COMMANDS[below]
        app.command(below.rpartition(" ")[2], epilog=one.epilog)(_typed(one.load(below)))
    return get_group(app)


def _typed(function: FunctionType, *, above: bool = False) -> Callable[..., None]:
    """Return a command's function with its options spelled out for Typer; one `above` others leaves those alone."""
    hints = get_type_hints(function, {**function.__globals__, **vars(options)}, include_extras=True)
    _, *parameters = inspect.signature(function).parameters.values()
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)

    @wraps(function)
    def call(ctx: typer.Context, **given: Any) -> None:
        if not (above and ctx.invoked_subcommand):
            raise typer.Exit(function(ctx.obj, **given) or 0)

    typed = [parameter.replace(annotation=hints[parameter.name]) for parameter in parameters]
    call.__signature__ = inspect.Signature([context, *typed])  # type: ignore[attr-defined]  # a function takes any attribute
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in (context, *typed)}
    return call


def _version(asked: bool) -> None:
    if asked:
        from facecoach import __version__

        typer.echo(f"facecoach {__version__}")
        raise typer.Exit


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

        raise typer.Exit(today(ctx.obj, as_json=as_json))
