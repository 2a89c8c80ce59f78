"""A scene over time: how long its cycle lasts, where the marks are at a moment, and how body and hands stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facecoach.face import effort
from facecoach.face.atlas import Atlas, Pattern, Route
from facecoach.face.curves import Path
from facecoach.face.marks import Mark, Marks
from facecoach.face.patterns import PATTERNS, PINCHES, TAPS, stations
from facecoach.face.posture import AT_REST, Posture
from facecoach.face.presses import STEPS
from facecoach.face.scene import Scene
from facecoach.face.turns import held, turns, under_way

RATE = 8  # frames per second: calm, and cheap over a slow line

# The moments at which patterns tell most where hands are, of those that do not say it by their track.
_TELLING: dict[Pattern, float] = {
    "press": 0.5, "steps": 0.3, "swell": 0.5, "rise": 0.5, "knead": 0.5, "pinch": 0.58,
}  # fmt: skip


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


def cycle(scene: Scene, atlas: Atlas) -> Cycle:
    """Return how long a scene's strokes take all in turn; a scene without strokes stands still in one frame."""
    seconds = sum(turn.seconds for turn in turns(scene, atlas))
    return Cycle(seconds, max(round(seconds * RATE), 1))


def marks(scene: Scene, atlas: Atlas, moment: float) -> Marks:
    """Return the moving marks at a moment (0 to 1) of the cycle."""
    found = turns(scene, atlas)
    if not found:
        return ()
    turn, t = under_way(found, moment)
    return tuple(mark for path in turn.paths for mark in PATTERNS[turn.route.pattern](path, t))


def still(scene: Scene, atlas: Atlas) -> Marks:
    """Return the marks that tell where hands are when nothing moves: the places of a press, and of thumb and finger."""
    found: list[Mark] = []
    for turn in turns(scene, atlas):
        moment = _TELLING.get(turn.route.pattern)
        if moment is not None:
            found += [mark for path in turn.paths for mark in PATTERNS[turn.route.pattern](path, moment)]
    return tuple(found)


def posture(scene: Scene, atlas: Atlas, moment: float | None) -> Posture:
    """Return how body and hands stand at a moment of the cycle; at None, as far as they go."""
    found = turns(scene, atlas)
    holding = held(scene, atlas)
    moving = [turn for turn in found if turn.moves]
    if not moving:
        return replace(AT_REST, grasps=holding) if holding else AT_REST
    turn, t = (moving[0], 0.5) if moment is None else under_way(found, moment)
    stands = effort.stood(turn.route, turn.half, t, len(moving))
    return replace(stands, grasps=(*holding, *stands.grasps))


def tracks(scene: Scene, atlas: Atlas) -> tuple[Track, ...]:
    """Return where the strokes of a scene run."""
    running = [turn for turn in turns(scene, atlas) if turn.route.pattern != "hold"]
    return tuple(_track(turn.route, path) for turn in running for path in turn.paths)


def _track(route: Route, path: Path) -> Track:
    count = {"tap": TAPS, "pinch": PINCHES, "steps": STEPS}.get(route.pattern)
    arrow = route.pattern not in ("press", "swell", "tap")
    return Track(path, arrow, stations(path, count) if count else ())
