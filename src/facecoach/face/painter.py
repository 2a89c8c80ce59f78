"""A scene as pixels: the base is painted once, the moving marks over it for each frame."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from facecoach.face import features, glaze, hands, lips, motion, skin, trails
from facecoach.face.atlas import Atlas, PaletteName
from facecoach.face.brush import Sheet, blank
from facecoach.face.expression import moved
from facecoach.face.glaze import UNTINTED, Tints
from facecoach.face.marks import Mark
from facecoach.face.motion import Track
from facecoach.face.posture import AT_REST, Posture
from facecoach.face.scene import Scene
from facecoach.face.window import bounds, frame, joined


def paint(  # noqa: PLR0913 - what, when, how large, in which colours, after which atlas
    scene: Scene, moment: float | None, width: int, height: int, palette: PaletteName, atlas: Atlas
) -> Image.Image:
    """Paint a scene at a moment (0 to 1) of its cycle, or still, as RGBA that is clear around the person."""
    sheet = base(scene, width, height, palette, atlas, motion.posture(scene, atlas, moment))
    lay_tracks(sheet, scene, atlas, bold=moment is None)
    return stroke(sheet, scene, moment, atlas)


def zone_map(  # noqa: PLR0913 - what, in which zone colours, how large, in which palette, after which atlas
    scene: Scene, tints: Tints, width: int, height: int, palette: PaletteName, atlas: Atlas
) -> Image.Image:
    """Paint a scene whose zones have colours of their own, without strokes."""
    sheet = base(scene, width, height, palette, atlas, tints=tints)
    return sheet.image.reduce(sheet.window.fine)


def base(  # noqa: PLR0913 - what, how large, in which palette, after which atlas, in which posture and zone colours
    scene: Scene,
    width: int,
    height: int,
    palette: PaletteName,
    atlas: Atlas,
    posture: Posture = AT_REST,
    tints: Tints = UNTINTED,
) -> Sheet:
    """Paint all that stands still in a scene, several times finer than it is shown.

    Paint on the sheet that is returned holds where hands may come to, and nowhere else.
    """
    return dressed(bust(scene, width, height, palette, atlas, posture), scene, palette, atlas, tints)


def bust(  # noqa: PLR0913 - what, how large, in which palette, after which atlas, in which posture
    scene: Scene, width: int, height: int, palette: PaletteName, atlas: Atlas, posture: Posture
) -> Sheet:
    """Paint the person alone, without what makes a scene: the same for all scenes of a camera, mouth and posture."""
    window = frame(atlas.cameras[scene.camera], width, height, _fineness(max(width, height)), posture)
    colours, mouth = atlas.palettes[palette], atlas.mouths[scene.mouth]
    sheet = blank(window, colours.skin)
    hands.paint(sheet, hands.behind(posture, atlas), colours, atlas.accents)
    skin.body(sheet, atlas, colours, mouth)
    skin.head(sheet, atlas, colours, mouth)
    return sheet


def dressed(sheet: Sheet, scene: Scene, palette: PaletteName, atlas: Atlas, tints: Tints = UNTINTED) -> Sheet:
    """Paint a scene's zones, features, mouth and hands over a bust."""
    colours, mouth = atlas.palettes[palette], atlas.mouths[scene.mouth]
    glaze.zones(sheet, scene, atlas, tints)
    skin.bulges(sheet, atlas, colours, mouth)
    glaze.clear(sheet, scene, atlas)
    features.paint(sheet, scene, atlas, colours, mouth)
    lips.paint(sheet, mouth, colours)
    hands.paint(sheet, hands.before(sheet.window.posture, atlas), colours, atlas.accents)
    return sheet.within(glaze.ground(sheet.window, atlas))


def lay_tracks(sheet: Sheet, scene: Scene, atlas: Atlas, bold: bool) -> None:
    """Paint the tracks of the scene's strokes over a base, `bold` when nothing will move along them."""
    mouth = atlas.mouths[scene.mouth]
    for run in motion.tracks(scene, atlas):
        bent = Track(moved(run.path, mouth), run.arrow, moved(run.dots, mouth))
        trails.track(sheet, bent, atlas.accents, scene.pressure, bold)


def stroke(sheet: Sheet, scene: Scene, moment: float | None, atlas: Atlas) -> Image.Image:
    """Return a base with the marks of a moment over it, at the size it is shown."""
    whole = sheet.shown
    if found := touched(sheet, scene, moment, atlas, (1, 1)):
        _, part, place = found
        whole.paste(part, place)
    return whole


def touched(
    sheet: Sheet, scene: Scene, moment: float | None, atlas: Atlas, step: tuple[int, int]
) -> tuple[Image.Image, Image.Image, tuple[int, int]] | None:
    """Return what the marks of a moment may touch of a base, without and with them, at the size it is shown, and where.

    It begins and ends at multiples of `step` shown pixels; None where there are no marks.
    """
    marks = [mark for mark in _marks(scene, moment, atlas) if mark.light > trails.UNSEEN]
    if not marks:
        return None
    near = [
        bounds(sheet.window.pixels(mark.path), trails.extent(sheet, mark, scene.pressure), *sheet.image.size)
        for mark in marks
    ]
    part, corner = sheet.part(joined(near), (step[0] * sheet.window.fine, step[1] * sheet.window.fine))
    bare = part.image.reduce(sheet.window.fine)
    for mark in marks:
        trails.comet(part, mark, atlas.accents, scene.pressure)
    place = corner[0] // sheet.window.fine, corner[1] // sheet.window.fine
    return bare, part.image.reduce(sheet.window.fine), place


def _marks(scene: Scene, moment: float | None, atlas: Atlas) -> list[Mark]:
    """Return the marks of a moment where the mouth leaves them."""
    marks = motion.still(scene, atlas) if moment is None else motion.marks(scene, atlas, moment)
    return [replace(mark, path=moved(mark.path, atlas.mouths[scene.mouth])) for mark in marks]


def _fineness(size: int) -> int:
    """Return how many times finer than shown to paint: more where each pixel counts."""
    return 4 if size <= 160 else 3 if size <= 240 else 2
