"""A session that a crash cut off, written down by the next command, which says so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facecoach.world import World


def recover(world: World) -> None:
    """Write down what was worked in a session that was cut off, unless it is still under way."""
    folder = world.folders.data
    if not os.path.exists(os.path.join(folder, "running.json")):
        return
    from facecoach.cli.common import note
    from facecoach.errors import CoachError
    from facecoach.habit import journal
    from facecoach.session import kept as files
    from facecoach.session.ending import lately, record
    from facecoach.words import clock

    if not files.abandoned(folder):
        return
    kept = files.load(folder)
    if kept is None:
        note(world, "what was kept of a session cannot be read; `facecoach doctor --fix` puts it aside")
        return
    if not kept.counts and lately(kept, world.now()):
        return  # too short to be written down, and still there to be gone on with
    try:
        told = record(kept, world.now(), "recovered")
        known = kept.counts and journal.holds(folder, kept.id, {key: told[key] for key in ("outcome", "seconds")})
        if kept.counts and not known:
            journal.append(folder, told)
            goes_on = "; `facecoach run --resume` goes on with it" if kept.outcome == "partial" else ""
            note(world, f"`{kept.name}` was cut off; its {clock(kept.seconds)} count as {kept.outcome}{goes_on}")
        files.clear(folder)
    except (OSError, CoachError):
        note(world, "a session was cut off, and cannot be written down while its folder is not writable")
