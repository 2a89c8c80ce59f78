"""Every mode says what stands in for it, and that can be drawn with less."""

from __future__ import annotations

from typing import get_args

import pytest

from facecoach.face.modes import WAYS, Mode
from facecoach.screen.emulator import emulator
from facecoach.screen.live.portrait import drawn_as
from facecoach.settings import FaceMode

PLAIN = emulator({})


def test_every_mode_has_a_row() -> None:
    """The table has every mode; every wish is one, but `auto` and `pixels`, which are what the terminal has of them."""
    assert set(WAYS) == set(get_args(Mode)) >= set(get_args(FaceMode)) - {"auto", "pixels"}


@pytest.mark.parametrize("mode", get_args(Mode))
def test_what_stands_in_needs_less(mode: Mode) -> None:
    """What stands in for a mode in fewer colours stands in for itself; pixels bring colours, unless unwanted."""
    way = WAYS[mode]
    assert WAYS[way.coarser].coarser == way.coarser
    assert way.plain == mode if way.form == "pixels" else WAYS[way.plain].form in ("dots", "none")
    assert WAYS[way.mono].form in ("dots", "none")


@pytest.mark.parametrize("wish", get_args(FaceMode))
def test_a_wish_is_kept_in_truecolor(wish: FaceMode) -> None:
    """A wish is kept where there are colours and letters for it; left to itself a cell has four blocks."""
    assert drawn_as("truecolor", "utf-8", wish, PLAIN) == ("quadrant" if wish in ("auto", "pixels") else wish)


@pytest.mark.parametrize(
    ("shown", "encoding", "drawn"),
    [("256", "utf-8", "stone256"), ("mono", "utf-8", "braille"), ("256", "ascii", "words")],
)
def test_less_is_drawn_with_less(shown: str, encoding: str, drawn: Mode) -> None:
    """In 256 colours a face is of stone, without colours of dots, and without letters there is none."""
    assert drawn_as(shown, encoding, "octant", PLAIN) == drawn  # type: ignore[arg-type]  # inks by name
