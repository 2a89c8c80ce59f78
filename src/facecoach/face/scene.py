"""What the picture shows: where the camera looks, what is lit, what the face does and which strokes run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from facecoach.knowledge.anatomy import CameraName, MouthName, StrokeName, ZoneName

Lids = Literal["open", "closed"]
Brows = Literal["rest", "raised"]
Sides = Literal["both", "left", "right"]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of a move, as in a mirror: the user's left is on the left.

    `side` is the half that is lit and worked; `alternate` works the halves in turn; `pressure` runs from 1 (feather)
    to 4 (firm); `reverse` runs strokes backwards; `resting` lets go of them, though their places stay lit.
    """

    camera: CameraName = "face"
    zones: tuple[ZoneName, ...] = ()
    eyes: Lids = "open"
    mouth: MouthName = "neutral"
    side: Sides = "both"
    strokes: tuple[StrokeName, ...] = ()
    pressure: int = 1
    technique: str = ""
    alternate: bool = False
    reverse: bool = False
    resting: bool = False
    brows: Brows = "rest"
