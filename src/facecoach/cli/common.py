"""What every command needs of the world: the journal read once, the routines, a screen, lines, JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from facecoach.habit import journal
from facecoach.habit.book import Book, opened
from facecoach.screen.data import as_json
from facecoach.screen.spans import plain
from facecoach.screen.theme import PIPE, Screen, ink, painted
from facecoach.settings import Settings, read
from facecoach.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from facecoach.errors import Finding
    from facecoach.face.modes import Mode
    from facecoach.habit.records import Record, Stamp
    from facecoach.routine.library import Library
    from facecoach.routine.shelf import Card
    from facecoach.screen.picture import Look
    from facecoach.screen.spans import Line
    from facecoach.settings import FaceMode
    from facecoach.world import World

NARROWEST, WIDEST = 20, 1000


def open_book(world: World, *, whole: bool = False) -> Book:
    """Read the journal and say on stderr what of it could not be read; raises CoachError."""
    ledger = journal.read(world.folders.data, whole=whole)
    book = _book_of(world, ledger)
    _warn_of(world, ledger, book)
    return book


class Change(NamedTuple):
    """The journal before and after a change, and the records that made it."""

    before: Book
    after: Book
    new: list[Record]


def change(world: World, decide: Callable[[Book], Sequence[Record]], *, whole: bool = False) -> Change:
    """Write down what `decide` makes of the journal, which nobody else writes to meanwhile; raises CoachError."""
    folder = world.folders.data
    with journal.alone(folder) as pen:
        ledger = journal.read(folder, whole=whole)
        book = _book_of(world, ledger)
        new = pen.extend(decide(book))
    _warn_of(world, ledger, book)
    return Change(book, book.added(*new) if new else book, new)


def unchanged(world: World) -> Change:
    """Return the journal as it is; raises CoachError."""
    book = open_book(world)
    return Change(book, book, [])


def _book_of(world: World, ledger: journal.Ledger) -> Book:
    return opened(ledger.records, ledger.sessions, world.now(), library(world).daily)


def _warn_of(world: World, ledger: journal.Ledger, book: Book) -> None:
    _warn_first(world, "a damaged line in the journal is skipped", ledger.damaged)
    _warn_first(world, "a copy of the journal is left out", [f"{path}: {why}" for path, why in ledger.left_out])
    _warn(world, len(book.facts.future), "dated after today")
    _warn(world, len(book.facts.skipped), "unreadable")


def _warn_first(world: World, what: str, places: Sequence[str]) -> None:
    if places:
        others = f" and {len(places) - 1} more" if len(places) > 1 else ""
        note(world, f"{what}: {places[0]}{others}; `facecoach doctor` looks into it")


def _warn(world: World, number: int, what: str) -> None:
    if number:
        verb = "is" if number == 1 else "are"
        note(world, f"{count(number, 'record')} {verb} {what} and ignored; `facecoach doctor` looks into it")


def write(world: World, record: Record) -> Record:
    """Append a record to the journal and return it; raises CoachError."""
    return journal.append(world.folders.data, record)


def stamp(world: World, book: Book) -> Stamp:
    """Return what a record of today begins with."""
    return journal.stamp(world.now(), book.today.isoformat())


def library(world: World) -> Library:
    """Return the routines there are, each weighed by what conditions say of it."""
    from facecoach.routine.library import Library
    from facecoach.safety.weigh import weigh

    return Library(world.folders.routines, world.stock, weigh)


def cards(world: World) -> list[Card]:
    """Return the cards of all routines that can be read, and say on stderr which cannot."""
    from facecoach.errors import CoachError

    found = []
    for card in library(world).cards():
        if isinstance(card, CoachError):
            note(world, f"{card.message}; `facecoach check` looks into it")
        else:
            found.append(card)
    return found


def screen(world: World) -> Screen:
    """Return what stdout is: its size, and what it can show."""
    columns, rows = world.size() or PIPE
    shown = ink(world.stdout, world.env, no_color=world.no_color)
    if shown == "plain":
        wide = world.env.get("COLUMNS", "")
        columns, rows = int(wide) if wide.isdecimal() and len(wide) < 5 else PIPE[0], PIPE[1]
    return Screen(min(WIDEST, max(NARROWEST, columns)), rows, shown)


def show(world: World, lines: Iterable[Line]) -> None:
    """Write lines to stdout as it can show them."""
    shown = ink(world.stdout, world.env, no_color=world.no_color)
    for line in lines:
        world.stdout.write(f"{painted(line, shown)}\n")


def wishes(world: World) -> Settings:
    """Return the settings, and say on stderr which keys are none; raises FaultyFile or CoachError."""
    return read(world.folders.settings, lambda odd: note(world, f"{odd.place}: {odd.message}; {odd.hint}"))


def look(world: World) -> Look:
    """Return how a picture is drawn on stdout, in words where it is no terminal; raises FaultyFile or CoachError."""
    from facecoach.cli.terminals import terminal
    from facecoach.screen.live.albums import CELL
    from facecoach.screen.picture import Look

    if screen(world).ink == "plain":
        return Look("words", "mannequin")
    wish = wishes(world)
    return Look(drawn(world, wish.face), wish.palette, terminal(world).cell or CELL)


def plain_look(world: World) -> Look:
    """Return how a picture of cells is drawn on stdout; raises FaultyFile or CoachError."""
    from facecoach.cli.terminals import terminal
    from facecoach.screen.live.portrait import drawn_as
    from facecoach.screen.picture import Look

    wish = wishes(world)
    return Look(drawn_as(screen(world).ink, encoding(world), wish.face, terminal(world).plain), wish.palette)


def drawn(world: World, wish: FaceMode) -> Mode:
    """Return how a face is drawn on stdout, where that is a terminal."""
    from facecoach.cli.terminals import terminal
    from facecoach.screen.live.portrait import drawn_as

    return drawn_as(screen(world).ink, encoding(world), wish, terminal(world))


def item(finding: Finding) -> dict[str, object]:
    """Return a finding as JSON has it."""
    fields = ("path", "line", "column", "code", "severity", "message", "hint")
    return {field: getattr(finding, field) for field in fields}


def encoding(world: World) -> str:
    """Return the encoding of stdout."""
    return getattr(world.stdout, "encoding", None) or "utf-8"


def say(world: World, line: str) -> None:
    """Write a line of data to stdout, as text that cannot steer a terminal."""
    world.stdout.write(f"{plain(line)}\n")


def note(world: World, line: str) -> None:
    """Write a remark to stderr, as text that cannot steer a terminal; dropped where stderr cannot be written."""
    safe = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    try:
        world.stderr.write(f"facecoach: {safe}\n")
    except OSError:
        return


def say_table(world: World, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows to stdout as comma separated values; lines end alike everywhere, as RFC 4180 has it."""
    from io import TextIOWrapper

    from facecoach.screen.data import as_table

    if isinstance(world.stdout, TextIOWrapper):
        world.stdout.reconfigure(newline="")  # Windows would end lines twice
    world.stdout.write(as_table(columns, rows))


def say_json(world: World, data: Any) -> None:
    """Write data to stdout as JSON."""
    world.stdout.write(f"{as_json(data, indent=2)}\n")
