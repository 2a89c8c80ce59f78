"""Each pattern moves as its name says."""

from __future__ import annotations

from itertools import pairwise

from facecoach.face.atlas import bundled_atlas
from facecoach.face.curves import Path
from facecoach.face.marks import Mark
from facecoach.face.patterns import PATTERNS
from facecoach.knowledge.anatomy import StrokeName
from facecoach.knowledge.strokes import STROKES

ATLAS = bundled_atlas()
LINE: Path = ((0.0, 0.6), (0.0, 0.5))
MOMENTS = [step / 40 for step in range(40)]
PRESSES: tuple[StrokeName, ...] = (
    "masseter-press", "temple-press", "third-eye-press", "brow-press", "cheek-press", "smile-line-press", "chin-push",
)  # fmt: skip


def marks(pattern: str, t: float) -> Mark:
    """Return the first mark of a pattern on an upward line."""
    return PATTERNS[pattern](LINE, t)[0]  # type: ignore[index]  # one of the patterns


def test_press_sinks() -> None:
    """A press stays where it is; its ring draws in while its light grows, and opens again."""
    found = [marks("press", t) for t in MOMENTS]
    assert {mark.path for mark in found} == {((0.0, 0.6),)}
    assert all((b.ring - a.ring) * (b.light - a.light) <= 0 for a, b in pairwise(found))
    assert found[20].ring < 0.6 * found[0].ring


def test_presses() -> None:
    """Every stroke that hands press is drawn as one."""
    for name in PRESSES:
        assert STROKES[name].hands
        assert ATLAS.strokes[name].pattern in ("press", "steps")


def test_steps() -> None:
    """Steps are presses one after the other: still while they sink in, further up each time."""
    sunk = [mark.path[-1][1] for mark in (marks("steps", t) for t in MOMENTS) if mark.depth > 0.6]
    heights = list(dict.fromkeys(sunk))
    assert len(heights) == 5
    assert heights == sorted(heights, reverse=True)


def test_swell() -> None:
    """A press from inside stays where it is and opens outwards."""
    found = [marks("swell", t) for t in MOMENTS]
    assert {mark.path for mark in found} == {((0.0, 0.6),)}
    assert found[20].ring > 2 * found[0].ring


def test_rise() -> None:
    """A tongue that rises reaches the palate within a second and a half, and stays."""
    assert marks("rise", 0.0).path[-1] == LINE[0]
    assert all(marks("rise", t).path[-1] == LINE[1] and marks("rise", t).light == 1 for t in MOMENTS if t > 0.25)


def test_drop() -> None:
    """The mark of dropping shoulders is unseen until they fall."""
    assert marks("drop", 0.3).light == 0
    assert marks("drop", 0.6).light == 1
    assert marks("drop", 0.8).path[-1] == LINE[1]


def test_hold() -> None:
    """Hands that hold leave no mark, as they are drawn themselves."""
    assert PATTERNS["hold"](LINE, 0.5) == ()
    assert all(route.hands for route in ATLAS.strokes.values() if route.pattern == "hold")
