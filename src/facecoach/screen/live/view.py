"""What there is to see of a session at a moment: plain words and numbers, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from facecoach.knowledge.anatomy import PRESSURES, ZONES
from facecoach.knowledge.strokes import PLAIN
from facecoach.session.player import Manner
from facecoach.session.state import Session
from facecoach.session.timeline import LAST_SECONDS, Leg, Segment
from facecoach.words import clock

SWITCHING = 3.0

State = Literal["ready", "running", "last", "paused"]


@dataclass(frozen=True, slots=True)
class View:
    """A session as it looks in one second of it; shares are 0 to 1, `bar` is (zone, seconds) of each move."""

    state: State
    routine: str
    title: str
    zone: str
    label: str
    muscles: str
    digits: str
    counter: str
    cue: str
    how: tuple[str, ...]
    pressure: int
    step: str
    left: str
    move_share: float
    share: float
    bar: tuple[tuple[str, float], ...]
    ahead: tuple[str, str, str]
    notice: str
    manner: Manner
    keys: bool
    does: str


def view(session: Session, manner: Manner, caution: str = "") -> View:
    """Return what to show of a session: the same value for the whole of a second."""
    line, leg, segment = session.timeline, session.leg, session.segment
    waiting = session.lead if session.lead > 0 else segment.end - session.position
    zone, whole = ZONES[leg.zone], ceil(waiting - 1e-6)
    spent = segment.end - segment.start - whole if session.lead <= 0 else session.position - segment.start
    done = max(0.0, segment.start + max(0.0, spent) - leg.start)
    steps = line.steps
    return View(
        state=_state(session, leg),
        routine=line.name,
        title=leg.title,
        zone=leg.zone,
        label=zone.label,
        muscles=", ".join(zone.muscles),
        digits=str(whole) if whole < 100 else clock(whole),
        counter=_counter(session, segment),
        cue=leg.act.cue,
        how=_how(leg, segment),
        pressure=PRESSURES.index(leg.act.pressure) + 1 if leg.act.pressure else 0,
        step=f"step {leg.step + 1} of {len(steps)}",
        left=f"{clock(max(0.0, line.seconds - leg.start - done))} left",
        move_share=done / leg.seconds if leg.seconds else 1.0,
        share=(leg.start + done) / line.seconds,
        bar=tuple((part.zone, part.seconds) for part in line.legs),
        ahead=_ahead(session),
        notice=_notice(session, manner, caution),
        manner=manner,
        keys=session.keys,
        does=zone.does,
    )


def _state(session: Session, leg: Leg) -> State:
    if session.phase == "paused":
        return "paused"
    if session.lead > 0:
        return "ready"
    return "last" if leg.end - session.position <= LAST_SECONDS else "running"


def _counter(session: Session, segment: Segment) -> str:
    if session.phase == "paused":
        return "paused"
    if session.lead > 0:
        into = session.position - session.leg.start
        return "get ready" if into < 1 else f"going on at {clock(into)} of {clock(session.leg.seconds)}"
    side = _side(session, segment)
    if not segment.reps:
        return side
    turn = f", set {segment.turn} of {segment.turns}" if segment.turns > 1 else ""
    phase = "let go" if segment.task == "rest" else "count" if session.leg.act.moves else "hold"
    return " · ".join(filter(None, (phase, f"{segment.rep} of {segment.reps}{turn}", side)))


def _side(session: Session, segment: Segment) -> str:
    """Return which side is worked; for a moment after the middle, that sides are switched."""
    if segment.side not in ("left", "right"):
        return ""
    first = next(other for other in session.leg.segments if other.side == segment.side)
    switched = first is not session.leg.segments[0] and session.position - first.start < SWITCHING
    return f"switch sides: {segment.side}" if switched else f"{segment.side} side"


def _how(leg: Leg, segment: Segment) -> tuple[str, ...]:
    act = leg.act
    technique = PLAIN[act.technique] if act.technique else ""
    hands = " · ".join(filter(None, (technique, act.with_)))
    way = " · ".join(filter(None, (act.direction, "one hand, then the other" if segment.side == "alternate" else "")))
    return tuple(filter(None, (hands, way)))


def _ahead(session: Session) -> tuple[str, str, str]:
    """Return zone, title and cue of what comes next."""
    if session.lead > 0:
        leg = session.leg
    elif session.leg.index + 1 < len(session.timeline.legs):
        leg = session.timeline.legs[session.leg.index + 1]
    else:
        return "", "", ""
    return leg.zone, ZONES[leg.zone].label if leg.step == session.leg.step else leg.title, leg.act.cue


def _notice(session: Session, manner: Manner, caution: str) -> str:
    if session.asking > 0:
        return "Leave? q again leaves, any other key stays"
    if session.phase == "paused" and not manner.notice:
        return "space goes on" if session.keys else ""
    return manner.notice or caution
