"""The routines there are, and the exercises, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from facecoach.knowledge.anatomy import ZONES
from facecoach.routine.exercise import Exercises
from facecoach.routine.library import Loaded
from facecoach.routine.model import Routine
from facecoach.screen.theme import QUIET, fitted, plain, zone_colour
from facecoach.words import clock


def shelf_lines(found: Sequence[Loaded], width: int) -> Iterator[Text]:
    """Yield every routine on a line: how it is called, how long it lasts, when it suits, where it works."""
    slugs = max((cell_len(one.entry.slug) for one in found), default=0)
    names = max((_name(one).cell_len for one in found), default=0)
    for one in found:
        routine = one.routine
        slug, length = f"{plain(one.entry.slug):{slugs}}", f"  {clock(routine.seconds):>5}  "
        head = Text.assemble((slug, "bold"), length, (f"{routine.when:8}  ", QUIET))
        line = head + fitted(_name(one), names) + Text("  ") + _zone_words(routine)
        line.truncate(width, overflow="ellipsis")
        yield line
    yield Text()
    yield Text("facecoach show NAME tells more, facecoach run NAME starts", style=QUIET)


def _name(one: Loaded) -> Text:
    entry = one.entry
    yours = "  yours, in place of the bundled one" if entry.hides else "  yours" if entry.origin == "user" else ""
    return Text.assemble(plain(one.routine.name), (yours, QUIET))


def _zone_words(routine: Routine) -> Text:
    words = [Text(ZONES[zone].label.lower(), style=zone_colour(zone)) for zone in routine.zones if zone != "face"]
    return Text(", ", style=QUIET).join(words)


def exercise_lines(found: Exercises, width: int) -> Iterator[Text]:
    """Yield every exercise on a line: how a step names it, how long it lasts, where it works, what it says."""
    slugs = max(map(cell_len, found), default=0)
    for name, one in found.items():
        zone = Text(f"{ZONES[one.zone].label.lower():18}", style=zone_colour(one.zone))
        line = Text.assemble((f"{plain(name):{slugs}}", "bold"), f"  {clock(one.seconds):>5}  ", zone, (one.cue, QUIET))
        line.truncate(width, overflow="ellipsis")
        yield line
    yield Text()
    yield Text("a step takes one over with `use: NAME`, and overrides what it says itself", style=QUIET)
