"""A routine as an appointment that comes again: a calendar file (RFC 5545), at the clock time of wherever one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from math import ceil

LONGEST = 75  # octets of a line
_STEERING = dict.fromkeys((*range(32), 127))  # no text may have them
_ESCAPED = str.maketrans({**_STEERING, "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Appointment:
    """What is put into a calendar: its title, its text, how many seconds it takes, and what tells it from others."""

    title: str
    text: str
    seconds: float
    key: str


def calendar(one: Appointment, at: Sequence[time], on: Sequence[str], now: datetime) -> bytes:
    """Return a calendar with an appointment at these times of day, on these weekdays or daily, from `now` on."""
    events = (line for clock in sorted(set(at)) for line in _event(one, clock, on, now))
    begin = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//facecoach//facecoach//EN", "CALSCALE:GREGORIAN")
    return "".join(f"{folded(line)}\r\n" for line in (*begin, *events, "END:VCALENDAR")).encode()


def first(at: time, on: Sequence[str], now: datetime) -> datetime:
    """Return when it comes first, as clocks there show it."""
    here = now.replace(tzinfo=None)
    days = (datetime.combine(here.date() + timedelta(ahead), at) for ahead in range(8))
    return next(day for day in days if day > here and (not on or _WEEK[day.weekday()] in on))


def folded(line: str) -> str:
    """Return a line in parts of at most 75 octets, none of which cuts a letter in two."""
    parts, used = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if used + octets > LONGEST:
            parts.append(" ")
            used = 1
        parts[-1] += letter
        used += octets
    return "\r\n".join(parts)


def _event(one: Appointment, at: time, on: Sequence[str], now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(f'{one.key} {at:%H:%M}'.encode()).hexdigest()[:32]}@facecoach"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART:{first(at, on, now):%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{ceil(one.seconds / 60)}M"
    yield f"RRULE:FREQ=WEEKLY;BYDAY={','.join(day[:2].upper() for day in on)}" if on else "RRULE:FREQ=DAILY"
    yield f"SUMMARY:{one.title.translate(_ESCAPED)}"
    yield f"DESCRIPTION:{one.text.translate(_ESCAPED)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield "TRIGGER:PT0S"
    yield f"DESCRIPTION:{one.title.translate(_ESCAPED)}"
    yield "END:VALARM"
    yield "END:VEVENT"
