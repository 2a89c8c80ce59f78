"""What a routine's card says that only safety knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS, firmest
from facecoach.knowledge.loads import LOADS
from facecoach.routine.shelf import Weight
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.knowledge.anatomy import Technique, ZoneName
    from facecoach.knowledge.loads import Load
    from facecoach.routine.shelf import Loaded
    from facecoach.safety.touch import Worked


_SAFETY = "FC2"
_LISTED = "the routine lists it among its cautions"


def weigh(loaded: Loaded) -> Weight:
    """Return what conditions and the safety rules say of a routine.

    Conditions that rule out every session are not told. A routine that asks has a screening among its moves.
    """
    from facecoach.safety.touch import worked
    from facecoach.safety.verdict import judged

    routine, done = loaded.routine, worked(loaded.routine)
    named = {*routine.avoid_if}
    listed = {one.name: _LISTED for one in CONDITIONS.values() if named and {one.name, one.counts_as} & named}
    asks = any(part.technique == "screening" for part in done.parts)
    loads = tuple(load for load in LOADS if any(load in part.loads for part in done.parts))
    bars = {**dict.fromkeys(routine.avoid_if, _LISTED), **_implied(done), **listed}
    return Weight(bars, asks, loads, judged(loaded.document, done, _SAFETY))


def _implied(done: Worked) -> Mapping[str, str]:
    touching = [part for part in done.parts if part.may_touch]
    return _ruled_out(
        frozenset(place for part in touching for place in part.places),
        frozenset(part.technique for part in touching),
        firmest(part.move.pressure or "light" for part in touching),
        frozenset(load for part in done.parts for load in part.loads),
    )


@lru_cache(maxsize=1000)
def _ruled_out(
    places: frozenset[ZoneName], techniques: frozenset[Technique | None], firm: int, loads: frozenset[Load]
) -> Mapping[str, str]:
    """Return the conditions that rule out what moves do, each with the first reason."""
    found: dict[str, str] = {}
    for one in CONDITIONS.values():
        if zone := next((zone for zone in one.zones if zone in places), None):
            found[one.name] = f"it works by hand here: {ZONES[zone].label.lower()}"
        elif technique := next((name for name in one.techniques if name in techniques), None):
            found[one.name] = f"it uses {spoken(technique)}"
        elif load := next((load for load in one.loads if load in loads), None):
            found[one.name] = f"it asks for {LOADS[load]}"
        elif one.cap and firm > firmest((one.cap,)):
            found[one.name] = f"it presses firmer than {one.cap}"
    return found
