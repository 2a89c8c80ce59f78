"""Whether everything is in order: each place is examined, and each remark has the command that mends it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shlex import quote
from typing import Literal

from facecoach import settings
from facecoach.errors import CoachError, Finding
from facecoach.files import reading
from facecoach.folders import Folders
from facecoach.habit import journal
from facecoach.habit.book import Book, opened
from facecoach.habit.copies import copies
from facecoach.routine.library import Library
from facecoach.routine.programmes import Programmes
from facecoach.session import kept

Severity = Literal["fine", "note", "wrong"]
FIX = "facecoach doctor --fix"
MOST = 20

Reminding = tuple[Path, str] | None  # an installed reminder's file, and the program that it starts


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found: in which area, whether fine, worth a note or wrong, where, and the command that mends it."""

    area: str
    severity: Severity
    message: str
    place: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of standard output; `face` is how a face is drawn on it, and why."""

    interactive: bool
    columns: int
    rows: int
    colours: str
    encoding: str
    face: str = ""


@dataclass(frozen=True, slots=True)
class Sound:
    """The programs that play a sound and that speak, each empty where there is none."""

    player: str
    voice: str


def examine(  # noqa: PLR0913 - each is a place that is looked at
    folders: Folders, library: Library, now: datetime, terminal: Terminal, sound: Sound, reminder: Reminding = None
) -> Iterator[Remark]:
    """Yield what there is to say of each place, of the terminal and of what can be heard."""
    yield from check_folders(folders)
    if _open(folders.data):
        yield from check_journal(folders.data, now)
        yield from check_running(folders.data)
    if _open(folders.config):
        yield from check_routines(library)
        yield from check_plans(Programmes(library))
        yield from check_settings(folders.settings)
    yield from check_terminal(terminal)
    yield from check_player(sound.player)
    yield from check_voice(sound.voice)
    yield from check_reminder(reminder)


def check_folders(folders: Folders) -> Iterator[Remark]:
    """Say whether the folders can be written to; one that is missing is made when it is first needed."""
    for folder in dict.fromkeys((folders.data, folders.config)):
        there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
        if not os.path.isdir(there):
            aside = f"mv {quote(str(there))} {quote(f'{there}.old')}"
            yield Remark("folders", "wrong", "a file is in the way of this folder", str(there), aside)
        elif not os.access(there, os.R_OK | os.W_OK | os.X_OK):
            yield Remark("folders", "wrong", "this folder cannot be read and written", str(there), _opening(there))
        elif there == folder:
            yield Remark("folders", "fine", "there and writable", str(folder))
        else:
            yield Remark("folders", "fine", "not there yet, and made when first needed", str(folder))


def _open(folder: Path) -> bool:
    """Whether what is in a folder can be looked at; where it cannot, only the folder is worth a remark."""
    return not os.path.lexists(folder) or os.access(folder, os.R_OK | os.X_OK)


def _opening(path: Path) -> str:
    """Return the command that makes a folder or a file one's own to read and write."""
    if os.name != "nt" and os.stat(path).st_uid != os.geteuid():
        return f'sudo chown -R "$USER" {quote(str(path))}'
    return f"chmod u+rwx {quote(str(path))}" if os.path.isdir(path) else f"chmod u+rw {quote(str(path))}"


def check_journal(folder: Path, now: datetime) -> Iterator[Remark]:
    """Say whether the journal can be read and written, and which of its lines and records do not count."""
    path = folder / journal.NAME
    if os.path.exists(path) and not os.access(path, os.R_OK | os.W_OK):
        yield Remark("journal", "wrong", "cannot be read and written", str(path), _opening(path))
        return
    try:
        ledger = journal.read(folder, whole=True)
    except CoachError as fault:
        yield Remark("journal", "wrong", fault.message, str(path), _unreadable(path))
        return
    for copy, why in ledger.left_out:
        yield Remark("journal", "wrong", f"a copy that is left out: {why}", copy, _unreadable(Path(copy)))
    for copied in copies(folder)[:MOST]:
        told = "a copy beside the journal, read along with it and not yet folded in"
        yield Remark("journal", "note", told, str(copied), FIX)
    for place in ledger.damaged[:MOST]:
        yield Remark("journal", "wrong", "a damaged line, which is skipped", place, FIX)
    if len(ledger.damaged) > MOST:
        yield Remark("journal", "wrong", f"{len(ledger.damaged) - MOST} more damaged lines", str(folder), FIX)
    yield from _torn(path)
    yield from _records(opened(ledger.records, ledger.sessions, now))
    if not ledger.damaged:
        yield Remark("journal", "fine", f"{len(ledger.records)} records, every line whole", str(path))


