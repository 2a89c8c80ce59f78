"""A face at rest with some of its zones lit, each in a colour of its own."""

from __future__ import annotations

from collections.abc import Sequence

from facecoach.face import line, painter
from facecoach.face.atlas import PaletteName, bundled_atlas
from facecoach.face.cells import Frame, to_cells
from facecoach.face.glaze import Tints
from facecoach.face.modes import WAYS, Mode
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import ZoneName


def lit(zones: Sequence[str], size: tuple[int, int], mode: Mode, palette: PaletteName, tints: Tints) -> Frame:
    """Return a face with its eyes closed as cells, its zones lit; from further away where most of them lie low."""
    atlas, (width, height) = bundled_atlas(), WAYS[mode].canvas(*size)
    known: list[ZoneName] = [zone for zone in atlas.zones if zone in zones]
    low = sum(atlas.zones[zone].camera in ("neck", "full") for zone in known)
    scene = Scene(camera="full" if 2 * low > len(known) else "face", zones=tuple(known), eyes="closed")
    if mode == "braille":
        return to_cells(line.zone_map(scene, width, height, atlas), mode)
    tone: PaletteName = "stone" if mode == "stone256" else palette
    return to_cells(painter.zone_map(scene, tints, width, height, tone, atlas), mode)
