"""`zones`: the map of the face, and one zone at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import cards, say_json, screen
from facecoach.cli.paging import show_pictured
from facecoach.face.atlas import bundled_atlas
from facecoach.face.clearance import beside
from facecoach.knowledge.anatomy import ZONES, Zone
from facecoach.knowledge.places import placed

if TYPE_CHECKING:
    from facecoach.cli.options import AsJson, ZoneArgument
    from facecoach.screen.picture import Look
    from facecoach.screen.spans import Line
    from facecoach.world import World


def zones(world: World, zone: ZoneArgument = None, as_json: AsJson = False) -> None:
    """Show the map of the face, or one zone of it.

    A zone is shown with its muscles, what they do, and how it is worked. A muscle or an everyday word finds it too.
    """
    chosen = tuple(ZONES.values()) if zone is None else placed(zone)
    if as_json:
        working = _working(world)
        say_json(world, [_told(one, working[one.name]) for one in chosen])
        return
    from facecoach.screen.pages.zones import map_lines, zone_lines

    seen = screen(world)
    if zone is None:
        show_pictured(world, lambda look: [map_lines(seen, look)])
        return
    working = _working(world)

    def composed(look: Look) -> list[list[Line]]:
        told = [zone_lines(one, beside(one.name, bundled_atlas()), working[one.name], seen, look) for one in chosen]
        return [[*[()] * bool(number), *lines] for number, lines in enumerate(told)]

    show_pictured(world, composed)


def _working(world: World) -> dict[str, list[str]]:
    """Return the routines that work each zone."""
    found = cards(world)
    return {zone: [card.entry.slug for card in found if zone in card.zones] for zone in ZONES}


def _told(zone: Zone, routines: list[str]) -> dict[str, object]:
    clear = [{"name": name, "why": why} for name, why in beside(zone.name, bundled_atlas()).items()]
    return {
        "zone": zone.name,
        "label": zone.label,
        "muscles": list(zone.muscles),
        "cap": zone.cap,
        "does": zone.does,
        "tension": zone.tension,
        "worked": zone.worked,
        "routines": routines,
        "keep_clear": clear,
    }
