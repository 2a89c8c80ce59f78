"""Days and times as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from facecoach.errors import UsageError
from facecoach.habit.dates import local, parse_clock, parse_day
from lines import FRIDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2024-02-29", "2024-02-29"),
        (" Today ", "2026-11-20"),
        ("yesterday", "2026-11-19"),
        ("tomorrow", "2026-11-21"),
        ("friday", "2026-11-20"),
        ("sat", "2026-11-14"),
        ("Thursday", "2026-11-19"),
    ],
)
def test_day(text: str, day: str) -> None:
    """A day is an ISO date, a word, or a weekday: the last one, today included."""
    assert parse_day(text, FRIDAY).isoformat() == day


@pytest.mark.parametrize(("text", "day"), [("friday", "2026-11-20"), ("sat", "2026-11-21"), ("thu", "2026-11-26")])
def test_day_ahead(text: str, day: str) -> None:
    """Looking ahead a weekday is the next one, today included."""
    assert parse_day(text, FRIDAY, ahead=True).isoformat() == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-02-30", "does not exist"),
        ("2025-02-29", "does not exist"),
        ("2026-13-01", "does not exist"),
        ("2026-11-00", "does not exist"),
        ("1999-12-31", "from 2000-01-01"),
        ("0000-01-01", "from 2000-01-01"),
        ("20261120", "not a day"),
        ("\u0662\u0660\u0662\u0666-11-20", "not a day"),
        ("", "not a day"),
        ("yesteday", "not a day"),
    ],
)
def test_no_day(text: str, told: str) -> None:
    """What does not exist, is before 2000 or is written otherwise is wrong usage, and the message says which."""
    with pytest.raises(UsageError, match=told):
        parse_day(text, FRIDAY)


def test_near_miss() -> None:
    """A near miss is proposed."""
    with pytest.raises(UsageError) as fault:
        parse_day("yesteday", FRIDAY)
    assert fault.value.hint == "did you mean `yesterday`?"


@pytest.mark.parametrize(("text", "at"), [("07:30", time(7, 30)), ("7:30", time(7, 30)), ("00:00", time(0))])
def test_clock(text: str, at: time) -> None:
    """A time of day is hours and minutes."""
    assert parse_clock(text) == at


@pytest.mark.parametrize(
    ("text", "told"), [("25:00", "from 00:00"), ("24:00", "from"), ("12:60", "from"), ("7", "not")]
)
def test_no_clock(text: str, told: str) -> None:
    """A time out of range says the range."""
    with pytest.raises(UsageError, match=told):
        parse_clock(text)


@pytest.mark.parametrize(
    ("zone", "day", "at", "told"),
    [
        ("Europe/Paris", date(2026, 7, 1), time(12), "2026-07-01T12:00:00+02:00"),
        ("Europe/Paris", date(2026, 3, 29), time(2, 30), "2026-03-29T03:30:00+02:00"),
        ("Europe/Paris", date(2026, 10, 25), time(2, 30), "2026-10-25T02:30:00+02:00"),
        ("America/New_York", date(2026, 3, 8), time(2, 30), "2026-03-08T03:30:00-04:00"),
        ("America/New_York", date(2026, 11, 1), time(1, 30), "2026-11-01T01:30:00-04:00"),
    ],
)
def test_summer_time(zone: str, day: date, at: time, told: str) -> None:
    """A moment has the offset of its own day, and one that the clock skipped is an hour later."""
    assert local(day, at, datetime(2026, 11, 20, 12, tzinfo=ZoneInfo(zone))).isoformat() == told


def test_fixed_offset() -> None:
    """Where this machine's offset is not the one of now, the offset of now holds."""
    now = datetime(2026, 11, 20, 12, tzinfo=UTC).astimezone(ZoneInfo("Asia/Kathmandu"))
    assert local(FRIDAY, time(7), now).isoformat() == "2026-11-20T07:00:00+05:45"
