"""The colour and the mark of each zone, the same wherever a zone is shown, and the colours that are no zone's.

All are of the xterm cube, so that a terminal of 256 colours shows the same. Zones that meet on the face stay apart for
eyes that see no red or no green (`tests/knowledge/test_colours.py`); zones far apart are told by their marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facecoach.knowledge.anatomy import ZoneName

Colour = tuple[int, int, int]

_LEVELS = (0, 95, 135, 175, 215, 255)


@dataclass(frozen=True, slots=True)
class Tint:
    """How a zone is shown: a letter of its own, and a colour by its number in the xterm palette (16 to 231)."""

    mark: str
    number: int

    @property
    def colour(self) -> Colour:
        """Red, green and blue, each 0 to 255."""
        return cube(self.number)


def cube(number: int) -> Colour:
    """Return the red, green and blue of a colour of the xterm cube (16 to 231)."""
    step = number - 16
    return _LEVELS[step // 36], _LEVELS[step // 6 % 6], _LEVELS[step % 6]


ZONE_TINTS: Mapping[ZoneName, Tint] = {
    "face": Tint("W", 145),
    "forehead": Tint("F", 136),
    "glabella": Tint("B", 211),
    "temples": Tint("T", 189),
    "eyes": Tint("E", 69),
    "nose": Tint("N", 186),
    "cheeks": Tint("C", 172),
    "mouth": Tint("M", 174),
    "smile-lines": Tint("S", 169),
    "chin": Tint("H", 106),
    "jaw": Tint("J", 72),
    "jawline": Tint("L", 84),
    "under-jaw": Tint("U", 116),
    "neck": Tint("K", 39),
    "decolletage": Tint("D", 73),
    "inside-mouth": Tint("I", 219),
    "scalp": Tint("P", 144),
}
AMBER, RED, DONE, SLATE = cube(214), cube(203), cube(77), (58, 64, 80)
DARK = (14, 17, 24)  # letters on a zone's colour, and what colours fade to


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return `one` with a `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def written(colour: Colour) -> str:
    """Return a colour as a style holds it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)
