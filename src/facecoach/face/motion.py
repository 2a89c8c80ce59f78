"""Strokes over time: how long a cycle lasts, whose turn it is, and where the marks are at a moment."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.face.atlas import Atlas, Pattern, Route
from facecoach.face.curves import Path, mirror, ring
from facecoach.face.patterns import PATTERNS, PINCHES, TAPS, Mark, Marks, stations
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import StrokeName
from facecoach.knowledge.strokes import STROKES

RATE = 8  # frames per second: calm, and cheap over a slow line
RING = 0.028  # radius of a circle round one point, in canvas units

# Seconds of one turn: unhurried strokes, friction circles about one a second, taps quick, presses as slow as a breath.
_TURN: dict[Pattern, float] = {
    "glide": 3.0, "circle": 1.0, "knead": 4.0, "pinch": 3.0, "press": 6.0, "tap": 1.75, "zigzag": 6.0, "stretch": 6.0,
}  # fmt: skip
_SLOW_CIRCLE = {"lymphatic-drainage": 2.0, "knuckling": 1.5, "active": 4.0}


@dataclass(frozen=True, slots=True)
class Cycle:
    """The time after which a scene repeats itself, and in how many frames it is shown."""

    seconds: float
    frames: int


@dataclass(frozen=True, slots=True)
class Track:
    """Where a stroke runs; `arrow` when it has a direction, `dots` when it goes from place to place."""

    path: Path
    arrow: bool
    dots: Path = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One stroke's go at it in a cycle: its route, the paths that run at once, and the seconds it takes."""

    route: Route
    paths: tuple[Path, ...]
    seconds: float


def cycle(scene: Scene, atlas: Atlas) -> Cycle:
    """Return how long a scene's strokes take all in turn; a scene without strokes stands still in one frame."""
    seconds = sum(turn.seconds for turn in turns(scene, atlas))
    return Cycle(seconds, max(round(seconds * RATE), 1))


def marks(scene: Scene, atlas: Atlas, moment: float) -> Marks:
    """Return the moving marks at a moment (0 to 1) of the cycle."""
    order = turns(scene, atlas)
    left = moment % 1.0 * sum(turn.seconds for turn in order)
    for turn in order:
        if left < turn.seconds:
            move = PATTERNS[turn.route.pattern]
            return tuple(mark for path in turn.paths for mark in move(path, left / turn.seconds))
        left -= turn.seconds
    return ()


def still(scene: Scene, atlas: Atlas) -> Marks:
    """Return the marks that tell where hands are when nothing moves: the places of a press, and of thumb and finger."""
    found: list[Mark] = []
    for turn in turns(scene, atlas):
        moment = {"press": 0.5, "knead": 0.5, "pinch": 0.58}.get(turn.route.pattern)
        if moment is not None:
            found += [mark for path in turn.paths for mark in PATTERNS[turn.route.pattern](path, moment)]
    return tuple(found)


def tracks(scene: Scene, atlas: Atlas) -> tuple[Track, ...]:
    """Return where the strokes of a scene run."""
    return tuple(_track(turn.route, path) for turn in turns(scene, atlas) for path in turn.paths)


def course(route: Route) -> Path:
    """Return a stroke's path on the right half; a circle with a single point runs round it."""
    if route.pattern == "circle" and len(route.path) == 1:
        return ring(route.path[0], RING, RING)
    return route.path


def turns(scene: Scene, atlas: Atlas) -> tuple[Turn, ...]:
    """Return the turns of a scene's strokes, one after the other."""
    found = []
    for name in scene.strokes:
        route = atlas.strokes[name]
        path = tuple(reversed(course(route))) if scene.reverse else course(route)
        halves = _halves(route, path, scene)
        seconds = _seconds(name, route, scene.technique)
        groups = [(half,) for half in halves] if scene.alternate else [halves]
        found += [Turn(route, group, seconds) for group in groups]
    return tuple(found)


def _halves(route: Route, path: Path, scene: Scene) -> tuple[Path, ...]:
    if route.centre:
        return (path,)
    sides = {"left": (mirror(path),), "right": (path,), "both": (mirror(path), path)}
    return sides[scene.side]


def _seconds(name: StrokeName, route: Route, technique: str) -> float:
    own = STROKES[name].technique
    if route.pattern == "circle":
        return _SLOW_CIRCLE.get(technique or own, _TURN["circle"])
    return 4.0 if route.pattern == "press" and own == "active" else _TURN[route.pattern]


def _track(route: Route, path: Path) -> Track:
    if route.pattern == "tap":
        return Track(path, arrow=False, dots=stations(path, TAPS))
    if route.pattern == "pinch":
        return Track(path, arrow=True, dots=stations(path, PINCHES))
    return Track(path, arrow=route.pattern != "press")
