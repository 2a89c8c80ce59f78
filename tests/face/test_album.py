"""An album gives each moment its frame, paints it once, and says when the next one comes."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.face.album import Album
from facecoach.face.scene import Scene

SWEEP = Scene(zones=("cheeks",), strokes=("centre-out-cheek",))


def test_size() -> None:
    """A frame is as large as the album."""
    frame = Album(48, 24).frame(SWEEP, 0)
    assert (len(frame), {len(row) for row in frame}) == (24, {48})


def test_kept() -> None:
    """A frame that comes round again is the same object."""
    album = Album(40, 20)
    assert album.frame(SWEEP, 0.5) is album.frame(SWEEP, 3.5)


def test_previous() -> None:
    """Going back to the scene before costs no painting."""
    album = Album(40, 20)
    first = album.frame(SWEEP, 0)
    for scene in (Scene(), SWEEP, Scene(eyes="closed")):
        album.frame(scene, 0)
    assert album.frame(SWEEP, 0) is first


def test_moves() -> None:
    """A stroke is elsewhere 0.4 seconds later."""
    album = Album(40, 20)
    assert album.frame(SWEEP, 1.0) != album.frame(SWEEP, 1.4)


@given(st.floats(0, 600))
def test_next(seconds: float) -> None:
    """Nothing changes before the next change, and it comes within an eighth of a second."""
    album = Album(24, 12, "braille")
    wait = album.next_change(SWEEP, seconds)
    assert 0 < wait <= 0.126
    assert album.frame(SWEEP, seconds) is album.frame(SWEEP, seconds + wait * 0.9)


def test_calm() -> None:
    """Calm is half the tempo: a frame lasts twice as long."""
    assert Album(40, 20, motion="calm").next_change(SWEEP, 0) == 2 * Album(40, 20).next_change(SWEEP, 0)


def test_still() -> None:
    """Still, nothing changes, and the picture is not the one without a stroke."""
    album = Album(40, 20, motion="still")
    assert album.next_change(SWEEP, 0) == inf
    assert album.frame(SWEEP, 0) is album.frame(SWEEP, 2)
    assert album.frame(SWEEP, 0) != album.frame(Scene(zones=("cheeks",)), 0)


@pytest.mark.parametrize(("columns", "rows"), [(23, 20), (40, 11)])
def test_no_room(columns: int, rows: int) -> None:
    """Where there is no room for a face, there is none."""
    album = Album(columns, rows)
    assert album.frame(SWEEP, 0) == ()
    assert album.next_change(SWEEP, 0) == inf
