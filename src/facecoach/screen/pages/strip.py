"""A routine as a strip of small faces, one a step, with the zone lit that it works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from facecoach.routine.model import Routine
from facecoach.screen.picture import Look, picture_lines
from facecoach.screen.spans import QUIET, Line, fitted, line, zone_colour
from facecoach.session.laying import laid_out
from facecoach.words import clock

if TYPE_CHECKING:
    from facecoach.face.scene import Scene

_LEAST, _MOST = 24, 32  # columns of one face


def strip_lines(routine: Routine, columns: int, look: Look) -> Iterator[Line]:
    """Yield the faces of a routine's steps in rows, each over its title, its start and its length.

    Nothing where nothing is drawn, or where there is no room for two faces in a row.
    """
    abreast = min((columns + 1) // (_LEAST + 1), len(routine.steps))
    if look.drawn == "words" or columns < 2 * _LEAST:
        return
    pitch = min(columns // abreast, _MOST + 1)
    tiles = _tiles(routine, (pitch - 1) // 2 * 2, look)
    for first in range(0, len(tiles), abreast):
        for row in zip(*tiles[first : first + abreast], strict=True):
            yield tuple(span for cell in row for span in fitted(cell, pitch))
        yield ()


def scenes(routine: Routine) -> list[Scene]:
    """Return the scene that stands for each step."""
    from facecoach.face.atlas import bundled_atlas
    from facecoach.face.pose import emblem

    steps = zip(routine.steps, laid_out(routine).steps, strict=True)
    return [emblem(step.zone, legs, bundled_atlas()) for step, legs in steps]


def _tiles(routine: Routine, columns: int, look: Look) -> list[list[Line]]:
    frames = [look.hung(replace(scene, resting=True), columns, columns // 2) for scene in scenes(routine)]
    captions = _captions(routine)
    return [[*picture_lines(frame, 0), *caption] for frame, caption in zip(frames, captions, strict=True)]


def _captions(routine: Routine) -> list[Sequence[Line]]:
    found: list[Sequence[Line]] = []
    for step, legs in zip(routine.steps, laid_out(routine).steps, strict=True):
        edge, length = ("▍", zone_colour(step.zone)), clock(sum(leg.seconds for leg in legs))
        found.append((line(edge, (legs[0].title, "bold")), line(edge, length, (f"  at {clock(legs[0].start)}", QUIET))))
    return found
