"""Pictures of pixels: whole cells, small, and painted when they are needed."""

from __future__ import annotations

from io import BytesIO
from threading import Event

import pytest
from PIL import Image, ImageChops

from facecoach.face import painter
from facecoach.face.atlas import bundled_atlas
from facecoach.face.gallery import Gallery
from facecoach.face.pixels import LONGEST, Layers, grid
from facecoach.face.scene import Scene
from facecoach.face.workshop import Painters, Prompt, Workshop

SWEEP = Scene(camera="lower", zones=("jawline",), strokes=("jaw-knead",))
REST = Scene(camera="face")
CELL = (8, 16)
WAIT = 30


def gallery(painters: Painters | None = None, size: tuple[int, int] = (24, 12)) -> Gallery:
    """Return a gallery of small pictures."""
    return Gallery(size, CELL, "mannequin", "full", painters or Prompt())


def opened(shown: Layers) -> Image.Image:
    """Return a picture's tiles laid over each other."""
    whole: Image.Image | None = None
    for tile in shown.tiles:
        image = Image.open(BytesIO(tile.data)).convert("RGBA")
        if whole is None:
            whole = image
        else:
            across = whole.width // shown.tiles[0].columns, whole.height // shown.tiles[0].rows
            whole.alpha_composite(image, (tile.x * across[0], tile.y * across[1]))
    assert whole is not None
    return whole


def shown(pictures: Gallery, scene: Scene, seconds: float) -> Layers:
    """Return a painted picture."""
    found = pictures.frame(scene, seconds)
    assert isinstance(found, Layers)
    return found


@pytest.mark.parametrize("cell", [(10, 20), (7, 13), (20, 40), (9, 19)])
@pytest.mark.parametrize("size", [(24, 12), (44, 22), (100, 50)])
def test_a_picture_lies_on_whole_cells(size: tuple[int, int], cell: tuple[int, int]) -> None:
    """Each cell has as many pixels as any other, and no side is longer than what is seen from a metre away."""
    cells = grid(*size, cell)
    assert cells.size == (size[0] * cells.across, size[1] * cells.down)
    assert max(cells.size) <= LONGEST
    assert (cells.across, cells.down) <= cell


def test_tiles_make_the_painted_face() -> None:
    """The tiles of a frame laid over each other are the frame as it is painted in one piece."""
    cells, atlas = grid(24, 12, CELL), bundled_atlas()
    for moment in (0.0, 0.3, 0.7):
        found = opened(shown(gallery(), SWEEP, moment * 4))
        sheet = painter.base(SWEEP, *cells.size, "mannequin", atlas)
        painter.lay_tracks(sheet, SWEEP, atlas, bold=False)
        whole = painter.stroke(sheet, SWEEP, moment, atlas)
        person = whole.getchannel("A").point([0] * 255 + [255])
        apart = ImageChops.difference(found.convert("RGB"), whole.convert("RGB")).convert("L")
        apart.paste(0, (0, 0), ImageChops.invert(person))
        assert sum(level > 24 for level in apart.tobytes()) < 0.02 * whole.width * whole.height


def test_frames_share_the_person() -> None:
    """While nothing but a mark moves, the large tile stays the same and the others are small."""
    pictures = gallery()
    first, later = (shown(pictures, SWEEP, seconds) for seconds in (0.5, 1.5))
    assert first.tiles[0] is later.tiles[0]
    assert first.tiles[1:] != later.tiles[1:]
    assert all(len(tile.data) < len(first.tiles[0].data) / 2 for tile in (*first.tiles[1:], *later.tiles[1:]))


def test_a_cycle_comes_again() -> None:
    """After a cycle the same tiles are shown again, so that none is painted or sent twice."""
    pictures = gallery()
    assert shown(pictures, SWEEP, 0.5) == shown(pictures, SWEEP, 4.5)


def test_a_tint_keeps_to_the_person() -> None:
    """What tints a picture leaves the ground around the person clear."""
    veil = Image.open(BytesIO(shown(gallery(), REST, 0).veiled((255, 0, 0, 0.5)).tiles[-1].data)).convert("RGBA")
    assert veil.getpixel((0, 0)) == (255, 0, 0, 0)
    assert 120 <= veil.getpixel((veil.width // 2, veil.height // 2))[3] <= 135  # type: ignore[index]  # four bands


def test_too_small_is_nothing() -> None:
    """Where a face could not be recognised there is none, and nothing is due."""
    pictures = gallery(size=(20, 10))
    assert pictures.frame(SWEEP, 0) == ()
    assert not pictures.waits
    assert pictures.next_change(SWEEP, 0) == float("inf")


def test_what_is_not_painted_is_a_draft() -> None:
    """A picture that is not painted yet holds nobody up: there is a coarse one of it, until there is the whole."""
    pictures = gallery(Workshop())
    draft = shown(pictures, REST, 0)
    assert pictures.waits
    for _ in range(WAIT * 100):
        Event().wait(0.01)
        found = shown(pictures, REST, 0)
        if not pictures.waits:
            break
    assert not pictures.waits
    assert opened(draft).width < opened(found).width


class Order:
    """Work that notes when it is painted."""

    def __init__(
        self, name: str, told: list[str], count: int, done: Event | None = None, gate: Event | None = None
    ) -> None:
        self.name, self.told, self.count, self.done, self.gate = name, told, count, done, gate
        self.painted: set[int] = set()

    def lacking(self, since: int = 0) -> int | None:
        """Return the first that lacks."""
        order = [*range(since, self.count), *range(since)]
        return next((index for index in order if index not in self.painted), None)

    def frame(self, index: int) -> None:
        """Paint one, as soon as the gate is open."""
        if self.gate:
            self.gate.wait(WAIT)
        self.told.append(f"{self.name}{index}")
        self.painted.add(index)
        if self.done and len(self.painted) == self.count:
            self.done.set()


def test_what_comes_next_is_painted_ahead() -> None:
    """What was announced is painted, in its order, before anybody asks for it."""
    told: list[str] = []
    done = Event()
    Workshop().ahead([Order("a", told, 1), Order("b", told, 2, done)])
    assert done.wait(WAIT)
    assert told == ["a0", "b0", "b1"]


def test_what_is_waited_for_comes_first() -> None:
    """What is waited for is painted from its moment on, before all that was only announced."""
    told: list[str] = []
    done, gate, workshop = Event(), Event(), Workshop()
    workshop.now(Order("g", told, 1, gate=gate), 0)
    workshop.ahead([Order("b", told, 2, done)])
    workshop.now(Order("a", told, 3), 1)
    gate.set()
    assert done.wait(WAIT)
    assert [name for name in told if name != "g0"] == ["a1", "a2", "a0", "b0", "b1"]
