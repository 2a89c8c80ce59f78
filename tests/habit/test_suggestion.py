"""What suits the hour, and how today is put into words."""

from __future__ import annotations

import pytest

from facecoach.habit.suggestion import days, suggested


@pytest.mark.parametrize(
    ("hour", "routine"),
    [
        (0, "wind-down"), (3, "wind-down"), (4, "morning"), (10, "morning"), (11, "desk"), (16, "desk"),
        (17, "evening"), (21, "evening"), (22, "wind-down"), (23, "wind-down"),
    ],
)  # fmt: skip
def test_hours(hour: int, routine: str) -> None:
    """Morning suits from four, desk from eleven, evening from five, wind-down from ten at night."""
    assert suggested(hour) == routine


def test_one_day_is_no_days() -> None:
    """One day is a day, none and more are days."""
    assert [days(count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
