"""Pixels become cells that look right on any background."""

from __future__ import annotations

import pytest
from PIL import Image

from facecoach.face.album import Album
from facecoach.face.cells import EMPTY, nearest, to_cells
from facecoach.face.modes import WAYS, Mode
from facecoach.face.scene import Scene

RED, BLUE, CLEAR = (200, 40, 40, 255), (40, 40, 200, 255), (0, 0, 0, 0)


def column(*pixels: tuple[int, int, int, int]) -> Image.Image:
    """Return a picture one pixel wide."""
    image = Image.new("RGBA", (1, len(pixels)))
    image.putdata(pixels)
    return image


@pytest.mark.parametrize(
    ("top", "bottom", "cell"),
    [
        (RED, BLUE, ("▀", RED[:3], BLUE[:3])),
        (RED, RED, (" ", None, RED[:3])),
        (RED, CLEAR, ("▀", RED[:3], None)),
        (CLEAR, BLUE, ("▄", BLUE[:3], None)),
        (CLEAR, CLEAR, (" ", None, None)),
    ],
)
def test_half(top: tuple[int, ...], bottom: tuple[int, ...], cell: object) -> None:
    """A cell holds two pixels, and a clear one keeps the terminal's own background."""
    assert to_cells(column(top, bottom), "half") == ((cell,),)  # type: ignore[arg-type]  # pixels of four bytes


def test_faint() -> None:
    """A pixel is the person's whole colour or none of it, so that no edge darkens or glows."""
    faint, strong = (200, 40, 40, 60), (200, 40, 40, 180)
    assert to_cells(column(faint, strong), "half") == ((("▄", RED[:3], None),),)


@pytest.mark.parametrize("mode", [mode for mode, way in WAYS.items() if way.form in ("blocks", "dots")])
def test_corner(mode: Mode) -> None:
    """Beside the person there are plain spaces."""
    assert Album(40, 20, mode).frame(Scene(), 0)[0][0] == EMPTY


@pytest.mark.parametrize(("colour", "index"), [((0, 0, 0), 16), ((255, 255, 255), 231), ((128, 128, 128), 244)])
def test_grey(colour: tuple[int, int, int], index: int) -> None:
    """Greys come from the grey ramp of the 256 colours."""
    assert nearest(colour) == index


@pytest.mark.parametrize("light", [0.8, 0.9, 1.0])
def test_hue(light: float) -> None:
    """A zone that is shaded keeps its hue in 256 colours: as much green as blue."""
    red, green, blue = (round(part * light) for part in (110, 200, 188))
    index = nearest((red, green, blue)) - 16
    assert index // 6 % 6 == index % 6 > index // 36


def test_braille() -> None:
    """A braille cell holds two by four dots."""
    image = Image.new("L", (2, 4))
    image.putpixel((0, 0), 255)
    image.putpixel((1, 3), 255)
    assert to_cells(image, "braille") == ((("⢁", None, None),),)
