"""A mouth moves the face around it."""

from __future__ import annotations

from facecoach.face.atlas import bundled_atlas
from facecoach.face.curves import mirror
from facecoach.face.expression import moved

MOUTHS = bundled_atlas().mouths
CHEEK = ((0.20, 0.55),)


def test_rest() -> None:
    """A neutral mouth moves nothing."""
    assert moved(CHEEK, MOUTHS["neutral"]) == CHEEK


def test_bulge() -> None:
    """A puffed cheek stands out and a fish's cheek is drawn in, alike on both halves."""
    assert moved(CHEEK, MOUTHS["puff"])[0][0] > 0.22
    assert moved(CHEEK, MOUTHS["fish"])[0][0] < 0.17
    assert moved(mirror(CHEEK), MOUTHS["fish"]) == mirror(moved(CHEEK, MOUTHS["fish"]))


def test_where() -> None:
    """A puff that is sent up stands out higher than one that is sent down."""
    high, low = ((0.20, 0.48),), ((0.20, 0.61),)
    assert moved(high, MOUTHS["puff_up"])[0][0] > moved(low, MOUTHS["puff_up"])[0][0]
    assert moved(low, MOUTHS["puff_down"])[0][0] > moved(high, MOUTHS["puff_down"])[0][0]


def test_jaw() -> None:
    """An open jaw lowers the chin, and neither the eyes nor the chest."""
    eye, chin, chest = moved(((0.1, 0.38), (0.0, 0.68), (0.1, 0.9)), MOUTHS["jaw_open"])
    assert (eye, chest) == ((0.1, 0.38), (0.1, 0.9))
    assert chin[1] > 0.71
