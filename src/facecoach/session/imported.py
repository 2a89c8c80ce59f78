"""The records of sessions that another file tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from facecoach.habit.dates import NOON, local
from facecoach.habit.records import Stamp
from facecoach.session.ending import manual

if TYPE_CHECKING:
    from facecoach.habit.intake import Fresh
    from facecoach.habit.records import Record
    from facecoach.session.timeline import Script


def records_of(found: Sequence[Fresh], scripts: Mapping[str, Script], today: date, now: datetime) -> list[Record]:
    """Return the records of sessions taken in: at noon of their day, as long as planned where nothing else is told."""
    return [_record(one, scripts[one.routine], today, now) for one in found]


def _record(one: Fresh, script: Script, today: date, now: datetime) -> Record:
    stamp = Stamp(one.id, now.isoformat(timespec="seconds"), one.day.isoformat())
    began = now if one.day >= today else local(one.day, NOON, now)
    minutes = None if one.seconds is None else one.seconds / 60
    return {**manual(script, stamp, began, minutes, now), "source": "import"}
