"""A session is a position on a timeline and a phase; `advance` is the one way it moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from facecoach.session.command import Command
from facecoach.session.timeline import LAST_SECONDS, Cue, Leg, Segment, Timeline

GAP = 2.0
BUSIEST = 5.0
RESTART = 3.0
STRETCH = 10.0
QUESTION = 5.0
LAST_SECOND = 1.0

Phase = Literal["running", "paused", "finished", "left"]
Reason = Literal["end", "left", "interrupted", "terminated", "hung up", "closed"]


@dataclass(frozen=True, slots=True)
class Elapsed:
    """So many seconds of session time went by."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Away:
    """Nobody looked at the clock for so many seconds: the machine slept or the program was stopped."""

    seconds: float


Event = Elapsed | Away | Command

_ENDINGS: dict[Command, Reason] = {
    Command.INTERRUPT: "interrupted",
    Command.TERMINATE: "terminated",
    Command.HANG_UP: "hung up",
    Command.CLOSED: "closed",
}


@dataclass(frozen=True, slots=True)
class Session:
    """Where a session stands: position and seconds left before its move begins, phase, and seconds worked per leg.

    `lead` is what is left of the lead-in, or of the change-over before a step; time passes in it and nothing is worked.
    `keys` says whether anyone can press one; `asking` is the seconds for which the question whether to leave stays
    open; `reason` is why it is over, once it is.
    """

    timeline: Timeline
    position: float
    worked: tuple[float, ...]
    planned: float
    lead: float = 0.0
    phase: Phase = "running"
    keys: bool = True
    asking: float = 0.0
    reason: Reason = "end"

    @property
    def over(self) -> bool:
        """Whether nothing more can happen."""
        return self.phase in ("finished", "left")

    @property
    def leg(self) -> Leg:
        """The move under way, or during the lead-in the one that comes first."""
        return self.timeline.leg_at(self.position)

    @property
    def segment(self) -> Segment:
        """The segment under way."""
        return self.timeline.segment_at(self.position)

    @property
    def seconds(self) -> float:
        """How many seconds were worked."""
        return round(sum(self.worked), 3)

    @property
    def outcome(self) -> Literal["completed", "partial"]:
        """Completed from the last second on, with at least half of the planned seconds worked."""
        reached = self.phase == "finished" or self.position >= self.timeline.seconds - LAST_SECOND
        return "completed" if reached and self.seconds >= self.planned / 2 else "partial"

    @property
    def zones(self) -> dict[str, float]:
        """Seconds worked in each zone."""
        found: dict[str, float] = {}
        for leg, seconds in zip(self.timeline.legs, self.worked, strict=True):
            if seconds > 0:
                found[leg.zone] = round(found.get(leg.zone, 0.0) + seconds, 3)
        return found


def begin(timeline: Timeline, lead_in: float = 5, step: int = 1, *, keys: bool = True) -> Session:
    """Return a session that waits `lead_in` seconds before a step, counted from 1."""
    start = timeline.steps[step - 1][0].start
    return Session(timeline, start, (0.0,) * len(timeline.legs), timeline.seconds, lead=lead_in, keys=keys)


def opening(session: Session) -> tuple[Cue, ...]:
    """Return the cue that opens a session: to get ready, or its first move without a lead-in."""
    if session.lead > 0:
        told = session.timeline.change > 0
        return (Cue(session.position, "ready", session.leg.index, 0, session.lead, told),)
    return (_landing(session),)


def passed(seconds: float, speed: float = 1.0, busy: float = 0.0) -> Elapsed | Away:
    """Return what seconds since the last look at the clock mean: session time, or an absence if more than 2.

    Seconds in which the program itself was `busy` are no absence, up to what a slow disk may take.
    """
    gap = seconds - min(busy, BUSIEST) > GAP
    return Away(seconds) if gap else Elapsed(max(0.0, seconds) * speed)


def advance(session: Session, event: Event) -> tuple[Session, tuple[Cue, ...]]:
    """Return the session after an event, and the cues that lay on its way.

    A session that is over stays as it is; commands that are not about the session (mute, voice, help) leave it alone.
    """
    if session.over:
        return session, ()
    if isinstance(event, Elapsed):
        return _elapse(session, event.seconds)
    if isinstance(event, Away):
        return _away(session, event.seconds)
    if event in _ENDINGS:
        return _left(session, _ENDINGS[event])
    if event is Command.LEAVE:
        return _left(session, "left") if session.asking > 0 else _ask(session)
    act = _ACTS.get(event)
    return act(replace(session, asking=0.0)) if act else (replace(session, asking=0.0), ())


