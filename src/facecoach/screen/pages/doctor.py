"""What the doctor found, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facecoach.doctor import Remark
from facecoach.screen.spans import QUIET, Line, line
from facecoach.words import count

MARKS = {"fine": ("✓", "green"), "note": ("·", "yellow"), "wrong": ("✗", "bold red")}


def doctor_lines(found: Sequence[Remark]) -> Iterator[Line]:
    """Yield each remark with its mark, its area, where it is and the command that mends it, and a verdict last."""
    for remark in found:
        place = f"  {remark.place}" if remark.place else ""
        yield line(MARKS[remark.severity], f" {remark.area:9} ", remark.message, (place, QUIET))
        if remark.mend:
            yield line(f"{'':12}", (remark.mend, "bold"))
    wrong = sum(remark.severity == "wrong" for remark in found)
    yield ()
    yield line((f"{count(wrong, 'thing')} to mend" if wrong else "Everything is in order", "bold"))
