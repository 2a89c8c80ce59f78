"""A routine as an appointment, read by a library for calendars: when it comes, what it says, when it rings."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from facecoach.remind.calendar import Appointment, calendar, first

FRIDAY = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=1)))
ONE = Appointment("The Daily Ten", "facecoach run morning\nThe whole face", 605, "morning")
EIGHT = (time(7, 30),)


def events(data: bytes) -> list[Any]:
    """Return the appointments of a calendar as a strict reader has them."""
    read = Calendar.from_ical(data)
    assert not read.errors
    assert all(not one.errors for one in read.walk())
    return list(read.walk("VEVENT"))


def test_it_is_a_calendar() -> None:
    """It says its version and who made it, and has no line longer than 75 octets, each ended as the standard says."""
    data = calendar(Appointment("Ψ" * 60, "首, " * 100, 600, "x"), EIGHT, (), FRIDAY)
    read = Calendar.from_ical(data)
    assert (read["version"], read["prodid"]) == ("2.0", "-//facecoach//facecoach//EN")
    assert all(len(line) <= 75 and b"\n" not in line for line in data.split(b"\r\n"))


def test_it_repeats_on_its_days() -> None:
    """It comes on these weekdays, for the first time on the next of them."""
    (event,) = events(calendar(ONE, EIGHT, ("mon", "wed", "fri"), FRIDAY))
    assert event["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,WE,FR"
    assert event["dtstart"].dt == datetime(2026, 11, 23, 7, 30)  # noqa: DTZ001 - at the clock time of wherever one is


def test_daily_without_days() -> None:
    """Without weekdays it comes daily."""
    (event,) = events(calendar(ONE, EIGHT, (), FRIDAY))
    assert event["rrule"].to_ical() == b"FREQ=DAILY"
    assert event["dtstart"].dt.date() == date(2026, 11, 21)


def test_local_time() -> None:
    """It has no time zone: it stays at its hour on a journey, and when the clocks change."""
    data = calendar(ONE, EIGHT, (), FRIDAY)
    (event,) = events(data)
    assert event["dtstart"].dt.tzinfo is None
    assert b"DTSTART:20261121T073000\r\n" in data
    assert b"TZID" not in data


@pytest.mark.parametrize(("at", "on", "day"), [("13:00", (), 20), ("12:00", (), 21), ("07:30", ("fri",), 27)])
def test_the_first_one_is_ahead(at: str, on: tuple[str, ...], day: int) -> None:
    """It begins later today where that is ahead, else on the next of its days."""
    assert first(time.fromisoformat(at), on, FRIDAY).day == day


def test_an_alarm() -> None:
    """It rings when it begins, with its title."""
    (event,) = events(calendar(ONE, EIGHT, (), FRIDAY))
    (alarm,) = event.walk("VALARM")
    assert (alarm["action"], alarm["trigger"].dt, alarm["description"]) == ("DISPLAY", timedelta(0), ONE.title)


def test_title_text_and_length() -> None:
    """It has the routine's name, its command and what it is about, whatever is in them, and its minutes."""
    odd = Appointment(r"A, b; c\n", 'first: \\ ;\nsecond, "line"\rend', 605, "x")
    (event,) = events(calendar(odd, EIGHT, (), FRIDAY))
    assert (str(event["summary"]), str(event["description"])) == (odd.title, odd.text.replace("\r", ""))
    assert event["duration"].dt == timedelta(minutes=11)


def test_several_times_a_day() -> None:
    """Each time of day is an appointment of its own, once, and the earliest comes first."""
    found = events(calendar(ONE, (time(21), time(7, 30), time(21)), (), FRIDAY))
    assert [event["dtstart"].dt.time() for event in found] == [time(7, 30), time(21)]
    assert len({event["uid"] for event in found}) == 2


def test_written_again_it_is_the_same() -> None:
    """Of a routine at one time a calendar keeps one appointment, however often it is taken in; others are others."""
    later = FRIDAY + timedelta(days=3)
    uids = [
        events(calendar(one, at, (), now))[0]["uid"]
        for one, at, now in ((ONE, EIGHT, FRIDAY), (ONE, EIGHT, later), (ONE, (time(8),), FRIDAY))
    ]
    assert uids[0] == uids[1] != uids[2]


def test_when_it_was_made() -> None:
    """The stamp of an appointment is in UTC, as the standard wants it."""
    (event,) = events(calendar(ONE, EIGHT, (), FRIDAY))
    assert event["dtstamp"].dt == datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
