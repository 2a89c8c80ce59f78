"""Scenes as frames of cells: painted when first shown, kept while the scene lasts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import floor, inf
from typing import Literal

from PIL.Image import Image

from facecoach.face import line, painter
from facecoach.face.atlas import Atlas, PaletteName, bundled
from facecoach.face.cells import DOTS, Frame, Mode, to_cells
from facecoach.face.motion import Cycle, cycle
from facecoach.face.scene import Scene

Motion = Literal["full", "calm", "still"]

LEAST = (24, 12)  # columns and rows below which a face is not told from a blot


class Album:
    """Frames of a fixed size in cells; holds those of the scene shown and of the one before.

    `calm` moves at half the tempo, `still` shows the whole stroke and an arrow head.
    """

    def __init__(
        self,
        columns: int,
        rows: int,
        mode: Mode = "half",
        palette: PaletteName = "mannequin",
        motion: Motion = "full",
        atlas: Atlas | None = None,
    ) -> None:
        self._size = (columns, rows)
        self._mode: Mode = mode
        self._palette: PaletteName = "stone" if mode == "stone256" else palette
        self._motion = motion
        self._atlas = atlas or bundled()
        self._pages: dict[Scene, _Page] = {}

    def frame(self, scene: Scene, seconds: float) -> Frame:
        """Return the rows of cells that show a scene `seconds` after it began; none where there is no room."""
        columns, rows = self._size
        if columns < LEAST[0] or rows < LEAST[1]:
            return ()
        page = self._page(scene)
        return page.frame(self._index(page.cycle, seconds) % page.cycle.frames)

    def next_change(self, scene: Scene, seconds: float) -> float:
        """Return the seconds until the next frame; infinite for a scene that stands still."""
        run = self._page(scene).cycle
        if run.frames == 1:
            return inf
        return (self._index(run, seconds) + 1) * run.seconds / run.frames - seconds

    def _index(self, run: Cycle, seconds: float) -> int:
        # A change asked for at its very moment must have happened, whatever the rounding.
        return floor(seconds / run.seconds * run.frames + 1e-6) if run.frames > 1 else 0

    def _page(self, scene: Scene) -> _Page:
        if scene not in self._pages:
            kept = list(self._pages.items())[-1:]
            self._pages = {**dict(kept), scene: self._open(scene)}
        return self._pages[scene]

    def _open(self, scene: Scene) -> _Page:
        run = cycle(scene, self._atlas)
        if self._motion == "still" or run.frames == 1:
            run = Cycle(0.0, 1)
        elif self._motion == "calm":
            run = Cycle(run.seconds * 2, run.frames)
        columns, rows = self._size
        across, down = DOTS[self._mode]
        return _Page(run, self._mode, self._painter(scene, columns * across, rows * down))

    def _painter(self, scene: Scene, width: int, height: int) -> Callable[[float | None], Image]:
        if self._mode == "braille":
            drawing, view = line.base(scene, width, height, self._atlas)
            return lambda moment: line.stroke(drawing, view, scene, moment, self._atlas)
        sheet = painter.base(scene, width, height, self._palette, self._atlas)
        return partial(painter.stroke, sheet, scene, atlas=self._atlas)


class _Page:
    """One scene's frames, each painted when it is first asked for."""

    def __init__(self, run: Cycle, mode: Mode, paint: Callable[[float | None], Image]) -> None:
        self.cycle = run
        self._mode: Mode = mode
        self._paint = paint
        self._frames: dict[int, Frame] = {}

    def frame(self, index: int) -> Frame:
        if index not in self._frames:
            moment = None if self.cycle.frames == 1 else index / self.cycle.frames
            self._frames[index] = to_cells(self._paint(moment), self._mode)
        return self._frames[index]
