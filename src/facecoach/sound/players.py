"""Chimes played by a program of the machine: as files in a private folder, one at a time, none for longer than it is.

A file, since no two players agree on standard input: `aplay` reads a WAV from it, `pw-play -` takes raw samples from
PipeWire 0.3.5x on and is no word to it before, `paplay` depends on libsndfile's pipes, `afplay` wants a name.
"""

from __future__ import annotations

import os
import wave
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from math import inf

from facecoach.session.voice import Start, Utterance
from facecoach.sound.synthesis import RATE, channels, samples
from facecoach.sound.tones import Chime

FILE = "{}"  # stands for the file in a command
PLAYERS = (
    ("pw-play", "--latency=20ms", FILE),  # it asks for 100 by itself
    ("paplay", FILE),
    ("aplay", "-q", FILE),
    ("afplay", FILE),
    ("winsound", FILE),  # Windows itself, without a program
)
PREFIX = "facecoach-"
SPARE = 1.0  # seconds that a player may take beyond the chime
ASLEEP = 2.0  # seconds later than that, it was the machine that slept

Command = tuple[str, ...]


def find_players(which: Callable[[str], str | None]) -> tuple[Command, ...]:
    """Return the commands that play a file, as far as the machine has them, the best one first."""
    return tuple((found, *rest) for name, *rest in PLAYERS if (found := which(name)))


class Chimes:
    """The players of a machine: the first one plays, and one that cannot gives its place to the next.

    `place` is a folder that does not outlive this person's stay at the machine, if there is one.
    """

    def __init__(
        self,
        commands: tuple[Command, ...],
        start: Start,
        clock: Callable[[], float],
        volume: int = 100,
        place: str = "",
    ) -> None:
        self._commands, self._start, self._clock, self._volume = list(commands), start, clock, volume
        self._place, self._folder = place, ""
        self._files: dict[Chime, str] = {}
        self._playing: Utterance | None = None
        self._until = inf

    def play(self, chime: Chime) -> float:
        """Play a chime and return how many seconds it sounds, 0 where no player is left that can."""
        self._judge(hung=False)
        while self._commands and not self._playing:
            try:
                path = self._written(chime)
            except OSError:
                return 0.0
            try:
                self._playing = self._start([path if part == FILE else part for part in self._commands[0]], "")
            except OSError:
                self._give_up()
        if not self._playing:
            return 0.0
        self._until = self._clock() + chime.tone.seconds + SPARE
        return chime.tone.seconds

    def attend(self) -> float:
        """End a player that has taken too long, and try it no more; return the seconds until one would have."""
        left = self._until - self._clock()
        if left > 0:
            return left
        self._judge(hung=left > -ASLEEP)
        return inf

    def stop(self) -> None:
        """End what is playing, and all that it started."""
        if self._playing:
            self._playing.stop()
        self._playing, self._until = None, inf

    def close(self) -> None:
        """End what is playing, and leave no file behind."""
        self.stop()
        if self._folder:
            from shutil import rmtree

            rmtree(self._folder, ignore_errors=True)
        self._folder, self._files = "", {}

    def _judge(self, *, hung: bool) -> None:
        """End what is playing; one that failed, or still plays where it would be `hung` then, plays no more."""
        if self._playing and (self._playing.failed or (hung and self._playing.going)):
            self._give_up()
        self.stop()

    def _give_up(self) -> None:
        del self._commands[:1]

    def _written(self, chime: Chime) -> str:
        """Return the file of a chime, made when it is first needed; raises OSError where it cannot be written."""
        if chime not in self._files:
            self._folder = self._folder or _private(self._place)
            path = os.path.join(self._folder, f"{chime.name}-{chime.side}{'-brief' if chime.brief else ''}.wav")
            with open(path, "wb") as file:
                file.write(wav(chime, self._volume))
            self._files[chime] = path
        return self._files[chime]


def wav(chime: Chime, volume: int) -> bytes:
    """Return a chime as a WAV file."""
    with BytesIO() as whole:
        with wave.open(whole, "wb") as file:
            file.setparams((channels(chime), 2, RATE, 0, "NONE", ""))
            file.writeframes(samples(chime, volume))
        return whole.getvalue()


def _private(place: str) -> str:
    """Return a new folder that nobody else may look into; raises OSError where none can be made."""
    from tempfile import mkdtemp

    if place:
        with suppress(OSError):
            return mkdtemp(prefix=PREFIX, dir=place)
    return mkdtemp(prefix=PREFIX)
