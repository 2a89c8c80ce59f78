"""Hands that hold: arms behind the body, fingers over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import dist

from facecoach.face import curves
from facecoach.face.atlas import Accents, Atlas, Hand, Palette
from facecoach.face.brush import Sheet
from facecoach.face.colours import mix
from facecoach.face.curves import Path
from facecoach.face.posture import Grasp, Posture
from facecoach.face.shapes import Limb

_NAILS = 220  # shown pixels per canvas unit from which a finger has a nail
_FINGER = 0.02  # half the thickness of the thickest finger
_TUBE = 8  # steps of light and shade across a limb
_ROOT = 0.3  # how much of a limb has no edge, because it grows out of another


@dataclass(frozen=True, slots=True)
class Laid:
    """A limb where it lies: the line through its middle, half its thickness along it, and how hard it works."""

    path: Path
    reach: tuple[float, ...]
    work: float

    @property
    def finger(self) -> bool:
        """Whether it is a finger rather than an arm."""
        return max(self.reach) <= _FINGER

    def outline(self, more: float = 0.0, root: float = 0.0) -> Path:
        """Return its edge, `more` canvas units further out, without a share of its `root`."""
        first = int(root * len(self.path))
        return curves.rounded(self.path[first:], tuple(width + more for width in self.reach[first:]))


def behind(posture: Posture, atlas: Atlas) -> tuple[Laid, ...]:
    """Return the arms that the body hides in part; they stay while fingers close."""
    stays = [(hand, side, replace(grasp, share=1.0, work=0.0)) for hand, side, grasp in _sides(posture, atlas)]
    return tuple(_laid(limb, hand, side, grasp) for hand, side, grasp in stays for limb in hand.behind)


def before(posture: Posture, atlas: Atlas) -> tuple[Laid, ...]:
    """Return the fingers that lie over the body, as far as they have closed."""
    found: list[Laid] = []
    for hand, side, grasp in _sides(posture, atlas):
        found += [_laid(limb, hand, side, grasp) for limb in hand.beside]
        found += [_laid(limb, hand, -side, grasp) for limb in hand.across]
    return tuple(found)


def paint(sheet: Sheet, limbs: Iterable[Laid], palette: Palette, accents: Accents) -> None:
    """Paint limbs one over the other, round, with a dark edge that lights up as they work."""
    edge = sheet.window.reach(0.0034, 0.40) / sheet.window.scale
    for limb in limbs:
        work = limb.work if limb.finger else 0.0
        rim = mix(mix(palette.shade, palette.line, 0.45), accents.stroke, 0.9 * work)
        sheet.fill(limb.outline(edge * (1 + 0.5 * work), _ROOT), rim, 0.9)
        _tube(sheet, limb, palette)
        if sheet.window.detail > _NAILS and limb.finger:
            _nail(sheet, limb, palette)


def _tube(sheet: Sheet, limb: Laid, palette: Palette) -> None:
    """Paint a limb from its shaded edge to its light, which lies to the upper left of its middle."""
    for step in range(_TUBE):
        share = step / (_TUBE - 1)
        thin = tuple(width * (1 - 0.85 * share) for width in limb.reach)
        path = tuple(
            (x - w * share * 0.12, y - w * share * 0.24) for (x, y), w in zip(limb.path, limb.reach, strict=True)
        )
        dark, light = mix(palette.skin, palette.shade, 0.4), mix(palette.skin, palette.light, 0.6)
        sheet.fill(curves.rounded(path, thin), mix(dark, light, share))


def _nail(sheet: Sheet, limb: Laid, palette: Palette) -> None:
    width = limb.reach[-1]
    (ax, ay), (bx, by) = limb.path[-2], limb.path[-1]
    span = dist((ax, ay), (bx, by)) or 1.0
    tip = (bx + (bx - ax) / span * width * 0.75, by + (by - ay) / span * width * 0.75)
    nail = ((bx, by), tip)
    sheet.fill(curves.rounded(nail, (width * 0.42, width * 0.42)), mix(palette.light, palette.blush, 0.35), 0.85)


def _sides(posture: Posture, atlas: Atlas) -> list[tuple[Hand, int, Grasp]]:
    """Return each hand with the half it is drawn on: -1 for the left, 1 for the right."""
    found: list[tuple[Hand, int, Grasp]] = []
    for grasp in posture.grasps:
        hand = atlas.hands[grasp.hand]
        sides = {"left": (-1,), "right": (1,), "both": (1,) if hand.single else (-1, 1)}[grasp.half]
        found += [(hand, side, grasp) for side in sides]
    return found


def _laid(limb: Limb, hand: Hand, side: int, grasp: Grasp) -> Laid:
    dx, dy = (part * (1 - grasp.share) for part in hand.away)
    return Laid(tuple((side * (x + dx), y + dy) for x, y in limb.path), limb.reach, grasp.work)
