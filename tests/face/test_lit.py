"""A face with some zones lit."""

from __future__ import annotations

from operator import ne

import pytest

from facecoach.face.atlas import bundled_atlas
from facecoach.face.cells import Cell, Frame
from facecoach.face.lit import lit
from facecoach.face.modes import Mode

TINTS = dict.fromkeys(bundled_atlas().zones, (0, 255, 0))
SIZE = (32, 16)


def frame(*zones: str, mode: Mode = "half") -> Frame:
    """Return a face with these zones lit as cells."""
    shown = lit(zones, SIZE, mode, "mannequin", TINTS)
    assert isinstance(shown, tuple)
    return shown


def cells(*zones: str, mode: Mode = "half") -> list[Cell]:
    """Return the cells of a face with these zones lit."""
    return [cell for row in frame(*zones, mode=mode) for cell in row]


@pytest.mark.parametrize("mode", ["octant", "quadrant", "half", "stone256", "braille"])
@pytest.mark.parametrize("zone", ["forehead", "jaw", "cheeks", "eyes"])
def test_a_zone_is_seen(zone: str, mode: Mode) -> None:
    """A zone that is lit is seen, in colour and without."""
    assert sum(map(ne, cells(mode=mode), cells(zone, mode=mode))) > 3


def test_its_size() -> None:
    """The picture is as wide and as high as it was asked for."""
    made = frame("jaw")
    assert (len(made[0]), len(made)) == SIZE


def test_it_steps_back_for_the_neck() -> None:
    """Where most zones lie below the face, they are seen all the same; where few do, the face stays near."""
    assert cells("neck", "decolletage") != cells("neck", "decolletage", "jaw", "cheeks")
    assert sum(cell == (" ", None, None) for cell in cells("jaw")) < sum(
        cell == (" ", None, None) for cell in cells("neck")
    )


def test_what_is_no_zone_is_left_out() -> None:
    """The whole face and zones that the atlas lacks light nothing."""
    assert cells("face", "nowhere") == cells()