def _elapse(session: Session, seconds: float) -> tuple[Session, tuple[Cue, ...]]:
    session = replace(session, asking=max(0.0, session.asking - seconds))
    if session.phase == "paused":
        return session, ()
    told: tuple[Cue, ...] = ()
    while True:
        led, cues = _lead(session, seconds)
        seconds -= session.lead - led.lead
        told += cues
        if led.lead > 0 or seconds <= 0:
            return led, told
        session, cues = _work(led, seconds)
        seconds -= session.position - led.position
        told += cues
        if session.lead <= 0:
            return session, told


def _work(session: Session, seconds: float) -> tuple[Session, tuple[Cue, ...]]:
    """Work on until the seconds are over, or up to the next change-over."""
    line, old, stop = session.timeline, session.position, session.timeline.until(session.position)
    new = min(old + seconds, stop)
    worked = replace(session, position=new, worked=_worked(session, old, new))
    cues = line.between(old, new)
    if new >= line.seconds:
        return replace(worked, phase="finished"), cues
    if new < stop:
        return worked, cues
    arrived, change = _arrived(worked)
    return arrived, (*(cue for cue in cues if cue.at < stop or cue.kind == "half"), *change)


def _lead(session: Session, seconds: float) -> tuple[Session, tuple[Cue, ...]]:
    if session.lead <= 0:
        return session, ()
    left = max(0.0, session.lead - seconds)
    ticks = [float(tick) for tick in range(LAST_SECONDS, 0, -1) if left <= tick < session.lead]
    cues = tuple(Cue(session.position, "tick", session.leg.index, 0, tick) for tick in ticks)
    led = replace(session, lead=left)
    return led, cues if left > 0 else (*cues, _landing(led, told=session.timeline.change > 0))


def _worked(session: Session, old: float, new: float) -> tuple[float, ...]:
    overlaps = (max(0.0, min(new, leg.end) - max(old, leg.start)) for leg in session.timeline.legs)
    return tuple(before + more for before, more in zip(session.worked, overlaps, strict=True))


def _away(session: Session, seconds: float) -> tuple[Session, tuple[Cue, ...]]:
    if session.phase == "paused":
        return session, ()
    gap = Cue(session.position, "gap", session.leg.index, 0, seconds)
    if session.keys:
        return replace(session, phase="paused", asking=0.0), (gap,)
    return session, (gap,)


def _ask(session: Session) -> tuple[Session, tuple[Cue, ...]]:
    return replace(session, asking=QUESTION), (Cue(session.position, "ask", session.leg.index),)


def _left(session: Session, reason: Reason) -> tuple[Session, tuple[Cue, ...]]:
    return replace(session, phase="left", reason=reason), (Cue(session.position, "end", session.leg.index),)


def _toggle(session: Session) -> tuple[Session, tuple[Cue, ...]]:
    pausing = session.phase == "running"
    cue = Cue(session.position, "pause" if pausing else "resume", session.leg.index)
    return replace(session, phase="paused" if pausing else "running"), (cue,)


def _next(session: Session) -> tuple[Session, tuple[Cue, ...]]:
    if session.lead > 0:
        return _land(session, session.leg)
    line, following = session.timeline, session.leg.index + 1
    if following == len(line.legs):
        return replace(session, position=line.seconds, phase="finished"), (Cue(line.seconds, "end", following - 1),)
    if line.changes(line.legs[following]):
        return _arrived(replace(session, position=line.legs[following].start))
    return _land(session, line.legs[following])


def _back(session: Session) -> tuple[Session, tuple[Cue, ...]]:
    leg = session.leg
    early = session.lead > 0 or session.position - leg.start < RESTART
    return _land(session, session.timeline.legs[leg.index - 1] if early and leg.index else leg)


def _stretch(seconds: float) -> Callable[[Session], tuple[Session, tuple[Cue, ...]]]:
    def stretch(session: Session) -> tuple[Session, tuple[Cue, ...]]:
        if session.lead > 0:
            return session, ()
        if seconds < 0 and session.leg.end - session.position <= -seconds:
            return _next(session)
        return replace(session, timeline=session.timeline.stretched(session.position, seconds)), ()

    return stretch


_ACTS: dict[Command, Callable[[Session], tuple[Session, tuple[Cue, ...]]]] = {
    Command.PAUSE: _toggle,
    Command.NEXT: _next,
    Command.BACK: _back,
    Command.MORE: _stretch(STRETCH),
    Command.LESS: _stretch(-STRETCH),
}


def _land(session: Session, leg: Leg) -> tuple[Session, tuple[Cue, ...]]:
    landed = replace(session, position=leg.start, lead=0.0)
    return landed, (_landing(landed),)


def _arrived(session: Session) -> tuple[Session, tuple[Cue, ...]]:
    """Return the session at the change-over before its leg."""
    lead = session.timeline.change
    return replace(session, lead=lead), (Cue(session.position, "change", session.leg.index, 0, lead),)


def _landing(session: Session, *, told: bool = False) -> Cue:
    return Cue(session.position, "move", session.leg.index, 0, session.leg.seconds, told)
