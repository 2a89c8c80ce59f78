"""Durations as people write them, and doses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from facecoach.routine.timing import Timing, seconds
from facecoach.words import clock


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90", 90), ("90s", 90), ("1m30s", 90), ("1.5m", 90), ("2 min", 120), ("1:30", 90), ("1m", 60), ("60:00", 3600),
        ("2.5s", 2.5), ("1 min 30 s", 90), (" 5S ", 5), (45, 45), ("1h", 3600), ("0.5 hours", 1800), ("1,5 min", 90),
        ("2 Min.", 120), ("1 MINUTE", 60), ("30 secs.", 30), ("1 min. 30 sec.", 90), ("2\N{NO-BREAK SPACE}min", 120),
        ("0h 2m 5s", 125), ("90\n", 90),
    ],
)  # fmt: skip
def test_forms(text: object, expected: float) -> None:
    """A duration may be written in each of the promised forms."""
    assert seconds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "s", "-5", "1:75", "90 90", "nan", ".inf", "1e3", "5 s s", None, [], "9" * 500, "30 Sek", "1.", "1,,5",
        "1:30 min", "5 s 2 min", "soon", "1m30", "90 .", "\N{ARABIC-INDIC DIGIT FIVE}", "90" + " " * 60 + "x",
    ],
)  # fmt: skip
def test_no_durations(text: object) -> None:
    """Anything else is refused with the forms as a hint."""
    with pytest.raises(PydanticCustomError, match=r"duration|range"):
        seconds(text)


@pytest.mark.parametrize("text", ["0", "0.9s", "3601", "60m1s", "61 min", "1h 1s", "2 hours", "0:00"])
def test_range(text: str) -> None:
    """A duration lasts from one second to one hour."""
    with pytest.raises(PydanticCustomError, match="out of range"):
        seconds(text)


@given(st.integers(1, 3600))
def test_same_by_every_name(length: int) -> None:
    """However a length is written, it is the same length."""
    minutes, rest = divmod(length, 60)
    short = {f"{length}", f"{length}s", f"{minutes}:{rest:02}", f"{minutes}m{rest}s", f"{minutes} min {rest} s"}
    long = {f"{length} Seconds", f"{length},0 sec.", f"0h{length}s", f"{minutes} minutes {rest} secs"}
    assert {seconds(form) for form in short | long} == {length}


@pytest.mark.parametrize(
    ("length", "text"), [(0, "0:00"), (59.4, "0:59"), (600, "10:00"), (3600, "1:00:00"), (3723, "1:02:03")]
)
def test_clock(length: float, text: str) -> None:
    """Seconds read as on a watch."""
    assert clock(length) == text


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 5), st.integers(1, 9), st.integers(1, 9))
def test_dose(reps: int, hold: int, sets: int, rest: int, set_rest: int) -> None:
    """A dose is its holds, a rest behind each, and a set's rest in place of the one between two sets."""
    timing = Timing.model_validate({"reps": reps, "hold": hold, "rest": rest, "sets": sets, "set_rest": set_rest})
    assert timing.own() == sets * reps * (hold + rest) - (sets - 1) * (rest - set_rest)
