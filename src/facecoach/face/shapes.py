"""Lines and areas of the atlas, written for one half of the face and held to the canvas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self

from facecoach.face import curves
from facecoach.face.curves import Path

Across = float  # from -0.5 to 0.5, 0 on the midline
Down = float  # from 0 at the top to 1
Knots = tuple[tuple[Across, Down], ...]


@dataclass(frozen=True, kw_only=True)
class Ellipse:
    """An ellipse; `dx` is its centre's distance from the midline."""

    dx: Across
    y: Down
    rx: Across
    ry: Across

    @property
    def path(self) -> Path:
        """Its outline, clockwise."""
        return curves.ring((self.dx, self.y), self.rx, self.ry)

    @property
    def flipped(self) -> Self:
        """The same on the other half."""
        return replace(self, dx=-self.dx)


@dataclass(frozen=True, kw_only=True)
class Form(Ellipse):
    """A soft light or shade that gives the skin its roundness; alone on its side, or on both."""

    tone: Literal["light", "shade"]
    strength: float
    pair: bool = False


@dataclass(frozen=True, kw_only=True)
class Limb:
    """An arm or a finger with a round end; a knot is [distance from the midline, height, half the thickness there]."""

    knots: tuple[tuple[Across, Down, float], ...]

    @property
    def path(self) -> Path:
        """The line through its middle, from the body out."""
        return curves.spline(tuple((x, y) for x, y, _ in self.knots))

    @property
    def reach(self) -> tuple[float, ...]:
        """Half its thickness at each point of its path."""
        return tuple(width for _, width in curves.spline(tuple((0.0, width) for _, _, width in self.knots)))


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A line or an area: one of `smooth`, `points` and `ellipses`, written for the right half unless `centre`.

    `then` are points after those of `smooth` or `points`, `mirror` closes the path over the midline, `width` is
    half the thickness of a line.
    """

    smooth: Knots | None = None
    points: Knots | None = None
    ellipses: tuple[Ellipse, ...] = ()
    then: Knots = ()
    hole: Ellipse | None = None
    width: float = 0.0
    centre: bool = False
    mirror: bool = False

    @property
    def path(self) -> Path:
        """The line through its points, for the right half."""
        if self.ellipses:
            return self.ellipses[0].path
        return (*(curves.spline(self.smooth) if self.smooth else self.points or ()), *self.then)

    @property
    def outlines(self) -> tuple[Path, ...]:
        """Its areas on both halves, as closed paths."""
        if self.mirror:
            return (curves.whole(self.path),)
        if self.width and self.path[0][0] == 0:
            return (self._band(curves.through(self.path)),)
        if self.ellipses:
            rights = tuple(ellipse.path for ellipse in self.ellipses)
        else:
            rights = (self._band(self.path),) if self.width else (self.path,)
        return rights if self.centre else (*rights, *map(curves.mirror, rights))

    @property
    def holes(self) -> tuple[Path, ...]:
        """What is cut out of it, on both halves."""
        return (self.hole.path, curves.mirror(self.hole.path)) if self.hole else ()

    def _band(self, path: Path) -> Path:
        return curves.rounded(path, (self.width,) * len(path))
