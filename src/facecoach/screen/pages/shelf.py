"""The routines there are as a table: by time of day, with what is done today and what is ruled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facecoach.knowledge.anatomy import ZONES
from facecoach.routine.shelf import Card
from facecoach.screen.spans import QUIET, WARM, Line, cells, line, padded, width, wrapped
from facecoach.screen.tiles import tile, tiles
from facecoach.words import clock, listed

TIMES = ("morning", "midday", "evening", "night", "anytime")
WHEN, MARK, TIME, GAP = 9, 2, 6, 2
LONGEST = 16  # cells of a routine's name in the table; a longer one stands above its line
TILES = 17  # cells of the most tiles that stand apart; more stand side by side
SHORTEST = 24  # cells of a name below which times of day become headings
HINT = "facecoach show NAME tells more, run NAME starts, zones has the letters"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A routine as it stands today: how often it was done, and whether a recorded condition rules it out."""

    card: Card
    done: int = 0
    ruled_out: bool = False

    @property
    def mark(self) -> tuple[str, str]:
        """The mark before its name."""
        if self.ruled_out:
            return ("×", QUIET)
        return ("●" if self.done >= self.card.daily else "◐" if self.done else " ", WARM)


@dataclass(frozen=True, slots=True)
class Table:
    """How wide the columns are.

    Without `when` the times of day are headings; with `name` 0 each routine is stacked.
    """

    room: int
    when: int
    slug: int
    name: int
    zones: int


def table_lines(found: Sequence[Shelved], why: Sequence[str], columns: int) -> Iterator[Line]:
    """Yield every routine in its group with its zones, and what the marks mean; `why` names what rules some out."""
    table = _table(found, columns)
    yield from _header(table)
    for time in TIMES:
        group = [one for one in found if one.card.when == time]
        if group and not table.when:
            yield line((time, "bold"))
        for number, one in enumerate(group):
            fits = table.name and cells(one.card.entry.slug) <= table.slug
            yield from (_row if fits else _stacked)(one, table, "" if number else time)
    yield ()
    for words in filter(None, (_legend(found, why), HINT)):
        yield from wrapped(line((words, QUIET)), columns)


def _table(found: Sequence[Shelved], columns: int) -> Table:
    slug = min(LONGEST, max((cells(one.card.entry.slug) for one in found), default=0))
    names = max((width(_name(one)) for one in found), default=0)
    rest = columns - MARK - slug - TIME - 2 * GAP
    if (name := min(names, rest - WHEN - TILES)) >= min(names, SHORTEST):
        return Table(columns, WHEN, slug, name, rest - WHEN - name)
    name = min(names, rest - TILES)
    return Table(columns, 0, slug, name if name >= SHORTEST // 2 else 0, rest - name)


def _header(table: Table) -> list[Line]:
    if not table.name:
        return []
    when = f"{'when':{table.when}}" if table.when else ""
    names = f"{'routine':{table.slug}}{'time':>{TIME}}{'':{GAP}}{'name':{table.name}}{'':{GAP}}zones"
    return [line((f"{when}{'':{MARK}}{names}", QUIET))]


def _row(one: Shelved, table: Table, time: str) -> Iterator[Line]:
    """Yield a routine as one line, and as more where its name needs them."""
    style = QUIET if one.ruled_out else ""
    when = (f"{time:{table.when}}" if table.when else "", "bold")
    times = (f"{clock(one.card.seconds):>{TIME}}{'':{GAP}}", style)
    head = line(when, one.mark, " ", (f"{one.card.entry.slug:{table.slug}}", style or "bold"), times)
    first, *others = wrapped(_name(one), table.name)
    yield (*head, *padded(first, table.name), (" " * GAP, ""), *_zones(one, table.zones))
    yield from ((*padded((), width(head)), *part) for part in others)


def _stacked(one: Shelved, table: Table, time: str) -> Iterator[Line]:
    """Yield a routine in lines below each other."""
    style, room = QUIET if one.ruled_out else "", max(1, table.room - MARK)
    if table.when and time:
        yield line((time, "bold"))
    head = line(one.mark, " ", (one.card.entry.slug, style or "bold"), (f"  {clock(one.card.seconds)}", style))
    yield from wrapped(head, table.room, MARK)
    for part in (*wrapped(_name(one), room), _zones(one, room)):
        yield ((" " * MARK, ""), *part)


def _name(one: Shelved) -> Line:
    entry = one.card.entry
    yours = "  yours, in place of the bundled one" if entry.hides else "  yours" if entry.origin == "user" else ""
    return line((one.card.name, QUIET if one.ruled_out else ""), (yours, QUIET))


def _zones(one: Shelved, room: int) -> Line:
    """Return where it works: each zone's letter and name, or its letter alone where the names do not fit."""
    zones = [zone for zone in one.card.zones if zone != "face"]
    style = QUIET if one.ruled_out else ""
    pairs = [(tile(zone, quiet=one.ruled_out), (f" {ZONES[zone].label.lower()}", style), ("  ", "")) for zone in zones]
    named = tuple(span for pair in pairs for span in pair)[:-1]
    return named if width(named) <= room else tiles(zones, TILES, quiet=one.ruled_out)


def _legend(found: Sequence[Shelved], why: Sequence[str]) -> str:
    marks = {one.mark[0] for one in found}
    out = f"× not now: {listed(why)}; `facecoach safety` says until when"
    told = {"●": "● done today", "◐": "◐ begun today", "×": out}
    return "   ".join(words for mark, words in told.items() if mark in marks)
