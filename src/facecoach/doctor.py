"""Is everything in order? Each room of the program looked at, each finding with what mends it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any, Literal

from facecoach import settings
from facecoach.errors import CoachError
from facecoach.folders import Folders
from facecoach.habit import journal
from facecoach.habit.history import judge
from facecoach.routine.library import Library
from facecoach.session import kept as running
from facecoach.session.voice import find_voice

Severity = Literal["fine", "note", "wrong"]
KNOWN = ("session", "void", "policy", "pause", "condition", "screening")
MOST = 20


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found: in which area, whether it is fine, worth a note or wrong, where, and the way out."""

    area: str
    severity: Severity
    message: str
    place: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of standard output."""

    interactive: bool
    columns: int
    rows: int
    colours: str
    encoding: str


def examine(
    folders: Folders, stock: Path, today: date, terminal: Terminal, which: Callable[[str], str | None]
) -> Iterator[Remark]:
    """Yield what there is to say of each room."""
    yield from check_folders(folders)
    yield from check_journal(folders.data, today)
    yield from check_running(folders.data)
    yield from check_routines(folders.routines, stock)
    yield from check_settings(folders.settings)
    yield from check_terminal(terminal)
    yield from check_voice(which)


def check_folders(folders: Folders) -> Iterator[Remark]:
    """Say whether the folders can be written to; one that is missing is made when it is first needed."""
    for folder in dict.fromkeys((folders.data, folders.config)):
        there = next(path for path in (folder, *folder.parents) if path.exists())
        if not there.is_dir():
            yield Remark(
                "folders",
                "wrong",
                "a file is in the way of this folder",
                str(there),
                f"mv {quote(str(there))} {quote(f'{there}.old')}",
            )
        elif not os.access(there, os.W_OK | os.X_OK):
            yield Remark(
                "folders", "wrong", "this folder cannot be written to", str(there), f"chmod u+rwx {quote(str(there))}"
            )
        elif there == folder:
            yield Remark("folders", "fine", "there and writable", str(folder))
        else:
            yield Remark("folders", "fine", "not there yet, and made when first needed", str(folder))


def check_journal(folder: Path, today: date) -> Iterator[Remark]:
    """Say whether the journal can be read and written, and which of its lines and records do not count."""
    path = folder / journal.NAME
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        yield Remark("journal", "wrong", "cannot be read and written", str(path), f"chmod u+rw {quote(str(path))}")
    try:
        lines = journal.read(folder)
    except CoachError as fault:
        yield Remark("journal", "wrong", fault.message, str(path), f"mv {quote(str(path))} {quote(f'{path}.old')}")
        return
    for place in lines.damaged[:MOST]:
        yield Remark("journal", "wrong", "a damaged line, which is skipped", place, "facecoach doctor --fix")
    if len(lines.damaged) > MOST:
        rest = f"{len(lines.damaged) - MOST} more damaged lines"
        yield Remark("journal", "wrong", rest, str(folder), "facecoach doctor --fix")
    yield from _torn(path)
    yield from _records(lines.records, today)
    if not lines.damaged:
        yield Remark("journal", "fine", f"{len(lines.records)} records, every line whole", str(path))


def _torn(path: Path) -> Iterator[Remark]:
    try:
        with path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            ends = file.read(1) == b"\n"
    except OSError:
        return
    if not ends:
        yield Remark("journal", "note", "the last line has no end; the next record begins a line of its own", str(path))


def _records(records: list[dict[str, Any]], today: date) -> Iterator[Remark]:
    history = judge(records, today)
    for record in history.future[:MOST]:
        mend = f"facecoach undo {record}"
        yield Remark("journal", "note", f"dated after today, and ignored until its day: {record}", mend=mend)
    for record in history.skipped[:MOST]:
        yield Remark("journal", "note", f"a record that cannot be understood, and is ignored: {record}")
    unknown = Counter(str(record.get("type")) for record in records if record.get("type") not in KNOWN)
    for kind, count in unknown.most_common(MOST):
        yield Remark("journal", "note", f"{count} of the unknown type `{kind[:40]}`, kept and ignored")


def check_running(folder: Path) -> Iterator[Remark]:
    """Say whether a session was left behind."""
    path = folder / running.NAME
    if not path.exists() or not running.abandoned(folder):
        return
    if running.load(folder) is None:
        yield Remark(
            "running", "wrong", "what was kept of a session cannot be read", str(path), "facecoach doctor --fix"
        )
        return
    yield Remark("running", "note", "a session was cut off; it can be continued", str(path), "facecoach run --resume")


def check_routines(own: Path, stock: Path) -> Iterator[Remark]:
    """Say of each of one's own routines whether it loads."""
    library = Library(own, stock)
    entries = library.own_entries()
    faults = 0
    for entry in entries:
        try:
            library.opened(entry)
        except CoachError as fault:
            faults += 1
            yield Remark("routines", "wrong", fault.message, str(entry.path), f"facecoach check {entry.path}")
    if not faults:
        yield Remark("routines", "fine", f"{len(entries)} of your own" if entries else "none of your own yet", str(own))


def check_settings(path: Path) -> Iterator[Remark]:
    """Say whether the settings hold."""
    try:
        settings.read(path)
    except CoachError as fault:
        found = getattr(fault, "findings", ())
        told = "; ".join(finding.message for finding in found) or fault.message
        yield Remark(
            "settings", "wrong", told, found[0].place if found else str(path), f"${{EDITOR:-vi}} {quote(str(path))}"
        )
    else:
        yield Remark(
            "settings", "fine", "they hold" if path.exists() else "none, so everything is as it comes", str(path)
        )


def check_terminal(terminal: Terminal) -> Iterator[Remark]:
    """Say what the terminal can show."""
    if terminal.encoding.lower().replace("-", "") != "utf8":
        wrong = f"the encoding is {terminal.encoding or 'unknown'}, so marks and faces cannot be shown"
        yield Remark("terminal", "wrong", wrong, mend="export PYTHONUTF8=1")
    if not terminal.interactive:
        yield Remark("terminal", "note", "standard output is no terminal, so a session would be lines")
        return
    size = f"{terminal.columns}x{terminal.rows}, {terminal.colours}"
    small = terminal.columns < 60 or terminal.rows < 16
    yield Remark(
        "terminal", "note" if small else "fine", f"{size}; there is room for the face from 60x16" if small else size
    )


def check_voice(which: Callable[[str], str | None]) -> Iterator[Remark]:
    """Say whether the machine can speak."""
    if command := find_voice(which):
        yield Remark("voice", "fine", "found", command[0])
    else:
        yield Remark("voice", "note", "none on this machine; `espeak-ng` is one that can be installed")


def colours(env: Mapping[str, str]) -> str:
    """Return in words how many colours an environment promises."""
    if env.get("NO_COLOR"):
        return "no colour, as NO_COLOR asks"
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256 colours" if "256" in env.get("TERM", "") else "16 colours"
