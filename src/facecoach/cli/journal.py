"""`history`, `log` and `undo`: the sessions that were, one added after the fact, one taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facecoach.cli.common import change, library, open_book, say, say_json, say_table, screen, stamp, write
from facecoach.cli.course import advanced, course_of, followed
from facecoach.cli.paging import show_page
from facecoach.errors import CoachError, UsageError
from facecoach.habit import journal as files
from facecoach.habit import records
from facecoach.habit.account import effect
from facecoach.words import folded, nearest

if TYPE_CHECKING:
    from facecoach.cli.options import AsCsv, AsJson, AtTime, Felt, Last, Minutes, OfRoutine, OnDay, RecordId, Routine
    from facecoach.habit.book import Book
    from facecoach.habit.records import Record
    from facecoach.world import World


def history(
    world: World, last: Last = None, routine: OfRoutine = None, as_csv: AsCsv = False, as_json: AsJson = False
) -> None:
    """List past sessions, the newest first.

    The end of a line's id is enough for `undo`.
    """
    if as_csv and as_json:
        raise UsageError("`--csv` and `--json` exclude each other")
    sessions = _chosen(world, open_book(world, whole=True), routine)[:last]
    if as_json:
        say_json(world, sessions)
    elif as_csv:
        from facecoach.screen.data import COLUMNS, session_row

        say_table(world, COLUMNS, map(session_row, sessions))
    else:
        from facecoach.screen.pages.history import session_lines

        page = screen(world)
        show_page(world, session_lines(sessions, page.columns if page.terminal else None))


def log(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World, routine: Routine, on: OnDay = None, at: AtTime = None, minutes: Minutes = None, feel: Felt = None
) -> None:
    """Add a session that was done without the program."""
    from facecoach.habit.dates import began
    from facecoach.habit.feeling import parse_feel
    from facecoach.session.ending import manual
    from facecoach.session.script import script

    book, now = followed(world, open_book(world)), world.now()
    started, day = began(on, at, book.today, book.policy.day_start, now)
    ready = script(library(world), routine)
    own = files.stamp(now, day.isoformat())
    course = course_of(world, book) if day == book.today else None
    due = course.plan if course and ready.card.entry.slug in course.due else ""
    tight = {"feel": parse_feel(feel)} if feel is not None else {}
    record = {**manual(ready, own, started, minutes, now, due), **tight}
    after = book.added(write(world, record))
    partial = "" if record["outcome"] == "completed" else " as a partial session, under half of it"
    say(world, f"Logged {record['name']} for {day}{partial}")
    say(world, effect(book.history, after.history))
    for line in advanced(world, after):
        say(world, line)


def undo(world: World, key: RecordId = None) -> None:
    """Take back a session, or anything else in the journal.

    Nothing is erased, and an undo can be undone.
    """
    book, after, new = change(world, partial(_taken_back, world, key), whole=True)
    say(world, f"Took back {_described(book.named(new[0]['ref']))}")
    say(world, effect(book.history, after.history))


def _taken_back(world: World, key: str | None, book: Book) -> list[Record]:
    record = _last(book) if key is None else book.named(key)
    return [records.void(stamp(world, book), record["id"])]


def _chosen(world: World, book: Book, routine: str | None) -> list[Record]:
    found = sorted(book.sessions, key=_moment, reverse=True)
    return found if routine is None or not found else _of(world, found, routine)


def _of(world: World, found: list[Record], routine: str) -> list[Record]:
    """Return the sessions of a routine by its name or its written one, as the shelf has it now or as it then was."""
    for field, name in (("routine", routine), ("routine", _slug(world, routine)), ("name", routine)):
        if sessions := [record for record in found if name and folded(str(record.get(field))) == folded(name)]:
            return sessions
    known = sorted({str(record.get("routine")) for record in found})
    near = nearest(routine, [*known, *(str(record.get("name")) for record in found)])
    hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known[:8])}"
    raise CoachError(f"no session of `{routine[:60]}` is in the journal", hint)


def _slug(world: World, routine: str) -> str:
    try:
        return library(world).find(routine).slug
    except CoachError:
        return ""


def _moment(record: Record) -> tuple[str, str, str]:
    return str(record.get("day")), str(record.get("started")), str(record.get("id"))


def _last(book: Book) -> Record:
    if not book.sessions:
        raise CoachError("there is no session to take back", "`facecoach run` starts one")
    return book.sessions[-1]


def _described(record: Record) -> str:
    kind, day = str(record.get("type")), str(record.get("day"))
    if kind == "session":
        return f"{record.get('name') or record.get('routine')} of {day}"
    if kind == "pause":
        return f"the pause from {record.get('from')} until {record.get('until')}"
    if kind == "plan":
        went = f"go to week {record.get('week')}" if record.get("action") == "go" else record.get("action")
        return f"the {went} of the plan `{record.get('plan')}` on {day}"
    said = {"policy": f"the goal set on {day}", "void": f"an undo of {day}: it stands again"}
    return said.get(kind, f"the {kind} of {day}")
