"""`facecoach-prompt [FORMAT]`: the streak in one line for a shell prompt, at a fraction of a full start.

It imports nothing of Typer, Rich, Pydantic, Pillow or PyYAML, and on any trouble prints nothing: a prompt is no place
for an error.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT = "{current}d {mark}"
USAGE = """\
Usage: facecoach-prompt [FORMAT]

One line for a shell prompt or a status bar; FORMAT is `{current}d {mark}` unless given.
Example: facecoach-prompt '{current} days, week {week.done}/{week.goal}, {state}'
"""


def run() -> None:
    """Start as the shell does: a line and exit code 0, or nothing and 1."""
    gc.disable()  # a journal is many small objects and no cycles, and the process ends at once
    try:
        line = USAGE if sys.argv[1:] in (["-h"], ["--help"]) else f"{prompt(sys.argv[1:], os.environ, now())}\n"
        sys.stdout.buffer.write(line.encode(sys.stdout.encoding or "utf-8", "replace"))
        sys.stdout.flush()
        code = 0
    except Exception:  # noqa: BLE001 - whatever it is, a prompt must not show it
        code = 1
    os._exit(code)  # nothing is left to tidy up, and tidying a long journal takes longer than reading its day


def now() -> datetime:
    """Return the time with its offset."""
    return datetime.now().astimezone()


def prompt(args: list[str], env: Mapping[str, str], moment: datetime) -> str:
    """Return the line that the format in `args` asks for; raises CoachError, UnknownName or ValueError."""
    from facecoach.habit import journal
    from facecoach.habit import oneline as template
    from facecoach.habit.facts import count_day, policy_on
    from facecoach.habit.history import judge

    (wanted,) = args or [DEFAULT]
    records = journal.read(data_folder(env)).records
    today = count_day(moment, policy_on(records, moment.date()).day_start)
    doses = _doses(records, today.isoformat(), env) if "{quota}" in wanted else {}
    return template.fill(wanted, template.names(judge(records, today, doses).as_json()))


def data_folder(env: Mapping[str, str], platform: str = sys.platform) -> str:
    """Return where the journal is, as `settings.folders` does, without platformdirs where the answer is plain."""
    home, shared = env.get("HOME", ""), env.get("XDG_DATA_HOME", "")
    if chosen := env.get("FACECOACH_HOME"):
        return chosen
    if platform == "linux" and "ANDROID_DATA" not in env:
        if shared.startswith("/"):
            return os.path.join(shared, "facecoach")  # noqa: PTH118 - pathlib costs a shell prompt more than it has
        if home.startswith("/") and not shared:
            return os.path.join(home, ".local/share/facecoach")  # noqa: PTH118 - as above
    if platform == "darwin" and home.startswith("/") and not shared:
        return os.path.join(home, "Library/Application Support/facecoach")  # noqa: PTH118 - as above
    from facecoach.folders import folders

    return str(folders(env).data)


def _doses(records: list[dict[str, object]], day: str, env: Mapping[str, str]) -> dict[str, int]:
    from facecoach.folders import bundled, folders
    from facecoach.habit.doses import doses

    return doses(records, day, folders(env).routines, bundled())
