"""Conditions as people read them: the known ones by how grave they are, and those that are recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from facecoach.conditions import CONDITIONS, HEADINGS, Condition, Kind, spoken
from facecoach.safety import Standing
from facecoach.screen.theme import QUIET, WARM, plain


def known_lines() -> Iterator[RenderableType]:
    """Yield every condition there is, in groups, with what it rules out and for how long."""
    for kind, heading in HEADINGS.items():
        yield Text(heading, style="bold")
        yield Padding(_group(kind), (0, 0, 1, 2))


def recorded_lines(standing: Sequence[Standing], out: Sequence[str], left: Sequence[str]) -> Iterator[RenderableType]:
    """Yield the conditions that are recorded, and the routines they rule out and leave."""
    if not standing:
        yield Text("Nothing is recorded. `facecoach safety add CONDITION --on DATE` records what is so for you", style=QUIET)
        return
    for one in standing:
        yield Text.assemble((plain(spoken(one.name)), f"bold {WARM}"), f"  since {one.since.isoformat()}, {one.span}")
        if one.condition:
            yield Padding(Text(f"{one.condition.sentence}. Rules out {one.condition.effect}"), (0, 0, 0, 2))
    yield _named("ruled out", out)
    yield _named("fine now", left)
    if any(one.condition and one.condition.kind == "stop" for one in standing):
        yield Text("Have this seen by someone today, before anything else", style="bold")


def _group(kind: Kind) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, width=26)
    table.add_column(ratio=1)
    for condition in CONDITIONS.values():
        if condition.kind == kind:
            table.add_row(condition.name, Text.assemble(condition.sentence, (_terms(condition), QUIET)))
    return table


def _terms(condition: Condition) -> str:
    days = condition.lasts_days
    lasting = "" if days is None else f"{days} day{'' if days == 1 else 's'}"
    effect = "" if condition.whole else condition.effect
    said = ", ".join(filter(None, (effect, lasting)))
    return f" ({said})" if said else ""


def _named(label: str, routines: Sequence[str]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=10, style=QUIET)
    table.add_column()
    table.add_row(label, plain(", ".join(routines) or "none"))
    return table
