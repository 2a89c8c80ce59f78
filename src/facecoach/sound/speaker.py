"""What is heard when: a tone first, its words after it, and nothing over either.

A cue that is spoken is ended by the next move, a pause or the voice's own key, by nothing else. What comes meanwhile
waits as long as it still helps, and is left out after that: the start of a move that is still being told and a switch
of sides may come late, a tick may not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import Protocol

from facecoach.session.player import Manner
from facecoach.session.timeline import Cue, Leg
from facecoach.sound.moments import Sound, sounded
from facecoach.sound.tones import ALWAYS, Chime

LOOK = 0.05  # seconds until it is looked again whether the voice has ended
SLOWEST = 0.2  # seconds a letter: no voice is as slow, so one that still speaks then hangs
SHORTEST = 20.0


class Talker(Protocol):
    """A voice: one utterance at a time, the last one wins."""

    def say(self, text: str) -> None:
        """Speak a text."""

    def hush(self) -> None:
        """Stop speaking."""

    @property
    def speaking(self) -> bool:
        """Whether something is still being said."""


class Player(Protocol):
    """What plays chimes: one at a time, the last one wins."""

    def play(self, chime: Chime) -> float:
        """Play a chime and return how many seconds it sounds, 0 where it cannot."""

    def attend(self) -> float:
        """End what hangs; return the seconds until that has to be looked at again."""

    def stop(self) -> None:
        """Be silent."""

    def close(self) -> None:
        """Be silent for good, and leave nothing behind."""


class Speaker:
    """Chimes, bell and voice of a session, as far as each is there."""

    def __init__(
        self,
        clock: Callable[[], float],
        voice: Talker | None = None,
        player: Player | None = None,
        bell: Callable[[], object] | None = None,
    ) -> None:
        self._clock, self._voice, self._player, self._bell = clock, voice, player, bell
        self._rank, self._until = 0, 0.0  # of the chime that sounds
        self._words, self._hung = "", inf  # what follows it, and when what is being said has taken too long
        self._late: tuple[Sound, float] | None = None

    def __call__(self, cue: Cue, leg: Leg, manner: Manner) -> None:
        """Sound a cue, now or as soon as nothing else is heard."""
        sound = sounded(cue, leg, manner, speaks=self._voice is not None)
        self._make_way(sound, manner)
        if sound.rings and not self._player:
            self._ring()
        if self._covers(sound):
            self._late = (sound, self._clock() + sound.patience) if sound.patience else self._late
        elif cue.kind == "ready":
            self._late = (sound, inf)  # the first picture comes first: making a tone takes a moment
        else:
            self._begin(sound)

    def attend(self) -> float:
        """Do what is due by now, and return the seconds until something else may be."""
        now = self._clock()
        if self._voice and self._voice.speaking and now > self._hung:
            self._hush()
        if self._late and not self._covers(self._late[0]):
            (sound, until), self._late = self._late, None
            self._begin(sound if now <= until else Sound())
        self._follow()
        left = self._until - self._clock() if self._words or self._late else inf
        look = LOOK if self._late else inf
        return min(left if left > 0 else look, look, self._player.attend() if self._player else inf)

    @property
    def sounding(self) -> bool:
        """Whether something is still heard, or waits to be."""
        return self._clock() < self._until or self._late is not None or self._talks

    def close(self) -> None:
        """Be silent for good."""
        self._hush()
        if self._player:
            self._player.close()

    @property
    def _talks(self) -> bool:
        return bool(self._words) or (self._voice is not None and self._voice.speaking)

    def _covers(self, sound: Sound) -> bool:
        """Whether a sound would be heard over words, or over a chime that it may not end."""
        if not (sound.chime or sound.words) or sound.ends:
            return False
        rank = sound.chime.tone.rank if sound.chime else ALWAYS
        return self._talks or (self._clock() < self._until and rank < ALWAYS and rank <= self._rank)

    def _make_way(self, sound: Sound, manner: Manner) -> None:
        if sound.ends or not manner.voiced:
            self._hush()
        if sound.ends:
            self._late = None
        if manner.muted:
            self._mute()

    def _mute(self) -> None:
        self._until = 0.0
        if self._late:
            self._late = (replace(self._late[0], chime=None), self._late[1])
        if self._player:
            self._player.stop()

    def _begin(self, sound: Sound) -> None:
        if sound.chime and self._player:
            seconds = self._player.play(sound.chime)
            self._until, self._rank = self._clock() + seconds, sound.chime.tone.rank
            if not seconds and sound.rings:
                self._ring()
        if sound.words:
            self._words = sound.words
            self._follow()

    def _follow(self) -> None:
        """Say what waits for the chime before it, once that has ended."""
        if self._voice and self._words and self._clock() >= self._until:
            self._hung = self._clock() + SHORTEST + SLOWEST * len(self._words)
            self._voice.say(self._words)
            self._words = ""

    def _hush(self) -> None:
        self._words, self._hung = "", inf
        if self._voice:
            self._voice.hush()

    def _ring(self) -> None:
        if self._bell:
            self._bell()
