"""`facecoach-prompt [FORMAT]`: the streak in one line for a shell prompt, at a fraction of a full start.

It imports nothing of Typer, Rich, Pydantic, Pillow or PyYAML, unless `{quota}` or `{plan.due}` needs a routine file
that is not bundled, or the file of the running plan was edited. On any trouble it prints nothing: a prompt is no place
for an error.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facecoach.folders import Folders

DEFAULT = "{current}d {mark}"
USAGE = """\
Usage: facecoach-prompt [FORMAT]

One line for a shell prompt or a status bar; FORMAT is `{current}d {mark}` unless given.
Example: facecoach-prompt '{current} days, week {week.done}/{week.goal}, {state}'
"""


def run() -> None:
    """Print the line and exit with 0, or print nothing and exit with 1."""
    gc.disable()  # a journal is many small objects and no cycles, and the process ends at once
    try:
        line = USAGE if sys.argv[1:] in (["-h"], ["--help"]) else f"{prompt(sys.argv[1:], os.environ, now())}\n"
        sys.stdout.buffer.write(line.encode(sys.stdout.encoding or "utf-8", "replace"))
        sys.stdout.flush()
        code = 0
    except Exception:  # noqa: BLE001 - whatever it is, a prompt must not show it
        code = 1
    os._exit(code)  # nothing is left to close, and freeing the records of a long journal takes time


def now() -> datetime:
    """Return the local time with its UTC offset."""
    return datetime.now().astimezone()


def prompt(args: list[str], env: Mapping[str, str], moment: datetime) -> str:
    """Return the line that the format in `args` asks for; raises CoachError, UnknownName or ValueError."""
    from facecoach.habit import journal, oneline
    from facecoach.habit.book import opened

    (wanted,) = args or [DEFAULT]
    ledger = journal.read(data_folder(env))
    dose = _dose(env) if "{quota}" in wanted else lambda _: 1
    book = opened(ledger.records, ledger.sessions, moment, dose)
    told = book.history.as_json()
    if "{plan." in wanted:
        from facecoach.habit.glimpse import glimpse

        told["plan"] = glimpse(book.facts, env, wanted, config_folder(env))
    return oneline.fill(wanted, oneline.names(told))


def data_folder(env: Mapping[str, str], platform: str = sys.platform) -> str:
    """Return where the journal is, as `folders.folders` does, without platformdirs in the usual cases."""
    return _usual(env, platform, "XDG_DATA_HOME", ".local/share") or str(_folders(env).data)


def config_folder(env: Mapping[str, str], platform: str = sys.platform) -> str:
    """Return where one's own routines and plans are, as `folders.folders` does, without platformdirs where it can."""
    return _usual(env, platform, "XDG_CONFIG_HOME", ".config") or str(_folders(env).config)


def _usual(env: Mapping[str, str], platform: str, variable: str, below_home: str) -> str | None:
    """Return the folder that a variable names, or the platform's own below the home; None where it is not so plain."""
    home, shared = env.get("HOME", ""), env.get(variable, "")
    if chosen := env.get("FACECOACH_HOME"):
        return chosen
    if platform == "linux" and "ANDROID_DATA" not in env:
        if shared.startswith("/"):
            return os.path.join(shared, "facecoach")
        if home.startswith("/") and not shared:
            return os.path.join(home, below_home, "facecoach")
    if platform == "darwin" and home.startswith("/") and not shared:
        return os.path.join(home, "Library/Application Support/facecoach")
    return None


def _folders(env: Mapping[str, str]) -> Folders:
    from facecoach.folders import folders

    return folders(env)


def _dose(env: Mapping[str, str]) -> Callable[[str], int]:
    from facecoach.folders import bundled, folders
    from facecoach.routine.library import Library

    return Library(folders(env).routines, bundled()).daily
