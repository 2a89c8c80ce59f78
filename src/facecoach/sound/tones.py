"""The tones: which notes tell which moment. Their sound is made in `synthesis`.

Three families are told apart without listening closely: the body (middle, a note or two: something is to be done with
the face), the clock (an octave lower: pause and resume) and markers (one pitch, or many notes).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

ToneName = Literal[
    "ready", "move", "hold", "release", "switch", "half", "tick", "last", "count", "in", "out", "pause", "resume",
    "done",
]  # fmt: skip
Speakers = Literal["both", "left", "right"]

ALWAYS, BETWEEN, FILLER = 2, 1, 0
BRIEF = 300.0  # milliseconds of a tone before words
PARTIALS = ((1, 0.0), (2, -14.0), (3, -24.0))
BELL = ((1, 0.0), (2, -8.0), (3, -24.0))


@dataclass(frozen=True, slots=True)
class Note:
    """A pitch in hertz that dies away within `ms` milliseconds, `at` milliseconds after its tone began."""

    hertz: float
    ms: float
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Tone:
    """Notes, their level in decibels below the loudest tone, milliseconds of attack, and partials in decibels.

    `rank` is ALWAYS where it ends whatever tone still sounds; BETWEEN or FILLER where it waits or is left out then,
    and only a FILLER gives way to one BETWEEN.
    """

    notes: tuple[Note, ...]
    level: float = 0.0
    attack: float = 8.0
    partials: tuple[tuple[int, float], ...] = PARTIALS
    rank: int = ALWAYS

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return max(note.at + note.ms for note in self.notes) / 1000

    @property
    def brief(self) -> Tone:
        """The tone as it sounds before words: its beginning, so that they need not wait for long."""
        kept = tuple(replace(note, ms=min(note.ms, BRIEF - note.at)) for note in self.notes if note.at < BRIEF)
        return replace(self, notes=kept)


@dataclass(frozen=True, slots=True)
class Chime:
    """A tone as it is played: from which speakers, and whether words follow so that it is brief."""

    name: ToneName
    side: Speakers = "both"
    brief: bool = False

    @property
    def tone(self) -> Tone:
        """What sounds."""
        return TONES[self.name].brief if self.brief else TONES[self.name]


TONES: dict[ToneName, Tone] = {
    # The only one that swells: an in-breath, nothing to do yet.
    "ready": Tone((Note(392, 900),), -4, attack=350),
    # One bell: look, or listen, now.
    "move": Tone((Note(523, 700),), partials=BELL),
    # A fifth up, as hands take hold; the same fifth down, softer and longer, to let go.
    "hold": Tone((Note(440, 110), Note(659, 260, 140)), -2),
    "release": Tone((Note(659, 110), Note(440, 420, 140)), -5),
    # Knock-knock, twice: no melody, so never mistaken for hold.
    "switch": Tone((Note(587, 90), Note(587, 90, 210), Note(587, 90, 550), Note(587, 90, 760))),
    # High, and swinging back to where it was: the middle.
    "half": Tone((Note(1047, 120), Note(784, 120, 150), Note(1047, 500, 300)), -6, rank=BETWEEN),
    # A clock's tick of one pitch, the last one longer; the next bell is the fourth beat.
    "tick": Tone((Note(880, 60),), -8, rank=BETWEEN),
    "last": Tone((Note(880, 90),), -8, rank=BETWEEN),
    # A soft tap a repetition, almost an octave below the clock's.
    "count": Tone((Note(494, 50),), -12, rank=FILLER),
    # Two long, soft notes that flow: up to breathe in, down to breathe out.
    "in": Tone((Note(349, 700), Note(523, 1300, 730)), -12, attack=150, rank=FILLER),
    "out": Tone((Note(523, 700), Note(349, 1700, 730)), -12, attack=150, rank=FILLER),
    # An octave below the body, for they are about the clock: down stops, up goes on.
    "pause": Tone((Note(330, 180), Note(220, 380, 210)), -4, attack=25),
    "resume": Tone((Note(220, 180), Note(330, 300, 210)), -4, attack=25),
    # The only four notes, ringing into each other, and the only long ring.
    "done": Tone((Note(523, 700), Note(659, 700, 130), Note(784, 700, 260), Note(1047, 1200, 390))),
}
