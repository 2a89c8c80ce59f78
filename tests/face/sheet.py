"""Contact sheets of the face as a terminal shows it: `python tests/face/sheet.py OUT.png --size 40x20`.

With `--pixels 480` they show what the painter paints, before it becomes cells.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from PIL import Image, ImageDraw, ImageFont

from facecoach.face.album import Album
from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.cells import Frame
from facecoach.face.modes import Mode
from facecoach.face.mosaic import glyphs
from facecoach.face.motion import cycle
from facecoach.face.painter import paint
from facecoach.face.regions import view
from facecoach.face.scene import Scene
from facecoach.knowledge.strokes import STROKES

_CELL = (8, 16)
_DARK, _LIGHT = (14, 17, 24), (250, 249, 246)
_CUBE = (0, 95, 135, 175, 215, 255)
Shot = tuple[str, Scene, float]
Camera = Callable[[Scene, float], Image.Image]


def shots(what: str) -> list[Shot]:
    """Return the pictures of a sheet: title, scene and moment of its cycle."""
    atlas = bundled_atlas()
    if what == "cameras":
        return [(name, Scene(camera=name), 0.0) for name in atlas.cameras]
    if what == "mouths":
        return [(name, Scene(mouth=name), 0.0) for name in atlas.mouths]
    if what == "zones":
        return [(name, Scene(camera=zone.camera, zones=(name,)), 0.0) for name, zone in atlas.zones.items()]
    moments = (0.1, 0.3, 0.5, 0.75) if what == "strokes" else (0.45,)
    return [(f"{name} {moment}", scene, moment) for name, scene in stroked().items() for moment in moments]


def stroked() -> dict[str, Scene]:
    """Return a scene for each stroke, in its last zone and at the camera that a routine would show it with."""
    atlas = bundled_atlas()
    return {
        name: Scene(
            camera=view(STROKES[name].zones[-1], (name,), atlas),
            zones=STROKES[name].zones[-1:],
            strokes=(name,),
            eyes="closed" if "eyes" in STROKES[name].zones else "open",
            pressure=2,
        )
        for name in atlas.strokes
    }


def picture(frame: Frame, mode: Mode, background: tuple[int, int, int]) -> Image.Image:
    """Show a frame of cells as a terminal would."""
    width, height = _CELL
    image = Image.new("RGB", (len(frame[0]) * width, len(frame) * height), background)
    pen = ImageDraw.Draw(image)
    ink = (228, 230, 234) if sum(background) < 384 else (30, 32, 38)
    for y, row in enumerate(frame):
        for x, (char, fore, back) in enumerate(row):
            left, top = x * width, y * height
            if back is not None:
                pen.rectangle((left, top, left + width - 1, top + height - 1), fill=_rgb(back))
            if mode == "braille":
                _dots(pen, ord(char) - 0x2800, (left, top), ink)
            elif fore is not None:
                _block(pen, char, (left, top), _rgb(fore))
    return image


def _block(pen: ImageDraw.ImageDraw, char: str, corner: tuple[int, int], fill: tuple[int, int, int]) -> None:
    """Fill the parts of a cell that a block character shows."""
    down = next(down for down in (2, 3, 4) if char in glyphs(down))
    bits, wide, high = glyphs(down).index(char), _CELL[0] / 2, _CELL[1] / down
    for place in (place for place in range(2 * down) if bits >> place & 1):
        left, top = corner[0] + place % 2 * wide, corner[1] + place // 2 * high
        pen.rectangle((left, round(top), left + wide - 1, round(top + high) - 1), fill=fill)


def sheet(pictures: list[tuple[str, Image.Image]], columns: int, background: tuple[int, int, int]) -> Image.Image:
    """Lay pictures out in a grid, each under its title."""
    width, height = pictures[0][1].width + 12, pictures[0][1].height + 30
    rows = -(-len(pictures) // columns)
    image = Image.new("RGB", (columns * width, rows * height), background)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(16)
    for index, (title, shown) in enumerate(pictures):
        left, top = index % columns * width + 6, index // columns * height
        pen.text((left, top + 4), title[: shown.width // 8], fill=(150, 156, 168), font=font)
        image.paste(shown, (left, top + 26))
    return image


def _rgb(colour: tuple[int, int, int] | int) -> tuple[int, int, int]:
    if isinstance(colour, tuple):
        return colour
    if colour >= 232:
        return (8 + 10 * (colour - 232),) * 3
    return (_CUBE[(colour - 16) // 36], _CUBE[(colour - 16) // 6 % 6], _CUBE[(colour - 16) % 6])


def _dots(pen: ImageDraw.ImageDraw, bits: int, corner: tuple[int, int], ink: tuple[int, int, int]) -> None:
    places = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
    for bit, (column, row) in enumerate(places):
        if bits > 0 and bits >> bit & 1:
            x, y = corner[0] + column * 4 + 1, corner[1] + row * 4 + 1
            pen.rectangle((x, y, x + 1, y + 1), fill=ink)


def asked(parser: ArgumentParser) -> Namespace:
    """Return what the command line asks for, with the options that all sheets share."""
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="40x20")
    parser.add_argument("--pixels", type=int, help="paint so many pixels across instead of cells")
    parser.add_argument("--mode", choices=get_args(Mode), default="half")
    parser.add_argument("--palette", choices=get_args(PaletteName), default="mannequin")
    parser.add_argument("--motion", choices=("full", "calm", "still"), default="full")
    parser.add_argument("--columns", type=int, default=6)
    parser.add_argument("--only", default="", help="show only what has this in its title")
    parser.add_argument("--light", action="store_true")
    return parser.parse_args()


def camera(wish: Namespace) -> Camera:
    """Return what takes the picture of a scene at a share (0 to 1) of its cycle."""
    background = _LIGHT if wish.light else _DARK
    if wish.pixels:
        return lambda scene, moment: painted(scene, moment, wish, background)
    columns, rows = map(int, wish.size.split("x"))
    album = Album(columns, rows, wish.mode, wish.palette, wish.motion)

    def shown(scene: Scene, moment: float) -> Image.Image:
        seconds = moment * cycle(scene, bundled_atlas()).seconds * (2 if wish.motion == "calm" else 1)
        return picture(album.frame(scene, seconds), wish.mode, background)

    return shown


def painted(scene: Scene, moment: float, wish: Namespace, background: tuple[int, int, int]) -> Image.Image:
    """Return a scene as the painter paints it."""
    still = None if wish.motion == "still" else moment
    person = paint(scene, still, wish.pixels, wish.pixels, wish.palette, bundled_atlas())
    image = Image.new("RGB", person.size, background)
    image.paste(person, (0, 0), person)
    return image


def save(shots: list[Shot], wish: Namespace) -> None:
    """Write the sheet of what was asked for."""
    take = camera(wish)
    pictures = [(title, take(scene, moment)) for title, scene, moment in shots if wish.only in title]
    sheet(pictures, wish.columns, _LIGHT if wish.light else _DARK).save(wish.out)


def main() -> None:
    """Write the sheet that the command line asks for."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--what", choices=("cameras", "mouths", "zones", "strokes", "stroke"), default="zones")
    wish = asked(parser)
    save(shots(wish.what), wish)


if __name__ == "__main__":
    main()
