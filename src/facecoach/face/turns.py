"""Whose turn it is: the strokes of a scene one after the other, each on the half that is worked."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.face.atlas import Atlas, Pattern, Route
from facecoach.face.curves import Path, mirror, ring
from facecoach.face.posture import Grasp
from facecoach.face.scene import Scene, Sides
from facecoach.knowledge.anatomy import StrokeName
from facecoach.knowledge.strokes import STROKES

RING = 0.028  # radius of a circle round one point, in canvas units

# Seconds of one turn: unhurried strokes, friction circles about one a second, taps quick, presses as slow as a breath.
_LASTS: dict[Pattern, float] = {
    "glide": 3.0, "circle": 1.0, "knead": 4.0, "pinch": 3.0, "press": 6.0, "tap": 1.75, "zigzag": 6.0, "stretch": 6.0,
    "steps": 6.0, "rise": 6.0, "swell": 4.0, "drop": 6.0, "hold": 6.0,
}  # fmt: skip
_SLOW_CIRCLE = {"lymphatic-drainage": 2.0, "knuckling": 1.5, "active": 4.0}
_BRISK = ("press", "zigzag")  # what muscles do in a hold of four seconds


@dataclass(frozen=True, slots=True)
class Turn:
    """One stroke's turn: its paths on the half, or halves, that it works, and how long it takes."""

    route: Route
    paths: tuple[Path, ...]
    half: Sides
    seconds: float

    @property
    def moves(self) -> bool:
        """Whether the body or a drawn hand moves with it."""
        return bool(self.route.body or self.route.hands)


def turns(scene: Scene, atlas: Atlas) -> tuple[Turn, ...]:
    """Return the strokes in turn, none in a rest; hands that only hold take none beside others."""
    if scene.resting:
        return ()
    found = []
    for name in scene.strokes:
        route = atlas.strokes[name]
        if _only_holds(route, scene, atlas):
            continue
        path = tuple(reversed(course(route))) if scene.reverse else course(route)
        seconds = _seconds(name, route, scene.technique)
        halves: tuple[Sides, ...] = (scene.side,) if route.centre or not scene.alternate else ("left", "right")
        found += [Turn(route, _halves(route, path, half), half, seconds) for half in halves]
    return tuple(found)


def under_way(turns: tuple[Turn, ...], moment: float) -> tuple[Turn, float]:
    """Return whose turn it is at a moment (0 to 1) of the cycle, and how much of it (0 to 1) is over."""
    left = moment % 1.0 * sum(turn.seconds for turn in turns)
    for turn in turns:
        if left < turn.seconds:
            return turn, left / turn.seconds
        left -= turn.seconds
    return turns[-1], 1.0


def held(scene: Scene, atlas: Atlas) -> tuple[Grasp, ...]:
    """Return the hands that hold while other strokes run; in a rest all that are drawn, the others let go."""
    routes = [atlas.strokes[name] for name in scene.strokes]
    still = [route for route in routes if route.hands and (scene.resting or _only_holds(route, scene, atlas))]
    return tuple(Grasp(route.hands, scene.side, float(route.pattern == "hold")) for route in still if route.hands)


def course(route: Route) -> Path:
    """Return a stroke's path on the right half; a circle with a single point runs round it."""
    if route.pattern == "circle" and len(route.path) == 1:
        return ring(route.path[0], RING, RING)
    return route.path


def places(scene: Scene, atlas: Atlas) -> Path:
    """Return all points that the hands-on strokes of a scene come to, those of hands that only hold included."""
    routes = [atlas.strokes[name] for name in scene.strokes if STROKES[name].hands]
    return tuple(spot for route in routes for path in _halves(route, course(route), scene.side) for spot in path)


def _only_holds(route: Route, scene: Scene, atlas: Atlas) -> bool:
    return route.pattern == "hold" and any(atlas.strokes[name].pattern != "hold" for name in scene.strokes)


def _halves(route: Route, path: Path, side: Sides) -> tuple[Path, ...]:
    if route.centre:
        return (path,)
    sides = {"left": (mirror(path),), "right": (path,), "both": (mirror(path), path)}
    return sides[side]


def _seconds(name: StrokeName, route: Route, technique: str) -> float:
    own = STROKES[name].technique
    if route.pattern == "circle":
        return _SLOW_CIRCLE.get(technique or own, _LASTS["circle"])
    return 4.0 if route.pattern in _BRISK and own == "active" else _LASTS[route.pattern]
