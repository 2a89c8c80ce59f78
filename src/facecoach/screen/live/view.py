"""What there is to see of a session at a moment: plain words and numbers, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from facecoach.knowledge.anatomy import PRESSURES, ZONES, ZoneName
from facecoach.knowledge.strokes import PLAIN
from facecoach.session.breath import breath
from facecoach.session.player import Manner
from facecoach.session.state import Session
from facecoach.session.timeline import LAST_SECONDS, Leg, Segment
from facecoach.words import clock

SWITCHING = 3.0
SHOWN_AHEAD = 24  # moves: more than any screen has rows for

State = Literal[
    "ready", "running", "hold", "release", "count", "switch", "in", "out", "paused", "asking",
]  # fmt: skip
Side = Literal["left", "right", ""]

WORDS: dict[State, str] = {
    "ready": "GET READY", "running": "", "switch": "", "in": "BREATHE IN", "out": "BREATHE OUT", "hold": "HOLD",
    "release": "LET GO", "count": "COUNT", "paused": "PAUSED", "asking": "LEAVE?",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes after the move under way: a move or a side, with its zone, its length in seconds and its cue."""

    zone: ZoneName
    title: str
    seconds: float
    cue: str
    leg: int


@dataclass(frozen=True, slots=True)
class View:
    """A session as it looks in one second of it; shares are 0 to 1.

    `word` is the state in a word, `last` is whether its last seconds run. `field` is how many characters the digits of
    this move take at most, `stated` whether it has states of its own. `pips` are the repetition and how many there are,
    `turns` the set and how many. `bar` holds the zone, the seconds and the share done of each move; `later` what comes
    behind `ahead`. `told` is what stands in the cue's place, `caution` beside it; `closing` is the seconds until the
    help closes, 0 where it is not shown.
    """

    state: State
    word: str
    last: bool
    side: Side
    routine: str
    title: str
    zone: ZoneName
    label: str
    muscles: str
    digits: str
    field: int
    stated: bool
    seconds: int
    pips: tuple[int, int]
    turns: tuple[int, int]
    cue: str
    told: str
    caution: str
    how: tuple[str, ...]
    pressure: int
    step: str
    left: str
    into: str
    move_share: float
    share: float
    bar: tuple[tuple[ZoneName, float, float], ...]
    ahead: Ahead | None
    later: tuple[Ahead, ...]
    manner: Manner
    keys: bool
    does: str
    closing: int = 0
    clear: bool = False


def view(session: Session, manner: Manner, caution: str = "") -> View:
    """Return what to show of a session: the same value for the whole of a second."""
    line, leg, segment, leading = session.timeline, session.leg, session.segment, session.lead > 0
    waiting = ceil((session.lead if leading else segment.end - session.position) - 1e-6)
    into = session.position if leading else max(segment.start, segment.end - waiting)
    state, zone, act = _state(session, segment), ZONES[leg.zone], leg.act
    digits, field = _digits(session, waiting)
    coming = tuple(_coming(session))
    return View(
        state=state,
        word=_word(state, segment),
        last=not leading and leg.end - session.position <= LAST_SECONDS and state not in ("paused", "asking"),
        side=_side(segment),
        routine=line.name,
        title=leg.title,
        zone=leg.zone,
        label=zone.label,
        muscles=", ".join(zone.muscles),
        digits=digits,
        field=field,
        stated=bool(segment.reps) or len({one.side for one in leg.segments}) > 1,
        seconds=waiting,
        pips=(segment.rep, segment.reps),
        turns=(segment.turn, segment.turns),
        cue=act.cue,
        told=_told(session, manner),
        caution=caution,
        how=_how(leg, segment),
        pressure=PRESSURES.index(act.pressure) + 1 if act.pressure else 0,
        step=f"step {leg.step + 1} of {len(line.steps)}",
        left=f"{clock(max(0.0, line.seconds - into))} left",
        into=_into(session),
        move_share=min(1.0, (into - leg.start) / leg.seconds) if leg.seconds else 1.0,
        share=into / line.seconds,
        bar=tuple((part.zone, part.seconds, _done(part, into)) for part in line.legs),
        ahead=coming[0] if coming else None,
        later=coming[1:SHOWN_AHEAD],
        manner=manner,
        keys=session.keys,
        does=zone.does,
        closing=ceil(manner.helping) if manner.helping else 0,
    )


