"""A scene's frames as tiles: the person once for each posture, what moves as a small tile over it."""

from __future__ import annotations

from PIL import Image, ImageChops

from facecoach.face import motion, painter
from facecoach.face.atlas import Atlas, PaletteName
from facecoach.face.brush import Sheet
from facecoach.face.motion import Cycle
from facecoach.face.pixels import Craft, Layers, Tile, Tint
from facecoach.face.posture import Posture
from facecoach.face.scene import Scene

_SEEN = [0, 0, 0, *[255] * 253]  # differences that rounding makes are none


class Plates:
    """One scene's frames as layers of tiles, each painted when it is first asked for.

    When all are painted what they were painted on is let go: it takes as much memory as all tiles of ten scenes.
    """

    def __init__(self, scene: Scene, run: Cycle, craft: Craft, palette: PaletteName, atlas: Atlas) -> None:
        self.cycle = run
        self._scene = scene
        self._craft = craft
        self._palette: PaletteName = palette
        self._atlas = atlas
        self._grounds: dict[Posture, Ground] = {}
        self._frames: dict[int, Layers] = {}

    def ready(self, index: int) -> Layers | None:
        """Return a frame, or the last one before it that is painted; None while none is."""
        order = ((index - before) % self.cycle.frames for before in range(self.cycle.frames))
        return next((self._frames[at] for at in order if at in self._frames), None)

    def lacking(self, since: int = 0) -> int | None:
        """Return the first frame from one on that is not painted yet, None when all are."""
        order = ((since + more) % self.cycle.frames for more in range(self.cycle.frames))
        return next((index for index in order if index not in self._frames), None)

    def frame(self, index: int) -> Layers:
        """Return a frame."""
        if index not in self._frames:
            self._frames[index] = self._painted(None if self.cycle.frames == 1 else index / self.cycle.frames)
            if self.lacking() is None:
                for ground in self._grounds.values():
                    ground.sheet = None
        return self._frames[index]

    def _painted(self, moment: float | None) -> Layers:
        ground = self._ground(motion.posture(self._scene, self._atlas, moment), still=moment is None)
        over = None if moment is None or ground.sheet is None else self._over(ground.sheet, moment)
        return Layers((ground.tile, over) if over else (ground.tile,), ground.veil)

    def _ground(self, posture: Posture, *, still: bool) -> Ground:
        if posture not in self._grounds:
            sheet = painter.base(self._scene, *self._craft.cells.size, self._palette, self._atlas, posture)
            painter.lay_tracks(sheet, self._scene, self._atlas, bold=still)
            image = painter.stroke(sheet, self._scene, None, self._atlas) if still else sheet.shown
            self._grounds[posture] = Ground(sheet, image, self._craft)
        return self._grounds[posture]

    def _over(self, sheet: Sheet, moment: float) -> Tile | None:
        step = self._craft.cells.across, self._craft.cells.down
        found = painter.touched(sheet, self._scene, moment, self._atlas, step)
        return found and changed(*found, self._craft)


class Ground:
    """A person in one posture: the sheet that marks are painted on, while it is needed, and its tile with its veils."""

    def __init__(self, sheet: Sheet, image: Image.Image, craft: Craft) -> None:
        self._craft = craft
        self._alpha = image.getchannel("A")
        self._veils: dict[Tint, Tile] = {}
        self.sheet: Sheet | None = sheet
        self.tile = craft.whole(image)

    def veil(self, tint: Tint) -> Tile:
        """Return a tile that tints the person."""
        if tint not in self._veils:
            self._veils[tint] = self._craft.veil(self._alpha, tint)
        return self._veils[tint]


def changed(bare: Image.Image, image: Image.Image, corner: tuple[int, int], craft: Craft) -> Tile | None:
    """Return what an image shows otherwise than without its marks, clear where they are alike; None where all is."""
    apart = ImageChops.difference(image, bare).split()
    mask = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), ImageChops.lighter(apart[2], apart[3]))
    mask = mask.point(_SEEN)
    if mask.getbbox() is None:
        return None
    only = Image.new("RGBA", image.size)
    only.paste(image, (0, 0), mask)
    return craft.piece(only, corner)
