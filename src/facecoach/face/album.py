"""Scenes as frames of cells: painted when first shown, kept while the scene lasts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from math import inf

from PIL.Image import Image

from facecoach.face import line, painter
from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.brush import Sheet
from facecoach.face.cells import Frame, to_cells
from facecoach.face.modes import WAYS, Mode
from facecoach.face.mosaic import Mosaic
from facecoach.face.motion import Cycle, posture
from facecoach.face.pace import Motion, paced, roomy, shown_at, until_next
from facecoach.face.posture import Posture
from facecoach.face.scene import Scene


class Album:
    """Frames of a fixed size in cells; holds those of the scene shown and of the one before.

    `calm` moves at half the tempo, `still` shows the whole stroke and an arrow head. It never `waits` for a frame.
    """

    waits, glows = False, True

    def __init__(
        self,
        columns: int,
        rows: int,
        mode: Mode = "half",
        palette: PaletteName = "mannequin",
        motion: Motion = "full",
    ) -> None:
        self._size = (columns, rows)
        self._mode: Mode = mode
        self._palette: PaletteName = "stone" if mode == "stone256" else palette
        self._motion = motion
        self._atlas = bundled_atlas()
        self._pages: dict[Scene, _Page] = {}

    @property
    def roomy(self) -> bool:
        """Whether there is room for a face at all."""
        return roomy(self._size)

    def frame(self, scene: Scene, seconds: float) -> Frame:
        """Return the rows of cells that show a scene `seconds` after it began; none where there is no room."""
        if not self.roomy:
            return ()
        page = self._page(scene)
        return page.frame(shown_at(page.cycle, seconds))

    def next_change(self, scene: Scene, seconds: float) -> float:
        """Return the seconds until the next frame; infinite for a scene that stands still."""
        return until_next(paced(scene, self._motion, self._atlas), seconds) if self.roomy else inf

    def prepare(self, scenes: Sequence[Scene]) -> None:
        """Paint nothing ahead: cells are painted quickly enough."""

    def _page(self, scene: Scene) -> _Page:
        page = self._pages.pop(scene, None) or self._open(scene)
        self._pages = {**dict(list(self._pages.items())[-1:]), scene: page}
        return page

    def _open(self, scene: Scene) -> _Page:
        run = paced(scene, self._motion, self._atlas)
        return _Page(run, self._mode, self._painter(scene, *WAYS[self._mode].canvas(*self._size)))

    def _painter(self, scene: Scene, width: int, height: int) -> Callable[[float | None], Image]:
        """Return what paints a moment of a scene; what stands still is painted once for each posture in it."""
        sheet = cache(partial(self._sheet, scene, width, height))
        stroke = line.stroke if self._mode == "braille" else painter.stroke

        def paint(moment: float | None) -> Image:
            return stroke(sheet(posture(scene, self._atlas, moment)), scene, moment, self._atlas)

        return paint

    def _sheet(self, scene: Scene, width: int, height: int, posture: Posture) -> Sheet:
        if self._mode == "braille":
            return line.base(scene, width, height, self._atlas, posture)
        sheet = painter.base(scene, width, height, self._palette, self._atlas, posture)
        painter.lay_tracks(sheet, scene, self._atlas, bold=self._motion == "still")
        return sheet


class _Page:
    """One scene's frames, each painted when it is first asked for."""

    def __init__(self, run: Cycle, mode: Mode, paint: Callable[[float | None], Image]) -> None:
        self.cycle = run
        self._mode: Mode = mode
        self._paint = paint
        self._frames: dict[int, Frame] = {}
        self._mosaic: Mosaic | None = None

    def frame(self, index: int) -> Frame:
        if index not in self._frames:
            moment = None if self.cycle.frames == 1 else index / self.cycle.frames
            self._frames[index] = self._cells(self._paint(moment))
        return self._frames[index]

    def _cells(self, image: Image) -> Frame:
        """Return a frame as cells; of small blocks only those that differ from the first frame are worked out anew."""
        if WAYS[self._mode].across == 1 or self._mode == "braille":
            return to_cells(image, self._mode)
        self._mosaic = self._mosaic or Mosaic(image, WAYS[self._mode].down)
        return self._mosaic.frame(image)
