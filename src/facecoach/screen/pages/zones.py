"""The zones of the face: all of them beside a map, or one of them at length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from facecoach.face.atlas import bundled_atlas
from facecoach.face.cells import Cell
from facecoach.knowledge.anatomy import PRESSURES, ZONES, Zone, ZoneName
from facecoach.screen.picture import Hung, Look, breadth, cell_spans, picture_lines
from facecoach.screen.spans import QUIET, Line, beside, fitted, line, meter, tint, width, wrapped, zone_colour
from facecoach.screen.theme import Screen
from facecoach.words import spoken

_GAP = 2
_LABEL = 10
_LEAST, _TALLEST = 20, 30  # rows of the map
_NAME = 14
_WIDEST = 72
_MAP_WORDS, _ZONE_WORDS = 18, 40  # cells that the words beside a picture need


def map_lines(screen: Screen, look: Look) -> Iterator[Line]:
    """Yield every zone with its name, label and muscles, beside a map where it is wide enough for one."""
    rows = max(_LEAST, min(screen.rows - 4, _TALLEST))
    columns = rows * 3 // 2
    room = screen.columns - columns - _GAP
    if look.drawn == "words" or room < _MAP_WORDS:
        yield from _table(screen.columns if screen.terminal else None)
        return
    from facecoach.face.chart import letters, tag

    marks = letters()
    frame = _map(columns, rows, look)
    tags = [tag(marks.get(zone.name, " "), tint(zone.name), look.drawn) for zone in ZONES.values()]
    entries = [_entry(zone, mark, room) for zone, mark in zip(ZONES.values(), tags, strict=True)]
    head = wrapped(line(("The face as in a mirror", "bold")), room)
    foot = wrapped(line(("facecoach zones NAME tells more", QUIET)), room)
    yield from _pictured(frame, [*head, (), *entries, (), *foot])


def zone_lines(
    zone: Zone, clear: Mapping[str, str], routines: Sequence[str], screen: Screen, look: Look
) -> Iterator[Line]:
    """Yield one zone: what lies there, what tightness feels like, how it is worked, and what to keep clear of."""
    columns = min(2 * min(screen.rows - 4, 22), screen.columns - _ZONE_WORDS - _GAP)
    frame = _portrait(zone.name, columns, look)
    room = min(screen.columns - (columns + _GAP if breadth(frame) else 0), _WIDEST)
    yield from _pictured(frame, list(_account(zone, clear, routines, room)))


def _map(columns: int, rows: int, look: Look) -> Hung:
    """Return the map as a picture; its letters stand before it."""
    from facecoach.face import chart
    from facecoach.screen.inlay import Inlay

    tints = {zone: tint(zone) for zone in chart.letters()}
    if not look.pixels:
        return chart.chart(columns, rows, look.drawn, look.palette, tints)
    paint = partial(chart.map_of, (columns, rows), look.drawn, look.palette, tints, look.cell)
    return Inlay(columns, rows, paint, chart.tags(columns, rows, tints))


def _portrait(zone: ZoneName, columns: int, look: Look) -> Hung:
    """Return the zone lit at its own camera; nothing where there is no room, or nothing is drawn."""
    if look.drawn == "words":
        return ()
    from facecoach.face.pace import roomy
    from facecoach.face.scene import Scene

    region = bundled_atlas().zones.get(zone)
    scene = Scene(camera=region.camera, zones=(zone,)) if region else Scene()
    return look.hung(scene, columns, columns // 2) if roomy((columns, columns // 2)) else ()


def _pictured(frame: Hung, words: Sequence[Line]) -> Iterator[Line]:
    if not breadth(frame):
        return iter(words)
    return beside([*picture_lines(frame, 0)], words, breadth(frame) + _GAP)


def _entry(zone: Zone, mark: Cell, room: int) -> Line:
    blank = (" ", *mark[1:])
    swatch = fitted(cell_spans((blank, mark, blank)), 3)
    head = (*swatch, (" ", ""), (f"{zone.name:{_NAME}}", "bold"))
    return (*head, *next((told for told in _told(zone) if width((*head, *told)) <= room), ()))


def _told(zone: Zone) -> Iterator[Line]:
    """Yield what there is to say of a zone beside its name, from all of it to nothing."""
    known = set(zone.label.lower().split()) - {"the"} == set(spoken(zone.name).split())
    for label in ("" if known else f"{zone.label.lower()}  ", ""):
        for count in range(len(zone.muscles), 0, -1):
            more = f" +{len(zone.muscles) - count}" if count < len(zone.muscles) else ""
            yield line(label, (", ".join(zone.muscles[:count]) + more, QUIET))
        yield line(label.rstrip())


def _table(room: int | None) -> Iterator[Line]:
    for zone in ZONES.values():
        muscles = (", ".join(zone.muscles), QUIET)
        whole = line((f"{zone.name:{_NAME}}", f"bold {zone_colour(zone.name)}"), f"{zone.label:18} ", muscles)
        yield from [whole] if room is None else wrapped(whole, room, _NAME)


def _account(zone: Zone, clear: Mapping[str, str], routines: Sequence[str], room: int) -> Iterator[Line]:
    yield line((zone.label, f"bold {zone_colour(zone.name)}"), (f"  {zone.name}", QUIET))
    yield ()
    for label, words in (
        ("muscles", ", ".join(zone.muscles)), ("does", zone.does), ("tension", zone.tension), ("worked", zone.worked),
    ):  # fmt: skip
        yield from _labelled(label, words, room)
    yield (*line((f"{'at most':{_LABEL}}", QUIET)), *meter(PRESSURES.index(zone.cap) + 1, zone.cap))
    for index, (name, why) in enumerate(clear.items()):
        yield from _labelled("" if index else "clear of", f"{name}. {why}", room)
    yield from _labelled("routines", ", ".join(routines) or "none yet", room)


def _labelled(label: str, words: str, room: int) -> list[Line]:
    return wrapped(line((f"{label:{_LABEL}}", QUIET), words), room, _LABEL) if words else []
