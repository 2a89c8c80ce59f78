"""Conditions as people read them: the known ones by how grave they are, and those that are recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from facecoach.knowledge.conditions import CONDITIONS, HEADINGS, Condition
from facecoach.safety.standing import Standing
from facecoach.screen.theme import QUIET, WARM, plain
from facecoach.words import spoken

INDENT = 29
_USUAL = {"every session", CONDITIONS["carotid-disease"].effect, CONDITIONS["mouth-ulcer"].effect}


def known_lines(console: Console) -> Iterator[Text]:
    """Yield every condition there is, in groups, with what it rules out and for how long."""
    for kind, heading in HEADINGS.items():
        yield Text(heading, style="bold")
        for condition in CONDITIONS.values():
            if condition.kind == kind:
                yield from _known(condition, console)
        yield Text()


def recorded_lines(standing: Sequence[Standing], out: Sequence[str], left: Sequence[str]) -> Iterator[Text]:
    """Yield the conditions that are recorded, and the routines they rule out and leave."""
    if not standing:
        yield Text(
            "Nothing is recorded. `facecoach safety add CONDITION --on DATE` records what is so for you", style=QUIET
        )
        return
    for one in standing:
        yield Text.assemble((plain(spoken(one.name)), f"bold {WARM}"), f"  since {one.since.isoformat()}, {one.span}")
        if one.condition:
            yield Text(f"{one.condition.sentence}. Rules out {one.condition.effect}")
    yield _named("ruled out", out)
    yield _named("fine now", left)
    if any(one.condition and one.condition.kind == "stop" for one in standing):
        yield Text("Have this seen by someone today, before anything else", style="bold")


def _known(condition: Condition, console: Console) -> Iterator[Text]:
    said = Text.assemble(condition.sentence, (_terms(condition), QUIET))
    for number, line in enumerate(said.wrap(console, max(20, console.width - INDENT))):
        line.rstrip()
        yield Text.assemble(f"  {'' if number else condition.name}".ljust(INDENT), line)


def _terms(condition: Condition) -> str:
    days = condition.lasts_days
    lasting = "" if days is None else f"for {days} day{'' if days == 1 else 's'}"
    effect = "" if condition.effect in _USUAL else f"rules out {condition.effect}"
    said = ", ".join(filter(None, (effect, lasting)))
    return f" ({said})" if said else ""


def _named(label: str, routines: Sequence[str]) -> Text:
    return Text.assemble((f"{label}: ", QUIET), plain(", ".join(routines) or "none"))
