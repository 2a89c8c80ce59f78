"""A session that a crash cut off: turned into a partial record by the next command, which says so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from facecoach.errors import CoachError

if TYPE_CHECKING:
    from facecoach.world import World


def recover(world: World) -> None:
    """Write down what was worked in a session that was cut off, unless it is still under way."""
    folder = world.folders.data
    if not os.path.exists(folder / "running.json"):  # noqa: PTH110 - it says no where it may not look
        return
    from facecoach.cli.common import note
    from facecoach.cli.record import WORTH_WRITING, as_record
    from facecoach.habit import journal
    from facecoach.session import kept as running
    from facecoach.words import clock

    try:
        kept = running.load(folder) if running.abandoned(folder) else None
        if kept is None:
            return
        if kept.seconds >= WORTH_WRITING or kept.outcome == "completed":
            journal.append(folder, as_record(kept, world.now(), "recovered"))
            note(world, f"`{kept.name}` was cut off; its {clock(kept.seconds)} are kept as a {kept.outcome} session")
        running.clear(folder)
    except (OSError, CoachError):
        note(world, "a session was cut off, and cannot be written down while its folder is not writable")
