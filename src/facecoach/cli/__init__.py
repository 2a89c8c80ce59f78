"""The commands: `main(args, world)` runs one and returns its exit code."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import replace
from io import BufferedWriter, RawIOBase, TextIOWrapper
from typing import TYPE_CHECKING

from facecoach.errors import CoachError, Exit, UsageError
from facecoach.world import World

if TYPE_CHECKING:
    from typing import Any, TextIO

# A command line with one of these does not recover a session that a crash cut off.
UNCONCERNED = ("schema", "--version", "--help", "-h")


def run() -> None:
    """Run the command that the shell asked for, and end the program with its exit code."""
    gc.set_threshold(50_000)  # imports and journals make hardly any garbage: this saves a tenth of a start
    sys.stdout, sys.stderr = _whole(sys.stdout), _whole(sys.stderr)
    code = _interruptible(sys.argv[1:], World.real())
    gc.freeze()  # the process ends: without a last search for garbage, which saves a sixth of a start
    for stream in (sys.stdout, sys.stderr):
        _flushed(stream)
    sys.exit(code)


def _interruptible(args: list[str], world: World) -> int:
    """Run one command; a Ctrl-C before and after it ends the program at once, as `facecoach.start` has it."""
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        code = main(args, world)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    except KeyboardInterrupt:
        return int(Exit.INTERRUPTED)
    return code


def _flushed(stream: TextIO | None) -> None:
    """Write what is left to be written; to a reader that is gone nothing is, not even while Python shuts down."""
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        _hush(stream)


def _whole(stream: TextIO) -> TextIO:
    """Return a stream that writes all it is given: `?` for a letter its encoding lacks, and a long text to its end.

    An unbuffered stream, as PYTHONUNBUFFERED makes it, loses what is left of a write that a signal interrupts.
    """
    if not isinstance(stream, TextIOWrapper):
        return stream
    if isinstance(stream.buffer, RawIOBase):
        buffer = BufferedWriter(stream.buffer)
        return TextIOWrapper(buffer, encoding=stream.encoding, errors="replace", line_buffering=True)
    stream.reconfigure(errors="replace")
    return stream


def main(args: list[str], world: World) -> int:
    """Run one command in `world` and return its exit code: the one place where errors become words."""
    args, world = _everywhere(args, world)
    with redirect_stdout(world.stdout), redirect_stderr(world.stderr):
        try:
            return _invoked(args, world)
        except CoachError as fault:
            _explain(fault, world)
            return int(fault.code)
        except KeyboardInterrupt:
            return int(Exit.INTERRUPTED)
        except BrokenPipeError:
            _hush(world.stdout)
            return int(Exit.FAILED)
        except OSError as fault:
            if fault.errno != errno.ENOSPC:
                raise
            _hush(world.stdout)
            world.stderr.write("error: the disk is full, and so is what this was written to\n")
            return int(Exit.FAILED)


def _everywhere(args: list[str], world: World) -> tuple[list[str], World]:
    """Take in what may stand before any command: `--no-color`, and `--json`, which is the command's own."""
    asked = args[: args.index("--")] if "--" in args else args
    rest = args[len(asked) :]
    if "--no-color" in asked:
        asked, world = [arg for arg in asked if arg != "--no-color"], replace(world, no_color=True)
    if asked[:1] == ["--json"] and len(asked) > 1:
        asked = [*asked[1:], "--json"]
    return [*asked, *rest], world


def _invoked(args: list[str], world: World) -> int:
    from facecoach.cli.express import COMPLETION, express
    from facecoach.cli.recovery import recover

    if COMPLETION not in world.env and not set(args) & set(UNCONCERNED):
        recover(world)
    code = call() if (call := express(args, world)) else _parsed(args, world)
    world.stdout.flush()
    return code if isinstance(code, int) else 0


def _parsed(args: list[str], world: World) -> object:
    from facecoach.cli.app import command

    try:
        return command()(args, prog_name="facecoach", standalone_mode=False, obj=world)
    except Exception as fault:
        if not hasattr(fault, "format_message"):
            raise
        raise _misused(fault) from None


def _misused(fault: Any) -> UsageError:
    """Return what Typer's parser found wrong in our own words, with the option's help, which tells its range."""
    from facecoach.cli.table import COMMANDS
    from facecoach.words import guess

    context, about = getattr(fault, "ctx", None), getattr(getattr(fault, "param", None), "help", None)
    message = fault.format_message().rstrip(".").replace("'", "`")
    told = f"`{context.command_path if context else 'facecoach'} --help` says how"
    if message.startswith("No such command"):
        told = guess(message.split("`")[1], (name for name in COMMANDS if " " not in name), told)
    return UsageError(message[:1].lower() + message[1:], f"{about.rstrip('.')}; {told}" if about else told)


def _explain(fault: CoachError, world: World) -> None:
    from facecoach.screen.pages.report import explained
    from facecoach.screen.theme import PIPE, Screen, ink, painted

    shown = ink(world.stderr, world.env, no_color=world.no_color)
    columns, rows = world.size() or PIPE
    for line in explained(fault, Screen(columns, rows, shown)):
        world.stderr.write(f"{painted(line, shown)}\n")


def _hush(stream: TextIO | None) -> None:
    """Let nothing more be written to a stream that nobody reads."""
    if stream is not None and stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
