"""Past sessions as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from facecoach.screen.theme import QUIET, plain
from facecoach.timing import clock


def past_lines(sessions: Sequence[dict[str, Any]]) -> Iterator[Text]:
    """Yield each session: its day and hour, its routine, how long, and how it ended."""
    if not sessions:
        yield Text("No sessions yet; `facecoach run` starts one")
    for record in sessions:
        hour = str(record.get("started", ""))[11:16]
        ended = "" if record.get("outcome") == "completed" else "left early"
        name = plain(record.get("name") or record.get("routine") or "")
        source = {"manual": "logged by hand", "recovered": "cut off"}.get(str(record.get("source")), "")
        tail = ", ".join(filter(None, (ended if source != "cut off" else "", source)))
        yield Text.assemble(
            (plain(record.get("day", "")), "bold"),
            f"  {plain(hour):5}",
            f"  {clock(float(record.get('seconds') or 0)):>6}  ",
            name,
            (f"  {tail}", QUIET),
        )
