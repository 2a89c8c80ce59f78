"""What the doctor found, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from facecoach.doctor import Remark
from facecoach.screen.theme import QUIET, plain

MARKS = {"fine": ("✓", "green"), "note": ("·", "yellow"), "wrong": ("✗", "bold red")}


def doctor_lines(found: Sequence[Remark]) -> Iterator[Text]:
    """Yield each remark with its mark, its area, where it is and the command that mends it, and a verdict last."""
    for remark in found:
        glyph, style = MARKS[remark.severity]
        place = f"  {plain(remark.place)}" if remark.place else ""
        yield Text.assemble((glyph, style), f" {remark.area:9} ", plain(remark.message), (place, QUIET))
        if remark.mend:
            yield Text.assemble(f"{'':12}", (plain(remark.mend), "bold"))
    wrong = sum(remark.severity == "wrong" for remark in found)
    yield Text()
    yield Text(f"{wrong} thing{'' if wrong == 1 else 's'} to mend" if wrong else "Everything is in order", style="bold")
