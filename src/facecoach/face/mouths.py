"""Shapes of the mouth, as the atlas holds them."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.face.shapes import Down


@dataclass(frozen=True, kw_only=True)
class Lips:
    """Closed or parted lips: half width, heights of both lips, dip of the bow, lift of the corners, half the gap."""

    width: float
    upper: float
    lower: float
    y: Down = 0.580
    dip: float = 0.006
    smile: float = 0.0
    gap: float = 0.0
    teeth: bool = False


@dataclass(frozen=True, kw_only=True)
class Ring:
    """An open, rounded mouth: half width and height of its opening, thickness of the rim, lift of the corners."""

    width: float
    height: float
    rim: float
    y: Down = 0.584
    smile: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Mouth:
    """A shape of the mouth, and what the cheeks and the jaw do with it.

    `cheek` bulges (+) or hollows (-) the outline around `cheek_y`; `jaw` drops the chin; `scrunch` draws all features
    towards the nose, from 0 to 1.
    """

    lips: Lips | None = None
    round: Ring | None = None
    cheeks: tuple[str, ...] = ()
    cheek: float = 0.0
    cheek_y: Down = 0.555
    jaw: float = 0.0
    scrunch: float = 0.0
