"""What a mouth does to the face around it: cheeks that bulge or hollow, a jaw that drops."""

from __future__ import annotations

from math import exp

from facecoach.face.curves import Path
from facecoach.face.mouths import Mouth
from facecoach.face.posture import soft

_SPREAD = 0.066  # how far up and down a cheek's bulge reaches, in canvas units
_PUFFED = 0.03  # how far a cheek stands out that is full of air
_RAISED, _KNIT = 0.027, (0.012, 0.026)  # how far brows go up; inwards and down in a scrunch
_EYE = 0.388  # the height at which lids meet


def moved(path: Path, mouth: Mouth) -> Path:
    """Return the path as it lies when the face makes this mouth."""
    if not mouth.cheek and not mouth.jaw:
        return path
    return tuple((x + _bulge(x, y, mouth), y + mouth.jaw * _drop(y)) for x, y in path)


def puffed(mouth: Mouth) -> bool:
    """Whether the cheeks are full of air."""
    return mouth.cheek > _PUFFED


def browed(path: Path, mouth: Mouth, raised: bool) -> Path:
    """Return a brow as it lies when it is raised, or drawn in and down at its inner end."""
    lift, (inwards, down) = _RAISED if raised else 0.0, (part * mouth.scrunch for part in _KNIT)
    found = []
    for x, y in path:
        inner = 1 - soft((abs(x) - 0.04) / 0.14)
        across = inwards * (0.4 + 0.6 * inner)
        found.append((x - (1 if x > 0 else -1) * across, y - lift + down * (0.25 + 0.75 * inner)))
    return tuple(found)


def squinted(path: Path, mouth: Mouth) -> Path:
    """Return a lid as it lies when the eyes narrow in a scrunch."""
    return tuple((x, _EYE + (y - _EYE) * (1 - 0.5 * mouth.scrunch)) for x, y in path) if mouth.scrunch else path


def _bulge(x: float, y: float, mouth: Mouth) -> float:
    outward = soft((abs(x) - 0.06) / 0.14)
    return (1 if x > 0 else -1) * mouth.cheek * outward * exp(-(((y - mouth.cheek_y) / _SPREAD) ** 2))


def _drop(y: float) -> float:
    """Return how much of the jaw's drop is felt at a height: all at the chin, none at the throat."""
    return soft((y - 0.53) / 0.12) * (1 - soft((y - 0.70) / 0.06))
