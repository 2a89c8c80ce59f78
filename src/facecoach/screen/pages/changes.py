"""What changed in a text, as lines that people read."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from facecoach.screen.spans import QUIET, Line, line
from facecoach.words import clipped, count

MOST_LINES = 5000  # a comparison of more takes long, and nobody reads it
LONGEST = 200
AROUND = 2  # lines that stay, before and behind a change


def change_lines(before: str, after: str) -> Iterator[Line]:
    """Yield the lines that go and those that come, in their places, and first how many of each."""
    old, new = before.splitlines(), after.splitlines()
    if max(len(old), len(new)) > MOST_LINES:
        yield line(f"too long to compare: {count(len(old), 'line')} before, {count(len(new), 'line')} now")
        return
    groups = list(SequenceMatcher(None, old, new).get_grouped_opcodes(AROUND))
    changed = [step for group in groups for step in group if step[0] != "equal"]
    gone, come = sum(step[2] - step[1] for step in changed), sum(step[4] - step[3] for step in changed)
    yield line((f"{count(gone, 'line')} would go, {count(come, 'line')} would come", "bold"))
    for group in groups:
        yield line((f"from line {group[0][3] + 1}", QUIET))
        for kind, first, last, begin, end in group:
            if kind == "equal":
                yield from (line((f"    {clipped(text, LONGEST)}", QUIET)) for text in old[first:last])
                continue
            yield from (line((f"  - {clipped(text, LONGEST)}", "red")) for text in old[first:last])
            yield from (line((f"  + {clipped(text, LONGEST)}", "green")) for text in new[begin:end])
