"""The one loop: wait, look at the clock, move the session, show and tell what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from facecoach.session.state import Command, Session, advance, opening, passed
from facecoach.session.timeline import Cue, Leg

KEEP_EVERY = 4.0
LONGEST_WAIT = 1.0
SHORTEST_WAIT = 0.001


@dataclass(frozen=True, slots=True)
class Manner:
    """How a session presents itself: sounds muted, voice on, help shown, and a line worth reading."""

    muted: bool = False
    voiced: bool = False
    helping: bool = False
    notice: str = ""


class Keyboard(Protocol):
    """Where the program waits."""

    def __call__(self, timeout: float) -> Command | None:
        """Return the next command, or None after `timeout` seconds."""

    def suspend(self) -> None:
        """Stop the program until it is brought back."""

    def take(self) -> None:
        """Take the keys, also when something else has changed the terminal."""


class Stage(Protocol):
    """Where a session shows itself."""

    def show(self, session: Session, manner: Manner) -> None:
        """Show the session as it stands."""

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Tell of a moment, once."""

    def rhythm(self, session: Session) -> float:
        """Return the seconds of session time until something else is to be seen."""

    def leave(self) -> None:
        """Give the screen back for a while."""

    def enter(self) -> None:
        """Take the screen, also when something else has written on it."""


class Speaker(Protocol):
    """What is heard."""

    def __call__(self, cue: Cue, leg: Leg, manner: Manner) -> None:
        """Sound a cue."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that `play` touches of the world outside."""

    clock: Callable[[], float]
    keyboard: Keyboard
    stage: Stage
    speaker: Speaker
    keep: Callable[[Session], None]


def play(session: Session, ports: Ports, manner: Manner | None = None, speed: float = 1.0) -> Session:
    """Play a session to its end, or until someone leaves it, and return it.

    A stage that can no longer be written to (a closed pipe, a terminal that is gone) is left like by a person.
    """
    manner = manner or Manner()
    last = kept = ports.clock()
    session = _announce(opening(session), session, ports, manner)
    ports.keep(session)
    while not session.over:
        session = _tried(session, partial(ports.stage.show, session, manner))
        command = ports.keyboard(min(_patience(session, ports.stage) / speed, LONGEST_WAIT))
        now = ports.clock()
        session, cues = advance(session, passed(now - last, speed))
        last = now
        if command is not None:
            manner = _manner(manner, command)
            session, more = _obey(session, command, ports)
            cues += (*more, *_told(command, session))
        manner = _noticed(manner, cues)
        session = _announce(cues, session, ports, manner)
        if now - kept >= KEEP_EVERY or any(cue.kind == "move" for cue in cues):
            kept = now
            ports.keep(session)
    return session


def _tried(session: Session, showing: Callable[[], None]) -> Session:
    try:
        showing()
    except OSError:
        return advance(session, Command.CLOSED)[0]
    return session


def _patience(session: Session, stage: Stage) -> float:
    """Return the seconds until the next moment that matters, so that none is met late."""
    if session.phase == "paused":
        return LONGEST_WAIT
    ahead = session.lead % 1 or 1.0
    if session.lead <= 0:
        line = session.timeline
        upcoming = line.between(session.position, session.position + LONGEST_WAIT)
        ahead = upcoming[0].at - session.position if upcoming else LONGEST_WAIT
    return max(SHORTEST_WAIT, min(ahead, stage.rhythm(session), LONGEST_WAIT))


def _obey(session: Session, command: Command, ports: Ports) -> tuple[Session, tuple[Cue, ...]]:
    if command is Command.SUSPEND:
        ports.stage.leave()
        ports.keyboard.suspend()
        ports.stage.enter()
        return session, ()
    if command is Command.REDRAW:
        ports.keyboard.take()
        ports.stage.enter()
        return session, ()
    return advance(session, command)


def _told(command: Command, session: Session) -> tuple[Cue, ...]:
    """Return what the speaker has to know at once: that the voice was switched."""
    return (Cue(session.position, "voice", session.leg.index),) if command is Command.VOICE else ()


def _manner(manner: Manner, command: Command) -> Manner:
    if command is Command.MUTE:
        return replace(manner, muted=not manner.muted)
    if command is Command.VOICE:
        return replace(manner, voiced=not manner.voiced)
    if command is Command.HELP:
        return replace(manner, helping=not manner.helping)
    return manner if command is Command.REDRAW else replace(manner, helping=False)


def _noticed(manner: Manner, cues: tuple[Cue, ...]) -> Manner:
    for cue in cues:
        if cue.kind == "gap":
            manner = replace(manner, notice=f"away for {away(cue.seconds)}; that time is not counted")
        elif cue.kind in ("resume", "move"):
            manner = replace(manner, notice="")
    return manner


def away(seconds: float) -> str:
    """Return the length of a gap in words: `12 s`, `3 min`, `2 h 5 min`."""
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"


def _announce(cues: tuple[Cue, ...], session: Session, ports: Ports, manner: Manner) -> Session:
    for cue in cues:
        session = _tried(session, partial(ports.stage.tell, cue, session, manner))
        ports.speaker(cue, session.timeline.legs[cue.leg], manner)
    return session
