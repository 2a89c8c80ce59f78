"""Strokes as they are seen: the track, an arrow for its direction, and comets that run along it."""

from __future__ import annotations

from itertools import pairwise
from math import dist, hypot

from facecoach.face.atlas import Accents
from facecoach.face.brush import Sheet
from facecoach.face.colours import mix
from facecoach.face.curves import Path, along, milestones, part
from facecoach.face.motion import Track
from facecoach.face.patterns import Mark

_REACH = (0.0085, 0.0110, 0.0140, 0.0175)  # half a comet's thickness by pressure, feather to firm

_FADES = 5  # steps in which a track grows brighter towards its end


def track(sheet: Sheet, run: Track, accents: Accents, pressure: int, bold: bool) -> None:
    """Paint where a stroke runs, with a dark edge so that it reads on any zone; `bold` when nothing moves over it."""
    reach, edge = _weight(sheet, pressure) * 0.5, sheet.view.reach(0.004, 0.5)
    if bold:
        reach *= 1.5
    strength = 1.0 if bold else 0.72
    if run.dots:
        for spot in run.dots:
            sheet.line((spot,), reach * 1.1 + edge, accents.edge, strength * 0.7)
            sheet.line((spot,), reach * 1.1, accents.stroke, strength)
        return
    if len(run.path) == 1:
        return
    sheet.line(run.path, reach + edge, accents.edge, strength * 0.55)
    if run.arrow:
        _arrow(sheet, run.path, (reach + edge) * 2.6, accents.edge, 0.75)
    for step in range(_FADES if run.arrow else 1):
        piece = part(run.path, step / _FADES, (step + 1) / _FADES) if run.arrow else run.path
        sheet.line(piece, reach, accents.stroke, strength * (0.6 + 0.4 * (step + 1) / _FADES))
    if run.arrow:
        _arrow(sheet, run.path, reach * 3.2 + edge, accents.stroke, 1.0)


def comet(sheet: Sheet, mark: Mark, accents: Accents, pressure: int) -> None:
    """Paint a moving mark: a head near white, and behind it a tail that thins and fades."""
    if mark.light <= 0.02:
        return
    reach, edge = _weight(sheet, pressure) * mark.size, sheet.view.reach(0.005, 0.6)
    pieces = list(pairwise(mark.path))
    for piece, share in _ageing(pieces):
        sheet.line(piece, reach * (0.45 + 0.5 * share) + edge, accents.edge, 0.5 * mark.light * share)
    for piece, share in _ageing(pieces):
        colour = mix(accents.stroke, accents.comet, share**2)
        sheet.line(piece, reach * (0.35 + 0.5 * share), colour, mark.light * (0.25 + 0.75 * share))
    head = (mark.path[-1],)
    sheet.line(head, reach * 1.35 + edge, accents.edge, 0.6 * mark.light)
    sheet.line(head, reach * 1.35, accents.comet, mark.light)


def _ageing(pieces: list[tuple[tuple[float, float], tuple[float, float]]]) -> list[tuple[Path, float]]:
    return [(piece, (index + 1) / len(pieces)) for index, piece in enumerate(pieces) if dist(*piece) > 0]


def _weight(sheet: Sheet, pressure: int) -> float:
    return sheet.view.reach(_REACH[pressure - 1], 0.62 + 0.12 * pressure)


def _arrow(sheet: Sheet, path: Path, size: float, colour: tuple[int, int, int], strength: float) -> None:
    """Paint a head at the end of the path, pointing where the path goes."""
    length = min(size / sheet.view.scale, milestones(path)[-1] / 7)
    (ax, ay), (bx, by) = part(path, 0.90, 1.0)[0], along(path, 1.0)
    span = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / span, (by - ay) / span
    tip = (bx + ux * length * 0.5, by + uy * length * 0.5)
    left = (bx - ux * length * 0.7 - uy * length * 0.8, by - uy * length * 0.7 + ux * length * 0.8)
    right = (bx - ux * length * 0.7 + uy * length * 0.8, by - uy * length * 0.7 - ux * length * 0.8)
    sheet.fill((tip, left, right), colour, strength)
