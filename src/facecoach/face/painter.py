"""A scene as pixels: the base once, a stroke's moment over it as often as it moves."""

from __future__ import annotations

from PIL import Image

from facecoach.face import features, glaze, lips, motion, skin, trails
from facecoach.face.atlas import Atlas, PaletteName
from facecoach.face.brush import Sheet, blank
from facecoach.face.expression import moved
from facecoach.face.motion import Track
from facecoach.face.patterns import Mark
from facecoach.face.scene import Scene
from facecoach.face.view import frame


def paint(
    scene: Scene, moment: float | None, width: int, height: int, palette: PaletteName, atlas: Atlas
) -> Image.Image:
    """Paint a scene at a moment (0 to 1) of its cycle, or still, as RGBA that is clear around the person."""
    return stroke(base(scene, width, height, palette, atlas), scene, moment, atlas)


def base(scene: Scene, width: int, height: int, palette: PaletteName, atlas: Atlas) -> Sheet:
    """Paint all that stands still in a scene, several times finer than it is shown."""
    view = frame(atlas.cameras[scene.camera], width, height, _fineness(max(width, height)))
    colours, mouth = atlas.palettes[palette], atlas.mouths[scene.mouth]
    sheet = blank(view, colours.skin)
    skin.body(sheet, atlas, colours, mouth)
    skin.head(sheet, atlas, colours, mouth)
    glaze.zones(sheet, scene, atlas)
    glaze.clear(sheet, scene, atlas)
    features.paint(sheet, scene, atlas, colours, mouth)
    lips.paint(sheet, mouth, colours)
    return sheet


def stroke(sheet: Sheet, scene: Scene, moment: float | None, atlas: Atlas) -> Image.Image:
    """Lay the strokes of a moment over a base, and return it at the size it is shown."""
    over = Sheet(sheet.image.copy(), sheet.view)
    mouth, accents = atlas.mouths[scene.mouth], atlas.accents
    for run in motion.tracks(scene, atlas):
        bent = Track(moved(run.path, mouth), run.arrow, moved(run.dots, mouth))
        trails.track(over, bent, accents, scene.pressure, bold=moment is None)
    marks = motion.still(scene, atlas) if moment is None else motion.marks(scene, atlas, moment)
    for mark in marks:
        trails.comet(over, Mark(moved(mark.path, mouth), mark.size, mark.light), accents, scene.pressure)
    return over.image.reduce(sheet.view.fine)


def _fineness(size: int) -> int:
    """Return how many times finer than shown to paint: more where each pixel counts."""
    return 4 if size <= 160 else 3 if size <= 400 else 2
