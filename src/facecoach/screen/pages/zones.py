"""The zones of the face: all of them beside a map, or one of them at length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from facecoach.face.atlas import bundled
from facecoach.face.cells import Cell, Frame
from facecoach.knowledge.anatomy import PRESSURES, ZONES, Zone, ZoneName
from facecoach.screen.picture import Look, picture_lines
from facecoach.screen.theme import QUIET, fitted, meter, tint, wrapped, zone_colour

_GAP = 2
_LABEL = 10
_TALLEST = 30
_MAP_WORDS, _ZONE_WORDS = 44, 40  # cells that the words beside a picture need


def map_lines(console: Console, look: Look) -> Iterator[Text]:
    """Yield every zone with its name, label and muscles, beside a map where there is room for one."""
    rows = min(console.height - 4, _TALLEST)
    columns = rows * 3 // 2
    width = console.width - columns - _GAP
    if look.drawn == "words" or rows < len(ZONES) or width < _MAP_WORDS:
        yield from _table(console)
        return
    from facecoach.face.chart import chart, letters, tag

    marks = letters()
    frame = chart(columns, rows, look.drawn, look.palette, {zone: tint(zone) for zone in marks})
    head = [Text("The face as in a mirror", style="bold"), Text()]
    foot = [Text(), Text("facecoach zones NAME tells more", style=QUIET)]
    tags = [tag(marks.get(zone.name, " "), tint(zone.name), look.drawn) for zone in ZONES.values()]
    entries = [_entry(zone, mark, width) for zone, mark in zip(ZONES.values(), tags, strict=True)]
    yield from _side_by_side(frame, [*head, *entries, *foot])


def zone_lines(
    zone: Zone, clear: Mapping[str, str], routines: Sequence[str], console: Console, look: Look
) -> Iterator[Text]:
    """Yield one zone: what lies there, what tightness feels like, how it is worked, and what to keep clear of."""
    columns = min(2 * min(console.height - 4, 22), console.width - _ZONE_WORDS - _GAP)
    frame = _portrait(zone.name, columns, look)
    width = min(console.width - (columns + _GAP if frame else 0), 72)
    yield from _side_by_side(frame, list(_account(zone, clear, routines, width, console)))


def _portrait(zone: ZoneName, columns: int, look: Look) -> Frame:
    """Return the zone lit at its own camera; nothing where there is no room, or nothing is drawn."""
    if look.drawn == "words":
        return ()
    from facecoach.face.album import Album
    from facecoach.face.scene import Scene

    region = bundled().zones.get(zone)
    scene = Scene(camera=region.camera, zones=(zone,)) if region else Scene()
    return Album(columns, columns // 2, look.drawn, look.palette, "still").frame(scene, 0)


def _side_by_side(frame: Frame, words: Sequence[Text]) -> Iterator[Text]:
    if not frame:
        yield from words
        return
    columns = len(frame[0])
    for row, line in zip_longest(picture_lines(frame, 0), words, fillvalue=Text()):
        yield fitted(row, columns) + Text(" " * _GAP) + line


def _entry(zone: Zone, mark: Cell, width: int) -> Text:
    blank = (" ", *mark[1:])
    swatch = fitted(next(picture_lines(((blank, mark, blank),), 0)), 3)
    line = Text.assemble(swatch, " ", (f"{zone.name:13}", "bold"), zone.label)
    line.append(f"  {', '.join(zone.muscles)}", style=QUIET)
    line.truncate(width, overflow="ellipsis")
    return line


def _table(console: Console) -> Iterator[Text]:
    for zone in ZONES.values():
        line = Text.assemble((f"{zone.name:14}", f"bold {zone_colour(zone.name)}"), f"{zone.label:18} ")
        line.append(", ".join(zone.muscles), style=QUIET)
        if console.is_terminal:
            line.truncate(console.width, overflow="ellipsis")
        yield line


def _account(
    zone: Zone, clear: Mapping[str, str], routines: Sequence[str], width: int, console: Console
) -> Iterator[Text]:
    yield Text.assemble((zone.label, f"bold {zone_colour(zone.name)}"), (f"  {zone.name}", QUIET))
    yield Text()
    for label, words in (
        ("muscles", ", ".join(zone.muscles)), ("does", zone.does), ("tension", zone.tension), ("worked", zone.worked),
    ):  # fmt: skip
        yield from _labelled(label, words, width, console)
    yield Text(f"{'at most':{_LABEL}}", style=QUIET) + meter(PRESSURES.index(zone.cap) + 1, zone.cap)
    for index, (name, why) in enumerate(clear.items()):
        yield from _labelled("" if index else "clear of", f"{name}. {why}", width, console)
    yield from _labelled("routines", ", ".join(routines) or "none yet", width, console)


def _labelled(label: str, words: str, width: int, console: Console) -> Iterator[Text]:
    for index, line in enumerate(wrapped(words, width - _LABEL, 12, console) if words else ()):
        yield Text(f"{'' if index else label:{_LABEL}}", style=QUIET) + line
