"""The pictures beside an offer: a face and a bar for each routine, drawn when they are first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import drawn, library
from facecoach.errors import CoachError
from facecoach.screen.spans import tint
from facecoach.settings import Settings, read

if TYPE_CHECKING:
    from facecoach.face.modes import Mode
    from facecoach.routine.shelf import Card
    from facecoach.screen.picture import Hung
    from facecoach.world import World

    Size = tuple[int, int]
    Bar = tuple[tuple[str, float], ...]


class Pictures:
    """Faces by routine and size in cells, and bars by routine; settings are read with the first of them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._settings: Settings | None = None
        self._faces: dict[tuple[str, Size], Hung] = {}
        self._bars: dict[str, Bar] = {}

    @property
    def drawn(self) -> Mode:
        """How faces are drawn, as far as is known yet."""
        wish = self._settings.face if self._settings else "auto"
        return drawn(self._world, wish)

    def ready(self, card: Card, size: Size) -> bool:
        """Whether a routine's pictures are drawn."""
        return (card.entry.slug, size) in self._faces

    def face(self, card: Card, size: Size) -> Hung:
        """Return a routine's face as far as it is drawn."""
        return self._faces.get((card.entry.slug, size), ())

    def bar(self, card: Card) -> Bar:
        """Return the zone and seconds of each of a routine's moves as far as they are known."""
        return self._bars.get(card.entry.slug, ())

    def draw(self, card: Card, size: Size) -> None:
        """Draw a routine's pictures; what its file or the settings have wrong is for `run` to say."""
        if self._settings is None:
            self._settings = _settings(self._world)
        slug = card.entry.slug
        if slug not in self._bars:
            self._bars[slug] = _bar(self._world, slug)
        self._faces[slug, size] = self._painted(card, size) if all(size) else ()

    def _painted(self, card: Card, size: Size) -> Hung:
        mode = self.drawn
        if mode == "words" or self._settings is None:
            return ()
        from facecoach.face.atlas import bundled_atlas
        from facecoach.face.lit import lit
        from facecoach.screen.inlay import Inlay
        from facecoach.screen.live.albums import CELL

        tints = {zone: tint(zone) for zone in bundled_atlas().zones}
        shown = lit(card.zones, size, mode, self._settings.palette, tints, self._world.cell() or CELL)
        return shown if isinstance(shown, tuple) else Inlay(*size, lambda: shown)


def _settings(world: World) -> Settings:
    try:
        return read(world.folders.settings)
    except CoachError:
        return Settings()


def _bar(world: World, slug: str) -> Bar:
    from facecoach.session.script import script

    try:
        return tuple((leg.zone, leg.seconds) for leg in script(library(world), slug).line.legs)
    except CoachError:
        return ()
