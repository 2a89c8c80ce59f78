"""How far body and hands have gone at a moment of one turn, in few enough steps that each can be kept as a picture."""

from __future__ import annotations

from math import pi, sin

from facecoach.face.atlas import Pattern, Route
from facecoach.face.marks import breath, ease, kept
from facecoach.face.posture import Grasp, Halves, Posture

MOST = 6  # postures of one scene: each costs as much as the picture of a scene that stands still


def stood(route: Route, half: Halves, t: float, turns: int) -> Posture:
    """Return the posture at a moment (0 to 1) of a stroke's turn, where `turns` strokes of a scene move the body."""
    share, swing = _stepped(route.pattern, t, max(MOST // turns, 2))
    full = route.body or Posture()
    return Posture(
        lift=full.lift * share,
        spread=full.spread * swing,
        nod=full.nod * share,
        tuck=full.tuck * share,
        push=full.push * share,
        half=half if full.push else "both",
        grasps=(Grasp(route.hands, half, share, share),) if route.hands else (),
    )


def _stepped(pattern: Pattern, t: float, steps: int) -> tuple[float, float]:
    """Return how far the body has gone, up and outwards, in so many steps."""
    if pattern == "circle":
        turn = round(t * steps) % steps / steps
        return breath(turn), sin(2 * pi * turn)
    share = round(_share(pattern, t) * (steps - 1)) / (steps - 1)
    return share, share


def _share(pattern: Pattern, t: float) -> float:
    if pattern == "drop":
        return ease(t / 0.45) - ease((t - 0.5) / 0.22)
    if pattern in ("stretch", "hold"):
        return kept(t)
    return breath(t)
