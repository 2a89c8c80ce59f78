"""The one loop: wait, look at the clock, move the session, show and tell what came of it.

`step` decides, and touches nothing; `play` does what it decided, through its ports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Protocol

from facecoach.session.command import Command
from facecoach.session.state import LAST_SECOND, Session, advance, opening, passed
from facecoach.session.timeline import Cue, Leg
from facecoach.words import span

if TYPE_CHECKING:
    from facecoach.knowledge.anatomy import ZoneName

KEEP_EVERY = 4.0
LONGEST_WAIT = 1.0
HELPING = 20.0
SHORTEST_WAIT = 0.001


@dataclass(frozen=True, slots=True)
class Manner:
    """How a session presents itself: sounds muted, voice on, the seconds for which help is shown, and a notice."""

    muted: bool = False
    voiced: bool = False
    helping: float = 0.0
    notice: str = ""


class Keyboard(Protocol):
    """Where the program waits."""

    def __call__(self, timeout: float) -> Command | None:
        """Return the next command, or None after `timeout` seconds, or sooner when the terminal said something."""

    def replies(self) -> list[str]:
        """Return what the terminal has said since the last time."""

    def suspend(self) -> None:
        """Stop the program until it is brought back."""

    def take(self) -> None:
        """Take the keys, also when something else has changed the terminal."""


Composed = Callable[[int, int], Any]  # a page laid out on columns and rows


class Stage(Protocol):
    """Where a session shows itself."""

    def show(self, session: Session, manner: Manner) -> None:
        """Show the session as it stands."""

    def tell(self, cue: Cue, session: Session, manner: Manner) -> None:
        """Tell of a cue, once."""

    def rhythm(self, session: Session) -> float:
        """Return the seconds of session time until something else is to be seen."""

    def page(self, composed: Composed, zones: tuple[ZoneName, ...] = ()) -> tuple[int, int] | None:
        """Show a page in place of the session, these zones lit on its face; returns the screen's columns and rows.

        None where pages cannot be shown.
        """

    def leave(self) -> None:
        """Give the screen back for a while."""

    def enter(self) -> None:
        """Take the screen, also when something else has written on it."""


class Speaker(Protocol):
    """What is heard."""

    def __call__(self, cue: Cue, leg: Leg, manner: Manner) -> None:
        """Sound a cue."""

    def attend(self) -> float:
        """Do what is due by now; return the seconds until something else may be."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that `play` touches of the world outside."""

    clock: Callable[[], float]
    keyboard: Keyboard
    stage: Stage
    speaker: Speaker
    keep: Callable[[Session], None]


@dataclass(frozen=True, slots=True)
class Play:
    """A session under way, its manner, and the clock at the last look and when it was last kept.

    `busy` is how many seconds since that look the program itself was at work: they are no gap.
    """

    session: Session
    manner: Manner
    looked: float
    kept: float
    busy: float = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What a look at the clock comes to: how it goes on, the cues that passed, and what is to be done now."""

    play: Play
    cues: tuple[Cue, ...] = ()
    keep: bool = False
    terminal: Literal["", "suspend", "retake"] = ""


def play(session: Session, ports: Ports, manner: Manner | None = None, speed: float = 1.0) -> Session:
    """Play a session to its end, or until someone leaves it, and return it.

    A stage that can no longer be written to (a closed pipe, a terminal that is gone) ends it as left. `speed` is how
    many seconds of session time pass in a second.
    """
    now = ports.clock()
    turn = Turn(Play(session, manner or Manner(), now, now), opening(session), keep=True)
    while True:
        session = _done(turn, ports)
        if session.over:
            return session
        current = replace(turn.play, session=session, busy=ports.clock() - turn.play.looked)
        patience = min(_patience(session, ports.stage) / speed, LONGEST_WAIT)
        command = ports.keyboard(max(SHORTEST_WAIT, min(patience, ports.speaker.attend())))
        turn = step(current, ports.clock(), command, speed)


def step(play: Play, now: float, command: Command | None = None, speed: float = 1.0) -> Turn:
    """Return the turn that a play takes when the clock shows `now`, with a command if one came."""
    session, cues = advance(play.session, passed(now - play.looked, speed, play.busy))
    manner = replace(play.manner, helping=max(0.0, play.manner.helping - max(0.0, now - play.looked)))
    if command is not None:
        manner = _manner(manner, command)
        session, more = advance(session, command)
        cues += (*more, *_told(command, session))
    keep = now - play.kept >= KEEP_EVERY or any(cue.kind in ("move", "end") or _last(cue, session) for cue in cues)
    after = Play(session, _noticed(manner, cues), now, now if keep else play.kept)
    return Turn(after, cues, keep, "suspend" if command is Command.SUSPEND else _retaking(command))


def _done(turn: Turn, ports: Ports) -> Session:
    """Do what a turn asks for, and show what came of it; returns the session, left if it can no longer be shown."""
    session, manner = turn.play.session, turn.play.manner
    if turn.terminal == "suspend":
        ports.stage.leave()
        ports.keyboard.suspend()
        ports.stage.enter()
    elif turn.terminal == "retake":
        ports.keyboard.take()
        ports.stage.enter()
    for cue in turn.cues:
        session = _tried(session, partial(ports.stage.tell, cue, session, manner))
        ports.speaker(cue, session.timeline.legs[cue.leg], manner)
    if turn.keep:
        ports.keep(session)
    return session if session.over else _tried(session, partial(ports.stage.show, session, manner))


def _tried(session: Session, showing: Callable[[], None]) -> Session:
    try:
        showing()
    except OSError:
        return advance(session, Command.CLOSED)[0]
    return session


def _patience(session: Session, stage: Stage) -> float:
    """Return the seconds of session time to wait, at most until the next cue or picture, so that none comes late."""
    if session.phase == "paused":
        return LONGEST_WAIT
    ahead = session.lead % 1 or 1.0
    if session.lead <= 0:
        line = session.timeline
        upcoming = line.between(session.position, session.position + LONGEST_WAIT)
        ahead = upcoming[0].at - session.position if upcoming else LONGEST_WAIT
    return max(SHORTEST_WAIT, min(ahead, stage.rhythm(session), LONGEST_WAIT))


def _last(cue: Cue, session: Session) -> bool:
    """Whether a cue is the tick of the last second: from then on a session is completed, whatever happens."""
    return cue.at >= session.timeline.seconds - LAST_SECOND


def _retaking(command: Command | None) -> Literal["", "retake"]:
    return "retake" if command is Command.REDRAW else ""


def _told(command: Command, session: Session) -> tuple[Cue, ...]:
    """Return what the speaker has to know at once: that the voice or all else was switched."""
    switched = command in (Command.VOICE, Command.MUTE)
    return (Cue(session.position, "voice", session.leg.index),) if switched else ()


def _manner(manner: Manner, command: Command) -> Manner:
    if command is Command.MUTE:
        return replace(manner, muted=not manner.muted)
    if command is Command.VOICE:
        return replace(manner, voiced=not manner.voiced)
    if command is Command.HELP:
        return replace(manner, helping=0.0 if manner.helping else HELPING)
    return manner if command is Command.REDRAW else replace(manner, helping=0.0)


def _noticed(manner: Manner, cues: tuple[Cue, ...]) -> Manner:
    for cue in cues:
        if cue.kind == "gap":
            manner = replace(manner, notice=f"away for {span(cue.seconds)}; that time is not counted")
        elif cue.kind in ("resume", "move"):
            manner = replace(manner, notice="")
    return manner
