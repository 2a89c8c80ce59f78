"""The cards of the bundled routines, written down so that `list` and `facecoach` need not read them: `make index`."""

from __future__ import annotations

from pathlib import Path

from facecoach.folders import bundled
from facecoach.routine.library import INDEX, Library, index
from facecoach.safety.weigh import weigh

STOCK = Library(Path("nowhere"), bundled(), weigh)

if __name__ == "__main__":
    (bundled() / INDEX).write_text(index(STOCK), encoding="utf-8")