def _unreadable(path: Path) -> str:
    """Return the command that makes a file readable, or moves aside what is no regular file."""
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return f"ls -l {quote(str(path))}"
    return _opening(path) if regular else f"mv {quote(str(path))} {quote(f'{path}.aside')}"


def _torn(path: Path) -> Iterator[Remark]:
    try:
        with reading(path) as file:
            file.seek(-1, os.SEEK_END)
            ends = file.read(1) == b"\n"
    except OSError:
        return
    if not ends:
        yield Remark("journal", "note", "the last line has no end; the next record begins a line of its own", str(path))


def _records(book: Book) -> Iterator[Remark]:
    for record in book.history.future[:MOST]:
        mend = f"facecoach undo {record}"
        yield Remark("journal", "note", f"dated after today, and ignored until its day: {record}", mend=mend)
    for record in book.history.skipped[:MOST]:
        yield Remark("journal", "note", f"a record that cannot be understood, and is ignored: {record}")
    for kind, number in book.merged.unknown.most_common(MOST):
        yield Remark("journal", "note", f"{number} of the unknown type `{kind[:40]}`, kept and ignored")


def check_running(folder: Path) -> Iterator[Remark]:
    """Say whether a session was left behind."""
    path = folder / kept.NAME
    if not kept.abandoned(folder):
        return
    if kept.load(folder) is None:
        yield Remark("running", "wrong", "what was kept of a session cannot be read", str(path), FIX)
        return
    yield Remark("running", "note", "a session was cut off; it can be continued", str(path), "facecoach run --resume")


def check_routines(library: Library) -> Iterator[Remark]:
    """Say of each of one's own routines whether it loads."""
    if os.path.lexists(library.own) and not _open(library.own):
        yield Remark("routines", "wrong", "this folder cannot be read", str(library.own), _opening(library.own))
        return
    entries, faults = library.own_entries(), 0
    for entry in entries:
        try:
            library.opened(entry)
        except CoachError as fault:
            faults += 1
            look = f"facecoach check {quote(str(entry.path))}"
            yield Remark("routines", "wrong", fault.message, str(entry.path), look)
    if not faults:
        told = f"{len(entries)} of your own" if entries else "none of your own yet"
        yield Remark("routines", "fine", told, str(library.own))


def check_plans(shelf: Programmes) -> Iterator[Remark]:
    """Say of each of one's own plans that does not load why."""
    for entry in shelf.own_entries():
        try:
            shelf.opened(entry)
        except CoachError as fault:
            yield Remark("plans", "wrong", fault.message, str(entry.path), f"facecoach check {quote(str(entry.path))}")


def check_settings(path: Path) -> Iterator[Remark]:
    """Say whether the settings are valid."""
    odd: list[Finding] = []
    try:
        settings.read(path, odd.append)
    except CoachError as fault:
        found = getattr(fault, "findings", ())
        told = "; ".join(finding.message for finding in found) or fault.message
        place = found[0].place if found else str(path)
        yield Remark("settings", "wrong", told, place, _editing(path) if found else _unreadable(path))
    else:
        for one in odd:
            yield Remark("settings", "wrong", f"{one.message}; {one.hint}", one.place, _editing(path))
        if odd:
            return
        told = "they hold" if os.path.exists(path) else "none, so everything is as it comes"
        yield Remark("settings", "fine", told, str(path))


def _editing(path: Path) -> str:
    return f"${{EDITOR:-vi}} {quote(str(path))}"


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
    told = f"{size}; there is room for the face from 60x16" if small else size
    yield Remark("terminal", "note" if small else "fine", told)
    if terminal.face:
        yield Remark("terminal", "fine", terminal.face)


def check_player(player: str) -> Iterator[Remark]:
    """Say whether the machine can play tones."""
    if player:
        yield Remark("sound", "fine", "tones can be played", player)
    else:
        none = "no player for tones on this machine, so the bell rings; `aplay` is one that can be installed"
        yield Remark("sound", "note", none)


def check_voice(voice: str) -> Iterator[Remark]:
    """Say whether the machine can speak."""
    if voice:
        yield Remark("voice", "fine", "found", voice)
    else:
        yield Remark("voice", "note", "none on this machine; `espeak-ng` is one that can be installed")


def check_reminder(found: Reminding) -> Iterator[Remark]:
    """Say whether the program that an installed reminder starts is still there."""
    if found is None:
        return
    path, program = found
    if program and os.path.exists(program):
        yield Remark("reminder", "fine", "installed, and what it starts is there", str(path))
        return
    gone = f"it starts `{program}`, which is no longer there" if program else "what it starts cannot be told"
    yield Remark("reminder", "wrong", f"{gone}; install it anew, or remove it", str(path), "facecoach remind --remove")
