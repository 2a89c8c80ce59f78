"""The pictures of a page: each scene once without its strokes, in the zone's own colour, small enough to be carried."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

from PIL import features
from PIL.Image import Image

from facecoach.face import clearance, motion, painter
from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.brush import Sheet
from facecoach.face.curves import Path
from facecoach.face.posture import Posture
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import ZoneName
from facecoach.knowledge.colours import ZONE_TINTS
from facecoach.page.vectors import HIGH, WIDE

Person = tuple[str, str, Posture]
_TINTS = {zone: tint.colour for zone, tint in ZONE_TINTS.items()}
_QUALITY = 80  # 13 kB a scene at 900x720, and no blot to be seen on a phone
_EFFORT = 3  # 60 % of the time of 4, for the same size
_COLOURS = 160  # of a PNG, where this Pillow writes no WebP


class Book:
    """The pictures that a page needs, numbered in the order in which they are asked for."""

    def __init__(self, palette: PaletteName) -> None:
        self._palette: PaletteName = palette
        self._atlas = bundled_atlas()
        self._numbers: dict[tuple[Scene, tuple[Path, ...], Posture], int] = {}
        self._stood: list[tuple[Scene, Posture]] = []

    def number(self, scene: Scene, moment: float | None = None) -> int:
        """Return the number of the picture at a moment of a scene's cycle; at None, as far as the body goes.

        It is the same for scenes that differ only in what moves over it.
        """
        stands = motion.posture(scene, self._atlas, moment)
        key = (_bare(scene), clearance.near(scene, self._atlas), stands)
        if key not in self._numbers:
            self._numbers[key] = len(self._stood)
            self._stood.append((scene, stands))
        return self._numbers[key]

    def film(self, scene: Scene) -> list[tuple[float, int]]:
        """Return the pictures of a scene in which the body moves, each with the seconds at which it comes in turn."""
        cycle = motion.cycle(scene, self._atlas)
        shown = [self.number(scene, index / cycle.frames) for index in range(cycle.frames)]
        if len(set(shown)) == 1:
            return []
        comes = [index for index in range(cycle.frames) if not index or shown[index] != shown[index - 1]]
        return [(round(cycle.seconds * index / cycle.frames, 3), shown[index]) for index in comes]

    def clear(self, scene: Scene) -> bool:
        """Whether a scene's picture marks places to keep clear."""
        return bool(clearance.near(scene, self._atlas))

    def written(self) -> list[str]:
        """Paint all pictures, and return them as data addresses in their order.

        While one is painted the one before it is packed, and no more than these two are held.
        """
        made: dict[int, Future[str]] = {}
        with ThreadPoolExecutor(1) as pool:
            for number, image in self._painted():
                if made:
                    next(reversed(made.values())).result()
                made[number] = pool.submit(_address, image)
        return [made[number].result() for number in sorted(made)]

    def _painted(self) -> Iterator[tuple[int, Image]]:
        """Yield each picture with its number, those together that share the person beneath."""
        bust: tuple[Person, Sheet] | None = None
        for number in sorted(range(len(self._stood)), key=lambda one: repr(self._person(one))):
            scene, stands = self._stood[number]
            if bust is None or bust[0] != self._person(number):
                person = painter.bust(scene, WIDE, HIGH, self._palette, self._atlas, stands)
                bust = self._person(number), person
            sheet = Sheet(bust[1].image.copy(), bust[1].window)
            painter.dressed(sheet, scene, self._palette, self._atlas, _TINTS)
            yield number, sheet.image.reduce(sheet.window.fine)

    def _person(self, number: int) -> Person:
        scene, stands = self._stood[number]
        return scene.camera, scene.mouth, stands


def worked(zones: tuple[ZoneName, ...]) -> Scene:
    """Return the scene that opens and closes a page: the whole person, at ease, with every zone that is worked."""
    return Scene("full", zones, "closed", "soft_smile")


def _bare(scene: Scene) -> Scene:
    return replace(scene, strokes=(), pressure=1, technique="", alternate=False, reverse=False)


def _address(image: Image) -> str:
    kind, data = ("webp", _webp(image)) if features.check("webp") else ("png", _png(image))
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"


def _webp(image: Image) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", quality=_QUALITY, method=_EFFORT)
    return file.getvalue()


def _png(image: Image) -> bytes:
    file = BytesIO()
    image.quantize(_COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()
