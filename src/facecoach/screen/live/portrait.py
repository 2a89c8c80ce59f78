"""The drawn face in its room of the screen: the album it comes from, and the moment it shows."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Literal

from facecoach.screen.live.surface import Surface
from facecoach.screen.theme import Ink
from facecoach.session.state import Session
from facecoach.settings import FaceMode, Motion, PaletteName

if TYPE_CHECKING:
    from facecoach.face.album import Album
    from facecoach.face.cells import Mode
    from facecoach.face.scene import Scene
    from facecoach.screen.live.layout import Room

Drawn = Literal["half", "stone256", "braille", "words"]


def drawn_as(shown: Ink, encoding: str, wish: FaceMode) -> Drawn:
    """Return how a face can be drawn here: in colours where there are enough, else in dots, else in words."""
    if not encoding.lower().startswith("utf") or wish == "words":
        return "words"
    if wish == "braille" or shown not in ("truecolor", "256"):
        return "braille"
    return "half" if shown == "truecolor" else "stone256"


class Portrait:
    """Draws a session's face, frame after frame, and knows when the next one is due."""

    def __init__(self, drawn: Drawn, palette: PaletteName, motion: Motion) -> None:
        self._drawn = drawn
        self._palette = palette
        self._motion = motion
        self._album: Album | None = None
        self._room: Room | None = None

    @property
    def draws(self) -> bool:
        """Whether there is a picture at all, not words alone."""
        return self._drawn != "words"

    def draw(self, surface: Surface, room: Room, session: Session) -> None:
        """Bring the face in `room` up to date."""
        scene, seconds = self._moment(session)
        frame = self._open(room).frame(scene, seconds)
        surface.cells(room.x, room.y, frame)

    def next_change(self, session: Session) -> float:
        """Return the seconds until the face looks different; infinite while it stands still."""
        if self._album is None or session.lead > 0 or session.phase != "running":
            return inf
        scene, seconds = self._moment(session)
        return self._album.next_change(scene, seconds)

    def _open(self, room: Room) -> Album:
        if self._album is None or room != self._room:
            from facecoach.face.album import Album

            mode: Mode = self._drawn  # type: ignore[assignment]  # words open no album
            self._album, self._room = Album(room.columns, room.rows, mode, self._palette, self._motion), room
        return self._album

    def _moment(self, session: Session) -> tuple[Scene, float]:
        from facecoach.face.atlas import bundled_atlas
        from facecoach.face.pose import pose

        segment = session.segment
        into = max(0.0, session.position - segment.start) if session.lead <= 0 else 0.0
        return pose(session.leg, segment, into, bundled_atlas()), into
