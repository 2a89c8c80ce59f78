"""Paint on a sheet: areas, lines and soft lights in one colour, from clear to covering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageChops, ImageDraw

from facecoach.face.atlas import Colour
from facecoach.face.curves import Path
from facecoach.face.shapes import Ellipse
from facecoach.face.window import Window, bounds

Box = tuple[int, int, int, int]
Tone = int | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An image in the making and the window it shows; `clip` is where paint holds, everywhere if None."""

    image: Image.Image
    window: Window
    clip: Image.Image | None = None

    @property
    def shown(self) -> Image.Image:
        """The image at the size it is shown."""
        return self.image.reduce(self.window.fine)

    def within(self, clip: Image.Image) -> Sheet:
        """Return the same sheet with paint held to `clip`."""
        return Sheet(self.image, self.window, clip)

    def part(self, box: Box, step: tuple[int, int]) -> tuple[Sheet, tuple[int, int]]:
        """Return a copy of the part around a box that begins and ends at multiples of `step` pixels, and its corner."""
        left, top = box[0] // step[0] * step[0], box[1] // step[1] * step[1]
        right, bottom = -(-box[2] // step[0]) * step[0], -(-box[3] // step[1]) * step[1]
        whole = (left, top, max(right, left + step[0]), max(bottom, top + step[1]))
        clip = self.clip.crop(whole) if self.clip else None
        return Sheet(self.image.crop(whole), self.window.part(whole), clip), (left, top)

    def fill(self, path: Path, colour: Tone, strength: float = 1.0) -> None:
        """Paint an area."""
        spots = self.window.pixels(path)
        box = bounds(spots, 0, self.window.width, self.window.height)
        mask, pen = _mask(box)
        pen.polygon(_shift(spots, box), fill=_byte(strength))
        self._lay(mask, box, colour)

    def line(self, path: Path, reach: float, colour: Tone, strength: float = 1.0) -> None:
        """Paint a line with round ends, `reach` pixels to either side."""
        spots = self.window.pixels(path)
        box = bounds(spots, reach, self.window.width, self.window.height)
        mask, pen = _mask(box)
        shifted, level = _shift(spots, box), _byte(strength)
        if len(shifted) > 1:
            pen.line(shifted, fill=level, width=max(round(2 * reach), 1), joint="curve")
        for x, y in (shifted[0], shifted[-1]):
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=level)
        self._lay(mask, box, colour)

    def glow(self, spot: Ellipse, colour: Tone, strength: float) -> None:
        """Paint a soft light that fades to nothing at the ellipse's edge."""
        (x, y), rx, ry = (
            self.window.pixels(((spot.dx, spot.y),))[0],
            spot.rx * self.window.scale,
            spot.ry * self.window.scale,
        )
        size = (max(round(2 * rx), 2), max(round(2 * ry), 2))
        light = _hill(_byte(strength)).resize(size, Image.Resampling.BICUBIC)
        self._lay(light, (round(x - rx), round(y - ry), round(x - rx) + size[0], round(y - ry) + size[1]), colour)

    def stamp(self, mask: Image.Image, colour: Tone) -> None:
        """Paint through a mask of the sheet's own size."""
        self._lay(mask, (0, 0, self.window.width, self.window.height), colour)

    def _lay(self, mask: Image.Image, box: Box, colour: Tone) -> None:
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        if self.clip is not None:
            mask = ImageChops.multiply(mask, self.clip.crop(box))
        self.image.paste((*colour, 255) if isinstance(colour, tuple) else colour, box, mask)


def blank(window: Window, colour: Colour) -> Sheet:
    """Return a clear sheet; `colour` is what shines through where paint is thin."""
    return Sheet(Image.new("RGBA", (window.width, window.height), (*colour, 0)), window)


def cover(window: Window, paths: Sequence[Path], holes: Sequence[Path] = ()) -> Image.Image:
    """Return the mask of the areas inside `paths` and outside `holes`."""
    mask = Image.new("L", (window.width, window.height), 0)
    pen = ImageDraw.Draw(mask)
    for path in paths:
        pen.polygon(window.pixels(path), fill=255)
    for path in holes:
        pen.polygon(window.pixels(path), fill=0)
    return mask


def _mask(box: Box) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    mask = Image.new("L", (max(box[2] - box[0], 1), max(box[3] - box[1], 1)), 0)
    return mask, ImageDraw.Draw(mask)


def _shift(spots: list[tuple[float, float]], box: Box) -> list[tuple[float, float]]:
    return [(x - box[0], y - box[1]) for x, y in spots]


def _byte(strength: float) -> int:
    return round(255 * min(max(strength, 0.0), 1.0))


@cache
def _hill(height: int) -> Image.Image:
    """Return a disc that is bright in its middle and fades like a hill, without an edge."""
    cone = Image.radial_gradient("L")
    edge = cone.tobytes()[cone.height // 2 * cone.width]
    shares = [max(0.0, 1 - distance / edge) for distance in range(256)]
    return cone.point([round(height * share * share * (3 - 2 * share)) for share in shares]).reduce(4)
