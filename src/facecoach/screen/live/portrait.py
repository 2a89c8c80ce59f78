"""The drawn faces of a session in their rooms of the screen: the albums they come from, and the moments they show."""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from facecoach.face.modes import WAYS, Mode
from facecoach.screen.emulator import Emulator
from facecoach.screen.live.surface import Surface
from facecoach.screen.theme import Ink
from facecoach.session.breath import breath
from facecoach.session.state import Session
from facecoach.settings import FaceMode, Motion, PaletteName

if TYPE_CHECKING:
    from facecoach.face.album import Album
    from facecoach.face.cells import Cell, Colour, Frame
    from facecoach.face.scene import Scene
    from facecoach.knowledge.anatomy import ZoneName
    from facecoach.screen.live.ladder import Room

SWELL, SWELLING = 6, 0.4  # steps of a breath's glow, and the seconds between two of them


def drawn_as(shown: Ink, encoding: str, wish: FaceMode, terminal: Emulator) -> Mode:
    """Return how a face is drawn here: as wished, as far as the terminal has colours and letters for it."""
    if not encoding.lower().startswith("utf"):
        return "words"
    mode = terminal.blocks if wish == "auto" else wish
    if shown == "truecolor":
        return mode
    return WAYS[mode].coarser if shown == "256" else WAYS[mode].plain


class Portrait:
    """Draws a session's face, frame after frame, and knows when the next one is due; and the next face, still."""

    def __init__(self, drawn: Mode, palette: PaletteName, motion: Motion) -> None:
        self._drawn = drawn
        self._palette = palette
        self._motion = motion
        self._cleared: tuple[Scene | None, bool] = (None, False)
        self._albums: dict[bool, tuple[tuple[int, int], Album]] = {}

    @property
    def draws(self) -> bool:
        """Whether there is a picture at all, not words alone."""
        return self._drawn != "words"

    def draw(self, surface: Surface, room: Room, session: Session) -> None:
        """Bring the face in `room` up to date; a pause takes its colours."""
        scene, seconds = self._moment(session)
        frame = self._open(room).frame(scene, seconds)
        if session.phase == "paused":
            frame = greyed(frame)
        elif session.lead <= 0 and (paced := breath(session.leg, session.position)):
            frame = glowing(frame, round(paced.full * SWELL))
        surface.cells(room.x, room.y, frame)

    def draw_next(self, surface: Surface, room: Room, session: Session, leg: int) -> None:
        """Draw the face of a leg that is to come."""
        from facecoach.face.atlas import bundled_atlas
        from facecoach.face.pose import pose

        ahead = session.timeline.legs[leg]
        frame = self._open(room, still=True).frame(pose(ahead, ahead.segments[0], 0.0, bundled_atlas()), 0.0)
        surface.cells(room.x, room.y, frame)

    def draw_worked(self, surface: Surface, room: Room, zones: tuple[ZoneName, ...]) -> None:
        """Draw a bust with these zones lit."""
        from facecoach.face.chart import worked

        surface.cells(room.x, room.y, worked(zones, room.columns, room.rows, self._drawn, self._palette))

    def clears(self, session: Session) -> bool:
        """Whether the picture marks places to keep clear of."""
        from facecoach.face.atlas import bundled_atlas
        from facecoach.face.clearance import near

        scene = self._moment(session)[0] if self.draws else None
        if scene != self._cleared[0]:
            self._cleared = scene, scene is not None and bool(near(scene, bundled_atlas()))
        return self._cleared[1]

    def next_change(self, session: Session) -> float:
        """Return the seconds until the face looks different; infinite while it stands still."""
        if False not in self._albums or session.lead > 0 or session.phase != "running":
            return inf
        scene, seconds = self._moment(session)
        swell = SWELLING if breath(session.leg, session.position) else inf
        return min(swell, self._albums[False][1].next_change(scene, seconds))

    def _open(self, room: Room, *, still: bool = False) -> Album:
        size = (room.columns, room.rows)
        if still not in self._albums or self._albums[still][0] != size:
            from facecoach.face.album import Album

            motion: Motion = "still" if still else self._motion
            self._albums[still] = size, Album(*size, self._drawn, self._palette, motion)
        return self._albums[still][1]

    def _moment(self, session: Session) -> tuple[Scene, float]:
        from facecoach.face.atlas import bundled_atlas
        from facecoach.face.pose import pose

        segment = session.segment
        into = max(0.0, session.position - segment.start) if session.lead <= 0 else 0.0
        return pose(session.leg, segment, into, bundled_atlas()), into


@lru_cache(maxsize=4)
def greyed(frame: Frame) -> Frame:
    """Return a picture in greys at half light."""
    return tuple(tuple(_grey(cell) for cell in row) for row in frame)


@lru_cache(maxsize=SWELL + 2)
def glowing(frame: Frame, level: int) -> Frame:
    """Return a picture at a level of a breath, from 0 (out, as it is) to `SWELL` (in, a third brighter)."""
    share = 0.34 * level / SWELL
    return tuple(tuple((char, _lit(front, share), _lit(back, share)) for char, front, back in row) for row in frame)


def _lit(colour: Colour, share: float) -> Colour:
    if not isinstance(colour, tuple):
        return colour
    red, green, blue = (round(part + (255 - part) * share * 0.6) for part in colour)
    return red, green, blue


@lru_cache(maxsize=4096)
def _grey(cell: Cell) -> Cell:
    char, front, back = cell
    return char, _dim(front), _dim(back)


def _dim(colour: Colour) -> Colour:
    if isinstance(colour, tuple):
        level = round(0.5 * (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]))
        return (level, level, level)
    return 236 if colour is not None else None
