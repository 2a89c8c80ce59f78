"""A contact sheet of every move of all routines, or of those named: `python tests/face/moves.py OUT.png --columns 9`.

A move with several mouths, or a rest, is shown in each. The options are those of `sheet.py`.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator

from facecoach.face.atlas import bundled_atlas
from facecoach.face.motion import cycle
from facecoach.face.pose import pose
from facecoach.face.scene import Scene
from facecoach.folders import bundled as shelf
from facecoach.routine.library import Library
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Leg
from sheet import Shot, asked, save

LIBRARY = Library(shelf(), shelf())
STEP = 0.5  # seconds between the moments of a move that are looked at


def scenes(leg: Leg) -> Iterator[Scene]:
    """Yield every scene that a move comes to, once each."""
    seen = set()
    for segment in leg.segments:
        for step in range(int(segment.seconds / STEP)):
            scene = pose(leg, segment, step * STEP, bundled_atlas())
            if scene not in seen:
                seen.add(scene)
                yield scene


def shots(names: list[str], moment: float) -> list[Shot]:
    """Return every scene of some routines, under the move it belongs to."""
    return [
        (f"{name} {leg.title}: {leg.act.cue}", scene, moment if cycle(scene, bundled_atlas()).seconds else 0.0)
        for name in names
        for leg in laid_out(LIBRARY.load(name).routine).legs
        for scene in scenes(leg)
    ]


def main() -> None:
    """Write the sheet."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--routine", action="append", help="show only this one; may be given several times")
    parser.add_argument("--moment", type=float, default=0.45, help="how much of a stroke (0 to 1) is over")
    wish = asked(parser)
    save(shots(wish.routine or [entry.slug for entry in LIBRARY.entries()], wish.moment), wish)


if __name__ == "__main__":
    main()
