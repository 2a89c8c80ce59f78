"""A contact sheet of every move of some routines: `python tests/face/moves.py OUT.png --size 40x20 morning quick`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from PIL import Image

from facecoach.face.album import Album
from facecoach.face.atlas import bundled_atlas
from facecoach.face.cells import Mode
from facecoach.face.pose import pose
from facecoach.folders import bundled as shelf
from facecoach.routine.library import Library
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Leg
from sheet import picture, sheet

PAPER = (14, 17, 24)


def moments(leg: Leg) -> list[float]:
    """Return the seconds to look at: one for each mouth, or one with a stroke under way."""
    shapes = len(leg.act.mouth)
    return [leg.start + 1.0 + 2.0 * turn for turn in range(shapes)] if shapes > 1 else [leg.start + 1.4]


def shown(album: Album, mode: Mode, leg: Leg, at: float) -> Image.Image:
    """Return the picture of a move at a second of the session."""
    segment = next(segment for segment in reversed(leg.segments) if segment.start <= at)
    frame = album.frame(pose(leg, segment, at - segment.start, bundled_atlas()), at - segment.start)
    return picture(frame, mode, PAPER)


def main() -> None:
    """Write the sheet."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("routines", nargs="+")
    parser.add_argument("--size", default="40x20")
    parser.add_argument("--mode", default="half")
    parser.add_argument("--palette", default="mannequin")
    parser.add_argument("--columns", type=int, default=6)
    wish = parser.parse_args()
    columns, rows = map(int, wish.size.split("x"))
    album = Album(columns, rows, wish.mode, wish.palette)
    legs = [
        (name, leg) for name in wish.routines for leg in laid_out(Library(shelf(), shelf()).load(name).routine).legs
    ]
    tiles = [
        (f"{name} {leg.title}: {leg.act.cue}"[:columns], shown(album, wish.mode, leg, at))
        for name, leg in legs
        for at in moments(leg)
    ]
    sheet(tiles, wish.columns, PAPER).save(wish.out)


if __name__ == "__main__":
    main()
