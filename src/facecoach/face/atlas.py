"""The atlas: cameras, outline, features, zones, strokes and colours.

They are drawn in `atlas.yaml`, and read from `atlas.json`, which is made from it and takes a tenth of the time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from facecoach.face.shapes import Across, Down, Form, Shape
from facecoach.knowledge.anatomy import CameraName, MouthName, StrokeName, ZoneName
from facecoach.plain import restored

PaletteName = Literal["mannequin", "clay", "fair", "warm", "deep", "stone"]
Pattern = Literal["glide", "circle", "knead", "pinch", "press", "tap", "zigzag", "stretch"]
ClearName = Literal["carotid", "throat", "eyeballs"]

Colour = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class Region(Shape):
    """A zone: where it lies, and the camera that shows it best; `deep` ones are worked from inside the mouth.

    `mark` is where its letter stands on a map.
    """

    camera: CameraName
    mark: tuple[Across, Down]
    deep: bool = False


@dataclass(frozen=True, kw_only=True)
class Route(Shape):
    """Where a stroke's hands or tongue run, and in which pattern."""

    pattern: Pattern


@dataclass(frozen=True, kw_only=True)
class Clear(Shape):
    """A place that no hands-on stroke enters, and why."""

    why: str


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

    `cheek` bulges (+) or hollows (-) the outline around `cheek_y`; `jaw` drops the chin.
    """

    lips: Lips | None = None
    round: Ring | None = None
    cheeks: tuple[str, ...] = ()
    cheek: float = 0.0
    cheek_y: Down = 0.555
    jaw: float = 0.0


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
    keep_clear: dict[ClearName, Clear]
    strokes: dict[StrokeName, Route]
    palettes: dict[PaletteName, Palette]
    accents: Accents


@cache
def bundled_atlas() -> Atlas:
    """Return the atlas that comes with the program."""
    return restored(Atlas, json.loads((files(__package__) / "atlas.json").read_bytes()))
