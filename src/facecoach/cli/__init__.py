"""The commands: `main(args, world)` runs one and returns what the exit code says."""

from __future__ import annotations

import errno
import gc
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import TextIOWrapper

from facecoach.errors import CoachError, Exit
from facecoach.world import World


def run() -> None:
    """Start the program as the shell does."""
    gc.set_threshold(50_000)  # imports and journals make many objects and hardly any garbage: a tenth of a start
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no reason to stop
    code = main(sys.argv[1:], World.real())
    gc.freeze()  # the process ends: nothing is to be searched for garbage any more, a sixth of a start
    sys.exit(code)


def main(args: list[str], world: World) -> int:
    """Run one command in `world` and return its exit code: the one place where errors become words."""
    asked = args[: args.index("--")] if "--" in args else args
    if "--no-color" in asked:
        args = [arg for arg in asked if arg != "--no-color"] + args[len(asked) :]
        world = replace(world, no_color=True)
    with redirect_stdout(world.stdout), redirect_stderr(world.stderr):
        try:
            return _invoked(args, world)
        except CoachError as fault:
            from facecoach.screen.pages.report import explain

            explain(fault, world.stderr, world.env, no_color=world.no_color)
            return int(fault.code)
        except KeyboardInterrupt:
            return int(Exit.INTERRUPTED)
        except BrokenPipeError:
            _hush(world)
            return int(Exit.FAILED)
        except OSError as fault:
            if fault.errno != errno.ENOSPC:
                raise
            _hush(world)
            world.stderr.write("error: the disk is full, and so is what this was written to\n")
            return int(Exit.FAILED)


def _invoked(args: list[str], world: World) -> int:
    from facecoach.cli.app import command

    try:
        code = command()(args, prog_name="facecoach", standalone_mode=True, obj=world)
    except SystemExit as ended:
        code = ended.code
    world.stdout.flush()
    return code if isinstance(code, int) else 0


def _hush(world: World) -> None:
    """Let nothing more be written to a pipe that nobody reads, not even while Python shuts down."""
    import os

    if world.stdout is sys.__stdout__ and sys.__stdout__ is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
