"""A mouth moves the face around it."""

from __future__ import annotations

from facecoach.face.atlas import bundled_atlas
from facecoach.face.curves import mirror
from facecoach.face.expression import browed, moved, puffed, squinted
from facecoach.face.lips import contours

ATLAS = bundled_atlas()
MOUTHS = ATLAS.mouths
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


def test_hinge() -> None:
    """A jaw that opens parts the lips and lowers the chin; it does not purse them."""
    mouth = MOUTHS["jaw_open"]
    assert mouth.round is None
    assert mouth.jaw > MOUTHS["relaxed"].jaw
    assert mouth.lips
    assert mouth.lips.gap > 0.02
    assert not mouth.lips.teeth


def test_smile_against_the_pucker() -> None:
    """A smile against the pucker draws the corners out and up and shows no teeth; the lips stay full."""
    kiss, smile, grin = (MOUTHS[name].lips for name in ("kiss", "kiss_smile", "wide_smile"))
    assert kiss
    assert smile
    assert grin
    assert (smile.gap, smile.teeth) == (0, False)
    assert kiss.width < smile.width < 0.6 * grin.width
    assert contours(smile)[1][-1][1] < contours(kiss)[1][-1][1]
    assert smile.upper + smile.lower > 0.85 * (kiss.upper + kiss.lower)


def test_scrunch() -> None:
    """A scrunch draws the brows together and down, most at their inner ends, and narrows the eyes."""
    brow = ATLAS.features.brows.path
    drawn = browed(brow, MOUTHS["scrunch"], raised=False)
    (inner, outer), (knit, tail) = (brow[0], brow[-1]), (drawn[0], drawn[-1])
    assert knit[0] < inner[0]
    assert knit[1] - inner[1] > 2 * (tail[1] - outer[1]) > 0
    lid = ATLAS.features.lid.path
    assert min(y for _, y in squinted(lid, MOUTHS["scrunch"])) > min(y for _, y in lid) + 0.005


def test_raised() -> None:
    """Raised brows go straight up."""
    (x, y) = browed(((0.1, 0.32),), MOUTHS["neutral"], raised=True)[0]
    assert x == 0.1
    assert y < 0.30


def test_puffed() -> None:
    """Cheeks are full of air in the three puffs, and in no other shape."""
    assert {name for name, mouth in MOUTHS.items() if puffed(mouth)} == {"puff", "puff_up", "puff_down"}
