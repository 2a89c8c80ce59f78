"""Scenes as pictures of pixels, painted ahead of the moment at which they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from facecoach.face import painter
from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.modes import Mode
from facecoach.face.motion import Cycle
from facecoach.face.pace import Motion, paced, roomy, shown_at, until_next
from facecoach.face.pixels import Cell, Grid, Layers, Shown, craft, grid, standing
from facecoach.face.scene import Scene
from facecoach.face.tiled import Plates
from facecoach.face.workshop import Painters

DRAFT = (2, 4)  # pixels of a cell in a draft, which the terminal scales
KEPT = 24  # scenes: those of a move that goes through many shapes, and of the move behind it


def still(scene: Scene, size: tuple[int, int], cell: Cell, palette: PaletteName, mode: Mode) -> Layers:
    """Return a scene that stands still; there must be room for a face."""
    return Plates(scene, Cycle(0.0, 1), craft(mode, grid(*size, cell), cell), palette, bundled_atlas()).frame(0)


class Gallery:
    """Pictures of a fixed size in cells, of which each has so many pixels; painted beside what else goes on."""

    def __init__(  # noqa: PLR0913 - how large, how fine, in which colours, how quick, by whom, as what
        self,
        size: tuple[int, int],
        cell: Cell,
        palette: PaletteName,
        motion: Motion,
        painters: Painters,
        mode: Mode = "kitty",
    ) -> None:
        self._size = size
        self._cell = cell
        self._mode: Mode = mode
        self._craft = craft(mode, grid(*size, cell), cell)
        self._palette: PaletteName = palette
        self._motion: Motion = motion
        self._painters = painters
        self._atlas = bundled_atlas()
        self._plates: dict[Scene, Plates] = {}
        self._drafted: tuple[Scene, Layers] | None = None
        self.waits = False
        self.glows = mode == "kitty"  # a tint over all of a picture is all of it again where nothing can be kept

    def frame(self, scene: Scene, seconds: float) -> Shown:
        """Return the picture of a scene `seconds` after it began, or the last before it that is painted.

        While none is, it is a draft, and `waits` is true; nothing where there is no room.
        """
        if not roomy(self._size):
            return ()
        plates = self._of(scene)
        index = shown_at(plates.cycle, seconds)
        self.waits = plates.ready(index) is None and not self._painters.prompt
        shown = self._draft(scene) if self.waits else ()
        if plates.lacking(index) is not None:
            self._painters.now(plates, index)
        return plates.ready(index) or shown

    def _draft(self, scene: Scene) -> Layers:
        """Return a picture of a scene that is painted in no time, coarse and still."""
        if self._drafted is None or self._drafted[0] != scene:
            coarse = craft(self._mode, Grid(*self._size, *DRAFT), self._cell)
            sheet = painter.base(scene, *coarse.cells.size, self._palette, self._atlas)
            self._drafted = scene, standing(sheet.shown, coarse)
        return self._drafted[1]

    def next_change(self, scene: Scene, seconds: float) -> float:
        """Return the seconds until the next frame; infinite for a scene that stands still."""
        return until_next(paced(scene, self._motion, self._atlas), seconds) if roomy(self._size) else inf

    def prepare(self, scenes: Sequence[Scene]) -> None:
        """Have the scenes painted that come next."""
        if roomy(self._size):
            self._painters.ahead([self._of(scene) for scene in reversed(scenes)][::-1])

    def _of(self, scene: Scene) -> Plates:
        plates = self._plates.pop(scene, None)
        if plates is None:
            run = paced(scene, self._motion, self._atlas)
            plates = Plates(scene, run, self._craft, self._palette, self._atlas)
        self._plates = {**dict(list(self._plates.items())[-KEPT:]), scene: plates}
        return plates
