"""Strokes as they are seen: the track, an arrow for its direction, and comets that run along it."""

from __future__ import annotations

from itertools import pairwise
from math import dist

from PIL import ImageChops

from facecoach.face.atlas import Accents, Colour
from facecoach.face.brush import Sheet
from facecoach.face.colours import mix
from facecoach.face.curves import Path, Point, arrowhead, milestones, part, ribbon, ring
from facecoach.face.marks import Mark
from facecoach.face.motion import Track
from facecoach.face.shapes import Ellipse

REACH = (0.0085, 0.0110, 0.0140, 0.0175)  # half a comet's thickness by pressure, feather to firm
HEAD = 1.35  # how much thicker its head is
UNSEEN = 0.02  # of light, below which nothing is painted

_FADES = 6  # steps in which a track grows brighter towards its end


def track(sheet: Sheet, run: Track, accents: Accents, pressure: int, bold: bool) -> None:
    """Paint where a stroke runs, with a dark edge so that it reads on any zone; `bold` when nothing moves over it."""
    reach, edge = _weight(sheet, pressure) * (0.75 if bold else 0.5), sheet.window.reach(0.004, 0.5)
    under, size = on_person(sheet), reach * (3.8 if bold else 3.2) + edge
    for spot in run.dots:
        under.line((spot,), reach * 1.1 + edge, accents.edge, 0.6)
        sheet.line((spot,), reach * 1.1, accents.stroke, 1.0 if bold else 0.75)
    if len(run.path) > 1 and not run.dots:
        _shaft(sheet, part(run.path, 0.0, 0.96, 24) if run.arrow else run.path, reach, accents, bold)
    if run.arrow and len(run.path) > 1:
        _arrow(under, run.path, size * 1.22, accents.edge, 0.6)
        _arrow(sheet, run.path, size, accents.stroke, 1.0)


def comet(sheet: Sheet, mark: Mark, accents: Accents, pressure: int) -> None:
    """Paint a moving mark: a head near white, and behind it a tail that thins and fades; round a press, its ring."""
    if mark.light <= UNSEEN:
        return
    weight, edge = _weight(sheet, pressure) * mark.size, sheet.window.reach(0.005, 0.6)
    under, pieces = on_person(sheet), _ageing(list(pairwise(mark.path)))
    if pieces:
        tail = ribbon(mark.path, *((weight * share + edge) / sheet.window.scale for share in (0.45, 0.95)))
        under.fill(tail, accents.edge, 0.3 * mark.light)
    for piece, share in pieces:
        colour = mix(accents.stroke, accents.comet, share**2)
        band = ribbon(piece, weight * (0.35 + 0.5 * share) / sheet.window.scale)
        sheet.fill(band, colour, mark.light * (0.25 + 0.75 * share))
    if mark.ring:
        _ring(sheet, mark, accents, weight)
    head = (mark.path[-1],)
    under.line(head, weight * HEAD + edge, accents.edge, 0.6 * mark.light)
    sheet.line(head, weight * HEAD, accents.comet, mark.light)


def extent(sheet: Sheet, mark: Mark, pressure: int) -> float:
    """Return how far paint of a mark may lie from its path, in pixels."""
    weight, edge = _weight(sheet, pressure) * mark.size, sheet.window.reach(0.005, 0.6)
    ring = 2.2 * _radius(sheet, mark, weight) * sheet.window.scale if mark.ring else 0.0
    return max(weight * HEAD + edge, ring) + 2


def on_person(sheet: Sheet) -> Sheet:
    """Return the sheet with paint held to the person: a dark edge beside it would stain a light terminal."""
    person = sheet.image.getchannel("A")
    return sheet.within(ImageChops.multiply(person, sheet.clip) if sheet.clip else person)


def _shaft(sheet: Sheet, shaft: Path, reach: float, accents: Accents, bold: bool) -> None:
    on_person(sheet).line(shaft, reach + sheet.window.reach(0.004, 0.5), accents.edge, 0.55 if bold else 0.4)
    for step in range(_FADES):
        share = (step + 1) / _FADES
        colour = mix(accents.edge, accents.stroke, (0.62 if bold else 0.5) + (0.38 if bold else 0.36) * share)
        sheet.line(part(shaft, step / _FADES, share), reach, colour, 1.0 if bold else 0.9)


def _ring(sheet: Sheet, mark: Mark, accents: Accents, weight: float) -> None:
    """Paint the ring of a press: wide where it only touches, close and on darkened skin where it has sunk in."""
    (x, y), edge, under = mark.path[-1], sheet.window.reach(0.003, 0.4), on_person(sheet)
    radius = _radius(sheet, mark, weight)
    thick = sheet.window.reach(0.0028, 0.34) * (1 + 0.5 * mark.depth)
    under.glow(Ellipse(dx=x, y=y, rx=radius * 2.2, ry=radius * 2.2), accents.edge, 0.6 * mark.depth)
    path = ring((x, y), radius, radius)
    under.line(path, thick + edge, accents.edge, 0.4 * mark.light)
    sheet.line(path, thick, mix(accents.stroke, accents.comet, 0.4 * mark.depth), mark.light)


def _radius(sheet: Sheet, mark: Mark, weight: float) -> float:
    """Return how far from a press its ring lies, in canvas units."""
    least = weight * HEAD + sheet.window.reach(0.006, 0.7)
    return max(mark.ring, (least + (1 - mark.depth) * sheet.window.reach(0, 0.9)) / sheet.window.scale)


def _ageing(pieces: list[tuple[Point, Point]]) -> list[tuple[Path, float]]:
    return [(piece, (index + 1) / len(pieces)) for index, piece in enumerate(pieces) if dist(*piece) > 0]


def _weight(sheet: Sheet, pressure: int) -> float:
    return sheet.window.reach(REACH[pressure - 1], 0.62 + 0.12 * pressure)


def _arrow(sheet: Sheet, path: Path, size: float, colour: Colour, strength: float) -> None:
    closed = dist(path[0], path[-1]) < 1e-6
    length = min(size / sheet.window.scale, milestones(path)[-1] / (6 if closed else 2))
    sheet.fill(arrowhead(path, length), colour, strength)
