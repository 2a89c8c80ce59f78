"""How body and head stand, and what a change of it does to every point of the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Literal

from facecoach.face.curves import Path, Point

HandName = Literal["nape-hold", "nape-squeeze", "chin-push"]
Halves = Literal["both", "left", "right"]

_FACE = (0.0, 0.39, 0.235, 0.335)  # the head as an ellipse: its centre, half its width and half its height
_THROAT, _COLLAR = 0.76, 0.74  # heights above which the head moves alone, and below which shoulders do
_CHEEK = (0.568, 0.052)  # the height at which a tongue pushes a cheek out, and how far up and down that reaches


@dataclass(frozen=True, slots=True)
class Grasp:
    """A hand that is drawn: which, on which half, how far it has closed and how hard it works (0 to 1)."""

    hand: HandName
    half: Halves
    share: float
    work: float = 0.0


@dataclass(frozen=True, slots=True)
class Posture:
    """What stands otherwise than at rest, in canvas units.

    Shoulders `lift` and `spread`, the brow comes down in a `nod`, the chin goes back in a `tuck` (a share of the
    head's size), a cheek is pushed out on one `half` or both.
    """

    lift: float = 0.0
    spread: float = 0.0
    nod: float = 0.0
    tuck: float = 0.0
    push: float = 0.0
    half: Halves = "both"
    grasps: tuple[Grasp, ...] = ()

    def moved(self, path: Path) -> Path:
        """Return the path as it lies in this posture."""
        if self.push:
            path = tuple(self._cheek(x, y) for x, y in path)
        if self.nod or self.tuck:
            path = tuple(self._head(x, y) if y < _THROAT else (x, y) for x, y in path)
        if self.lift or self.spread:
            path = tuple(self._shoulders(x, y) if y > _COLLAR else (x, y) for x, y in path)
        return path

    def _cheek(self, x: float, y: float) -> Point:
        if self.half != "both" and (x < 0) != (self.half == "left"):
            return x, y
        outward = soft((abs(x) - 0.06) / 0.12) * exp(-(((y - _CHEEK[0]) / _CHEEK[1]) ** 2))
        return x + (1 if x > 0 else -1) * self.push * outward, y

    def _head(self, x: float, y: float) -> Point:
        """Turn the head as a ball turns: what stands out most goes furthest, its edge hardly moves."""
        cx, cy, rx, ry = _FACE
        depth = max(0.0, 1 - ((x - cx) / rx) ** 2 - ((y - cy) / ry) ** 2)
        held = 1 - soft((y - _THROAT + 0.07) / 0.07)
        nearer = 1 - self.tuck * held
        return x * nearer, cy + 0.06 + (y - cy - 0.06) * nearer + self.nod * (depth + 0.22 * held)

    def _shoulders(self, x: float, y: float) -> Point:
        share = soft((abs(x) - 0.10) / 0.15) * soft((y - _COLLAR) / 0.06) * (1 - soft((y - 0.90) / 0.10))
        return x + (1 if x > 0 else -1) * self.spread * share, y - self.lift * share


AT_REST = Posture()


def soft(t: float) -> float:
    """Return 0 up to 0 and 1 from 1 on, and a smooth way between."""
    t = min(max(t, 0.0), 1.0)
    return t * t * (3 - 2 * t)
