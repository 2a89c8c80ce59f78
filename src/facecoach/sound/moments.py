"""What is to be heard at each cue of a session: a decision that touches nothing."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.session.player import Manner
from facecoach.session.timeline import Cue, Kind, Leg
from facecoach.session.voice import words
from facecoach.sound.tones import Chime, Speakers, ToneName

ENDING = frozenset({"ready", "change", "move", "end", "pause"})
RUNG = frozenset({"change", "move", "switch", "hold", "release", "tick", "end"})
PATIENCE: dict[Kind, float] = {"move": 3.0, "switch": 3.0, "half": 3.0, "hold": 0.5, "release": 0.5}  # seconds
MOMENT = 0.001  # seconds within which two moments are one
NAMES: dict[Kind, ToneName] = {
    "ready": "ready", "change": "ready", "move": "move", "switch": "switch", "hold": "hold", "release": "release",
    "half": "half", "tick": "tick", "in": "in", "out": "out", "end": "done", "pause": "pause", "resume": "resume",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sound:
    """What is to be heard at a moment: a chime and the words after it.

    `rings` is whether a terminal's bell may stand in for the chime, `patience` how many seconds all of it may wait, and
    `ends` whether it ends what is still being said.
    """

    chime: Chime | None = None
    words: str = ""
    rings: bool = False
    patience: float = 0.0
    ends: bool = False


def sounded(cue: Cue, leg: Leg, manner: Manner, *, speaks: bool) -> Sound:
    """Return what is to be heard at a cue of a leg; `speaks` is whether there is a voice."""
    said = words(cue, leg) if speaks and manner.voiced and not _left_early(cue, leg) else ""
    name = None if manner.muted else tone_name(cue, leg)
    chime = Chime(name, _side(cue, leg), brief=bool(said) and cue.kind != "end") if name else None
    rings = cue.kind in RUNG and not manner.muted
    return Sound(chime, said, rings, PATIENCE.get(cue.kind, 0.0), ends(cue))


def ends(cue: Cue) -> bool:
    """Whether a cue ends what is still being said: a move does, unless what is said is its own cue."""
    return cue.kind in ENDING and not (cue.kind == "move" and cue.told)


def tone_name(cue: Cue, leg: Leg) -> ToneName | None:
    """Return the tone of a cue; none for one that nothing is heard of, such as the end of a session left early."""
    if cue.kind == "hold" and leg.act.moves:
        return "count"
    if cue.kind == "tick" and cue.seconds <= 1:
        return "last"
    return None if _left_early(cue, leg) else NAMES.get(cue.kind)


def _left_early(cue: Cue, leg: Leg) -> bool:
    return cue.kind == "end" and cue.at < leg.end - MOMENT


def _side(cue: Cue, leg: Leg) -> Speakers:
    side = leg.segments[cue.segment].side if cue.kind == "switch" else "both"
    return "left" if side == "left" else "right" if side == "right" else "both"
