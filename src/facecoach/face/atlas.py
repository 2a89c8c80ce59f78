"""The atlas: cameras, outline, features, zones, strokes and colours.

They are drawn in `atlas.yaml`, and read from `atlas.json`, which is made from it and takes a tenth of the time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from facecoach.face.mouths import Mouth
from facecoach.face.posture import HandName, Posture
from facecoach.face.shapes import Across, Down, Form, Limb, Shape
from facecoach.knowledge.anatomy import CameraName, MouthName, StrokeName, ZoneName
from facecoach.plain import restored

PaletteName = Literal["mannequin", "clay", "fair", "warm", "deep", "stone"]
Pattern = Literal[
    "glide", "circle", "knead", "pinch", "press", "tap", "zigzag", "stretch", "steps", "rise", "swell", "drop", "hold",
]  # fmt: skip
ClearName = Literal["carotid", "throat", "eyeballs"]
SpotName = Literal["palate", "collar-hollows"]

Colour = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class Spot(Shape):
    """A place that is lit, and the camera that shows it best; `deep` ones are worked from inside the mouth."""

    camera: CameraName
    deep: bool = False


@dataclass(frozen=True, kw_only=True)
class Region(Spot):
    """A zone; `mark` is where its letter stands on a map."""

    mark: tuple[Across, Down]


@dataclass(frozen=True, kw_only=True)
class Route(Shape):
    """Where a stroke's hands or tongue run, and in which pattern.

    It may light a spot in place of the zone, ask for a camera, move the body as far as `body` and draw `hands`.
    """

    pattern: Pattern
    spot: SpotName | None = None
    camera: CameraName | None = None
    body: Posture | None = None
    hands: HandName | None = None


@dataclass(frozen=True, kw_only=True)
class Hand:
    """A hand and its arm, for the right half: `behind` the neck, `beside` it, and `across` on the other half.

    Fingers lie `away` from where they hold until they close. A `single` hand works both halves alone.
    """

    behind: tuple[Limb, ...] = ()
    beside: tuple[Limb, ...] = ()
    across: tuple[Limb, ...] = ()
    away: tuple[Across, Down] = (0.0, 0.0)
    single: bool = False


@dataclass(frozen=True, kw_only=True)
class Clear(Shape):
    """A place that no hands-on stroke enters, and why; it is outlined wherever one of `zones` is lit."""

    why: str
    zones: tuple[ZoneName, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The silhouette: body, ears, head, and the hair between its outer edge and the hairline."""

    body: Shape
    ears: Shape
    head: Shape
    hair: Shape
    hairline: Shape
    headband: float
    neck_shadow: Shape


@dataclass(frozen=True, kw_only=True)
class Features:
    """The lines and areas of the face itself."""

    brows: Shape
    lid: Shape
    lower_lid: Shape
    irises: Shape
    closed_lids: Shape
    lid_crease: Shape
    nose_wing: Shape
    nose_base: Shape
    nostrils: Shape
    smile_lines: Shape
    chin_crease: Shape
    nose_wrinkles: tuple[Shape, ...]
    tuck_crease: Shape
    collarbones: Shape
    neck_cords: Shape


@dataclass(frozen=True, kw_only=True)
class Palette:
    """The colours of one person: skin from shade to light, and all that stands on it."""

    skin: Colour
    light: Colour
    shade: Colour
    blush: Colour
    hair: Colour
    band: Colour
    brow: Colour
    line: Colour
    eye: Colour
    iris: Colour
    lips: Colour
    lip_line: Colour
    inside: Colour


@dataclass(frozen=True, kw_only=True)
class Accents:
    """The colours that say something: zones, strokes, and what to keep clear of."""

    zone: Colour
    deep: Colour
    stroke: Colour
    comet: Colour
    edge: Colour
    clear: Colour


@dataclass(frozen=True, kw_only=True)
class Atlas:
    """All of the drawing, on a canvas one unit wide and high; a point is [distance from the midline, height]."""

    cameras: dict[CameraName, tuple[Down, Down, Down, Down]]
    outline: Outline
    features: Features
    head_forms: tuple[Form, ...]
    body_forms: tuple[Form, ...]
    blush: Form
    mouths: dict[MouthName, Mouth]
    cheeks: dict[str, Form]
    zones: dict[ZoneName, Region]
    spots: dict[SpotName, Spot]
    keep_clear: dict[ClearName, Clear]
    strokes: dict[StrokeName, Route]
    hands: dict[HandName, Hand]
    palettes: dict[PaletteName, Palette]
    accents: Accents


@cache
def bundled_atlas() -> Atlas:
    """Return the atlas that comes with the program."""
    return restored(Atlas, json.loads((files(__package__) / "atlas.json").read_bytes()))
