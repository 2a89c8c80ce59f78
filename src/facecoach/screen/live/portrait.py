"""The drawn faces of a session in their rooms of the screen, and the moments they show."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from facecoach.face.modes import WAYS, Mode
from facecoach.screen.emulator import Emulator
from facecoach.screen.live.albums import Albums, Pictures
from facecoach.screen.live.shades import breathed, paused
from facecoach.screen.live.surface import Surface
from facecoach.screen.theme import Ink
from facecoach.session.breath import breath
from facecoach.session.state import Session
from facecoach.settings import FaceMode

if TYPE_CHECKING:
    from facecoach.face.scene import Scene
    from facecoach.knowledge.anatomy import ZoneName
    from facecoach.screen.live.ladder import Room

SWELLING = 0.4  # seconds between two steps of a breath's glow


def drawn_as(shown: Ink, encoding: str, wish: FaceMode, terminal: Emulator) -> Mode:
    """Return how a face is drawn here: as wished, as far as the terminal has pictures, colours and letters for it."""
    if not encoding.lower().startswith("utf"):
        return "words"
    mode: Mode = terminal.finest(wished=wish == "pixels") if wish == "auto" or wish == "pixels" else wish  # noqa: PLR1714 - narrows
    way = WAYS[mode]
    return {"truecolor": mode, "256": way.coarser, "standard": way.plain}.get(shown, way.mono)


class Portrait:
    """Draws a session's face, frame after frame, and knows when the next one is due; and the next face, still."""

    def __init__(self, albums: Albums) -> None:
        self._albums = albums
        self._cleared: tuple[Scene | None, bool] = (None, False)
        self._coming: tuple[Pictures, int] | None = None

    @property
    def draws(self) -> bool:
        """Whether there is a picture at all, not words alone."""
        return self._albums.mode != "words"

    def draw(self, surface: Surface, room: Room, session: Session) -> None:
        """Bring the face in `room` up to date; a pause takes its colours."""
        scene, seconds = self._moment(session)
        album = self._albums.moving(room)
        shown = album.frame(scene, seconds)
        if session.phase == "paused":
            shown = paused(shown)
        elif album.glows and session.lead <= 0 and (paced := breath(session.leg, session.position)):
            shown = breathed(shown, paced.full)
        surface.picture(room.x, room.y, shown)
        self._prepare(album, session)

    def draw_next(self, surface: Surface, room: Room, session: Session, leg: int) -> None:
        """Draw the face of a leg that is to come."""
        from facecoach.face.atlas import bundled_atlas
        from facecoach.face.pose import pose

        ahead = session.timeline.legs[leg]
        scene = pose(ahead, ahead.segments[0], 0.0, bundled_atlas())
        surface.picture(room.x, room.y, self._albums.still(room).frame(scene, 0.0))

    def draw_worked(self, surface: Surface, room: Room, zones: tuple[ZoneName, ...]) -> None:
        """Draw a bust with these zones lit."""
        surface.picture(room.x, room.y, self._albums.worked(room, zones))

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
        album, wait = self._albums.opened, self._albums.wait
        if album is None or session.lead > 0 or session.phase != "running":
            return wait
        swell = SWELLING if album.glows and breath(session.leg, session.position) else inf
        return min(wait, swell, album.next_change(*self._moment(session)))

    def _prepare(self, album: Pictures, session: Session) -> None:
        """Have painted what comes in this move and the next, once for each move."""
        leg = session.leg.index
        if self._coming != (album, leg):
            from facecoach.face.atlas import bundled_atlas
            from facecoach.face.pose import poses

            self._coming = album, leg
            ahead = session.timeline.legs[leg : leg + 2]
            album.prepare([scene for one in ahead for scene in poses(one, bundled_atlas())])

    def _moment(self, session: Session) -> tuple[Scene, float]:
        from facecoach.face.atlas import bundled_atlas
        from facecoach.face.pose import pose

        segment = session.segment
        into = max(0.0, session.position - segment.start) if session.lead <= 0 else 0.0
        return pose(session.leg, segment, into, bundled_atlas()), into
