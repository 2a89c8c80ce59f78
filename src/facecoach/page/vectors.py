"""A scene's strokes as vectors over its picture: tracks, arrows, and the way of each mark, a dozen times a second.

All lie on the picture's own pixels, `WIDE` by `HIGH`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, dist

from facecoach.face import motion
from facecoach.face.atlas import Atlas
from facecoach.face.curves import Path, arrowhead, milestones, part
from facecoach.face.expression import moved
from facecoach.face.motion import Track, Turn
from facecoach.face.patterns import PATTERNS, Mark
from facecoach.face.scene import Scene
from facecoach.face.trails import REACH
from facecoach.face.window import Window, frame

WIDE, HIGH = 900, 720
RATE = 12  # of a mark's ways a second: a browser moves it evenly between them
_LEAST = 6.5  # pixels of the picture that a mark is thick on either side, so that a phone shows it
_JSON = dict[str, object]


@dataclass(frozen=True, slots=True)
class Lane:
    """The way of one mark: when in the cycle it begins, its place, size and light in turn, and whether it has a tail.

    Places are pixels of the picture, `begins` and `seconds` seconds, size and light in hundredths.
    """

    begins: float
    seconds: float
    spots: tuple[tuple[int, int, int, int], ...]
    tail: bool


def strokes(scene: Scene, atlas: Atlas) -> _JSON:
    """Return a scene's strokes as the page holds them: nothing where there are none."""
    if not scene.strokes:
        return {}
    window = frame(atlas.cameras[scene.camera], WIDE, HIGH)
    reach = max(REACH[scene.pressure - 1] * window.scale, _LEAST)
    found = tuple(_lane(lane) for turn, begins in _begun(scene, atlas) for lane in _lanes(turn, begins, scene, atlas))
    return {
        "reach": round(reach, 1),
        "seconds": motion.cycle(scene, atlas).seconds,
        "tracks": [_track(run, scene, window, reach, atlas) for run in motion.tracks(scene, atlas)],
        "still": [_spot(mark, scene, window, atlas)[:3] for mark in motion.still(scene, atlas)],
        "lanes": found,
    }


def _begun(scene: Scene, atlas: Atlas) -> Iterator[tuple[Turn, float]]:
    begins = 0.0
    for turn in motion.turns(scene, atlas):
        yield turn, begins
        begins += turn.seconds


def _lanes(turn: Turn, begins: float, scene: Scene, atlas: Atlas) -> Iterator[Lane]:
    """Yield the lanes of a turn's marks; a tap's marks are told apart by their places, all others by their order."""
    frames, window = ceil(turn.seconds * RATE), frame(atlas.cameras[scene.camera], WIDE, HIGH)
    for path in turn.paths:
        ways: dict[object, dict[int, Mark]] = {}
        for index in range(frames + 1):
            marks = PATTERNS[turn.route.pattern](path, min(index / frames, 0.9999))
            for order, mark in enumerate(marks):
                ways.setdefault(mark.path[-1] if turn.route.pattern == "tap" else order, {})[index] = mark
        for way in ways.values():
            spots = tuple(_dimmed(way, index, scene, window, atlas) for index in range(frames + 1))
            yield Lane(begins, turn.seconds, spots, any(len(mark.path) > 1 for mark in way.values()))


def _dimmed(way: dict[int, Mark], index: int, scene: Scene, window: Window, atlas: Atlas) -> tuple[int, int, int, int]:
    mark = way.get(index) or Mark(next(iter(way.values())).path, light=0.0)
    return _spot(mark, scene, window, atlas)


def _spot(mark: Mark, scene: Scene, window: Window, atlas: Atlas) -> tuple[int, int, int, int]:
    ((x, y),) = window.pixels(moved(mark.path[-1:], atlas.mouths[scene.mouth]))
    return round(x), round(y), round(mark.size * 100), round(max(0.0, mark.light) * 100)


def _lane(lane: Lane) -> _JSON:
    flat = [number for spot in lane.spots for number in spot]
    return {"begins": lane.begins, "seconds": lane.seconds, "tail": lane.tail, "spots": flat}


def _track(run: Track, scene: Scene, window: Window, reach: float, atlas: Atlas) -> _JSON:
    mouth = atlas.mouths[scene.mouth]
    if run.dots or len(run.path) == 1:
        return {"dots": _pixels(moved(run.dots, mouth), window)}
    path = moved(run.path, mouth)
    shaft = part(path, 0.0, 0.96, 24) if run.arrow else path
    closed = dist(path[0], path[-1]) < 1e-6
    size = min(reach * 2.8 / window.scale, milestones(path)[-1] / (6 if closed else 3))
    head = _pixels(arrowhead(path, size), window) if run.arrow else []
    return {"path": _pixels(shaft, window), "arrow": head}


def _pixels(path: Path, window: Window) -> list[float]:
    return [round(number, 1) for spot in window.pixels(path) for number in spot]
