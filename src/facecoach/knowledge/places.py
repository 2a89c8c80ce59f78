"""Finding a zone by what people call it: its name, an everyday word, or a muscle that lies there."""

from __future__ import annotations

from facecoach.errors import CoachError
from facecoach.knowledge.anatomy import ZONES, Zone
from facecoach.knowledge.everyday import ZONE_WORDS
from facecoach.words import folded, guess

SHORTEST = 5  # letters of a muscle's name that stand for it: `mass` may be anything, `masse` is none but the masseter


def placed(name: str) -> tuple[Zone, ...]:
    """Return the zone of a name or an everyday word, or those of a muscle; raises CoachError with the near miss."""
    slug = folded(name)
    known = slug if slug in ZONES else ZONE_WORDS.get(slug)
    if known:
        return (ZONES[known],)
    found = tuple(zone for zone in ZONES.values() if slug == folded(zone.label) or _lies_in(slug, zone))
    if found:
        return found
    muscles = [folded(muscle) for zone in ZONES.values() for muscle in zone.muscles]
    hint = guess(slug, [*ZONES, *ZONE_WORDS, *muscles], f"`facecoach zones` lists all {len(ZONES)}")
    raise CoachError(f"there is no zone `{name[:60]}`", hint)


def _lies_in(slug: str, zone: Zone) -> bool:
    return len(slug) >= SHORTEST and any(
        name.startswith(slug) for muscle in zone.muscles for name in (folded(muscle), *muscle.split())
    )
