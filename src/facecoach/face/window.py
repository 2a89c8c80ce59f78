"""The window a camera opens on the canvas, and where a point of the canvas lies in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facecoach.face.curves import Path
from facecoach.face.posture import AT_REST, Posture

Crop = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A window of `width` by `height` pixels, `scale` of them to a canvas unit and `fine` of them to a shown one.

    All that is seen through it stands in its posture.
    """

    left: float
    top: float
    scale: float
    width: int
    height: int
    fine: int = 1
    posture: Posture = AT_REST

    @property
    def detail(self) -> float:
        """Shown pixels per canvas unit: what decides how much is drawn."""
        return self.scale / self.fine

    def pixels(self, path: Path) -> list[tuple[float, float]]:
        """Return where the path's points lie in the window."""
        return [((0.5 + x - self.left) * self.scale, (y - self.top) * self.scale) for x, y in self.posture.moved(path)]

    def reach(self, width: float, least: float) -> float:
        """Return a thickness in pixels, at least `least` shown pixels."""
        return max(width * self.scale, least * self.fine)

    def rougher(self, size: int) -> Window:
        """Return the same window in about `size` pixels across, or as it is if it has fewer."""
        share = min(1.0, max(size, 2 * self.width // self.fine) / self.width)
        width, height = round(self.width * share), round(self.height * share)
        return replace(self, scale=self.scale * share, width=width, height=height, fine=1)

    def part(self, box: tuple[int, int, int, int]) -> Window:
        """Return the window of a box of its pixels."""
        left, top = self.left + box[0] / self.scale, self.top + box[1] / self.scale
        return replace(self, left=left, top=top, width=box[2] - box[0], height=box[3] - box[1])


def frame(crop: Crop, width: int, height: int, fine: int = 1, posture: Posture = AT_REST) -> Window:
    """Fit a square crop of the canvas into a window of any proportion: centred, extended, never distorted.

    A window taller than the canvas stands on its lower edge.
    """
    x0, y0, x1, y1 = crop
    scale = min(width / (x1 - x0), height / (y1 - y0))
    wide, high = width / scale, height / scale
    top = min((y0 + y1 - high) / 2, 1 - high)
    return Window((x0 + x1 - wide) / 2, top, scale * fine, width * fine, height * fine, fine, posture)


def bounds(spots: Iterable[tuple[float, float]], margin: float, width: int, height: int) -> tuple[int, int, int, int]:
    """Return the box of whole pixels around `spots`, kept inside the window; empty boxes have no width."""
    xs, ys = zip(*spots, strict=True)
    left, top = max(int(min(xs) - margin), 0), max(int(min(ys) - margin), 0)
    right, bottom = min(int(max(xs) + margin) + 2, width), min(int(max(ys) + margin) + 2, height)
    return (left, top, max(right, left), max(bottom, top))


def joined(boxes: Iterable[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    """Return the box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
