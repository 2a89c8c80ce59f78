"""A moment of a session as a scene: which face to draw for what is being done."""

from __future__ import annotations

from collections.abc import Sequence

from facecoach.face.atlas import Atlas
from facecoach.face.regions import view
from facecoach.face.scene import Scene, Sides
from facecoach.knowledge.anatomy import PRESSURES, MouthName, ZoneName
from facecoach.session.timeline import Leg, Segment

FIRST_SHAPES = 2.0
LONG_HOLD = 4.0


def pose(leg: Leg, segment: Segment, into: float, atlas: Atlas) -> Scene:
    """Return the scene of a segment `into` seconds after it began.

    A repetition that moves goes through its mouths; a long hold shows them one after the other and stays with the
    last; short ones show one each; a rest shows the mouth relaxed. Hands that alternate change with the repetitions,
    or without any from stroke to stroke.
    """
    act = leg.act
    resting, alternate = segment.task == "rest", segment.side == "alternate"
    side: Sides = segment.side if segment.side in ("left", "right") else "both"
    if alternate and segment.rep:
        side, alternate = ("left" if segment.rep % 2 else "right"), False
    zones = () if leg.zone == "face" else (leg.zone,)
    return Scene(
        camera=act.camera or view(leg.zone, act.stroke, atlas),
        zones=zones,
        eyes=act.eyes or "open",
        mouth="relaxed" if resting else _mouth(act.mouth, segment, into, moving=act.moves),
        side=side,
        strokes=act.stroke,
        pressure=PRESSURES.index(act.pressure) + 1 if act.pressure else 1,
        technique=act.technique or "",
        alternate=alternate,
        reverse=(act.direction or "").startswith("counter"),
        resting=resting,
        brows="raised" if _raises_brows(leg, segment) else "rest",
    )


def poses(leg: Leg, atlas: Atlas) -> tuple[Scene, ...]:
    """Return the scenes of a move, each once, in the order in which they come."""
    moments = ((one, into) for one in leg.segments for into in _shifts(leg, one))
    return tuple(dict.fromkeys(pose(leg, one, into, atlas) for one, into in moments))


def emblem(zone: ZoneName, legs: Sequence[Leg], atlas: Atlas) -> Scene:
    """Return the scene that stands for a whole step: the move in its zone that shows most, just begun."""
    leg = min(legs, key=lambda leg: (leg.zone != zone, not leg.act.stroke and not leg.act.mouth))
    return pose(leg, leg.segments[0], 0.0, atlas)


def _shifts(leg: Leg, segment: Segment) -> list[float]:
    """Return the seconds of a segment at which its mouth may become another one."""
    each = segment.seconds / len(leg.act.mouth) if leg.act.moves and segment.rep and leg.act.mouth else FIRST_SHAPES
    return [number * each + 1e-6 for number in range(max(1, len(leg.act.mouth)))]


def _mouth(shapes: tuple[MouthName, ...], segment: Segment, into: float, *, moving: bool) -> MouthName:
    if not shapes:
        return "neutral"
    if moving and segment.rep:
        return shapes[min(int(into / segment.seconds * len(shapes)), len(shapes) - 1)]
    if segment.seconds >= LONG_HOLD:
        return shapes[min(int(into / FIRST_SHAPES), len(shapes) - 1)]
    return shapes[(segment.rep - 1) % len(shapes)]


def _raises_brows(leg: Leg, segment: Segment) -> bool:
    return leg.zone == "forehead" and leg.act.technique == "active" and segment.task == "hold"
