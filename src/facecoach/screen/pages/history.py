"""Past sessions and past days as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from facecoach.habit.account import first_step
from facecoach.habit.history import History
from facecoach.screen.pages.calendar import mark
from facecoach.screen.spans import QUIET, Line, cells, fitted, line
from facecoach.words import clock

SOURCES = {"manual": "logged by hand", "recovered": "cut off", "import": "imported"}
TAIL = 8
LONGEST_NAME = 32
REST = 38  # cells of a session's line beside its name, and beside how it ended


def session_lines(sessions: Sequence[dict[str, Any]], room: int | None = None) -> Iterator[Line]:
    """Yield each session: its day and hour, how long, its routine, how it ended, and the end of its id for `undo`.

    A name is shortened where the rest would not fit into `room` cells.
    """
    if not sessions:
        yield line(first_step())
        return
    most = min(LONGEST_NAME, max(8, room - REST)) if room else LONGEST_NAME
    widest = min(most, max(cells(_name(record)) for record in sessions))
    for record in sessions:
        told = (str(record.get(key, "")) for key in ("day", "started", "id"))
        day, started, key = told
        yield line(
            (day, "bold"),
            f"  {started[11:16]:5}  {clock(seconds(record)):>7}  ",
            *fitted(line(_name(record)), widest),
            (f"  {key[-TAIL:]:{TAIL}}  {_ending(record)}".rstrip(), QUIET),
        )


def seconds(record: dict[str, Any]) -> float:
    """Return the seconds of a session, 0 where its record does not say."""
    worked = record.get("seconds")
    return float(worked) if isinstance(worked, int | float) and 0 <= worked < 1e9 else 0.0


def day_lines(history: History, most: int | None, *, newest_first: bool = False) -> Iterator[Line]:
    """Yield each day with its mark, its state and why, the newest last; of more than `most`, how many came before."""
    days = history.days if history.state != "none" else ()
    shown = days[-most:] if most else days
    if not days:
        yield line(first_step())
    if len(shown) < len(days):
        before = f"{len(days) - len(shown)} days before"
        yield line((f"{before}; `facecoach streak --explain | less` shows them all", QUIET))
    for day in reversed(shown) if newest_first else shown:
        yield line((day.day.isoformat(), "bold"), "  ", mark(day.state), f" {day.state:8}", (f" {day.why}", QUIET))


def _name(record: dict[str, Any]) -> str:
    return str(record.get("name") or record.get("routine") or "")


def _ending(record: dict[str, Any]) -> str:
    source = SOURCES.get(str(record.get("source")), "")
    left = "" if record.get("outcome") == "completed" or source == "cut off" else "left early"
    return ", ".join(filter(None, (left, source)))
