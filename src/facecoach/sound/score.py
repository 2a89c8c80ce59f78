"""What is heard in a whole session, and when: the session itself, played on a clock of its own in no time.

So a recording has what a person would have heard, change-overs and left-out ticks included.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf

from facecoach.knowledge.anatomy import ZoneName
from facecoach.session.command import Command
from facecoach.session.player import Composed, Manner, Ports, play
from facecoach.session.state import Session, begin
from facecoach.session.timeline import Cue, Timeline
from facecoach.sound.speaker import Speaker
from facecoach.sound.tones import TONES, Chime

Length = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Heard:
    """A chime or words, from when to when in seconds; `cut` is whether something else ended it before it was over."""

    at: float
    until: float
    chime: Chime | None = None
    words: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What is heard one after the other, nothing over anything else, and how many seconds all of it takes."""

    heard: tuple[Heard, ...]
    seconds: float

    @property
    def words(self) -> tuple[tuple[float, str], ...]:
        """The moments at which something is said: seconds, and what."""
        return tuple((one.at, one.words) for one in self.heard if one.words)


class _Tape:
    """A clock, a keyboard on which time passes, a player and a voice, which write down what they are given."""

    def __init__(self, length: Length | None) -> None:
        self.seconds = 0.0
        self.heard: list[Heard] = []
        self._length = length

    def __call__(self, timeout: float) -> Command | None:
        """Let time pass."""
        self.seconds += timeout
        return None

    def replies(self) -> list[str]:
        """Return that no terminal says anything."""
        return []

    def play(self, chime: Chime) -> float:
        """Write a chime down."""
        self._write(Heard(self.seconds, self.seconds + chime.tone.seconds, chime))
        return chime.tone.seconds

    def say(self, text: str) -> None:
        """Write words down."""
        if self._length:
            self._write(Heard(self.seconds, self.seconds + self._length(text), words=text))

    @property
    def speaking(self) -> bool:
        """Whether something is still being said."""
        return bool(self.heard) and bool(self.heard[-1].words) and self.seconds < self.heard[-1].until

    def hush(self) -> None:
        """End what is being said."""
        if self.speaking:
            self.stop()

    def stop(self) -> None:
        """End what is heard."""
        if self.heard and self.seconds < self.heard[-1].until:
            self.heard[-1] = replace(self.heard[-1], until=self.seconds, cut=True)

    def attend(self) -> float:
        """Nothing is ever due."""
        return inf

    def close(self) -> None:
        """Nothing is open."""

    def suspend(self) -> None:
        """Nobody stops a tape."""

    def take(self) -> None:
        """There are no keys to take."""

    def _write(self, one: Heard) -> None:
        self.stop()
        self.heard.append(one)


class _Dark:
    """A stage on which nothing is shown."""

    def show(self, session: Session, manner: Manner) -> None:
        """Show nothing."""

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Tell nothing."""

    def rhythm(self, session: Session) -> float:
        """Never change."""
        return inf

    def page(self, composed: Composed, zones: tuple[ZoneName, ...] = ()) -> None:
        """Show no page."""

    def leave(self) -> None:
        """There is nothing to give back."""

    def enter(self) -> None:
        """There is nothing to take."""


def score(line: Timeline, length: Length | None = None, lead_in: float = 0.0) -> Score:
    """Return what is heard of a timeline after a lead-in in seconds; `length` is how long a voice takes for a text."""
    tape = _Tape(length)

    def clock() -> float:
        return tape.seconds

    speaker = Speaker(clock, tape if length else None, tape)
    ports = Ports(clock, tape, _Dark(), speaker, lambda _: None)
    play(begin(line, lead_in, keys=False), ports, Manner(voiced=length is not None))
    while speaker.sounding:
        tape(min(1.0, max(0.001, speaker.attend())))
    ends = (one.until for one in tape.heard)
    return Score(tuple(tape.heard), max(ends, default=0.0))


def closed(played: Score, seconds: float) -> Score:
    """Return a score that is over after so many seconds, with the last tone rung out by then.

    What else would be heard in that tone is left out or ended by it.
    """
    begins = max(0.0, seconds - TONES["done"].seconds)
    kept = [_ended(one, begins) for one in played.heard if one.at < begins]
    return Score((*kept, Heard(begins, seconds, Chime("done"), cut=begins == 0.0)), seconds)


def _ended(one: Heard, by: float) -> Heard:
    return one if one.until <= by else replace(one, until=by, cut=True)
