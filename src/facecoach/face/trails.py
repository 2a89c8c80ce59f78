"""Strokes as they are seen: the track, an arrow for its direction, and comets that run along it."""

from __future__ import annotations

from itertools import pairwise
from math import dist

from facecoach.face.atlas import Accents, Colour
from facecoach.face.brush import Sheet
from facecoach.face.colours import mix
from facecoach.face.curves import Path, Point, arrowhead, milestones, part
from facecoach.face.motion import Track
from facecoach.face.patterns import Mark

REACH = (0.0085, 0.0110, 0.0140, 0.0175)  # half a comet's thickness by pressure, feather to firm

_FADES = 6  # steps in which a track grows brighter towards its end


def track(sheet: Sheet, run: Track, accents: Accents, pressure: int, bold: bool) -> None:
    """Paint where a stroke runs, with a dark edge so that it reads on any zone; `bold` when nothing moves over it."""
    reach, edge = _weight(sheet, pressure) * (0.75 if bold else 0.5), sheet.window.reach(0.004, 0.5)
    for spot in run.dots:
        sheet.line((spot,), reach * 1.1 + edge, accents.edge, 0.6)
        sheet.line((spot,), reach * 1.1, accents.stroke, 1.0 if bold else 0.75)
    if run.dots or len(run.path) == 1:
        return
    shaft, size = part(run.path, 0.0, 0.96, 24) if run.arrow else run.path, reach * (3.8 if bold else 3.2) + edge
    sheet.line(shaft, reach + edge, accents.edge, 0.55 if bold else 0.4)
    if run.arrow:
        _arrow(sheet, run.path, size * 1.22, accents.edge, 0.6)
    for step in range(_FADES):
        share = (step + 1) / _FADES
        colour = mix(accents.edge, accents.stroke, (0.62 if bold else 0.5) + (0.38 if bold else 0.36) * share)
        sheet.line(part(shaft, step / _FADES, share), reach, colour, 1.0 if bold else 0.9)
    if run.arrow:
        _arrow(sheet, run.path, size, accents.stroke, 1.0)


def comet(sheet: Sheet, mark: Mark, accents: Accents, pressure: int) -> None:
    """Paint a moving mark: a head near white, and behind it a tail that thins and fades."""
    if mark.light <= 0.02:
        return
    reach, edge = _weight(sheet, pressure) * mark.size, sheet.window.reach(0.005, 0.6)
    pieces = list(pairwise(mark.path))
    for piece, share in _ageing(pieces):
        sheet.line(piece, reach * (0.45 + 0.5 * share) + edge, accents.edge, 0.5 * mark.light * share)
    for piece, share in _ageing(pieces):
        colour = mix(accents.stroke, accents.comet, share**2)
        sheet.line(piece, reach * (0.35 + 0.5 * share), colour, mark.light * (0.25 + 0.75 * share))
    head = (mark.path[-1],)
    sheet.line(head, reach * 1.35 + edge, accents.edge, 0.6 * mark.light)
    sheet.line(head, reach * 1.35, accents.comet, mark.light)


def _ageing(pieces: list[tuple[Point, Point]]) -> list[tuple[Path, float]]:
    return [(piece, (index + 1) / len(pieces)) for index, piece in enumerate(pieces) if dist(*piece) > 0]


def _weight(sheet: Sheet, pressure: int) -> float:
    return sheet.window.reach(REACH[pressure - 1], 0.62 + 0.12 * pressure)


def _arrow(sheet: Sheet, path: Path, size: float, colour: Colour, strength: float) -> None:
    closed = dist(path[0], path[-1]) < 1e-6
    length = min(size / sheet.window.scale, milestones(path)[-1] / (6 if closed else 2))
    sheet.fill(arrowhead(path, length), colour, strength)
