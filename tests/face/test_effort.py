"""Body and hands move with their strokes, in few enough steps that each can be kept as a picture."""

from __future__ import annotations

import pytest

from facecoach.face import motion
from facecoach.face.album import Album
from facecoach.face.atlas import bundled_atlas
from facecoach.face.brush import Sheet
from facecoach.face.posture import AT_REST, Posture
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import StrokeName

ATLAS = bundled_atlas()
MOVING: list[StrokeName] = [name for name, route in ATLAS.strokes.items() if route.body or route.hands]


def postures(scene: Scene) -> list[Posture]:
    """Return the postures of a scene in every frame of its cycle."""
    frames = motion.cycle(scene, ATLAS).frames
    return [motion.posture(scene, ATLAS, index / frames) for index in range(frames)]


@pytest.mark.parametrize("alternate", [False, True])
@pytest.mark.parametrize("name", ATLAS.strokes)
def test_few(name: StrokeName, alternate: bool) -> None:
    """A scene has at most six postures, and one if nothing but hands on the skin moves."""
    count = len(set(postures(Scene(strokes=(name,), alternate=alternate))))
    assert (2 <= count <= 6) if name in MOVING else count == 1


@pytest.mark.parametrize("name", MOVING)
def test_starts_at_rest(name: StrokeName) -> None:
    """A body moves from rest, so that the first frame does not jump."""
    first = postures(Scene(strokes=(name,)))[0]
    assert all(grasp.share == 0 for grasp in first.grasps)
    assert (first.lift, first.nod, first.tuck, first.push) == (0, 0, 0, 0)


@pytest.mark.parametrize("name", MOVING)
def test_still(name: StrokeName) -> None:
    """When nothing moves, the posture that is shown is the furthest one."""
    still = motion.posture(Scene(strokes=(name,)), ATLAS, None)
    assert still != postures(Scene(strokes=(name,)))[0]
    assert all(abs(still.lift) >= abs(one.lift) and still.nod >= one.nod for one in postures(Scene(strokes=(name,))))


def test_shoulders_drop_at_once() -> None:
    """Shoulders rise slowly and fall fast."""
    lifts = [posture.lift for posture in postures(Scene(strokes=("shoulder-drop",)))]
    top = lifts.index(max(lifts))
    assert top > len(lifts) / 4
    assert lifts[len(lifts) * 3 // 4] == 0


def test_held() -> None:
    """Hands that hold the nape stay there while the head nods, and take no turn of their own."""
    scene = Scene(strokes=("nape-hold", "head-nod"))
    assert motion.cycle(scene, ATLAS) == motion.cycle(Scene(strokes=("head-nod",)), ATLAS)
    assert {(grasp.hand, grasp.share) for posture in postures(scene) for grasp in posture.grasps} == {("nape-hold", 1)}
    assert len({posture.nod for posture in postures(scene)}) > 2


def test_rest() -> None:
    """In a rest the body stands as it does, a hand lets go, and one that holds still holds."""
    assert motion.posture(Scene(strokes=("shoulder-drop",), resting=True), ATLAS, None) == AT_REST
    grasps = motion.posture(Scene(strokes=("nape-hold", "chin-push"), resting=True), ATLAS, None).grasps
    assert [grasp.share for grasp in grasps] == [1, 0]


def test_alternate() -> None:
    """Alternating hands are the left one, then the right one."""
    found = [posture.grasps[0].half for posture in postures(Scene(strokes=("nape-squeeze",), alternate=True))]
    assert found == sorted(found)
    assert set(found) == {"left", "right"}


@pytest.mark.parametrize("mode", ["half", "braille"])
def test_painted_once(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An album paints what stands still once for each posture, however long the scene lasts."""
    album = Album(24, 12, mode)  # type: ignore[arg-type]  # one of the modes
    scene, asked, paint = Scene(camera="full", strokes=("shoulder-drop",)), [], Album._sheet  # noqa: SLF001 - what is counted is inside

    def counted(self: Album, scene: Scene, width: int, height: int, posture: Posture) -> Sheet:
        asked.append(posture)
        return paint(self, scene, width, height, posture)

    monkeypatch.setattr(Album, "_sheet", counted)
    for step in range(200):
        album.frame(scene, step / 8)
    assert 2 <= len(asked) == len(set(asked)) <= 6
