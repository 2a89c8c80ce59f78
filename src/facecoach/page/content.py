"""What a page holds of a routine, as plain data: its moves end to end, each moment's scene, and the words around them.

Positions are seconds from the touch that starts it: the lead-in and the change-overs lie in them, as in no timeline.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facecoach.face.atlas import bundled_atlas
from facecoach.face.pose import FIRST_SHAPES, LONG_HOLD, pose
from facecoach.face.scene import Scene
from facecoach.knowledge.anatomy import PRESSURES, ZONES
from facecoach.knowledge.strokes import PLAIN
from facecoach.page.pictures import Book, worked
from facecoach.page.vectors import strokes
from facecoach.session.timeline import Leg, Segment, Timeline
from facecoach.words import heard

WHOLE = ("full", "face")  # the cameras that show the whole head: the others cut it, and fade at the top
Json = dict[str, object]

# Directions that overrule what a text's own letters say, and invisible marks: they could turn other words around.
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@dataclass(frozen=True, slots=True)
class Pace:
    """The seconds before the first move, and how a session of it is written down: `facecoach log` and what follows."""

    lead_in: float = 5.0
    log: str = ""


class Scenes:
    """The scenes of a page, each once, and the book of their pictures."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._numbers: dict[Scene, int] = {}

    def number(self, scene: Scene) -> int:
        """Return a scene's number, in the order in which they are asked for."""
        self.book.number(scene)
        return self._numbers.setdefault(scene, len(self._numbers))

    def written(self) -> list[Json]:
        """Return the scenes as the page holds them."""
        atlas = bundled_atlas()
        return [
            {
                "picture": self.book.number(scene),
                "clear": self.book.clear(scene),
                "cut": scene.camera not in WHOLE,
                **({"film": film} if (film := self.book.film(scene)) else {}),
                **strokes(scene, atlas),
            }
            for scene in self._numbers
        ]


def content(line: Timeline, pace: Pace, scenes: Scenes) -> Json:
    """Return the data of a page; every text in it is plain."""
    zones = tuple(dict.fromkeys(leg.zone for leg in line.legs))
    moves = list(_moves(line, pace, scenes))
    return {
        "name": plain(line.name),
        "log": pace.log,
        "seconds": line.seconds,
        "half": line.half,
        "zones": {zone: ZONES[zone].label for zone in zones},
        "pressures": PRESSURES,
        "whole": scenes.number(worked(zones)),
        "moves": moves,
        "scenes": scenes.written(),
    }


def plain(text: str) -> str:
    """Return text without what could steer a page: control characters and overrides of direction."""
    kept = (char for char in text if char not in _STEERING)
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs") else char for char in kept)


def ways(leg: Leg) -> str:
    """Return how a move is done: technique in plain words, what works, which way."""
    act = leg.act
    alternate = any(segment.side == "alternate" for segment in leg.segments)
    parts = (PLAIN[act.technique] if act.technique else "", act.with_, act.direction)
    return plain(" · ".join(filter(None, (*parts, "one hand, then the other" if alternate else ""))))


def _moves(line: Timeline, pace: Pace, scenes: Scenes) -> Iterator[Json]:
    for leg, wait, at in line.elapsed(pace.lead_in):
        yield {**_told(leg), "at": at, "wait": wait, "segments": [_segment(leg, one, scenes) for one in leg.segments]}


def _told(leg: Leg) -> Json:
    act = leg.act
    return {
        "step": leg.step,
        "title": plain(leg.title),
        "zone": leg.zone,
        "cue": plain(act.cue),
        "say": plain(heard(leg.title if leg.opens else "", act.say or act.cue)),
        "how": ways(leg),
        "pressure": PRESSURES.index(act.pressure) + 1 if act.pressure else 0,
        "breathe": act.breathe,
        "counted": act.moves,
        "start": leg.start,
        "seconds": leg.seconds,
    }


def _segment(leg: Leg, one: Segment, scenes: Scenes) -> Json:
    """Return a segment, beginning so many seconds after its move; `scenes` are [seconds into it, number]."""
    return {
        "at": round(one.start - leg.start, 6),
        "seconds": round(one.seconds, 6),
        "task": one.task,
        "side": one.side,
        "rep": [one.rep, one.reps],
        "turn": [one.turn, one.turns],
        "scenes": [[into, scenes.number(scene)] for into, scene in _shown(leg, one)],
    }


def _shown(leg: Leg, one: Segment) -> Sequence[tuple[float, Scene]]:
    """Return the scenes of a segment with the seconds into it at which each begins: a long hold has several shapes."""
    atlas = bundled_atlas()
    times = len(leg.act.mouth) if one.seconds >= LONG_HOLD and one.task != "rest" else 1
    found = [(0.0, pose(leg, one, 0.0, atlas))]
    for index in range(1, times):
        into = index * FIRST_SHAPES
        scene = pose(leg, one, into, atlas)
        if into < one.seconds and scene != found[-1][1]:
            found.append((into, replace(scene)))
    return found
