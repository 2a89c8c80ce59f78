"""A camera's window fits any proportion without distorting the face."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facecoach.face.window import frame

SIZES = st.integers(24, 400)


@given(SIZES, SIZES)
def test_whole(width: int, height: int) -> None:
    """The square that a camera asks for is always seen."""
    window = frame((0.2, 0.1, 0.8, 0.7), width, height)
    (left, top), (right, bottom) = window.pixels(((-0.3, 0.1), (0.3, 0.7)))
    assert min(left, top) >= -1e-6
    assert right <= width + 1e-6
    assert bottom <= height + 1e-6


@given(SIZES, SIZES)
def test_centred(width: int, height: int) -> None:
    """The midline of the face is the middle of the window."""
    assert abs(frame((0.2, 0.1, 0.8, 0.7), width, height).pixels(((0.0, 0.5),))[0][0] - width / 2) < 1e-6


def test_feet() -> None:
    """A window taller than the canvas stands on its lower edge, so that the bust is never cut off in the air."""
    window = frame((0.0, 0.0, 1.0, 1.0), 40, 80)
    assert window.pixels(((0.0, 1.0),))[0][1] == 80
