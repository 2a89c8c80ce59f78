"""The albums of a session's faces: one for each room of the screen, in cells or in pixels, as the terminal draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import TYPE_CHECKING, Protocol

from facecoach.face.modes import WAYS, Mode
from facecoach.settings import Motion, PaletteName

if TYPE_CHECKING:
    from facecoach.face.pixels import Cell, Shown
    from facecoach.face.scene import Scene
    from facecoach.face.workshop import Painters
    from facecoach.knowledge.anatomy import ZoneName
    from facecoach.screen.live.ladder import Room

    Fit = tuple[int, int, Cell]  # columns and rows of a room, and the size of a cell

CELL = (10, 20)  # pixels of a cell, where the terminal does not say
SOON = 0.03  # seconds after which it is looked again whether what is waited for is painted


class Pictures(Protocol):
    """Scenes as pictures of one size.

    Whether the one asked for last still `waits` to be painted, and whether it `glows` with a breath.
    """

    waits: bool
    glows: bool

    def frame(self, scene: Scene, seconds: float) -> Shown:
        """Return the picture of a scene `seconds` after it began; nothing where there is no room, or none yet."""

    def next_change(self, scene: Scene, seconds: float) -> float:
        """Return the seconds until the picture looks different; infinite for a scene that stands still."""

    def prepare(self, scenes: Sequence[Scene]) -> None:
        """Have the scenes painted that come next."""


class Albums:
    """Albums by what they are for; each is opened anew when the room or the terminal's cells have another size."""

    def __init__(
        self,
        mode: Mode,
        palette: PaletteName,
        motion: Motion,
        cell: Callable[[], Cell | None],
        painters: Callable[[], Painters],
    ) -> None:
        self.mode: Mode = mode
        self._palette: PaletteName = palette
        self._motion: Motion = motion
        self._cell = cell
        self._hired = painters
        self._painters: Painters | None = None
        self._open: dict[str, tuple[Fit, Pictures]] = {}

    def turn(self, mode: Mode) -> None:
        """Draw in another mode from now on."""
        self.mode = mode
        self._open.clear()

    def moving(self, room: Room) -> Pictures:
        """Return the album of the face of the session."""
        return self._of("moving", room, self._motion)

    def still(self, room: Room) -> Pictures:
        """Return the album of the face that comes next."""
        return self._of("still", room, "still")

    @property
    def wait(self) -> float:
        """Seconds until it is to be looked again whether a face is painted; infinite while none is waited for."""
        return SOON if any(album.waits for _, album in self._open.values()) else inf

    @property
    def opened(self) -> Pictures | None:
        """The album of the face of the session, once it was shown."""
        return self._open["moving"][1] if "moving" in self._open else None

    def worked(self, room: Room, zones: tuple[ZoneName, ...]) -> Shown:
        """Return a bust with these zones lit."""
        from facecoach.face.chart import worked

        return worked(zones, (room.columns, room.rows), self.mode, self._palette, self._cell() or CELL)

    def _of(self, what: str, room: Room, motion: Motion) -> Pictures:
        fit = room.columns, room.rows, self._cell() or CELL
        if what not in self._open or self._open[what][0] != fit:
            self._open[what] = fit, self._bound(room, motion, fit[2])
        return self._open[what][1]

    def _bound(self, room: Room, motion: Motion, cell: Cell) -> Pictures:
        if WAYS[self.mode].form != "pixels":
            from facecoach.face.album import Album

            return Album(room.columns, room.rows, self.mode, self._palette, motion)
        from facecoach.face.gallery import Gallery

        self._painters = self._painters or self._hired()
        return Gallery((room.columns, room.rows), cell, self._palette, motion, self._painters, self.mode)
