"""The atlas: cameras, outline, features, zones, strokes and colours, read from `atlas.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field

from facecoach.face.shapes import Across, Down, Entry, Form, Shape
from facecoach.form import load
from facecoach.knowledge.anatomy import CameraName, MouthName, StrokeName, ZoneName

PaletteName = Literal["mannequin", "clay", "fair", "warm", "deep", "stone"]
Pattern = Literal["glide", "circle", "knead", "pinch", "press", "tap", "zigzag", "stretch"]
ClearName = Literal["carotid", "throat", "eyeballs"]

Byte = Annotated[int, Field(ge=0, le=255)]
Colour = tuple[Byte, Byte, Byte]


class Region(Shape):
    """A zone: where it lies, and the camera that shows it best; `deep` ones are worked from inside the mouth.

    `mark` is where its letter stands on a map.
    """

    camera: CameraName
    mark: tuple[Across, Down]
    deep: bool = False


class Route(Shape):
    """Where a stroke's hands or tongue run, and in which pattern."""

    pattern: Pattern


class Clear(Shape):
    """A place that no hands-on stroke enters, and why."""

    why: str


class Lips(Entry):
    """Closed or parted lips: half width, heights of both lips, dip of the bow, lift of the corners, half the gap."""

    width: float
    upper: float
    lower: float
    y: Down = 0.580
    dip: float = 0.006
    smile: float = 0.0
    gap: float = 0.0
    teeth: bool = False


class Ring(Entry):
    """An open, rounded mouth: half width and height of its opening, thickness of the rim, lift of the corners."""

    width: float
    height: float
    rim: float
    y: Down = 0.584
    smile: float = 0.0


class Mouth(Entry):
    """A shape of the mouth, and what the cheeks and the jaw do with it.

    `cheek` bulges (+) or hollows (-) the outline around `cheek_y`; `jaw` drops the chin.
    """

    lips: Lips | None = None
    round: Ring | None = None
    cheeks: tuple[str, ...] = ()
    cheek: float = 0.0
    cheek_y: Down = 0.555
    jaw: float = 0.0


class Outline(Entry):
    """The silhouette: body, ears, head, and the hair between its outer edge and the hairline."""

    body: Shape
    ears: Shape
    head: Shape
    hair: Shape
    hairline: Shape
    headband: float
    neck_shadow: Shape


class Features(Entry):
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


class Palette(Entry):
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


class Accents(Entry):
    """The colours that say something: zones, strokes, and what to keep clear of."""

    zone: Colour
    deep: Colour
    stroke: Colour
    comet: Colour
    edge: Colour
    clear: Colour


class Atlas(Entry):
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


def read(raw: bytes, path: str) -> Atlas:
    """Read an atlas; raises FaultyFile with every fault's place."""
    return load(Atlas, raw, path)


@cache
def bundled() -> Atlas:
    """Return the atlas that comes with the program."""
    return read((files(__package__) / "atlas.yaml").read_bytes(), "atlas.yaml")
