"""Strokes over time: how long a cycle lasts, whose turn it is, and where the marks are at a moment."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.face.atlas import Atlas, Pattern, Stroke
from facecoach.face.curves import Path, mirror, ring
from facecoach.face.patterns import PATTERNS, PINCHES, TAPS, Mark, Marks, stations
from facecoach.face.scene import Scene

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
class _Turn:
    stroke: Stroke
    paths: tuple[Path, ...]
    seconds: float


def cycle(scene: Scene, atlas: Atlas) -> Cycle:
    """Return how long a scene's strokes take all in turn; a scene without strokes stands still in one frame."""
    seconds = sum(turn.seconds for turn in _turns(scene, atlas))
    return Cycle(seconds, max(round(seconds * RATE), 1))


def marks(scene: Scene, atlas: Atlas, moment: float) -> Marks:
    """Return the moving marks at a moment (0 to 1) of the cycle."""
    turns = _turns(scene, atlas)
    left = moment % 1.0 * sum(turn.seconds for turn in turns)
    for turn in turns:
        if left < turn.seconds:
            move = PATTERNS[turn.stroke.pattern]
            return tuple(mark for path in turn.paths for mark in move(path, left / turn.seconds))
        left -= turn.seconds
    return ()


def still(scene: Scene, atlas: Atlas) -> Marks:
    """Return the marks that tell where hands are when nothing moves: the places of a press, and of thumb and finger."""
    found: list[Mark] = []
    for turn in _turns(scene, atlas):
        moment = {"press": 0.5, "knead": 0.5, "pinch": 0.58}.get(turn.stroke.pattern)
        if moment is not None:
            found += [mark for path in turn.paths for mark in PATTERNS[turn.stroke.pattern](path, moment)]
    return tuple(found)


def tracks(scene: Scene, atlas: Atlas) -> tuple[Track, ...]:
    """Return where the strokes of a scene run."""
    return tuple(_track(turn.stroke, path) for turn in _turns(scene, atlas) for path in turn.paths)


def route(stroke: Stroke) -> Path:
    """Return a stroke's path on the right half: round its point for a circle."""
    if stroke.pattern == "circle" and len(stroke.path) == 1:
        return ring(stroke.path[0], RING, RING)
    return stroke.path


def _turns(scene: Scene, atlas: Atlas) -> tuple[_Turn, ...]:
    found = []
    for name in scene.strokes:
        stroke = atlas.strokes[name]
        path = tuple(reversed(route(stroke))) if scene.reverse else route(stroke)
        halves = _halves(stroke, path, scene)
        seconds = _seconds(stroke, scene.technique)
        groups = [(half,) for half in halves] if scene.alternate else [halves]
        found += [_Turn(stroke, group, seconds) for group in groups]
    return tuple(found)


def _halves(stroke: Stroke, path: Path, scene: Scene) -> tuple[Path, ...]:
    if stroke.centre:
        return (path,)
    sides = {"left": (mirror(path),), "right": (path,), "both": (mirror(path), path)}
    return sides[scene.side]


def _seconds(stroke: Stroke, technique: str) -> float:
    if stroke.pattern == "circle":
        return _SLOW_CIRCLE.get(technique or stroke.technique, _TURN["circle"])
    return 4.0 if stroke.pattern == "press" and stroke.technique == "active" else _TURN[stroke.pattern]


def _track(stroke: Stroke, path: Path) -> Track:
    if stroke.pattern == "tap":
        return Track(path, arrow=False, dots=stations(path, TAPS))
    if stroke.pattern == "pinch":
        return Track(path, arrow=True, dots=stations(path, PINCHES))
    return Track(path, arrow=stroke.pattern != "press")
