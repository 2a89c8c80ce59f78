"""The JSON files made from the bundled routines and the atlas, so that a start is quick: `make index` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

import facecoach.face
from facecoach.folders import bundled
from facecoach.routine.library import INDEX, Library, index
from facecoach.safety.weigh import weigh
from facecoach.session.script import TIMELINES, timelines

STOCK = Library(Path("nowhere"), bundled(), weigh)
FACE = Path(facecoach.face.__file__).parent


def written() -> Iterator[tuple[Path, str]]:
    """Yield each file that is made from others, with what it is to hold."""
    yield bundled() / INDEX, index(STOCK)
    yield bundled() / TIMELINES, timelines(STOCK)
    atlas = yaml.safe_load((FACE / "atlas.yaml").read_bytes())
    yield FACE / "atlas.json", json.dumps(atlas, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    for path, text in written():
        path.write_text(text, encoding="utf-8")
