"""What a mouth does to the face around it: cheeks that bulge or hollow, a jaw that drops."""

from __future__ import annotations

from math import exp

from facecoach.face.atlas import Mouth
from facecoach.face.curves import Path

_SPREAD = 0.056  # how far up and down a cheek's bulge reaches, in canvas units


def moved(path: Path, mouth: Mouth) -> Path:
    """Return the path as it lies when the face makes this mouth."""
    if not mouth.cheek and not mouth.jaw:
        return path
    return tuple((x + _bulge(x, y, mouth), y + mouth.jaw * _drop(y)) for x, y in path)


def _bulge(x: float, y: float, mouth: Mouth) -> float:
    outward = _soft((abs(x) - 0.06) / 0.14)
    return (1 if x > 0 else -1) * mouth.cheek * outward * exp(-(((y - mouth.cheek_y) / _SPREAD) ** 2))


def _drop(y: float) -> float:
    """Return how much of the jaw's drop is felt at a height: all at the chin, none at the throat."""
    return _soft((y - 0.53) / 0.12) * (1 - _soft((y - 0.70) / 0.06))


def _soft(t: float) -> float:
    t = min(max(t, 0.0), 1.0)
    return t * t * (3 - 2 * t)
