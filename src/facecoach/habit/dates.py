"""A day and a time of day as people write them: `2026-11-20`, `today`, `yesterday`, `friday`; `07:30`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone

from facecoach.errors import UsageError
from facecoach.habit.facts import EARLIEST, count_day
from facecoach.habit.policy import WEEKDAYS
from facecoach.words import guess

NOON = time(12)
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_FORMS = "a day is written `2026-11-20`, `today`, `yesterday` or `friday`"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


def parse_day(text: str, today: date, *, ahead: bool = False) -> date:
    """Return the day that `text` means; a weekday is the last such day, or the next one if `ahead`, today included.

    Raises UsageError for a day that does not exist, is before 2000 or is written in another way.
    """
    word = text.strip().lower()
    if word in _NEAR:
        return today + timedelta(_NEAR[word])
    if weekday := weekday_named(word):
        away = WEEKDAYS.index(weekday) - today.weekday()
        return today + timedelta(away % 7 if ahead else -(-away % 7))
    if not (found := _ISO.fullmatch(word)):
        raise UsageError(f"`{text[:40]}` is not a day", guess(word, [*_NEAR, *_NAMES], _FORMS))
    return _existing(int(found[1]), int(found[2]), int(found[3]))


def parse_weekdays(text: str) -> tuple[str, ...]:
    """Return the weekdays in a text such as `sat,sun`, or none for `none`; raises UsageError with the near miss."""
    if text.strip().lower() == "none":
        return ()
    found = {_weekday(word.strip()) for word in text.split(",")}
    return tuple(name for name in WEEKDAYS if name in found)


def weekday_named(word: str) -> str | None:
    """Return the short name, `mon` to `sun`, of a weekday written in full or in short."""
    return next((name[:3] for name in _NAMES if word.lower() in (name, name[:3])), None)


def parse_clock(text: str) -> time:
    """Return a time of day written `HH:MM`; raises UsageError."""
    if not (found := _CLOCK.fullmatch(text.strip())):
        raise UsageError(f"`{text[:40]}` is not a time of day", "write it like 07:30")
    hours, minutes = int(found[1]), int(found[2])
    if hours > 23 or minutes > 59:
        raise UsageError(f"`{text.strip()}` is out of range: from 00:00 to 23:59")
    return time(hours, minutes)


def local(day: date, at: time, now: datetime) -> datetime:
    """Return a local day and time as a moment, with the UTC offset of that day in the time zone of `now`.

    Where `now` has a fixed offset and it is this machine's, the machine's time zone is meant, with its summer time.
    """
    moment = datetime.combine(day, at)
    if isinstance(now.tzinfo, timezone) and now.utcoffset() == now.astimezone().utcoffset():
        return moment.astimezone()
    return moment.replace(tzinfo=now.tzinfo).astimezone(UTC).astimezone(now.tzinfo)


def began(on: str | None, at: str | None, today: date, day_start: str, now: datetime) -> tuple[datetime, date]:
    """Return when a session began and the day it counts for; raises UsageError for the future or before 2000.

    Without `at` it is `now`, or noon of an earlier day. Without `on` it is `at` on the date of `now`; where that is
    still to come, on the date before, if that counts for today.
    """
    clock = None if at is None else parse_clock(at)
    if on is not None:
        day = parse_day(on, today)
        if not EARLIEST <= day <= today:
            raise UsageError(f"`{day}` is out of range: from {EARLIEST} to today, {today}")
        started = now if day == today and clock is None else local(day, clock or NOON, now)
    else:
        started = now if clock is None else local(now.date(), clock, now)
        evening = started - timedelta(1)
        if started > now and count_day(evening, day_start) == today:
            started = evening
        day = count_day(started, day_start)
    if started > now:
        raise UsageError(f"`{started:%Y-%m-%d %H:%M}` is still to come", f"it is {now:%Y-%m-%d %H:%M}")
    return started, day


def _weekday(word: str) -> str:
    if name := weekday_named(word):
        return name
    hint = guess(word, WEEKDAYS, f"weekdays are {', '.join(WEEKDAYS)}, or none")
    raise UsageError(f"`{word[:40]}` is not a weekday", hint)


def _existing(year: int, month: int, day: int) -> date:
    written = f"`{year:04}-{month:02}-{day:02}`"
    if year < EARLIEST.year:
        raise UsageError(f"{written} is out of range: from {EARLIEST}")
    if not 1 <= month <= 12:
        raise UsageError(f"{written} does not exist", "months are 01 to 12")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise UsageError(f"{written} does not exist", f"{year}-{month:02} has the days 01 to {last}")
    return date(year, month, day)
