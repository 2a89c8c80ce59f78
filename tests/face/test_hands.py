"""Drawn hands lie where they hold, on the half that works."""

from __future__ import annotations

import pytest

from facecoach.face import hands
from facecoach.face.atlas import bundled_atlas
from facecoach.face.painter import paint
from facecoach.face.posture import Grasp, Halves, HandName, Posture
from facecoach.face.scene import Scene

ATLAS = bundled_atlas()


def fingers(hand: HandName, half: Halves = "both", share: float = 1.0, work: float = 0.0) -> tuple[hands.Laid, ...]:
    """Return the fingers of a hand."""
    return hands.before(Posture(grasps=(Grasp(hand, half, share, work),)), ATLAS)


def test_two_hands() -> None:
    """Hands behind the neck come from both sides, each with its thumb beside the neck."""
    ends = [limb.path[-1][0] for limb in fingers("nape-hold")]
    assert len(ends) == 2
    assert ends[0] == -ends[1]


@pytest.mark.parametrize(("half", "thumb"), [("left", -1), ("right", 1)])
def test_one_hand(half: Halves, thumb: int) -> None:
    """One hand round the neck has its thumb on its own side and four fingers on the other."""
    ends = [limb.path[-1][0] * thumb > 0 for limb in fingers("nape-squeeze", half)]
    assert (ends.count(True), ends.count(False)) == (1, 4)


def test_neck() -> None:
    """Fingers at the nape are round the sides of the neck, and leave its front free."""
    for limb in (*fingers("nape-hold"), *fingers("nape-squeeze")):
        assert all(0.085 < abs(x) < 0.19 for x, _ in limb.outline())


def test_closing() -> None:
    """Fingers come closer as they close."""
    open_, closed = (fingers("chin-push", "right", share)[-1].path[-1][0] for share in (0.0, 1.0))
    assert open_ > closed + 0.01


def test_lit() -> None:
    """A finger's edge turns yellow as it works."""

    def yellow(moment: float) -> int:
        scene = Scene(camera="neck", strokes=("nape-squeeze",))
        pixels = paint(scene, moment, 80, 80, "mannequin", ATLAS).convert("RGB").tobytes()
        return sum(r > b + 40 and g > b for r, g, b in zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))

    assert yellow(0.5) > yellow(0.0) + 20


def test_arms() -> None:
    """The arms of hands behind the neck go behind the body, and a hand at the chin comes from in front."""
    assert hands.behind(Posture(grasps=(Grasp("nape-hold", "both", 0.0),)), ATLAS)
    assert not hands.behind(Posture(grasps=(Grasp("chin-push", "both", 1.0),)), ATLAS)
