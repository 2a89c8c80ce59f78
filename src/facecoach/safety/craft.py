"""What makes a routine good to follow: the rules of craft, each from a routine and its moves to its faults."""

from __future__ import annotations

from collections.abc import Iterator

from facecoach.knowledge.anatomy import ZoneName
from facecoach.routine.model import LONGEST_CHANGE, Routine
from facecoach.routine.timing import LONGEST_STEP, hearing
from facecoach.safety.fault import Fault
from facecoach.safety.touch import Part, Worked
from facecoach.words import clock, heard

LONGEST_SESSION = 900
WHOLE_FACE = 4
LEAD_IN = 5.0  # seconds that a session waits before its first move, unless asked for others

_FACE: frozenset[ZoneName] = frozenset(
    ("forehead", "glabella", "temples", "eyes", "nose", "cheeks", "mouth", "smile-lines", "chin", "jaw", "jawline")
)
_NECK: frozenset[ZoneName] = frozenset(("neck", "decolletage", "under-jaw"))


def neck_left_out(worked: Worked) -> Iterator[Fault]:
    """Yield a whole-face massage that leaves the neck out."""
    places = {part.zone for part in worked.parts if part.hands_on}
    if len(places & _FACE) >= WHOLE_FACE and not places & _NECK:
        hint = "begin at the neck, and end there; a few strokes are enough"
        yield Fault(("name",), "the whole face is worked, but not the neck", hint)


def long_step(worked: Worked) -> Iterator[Fault]:
    """Yield steps too long for one place."""
    for index, step in enumerate(worked.routine.steps):
        if step.seconds > LONGEST_STEP:
            at = ("steps", index, "reps" if step.reps else "for")
            yield Fault(at, f"{clock(step.seconds)} is long for one step", f"at most {clock(LONGEST_STEP)}")


def long_session(worked: Worked) -> Iterator[Fault]:
    """Yield a session too long to keep up every day."""
    if worked.routine.seconds > LONGEST_SESSION:
        message = f"{clock(worked.routine.seconds)} is long for one session"
        yield Fault(("name",), message, f"at most {clock(LONGEST_SESSION)}; five to ten minutes a day are kept up best")


def wordy(worked: Worked) -> Iterator[Fault]:
    """Yield cues that are still being spoken when their time is over."""
    for part in worked.parts:
        field, text = ("say", part.move.say) if part.move.say else ("cue", part.move.cue)
        said = heard(_title(worked.routine, part), text)
        needed, room = hearing(said), _room(worked.routine, part)
        if needed > room:
            message = f"{len(said.split())} words take {needed:.0f} s to hear, and there are {room:g} s for them"
            yield Fault(part.at(field), message, "say less (`say` is what the voice says), or give it more time")


def _title(routine: Routine, part: Part) -> str:
    """Return the title that is said before a move: that of its step, before the first of them."""
    return routine.steps[part.step].called if _opens(part) else ""


def _opens(part: Part) -> bool:
    return "moves" not in part.loc or part.loc[-1] == 0


def _room(routine: Routine, part: Part) -> float:
    """Return the seconds in which a move can be heard: the change-over, and its first hold or its first side."""
    before = min(routine.change or 0.0, LEAD_IN if part.step == 0 else LONGEST_CHANGE) if _opens(part) else 0.0
    first = (part.move.hold or 0.0) if part.move.reps else part.seconds
    return before + (min(first, part.seconds / 2) if part.move.side == "each" else first)


def untitled(worked: Worked) -> Iterator[Fault]:
    """Yield steps without a title."""
    for index, step in enumerate(worked.routine.steps):
        if step.title is None:
            yield Fault(("steps", index), "this step has no `title`", "two or three words that can be read at a glance")


def unexplained(worked: Worked) -> Iterator[Fault]:
    """Yield a routine that does not say what it is about."""
    if worked.routine.about is None:
        yield Fault(("name",), "there is no `about`", "say in a sentence what the routine does")
