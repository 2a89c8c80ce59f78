"""A face at rest with some of its zones lit, each in a colour of its own."""

from __future__ import annotations

from collections.abc import Sequence

from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.chart import drawn
from facecoach.face.glaze import Tints
from facecoach.face.modes import Mode
from facecoach.face.pixels import Cell, Shown
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import ZoneName


def lit(  # noqa: PLR0913 - what, how large, how, in which colours
    zones: Sequence[str], size: tuple[int, int], mode: Mode, palette: PaletteName, tints: Tints, cell: Cell = (10, 20)
) -> Shown:
    """Return a face with its eyes closed, its zones lit; from further away where most of them lie low."""
    atlas = bundled_atlas()
    known: list[ZoneName] = [zone for zone in atlas.zones if zone in zones]
    low = sum(atlas.zones[zone].camera in ("neck", "full") for zone in known)
    scene = Scene(camera="full" if 2 * low > len(known) else "face", zones=tuple(known), eyes="closed")
    return drawn(scene, size, mode, palette, tints, cell)
