"""What a move asks of a face beside touch: the loads that conditions rule out, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Load = Literal[
    "suction", "puff", "wide", "resist", "jaw", "effort", "tongue", "cold", "drain", "neck-hold", "neck", "dry"
]

LOADS: Mapping[Load, str] = {
    "suction": "sucking the cheeks in",
    "puff": "air pressed against lips or cheeks",
    "wide": "opening the jaw wide",
    "resist": "pushing against the jaw",
    "jaw": "moving the jaw",
    "effort": "exercise of the face",
    "tongue": "pushing with the tongue",
    "cold": "something cold on the skin",
    "drain": "strokes down the neck",
    "neck-hold": "hands clasped round the neck",
    "neck": "moving the head on the neck",
    "dry": "gliding on dry skin",
}