def _digits(session: Session, waiting: int) -> tuple[str, int]:
    """Return what the digits show, and how many characters those of this move take at most."""
    leg, segment, leading = session.leg, session.segment, session.lead > 0
    if paced := None if leading else breath(leg, session.position):
        digits = str(ceil(paced.left - 1e-6))
        return digits, len(digits)
    counting = leg.act.moves and segment.reps > 0 and not leading
    digits = str(segment.rep) if counting and segment.task != "rest" else clock_of(waiting)
    return digits, len(digits) if leading else _field(leg, counting=counting)


def clock_of(seconds: int) -> str:
    """Return seconds as the digits show them: two at most, then as a watch does."""
    return str(seconds) if seconds < 100 else clock(seconds)


def _state(session: Session, segment: Segment) -> State:
    if session.asking > 0:
        return "asking"
    if session.phase == "paused":
        return "paused"
    if session.lead > 0:
        return "ready"
    return "switch" if _switched(session, segment) else _at_work(session, segment)


def _at_work(session: Session, segment: Segment) -> State:
    if paced := breath(session.leg, session.position):
        return paced.way
    if not segment.reps:
        return "running"
    return "release" if segment.task == "rest" else "count" if session.leg.act.moves else "hold"


def _switched(session: Session, segment: Segment) -> bool:
    """Whether sides were switched a moment ago."""
    first = next(one for one in session.leg.segments if one.side == segment.side)
    return first is not session.leg.segments[0] and session.position - first.start < SWITCHING


def _word(state: State, segment: Segment) -> str:
    """Return the state in a word; for a move without states the side that it is done on, if it is one."""
    sided = state in ("switch", "running") and _side(segment)
    return f"{segment.side.upper()} SIDE" if sided else WORDS[state]


def _side(segment: Segment) -> Side:
    return segment.side if segment.side in ("left", "right") else ""


def _field(leg: Leg, *, counting: bool) -> int:
    if counting:
        return len(str(leg.segments[-1].reps))
    return max(len(clock_of(ceil(one.seconds - 1e-6))) for one in leg.segments)


def _done(leg: Leg, into: float) -> float:
    return min(1.0, max(0.0, (into - leg.start) / leg.seconds)) if leg.seconds else 1.0


def _into(session: Session) -> str:
    """Return where a session that was cut off goes on, while it waits to."""
    into = session.position - session.leg.start
    if session.lead <= 0 or into < 1:
        return ""
    return f"going on at {clock(into)} of {clock(session.leg.seconds)}"


def _how(leg: Leg, segment: Segment) -> tuple[str, ...]:
    act = leg.act
    technique = PLAIN[act.technique] if act.technique else ""
    hands = " · ".join(filter(None, (technique, act.with_)))
    way = " · ".join(filter(None, (act.direction, "one hand, then the other" if segment.side == "alternate" else "")))
    return tuple(filter(None, (hands, way)))


def _coming(session: Session) -> list[Ahead]:
    """Return what comes next: the other side of this move, then the moves after it."""
    leg, segment, legs = session.leg, session.segment, session.timeline.legs
    sides = [one for one in leg.segments if one.start > segment.start and one.side != segment.side]
    seconds = sum(one.seconds for one in sides)
    own = [Ahead(leg.zone, f"{sides[0].side.capitalize()} side", seconds, "", leg.index)] if sides else []
    found = own if session.lead <= 0 else []
    for before, one in zip(legs[leg.index :], legs[leg.index + 1 :], strict=False):
        title = ZONES[one.zone].label if one.step == before.step else one.title
        found.append(Ahead(one.zone, title, one.seconds, one.act.cue, one.index))
    return found


def _told(session: Session, manner: Manner) -> str:
    """Return what stands in the place of the cue."""
    if session.asking > 0:
        return "q again leaves. Any other key stays. The clock goes on."
    return manner.notice
