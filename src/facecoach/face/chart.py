"""The map of the face: every zone in its own colour, with its letter on it."""

from __future__ import annotations

from functools import cache, lru_cache

from PIL.Image import Image

from facecoach.face import line, painter
from facecoach.face.atlas import Colour, PaletteName, bundled_atlas
from facecoach.face.cells import EMPTY, Cell, Frame, nearest, to_cells
from facecoach.face.glaze import Tints
from facecoach.face.modes import WAYS, Mode
from facecoach.face.pixels import Cell as Spot
from facecoach.face.pixels import Layers, Shown, craft, grid, standing
from facecoach.face.scene import Scene
from facecoach.face.window import frame
from facecoach.knowledge.anatomy import ZoneName
from facecoach.knowledge.colours import ZONE_TINTS

_INK = (18, 22, 30)


def letters() -> dict[ZoneName, str]:
    """Return the letter of each zone."""
    return {zone: ZONE_TINTS[zone].mark for zone in bundled_atlas().zones}


def chart(columns: int, rows: int, mode: Mode, palette: PaletteName, tints: Tints) -> Frame:
    """Return the map as cells; without colour the zones have edges and letters only.

    The bust is `rows` high, and its shoulders are cut off where `columns` end.
    """
    way = WAYS[mode]
    cells = [list(row) for row in to_cells(_drawn(_map(), *way.canvas(2 * rows, rows), mode, palette, tints), mode)]
    for (column, row), letter in _tagged(rows, tints, mode).items():
        cells[row][column] = letter
    left = max(0, (2 * rows - columns) // 2)
    return tuple(tuple(row[left : left + columns]) for row in cells)


def map_of(size: tuple[int, int], mode: Mode, palette: PaletteName, tints: Tints, cell: Spot) -> Layers:
    """Return the map as a picture of pixels, clear where its letters are to stand."""
    cells, high = grid(*size, cell), size[1]
    across, down = cells.across, cells.down
    image = _drawn(_map(), 2 * high * across, high * down, mode, palette, tints)
    for column, row in _tagged(high, tints, mode):
        image.paste((0, 0, 0, 0), (column * across, row * down, (column + 1) * across, (row + 1) * down))
    left = max(0, (2 * high - size[0]) // 2) * across
    return standing(image.crop((left, 0, left + cells.size[0], cells.size[1])), craft(mode, cells, cell))


def tags(columns: int, rows: int, tints: Tints) -> Frame:
    """Return the map's letters, each on its zone's colour, and nothing else."""
    left, found = max(0, (2 * rows - columns) // 2), _tagged(rows, tints, "half")
    return tuple(tuple(found.get((column + left, row), EMPTY) for column in range(columns)) for row in range(rows))


@lru_cache(maxsize=2)
def worked(
    zones: tuple[ZoneName, ...], size: tuple[int, int], mode: Mode, palette: PaletteName, cell: Spot = (10, 20)
) -> Shown:
    """Return a bust on which these zones are lit, each in its own colour, on so many columns and rows."""
    tints = {zone: ZONE_TINTS[zone].colour for zone in zones}
    shown = tuple(zone for zone in _layers() if zone in zones)
    return drawn(Scene(camera="full", zones=shown, eyes="closed", mouth="soft_smile"), size, mode, palette, tints, cell)


def drawn(  # noqa: PLR0913 - what, how large, how, in which colours
    scene: Scene, size: tuple[int, int], mode: Mode, palette: PaletteName, tints: Tints, cell: Spot = (10, 20)
) -> Shown:
    """Return a scene with its zones in their own colours as a picture of so many columns and rows."""
    if WAYS[mode].form != "pixels":
        return to_cells(_drawn(scene, *WAYS[mode].canvas(*size), mode, palette, tints), mode)
    cells = grid(*size, cell)
    return standing(_drawn(scene, *cells.size, mode, palette, tints), craft(mode, cells, cell))


@cache
def _map() -> Scene:
    """Return the scene of the map: all zones of a bust."""
    return Scene(camera="full", zones=_layers())


def _tagged(rows: int, tints: Tints, mode: Mode) -> dict[tuple[int, int], Cell]:
    """Return the letters by the cells, column and row, on which they stand."""
    atlas, way = bundled_atlas(), WAYS[mode]
    window, found = frame(atlas.cameras["full"], *way.canvas(2 * rows, rows)), {}
    for name, letter in letters().items():
        x, y = window.pixels((atlas.zones[name].mark,))[0]
        found[int(x) // way.across, int(y / way.across / 2)] = tag(letter, tints[name], mode)
    return found


def _layers() -> tuple[ZoneName, ...]:
    """Return the zones from the deepest up, so that what lies inside the mouth hides nothing."""
    zones = bundled_atlas().zones
    return tuple(sorted(zones, key=lambda name: not zones[name].deep))


def _drawn(scene: Scene, width: int, height: int, mode: Mode, palette: PaletteName, tints: Tints) -> Image:  # noqa: PLR0913 - what, how large, how, in which colours
    if mode == "braille":
        return line.zone_map(scene, width, height, bundled_atlas())
    tone: PaletteName = "stone" if mode == "stone256" else palette
    return painter.zone_map(scene, tints, width, height, tone, bundled_atlas())


def tag(letter: str, colour: Colour, mode: Mode) -> Cell:
    """Return a letter as a cell on a zone's colour, or without colours for braille."""
    if mode == "braille":
        return (letter, None, None)
    return (letter, nearest(_INK), nearest(colour)) if mode == "stone256" else (letter, _INK, colour)
