"""What a file from elsewhere holds and what of it is new, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facecoach.habit.intake import Fresh, Taken, left_out
from facecoach.screen.spans import QUIET, Line, fitted, line
from facecoach.words import count, listed

LONGEST, MOST = 32, 12


def intake_lines(taken: Taken, routines: Mapping[str, str], new: Sequence[Fresh], *, dry: bool) -> Iterator[Line]:
    """Yield each name with its days and its routine, what does not count, and what is or would be written."""
    for name, number in list(taken.names.items())[:MOST]:
        goes = f"as {routines[name]}" if name in routines else "left out"
        told = f"{number:>6} done  {goes}"
        yield line(*fitted(line((name or "(no name)", "bold")), LONGEST), (told, "" if name in routines else QUIET))
    if len(taken.names) > MOST:
        yield line((f"and {len(taken.names) - MOST} more", QUIET))
    if others := left_out(taken, routines):
        told = listed([f"{number} {what}" for what, number in others.most_common()])
        yield line((f"Not counted: {told}", QUIET))
    if len(routines) < len(taken.names):
        yield line(("A habit whose name is no routine's: `--habit NAME --routine NAME` takes it in", QUIET))
    known = sum(entry.name in routines for entry in taken.entries) - len(new)
    there = f"; {known} {'is' if known == 1 else 'are'} there already" if known else ""
    span = f", {min(one.day for one in new)} to {max(one.day for one in new)}" if new else ""
    verb = "would be written" if dry else "written"
    yield line((f"{count(len(new), 'session')} {verb}{span}{there}", "bold"))
    if dry and new:
        yield line(("Nothing is written yet; the same without `--dry-run` writes it", QUIET))
