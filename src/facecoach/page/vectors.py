"""A scene's strokes as vectors over its picture: tracks, arrows, and the way of each mark, a dozen times a second.

All lie on the picture's own pixels, `WIDE` by `HIGH`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, dist
from typing import Literal

from facecoach.face import motion, turns
from facecoach.face.atlas import Atlas
from facecoach.face.curves import Path, arrowhead, milestones, part
from facecoach.face.expression import moved
from facecoach.face.marks import Mark
from facecoach.face.motion import Track
from facecoach.face.mouths import Mouth
from facecoach.face.patterns import PATTERNS
from facecoach.face.scene import Scene
from facecoach.face.trails import REACH
from facecoach.face.turns import Turn
from facecoach.face.window import Window, frame

WIDE, HIGH = 900, 720
HEAD = 1.7  # how much thicker a mark is than the track it runs along
RATE = 12  # of a mark's ways a second: a browser moves it evenly between them
_LEAST = 6.5  # pixels of the picture that a mark is thick on either side, so that a phone shows it
_JSON = dict[str, object]
Spot = tuple[int, int, int, int]
Kind = Literal["dot", "comet", "ring"]


@dataclass(frozen=True, slots=True)
class Lane:
    """The way of one mark: when in the cycle it begins, its place, size and light in turn, and what it is.

    Places are pixels of the picture, `begins` and `seconds` seconds, size and light in hundredths. A `dot` stands
    alone, a `comet` has a tail, a `ring` lies around a press.
    """

    begins: float
    seconds: float
    spots: tuple[Spot, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Way:
    """Where the marks of a scene lie on its picture, in whose window; `head` is half a mark's thickness, in pixels.

    They stay on their track while the body moves behind them: a track that moved along could not be followed.
    """

    window: Window
    mouth: Mouth
    head: float

    def spot(self, mark: Mark) -> Spot:
        """Return a mark's head."""
        ((x, y),) = self.window.pixels(moved(mark.path[-1:], self.mouth))
        return round(x), round(y), round(mark.size * 100), round(max(0.0, mark.light) * 100)

    def ring(self, mark: Mark) -> Spot:
        """Return the ring around a mark, no closer than its head leaves room for; brighter the deeper it has sunk."""
        x, y, size, _light = self.spot(mark)
        least = size / 100 + 0.5
        wide = max(mark.ring * self.window.scale / self.head, least)
        return x, y, round(100 * wide), round(100 * mark.light * (0.6 + 0.4 * mark.depth))


def strokes(scene: Scene, atlas: Atlas) -> _JSON:
    """Return a scene's strokes as the page holds them: nothing where there are none."""
    if not scene.strokes:
        return {}
    window = frame(atlas.cameras[scene.camera], WIDE, HIGH)
    reach = max(REACH[scene.pressure - 1] * window.scale, _LEAST)
    on = Way(window, atlas.mouths[scene.mouth], reach * HEAD)
    found = tuple(_lane(lane) for turn, begins in _begun(scene, atlas) for lane in _lanes(turn, begins, on))
    return {
        "reach": round(reach, 1),
        "head": round(reach * HEAD, 1),
        "seconds": motion.cycle(scene, atlas).seconds,
        "tracks": [_track(run, scene, window, reach, atlas) for run in motion.tracks(scene, atlas)],
        "still": [on.spot(mark)[:3] for mark in motion.still(scene, atlas)],
        "lanes": found,
    }


def _begun(scene: Scene, atlas: Atlas) -> Iterator[tuple[Turn, float]]:
    begins = 0.0
    for turn in turns.turns(scene, atlas):
        yield turn, begins
        begins += turn.seconds


def _lanes(turn: Turn, begins: float, on: Way) -> Iterator[Lane]:
    """Yield the lanes of a turn's marks; a tap's marks are told apart by their places, all others by their order."""
    frames = ceil(turn.seconds * RATE)
    for path in turn.paths:
        ways: dict[object, dict[int, Mark]] = {}
        for index in range(frames + 1):
            marks = PATTERNS[turn.route.pattern](path, min(index / frames, 0.9999))
            for order, mark in enumerate(marks):
                ways.setdefault(mark.path[-1] if turn.route.pattern == "tap" else order, {})[index] = mark
        for way in ways.values():
            known = [way.get(index) or _unseen(way) for index in range(frames + 1)]
            long = any(len(mark.path) > 1 for mark in known)
            yield Lane(begins, turn.seconds, tuple(map(on.spot, known)), "comet" if long else "dot")
            if any(mark.ring for mark in known):
                yield Lane(begins, turn.seconds, tuple(map(on.ring, known)), "ring")


def _unseen(way: dict[int, Mark]) -> Mark:
    return Mark(next(iter(way.values())).path, light=0.0)


def _lane(lane: Lane) -> _JSON:
    flat = [number for spot in lane.spots for number in spot]
    return {"begins": lane.begins, "seconds": lane.seconds, "kind": lane.kind, "spots": flat}


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
