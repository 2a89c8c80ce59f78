"""Conditions as people read them: the known ones by how grave they are, and those that are recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facecoach.knowledge.conditions import CONDITIONS, HEADINGS, Condition
from facecoach.safety.standing import Standing
from facecoach.screen.spans import QUIET, WARM, Line, line, padded, wrapped
from facecoach.words import count, spoken

INDENT = 29
_USUAL = {"every session", "nothing", CONDITIONS["carotid-disease"].effect, CONDITIONS["mouth-ulcer"].effect}


def known_lines(columns: int) -> Iterator[Line]:
    """Yield every condition there is, in groups, with what it rules out and for how long."""
    for kind, heading in HEADINGS.items():
        yield line((heading, "bold"))
        for condition in CONDITIONS.values():
            if condition.kind == kind:
                yield from _known(condition, columns)
        yield ()


def recorded_lines(
    standing: Sequence[Standing], out: Sequence[str], left: Sequence[str], columns: int
) -> Iterator[Line]:
    """Yield the conditions that are recorded, and the routines they rule out and leave."""
    if not standing:
        empty = "Nothing is recorded. `facecoach safety add CONDITION --on DATE` records what is so for you"
        yield from wrapped(line((empty, QUIET)), columns)
        return
    for one in standing:
        yield line((spoken(one.name), f"bold {WARM}"), f"  since {one.since.isoformat()}, {one.span}")
        if one.condition:
            yield from wrapped(line(f"{one.condition.sentence}. Rules out {one.condition.effect}"), columns)
            yield from (
                wrapped(line((one.condition.advice.capitalize(), "bold")), columns) if one.condition.advice else ()
            )
    yield from _named("ruled out", out, columns)
    yield from _named("fine now", left, columns)
    if any(one.condition and one.condition.kind == "stop" for one in standing):
        yield line(("Have this seen by someone today, before anything else", "bold"))


def _known(condition: Condition, columns: int) -> Iterator[Line]:
    said = line(condition.sentence, (_terms(condition), QUIET))
    for number, part in enumerate(wrapped(said, max(20, columns - INDENT))):
        yield (*padded(line("" if number else f"  {condition.name}"), INDENT), *part)


def _terms(condition: Condition) -> str:
    days = condition.lasts_days
    lasting = "" if days is None else f"for {count(days, 'day')}"
    effect = "" if condition.effect in _USUAL else f"rules out {condition.effect}"
    said = ", ".join(filter(None, (effect, lasting, condition.advice)))
    return f" ({said})" if said else ""


def _named(label: str, routines: Sequence[str], columns: int) -> list[Line]:
    return wrapped(line((f"{label}: ", QUIET), ", ".join(routines) or "none"), columns)
