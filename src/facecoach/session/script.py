"""The scripts of the routines there are: bundled ones as they were written down, others read from their files.

The timelines of the bundled routines are written down in `timelines.json`, found by the digest of the file they were
made from, so that a stale one is never taken; a start needs neither YAML nor Pydantic then.
"""

from __future__ import annotations

import json

from facecoach.plain import dumped, restored
from facecoach.routine.library import Library, contents
from facecoach.routine.shelf import Loaded
from facecoach.session.timeline import Script, Timeline

TIMELINES = "timelines.json"


def script(library: Library, name: str) -> Script:
    """Return the script of the routine of a name or path; raises CoachError or FaultyFile."""
    entry = library.find(name)
    digest = library.digest(contents(entry.path))
    told = library.shipped(TIMELINES).get(digest)
    card = library.card(entry) if told else None
    if card is None or card.digest != digest:
        return scripted(library, library.opened(entry))
    return Script(card, restored(Timeline, told))


def scripted(library: Library, loaded: Loaded) -> Script:
    """Return the script of a routine that has been read."""
    from facecoach.session.laying import laid_out

    return Script(library.written(loaded), laid_out(loaded.routine))


def timelines(library: Library) -> str:
    """Return the timelines of a library's routines as `timelines.json` holds them."""
    found = [scripted(library, library.opened(entry)) for entry in library.entries()]
    rows = [f' "{one.card.digest}": {json.dumps(dumped(one.line), ensure_ascii=False)}' for one in found]
    return "{\n" + ",\n".join(rows) + "\n}\n"
