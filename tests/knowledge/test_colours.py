"""Zones are told apart: by everyone's eyes, by those that see no red or no green, and by their marks."""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from facecoach.face.atlas import bundled_atlas
from facecoach.knowledge.anatomy import ZoneName
from facecoach.knowledge.colours import AMBER, DARK, DONE, RED, ZONE_TINTS, Colour

# Zones that meet on the map of the face, or lie one over the other.
NEIGHBOURS: tuple[tuple[ZoneName, ZoneName], ...] = (
    ("forehead", "glabella"), ("forehead", "temples"), ("forehead", "scalp"), ("forehead", "eyes"),
    ("temples", "scalp"), ("temples", "eyes"), ("temples", "cheeks"), ("temples", "jaw"), ("eyes", "glabella"),
    ("eyes", "nose"), ("eyes", "cheeks"), ("nose", "glabella"), ("nose", "cheeks"), ("nose", "mouth"),
    ("nose", "smile-lines"), ("cheeks", "smile-lines"), ("cheeks", "jaw"), ("cheeks", "inside-mouth"),
    ("mouth", "smile-lines"), ("mouth", "chin"), ("mouth", "inside-mouth"), ("smile-lines", "inside-mouth"),
    ("smile-lines", "chin"), ("chin", "jawline"), ("chin", "jaw"), ("jaw", "jawline"), ("jaw", "inside-mouth"),
    ("jaw", "under-jaw"), ("jawline", "under-jaw"), ("under-jaw", "neck"), ("neck", "decolletage"),
)  # fmt: skip
# Machado, Oliveira and Fernandes 2009, severity 1: what linear red, green and blue become.
BLIND = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
APART = {"normal": 18.0, "protanopia": 17.0, "deuteranopia": 16.0}  # CIEDE2000; 2 is seen side by side
Lab = tuple[float, float, float]


def linear(colour: Colour) -> list[float]:
    """Return linear light of a colour, 0 to 1."""
    parts = [part / 255 for part in colour]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(colour: Colour, eyes: str) -> Lab:
    """Return a colour as these eyes see it, in CIELAB under D65."""
    light = linear(colour)
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in BLIND[eyes]]
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (
        _root(sum(a * b for a, b in zip(row, seen, strict=True)) / full)
        for row, full in zip(matrix, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116


def apart(one: Lab, other: Lab) -> float:
    """Return the difference of two colours by CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    dl, dc, dh = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    light, c, h = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    waves = ((1, -0.17, -30), (2, 0.24, 0), (3, 0.32, 6), (4, -0.20, -63))
    t = 1 + sum(size * cos(radians(times * h + shift)) for times, size, shift in waves)
    sl = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    rt = -sin(radians(60 * exp(-(((h - 275) / 25) ** 2)))) * 2 * sqrt(c**7 / (c**7 + 25**7))
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours by WCAG 2, 1 to 21."""
    light = sorted(
        sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear(each), strict=True)) for each in (one, other)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("eyes", BLIND)
def test_neighbours_are_told_apart(eyes: str) -> None:
    """Zones that meet on the face look different, with and without an eye for red and green."""
    close = {
        pair: round(found, 1)
        for pair in NEIGHBOURS
        if (found := apart(*(lab(ZONE_TINTS[name].colour, eyes) for name in pair))) < APART[eyes]
    }
    assert close == {}


def test_a_mark_for_each() -> None:
    """Every zone of the atlas and the whole face have a letter of their own, so that none needs its colour."""
    assert set(ZONE_TINTS) == {*bundled_atlas().zones, "face"}
    assert len({tint.mark for tint in ZONE_TINTS.values()}) == len(ZONE_TINTS)


@pytest.mark.parametrize("name", ZONE_TINTS)
def test_dark_letters_stand_on_it(name: ZoneName) -> None:
    """Dark letters are read on a zone's colour, and the colour on a dark screen, at 4.5 to 1 or better."""
    assert contrast(ZONE_TINTS[name].colour, DARK) >= 4.5


def test_what_is_no_zone() -> None:
    """Amber, red and the green of done are no zone's colour, nor one another's."""
    own = [tint.colour for tint in ZONE_TINTS.values()]
    assert not {AMBER, RED, DONE} & set(own)
    assert min(apart(lab(a, "normal"), lab(b, "normal")) for a, b in combinations((AMBER, RED, DONE), 2)) > 20
