"""Words for people."""

from __future__ import annotations

import pytest

from facecoach.words import clock, count, guess, listed, nearest, span

KNOWN = ("jaw", "jawline", "neck", "recent-injectables")


@pytest.mark.parametrize(
    ("word", "found"), [("jwa", "jaw"), ("Neck", "neck"), ("injectables", "recent-injectables"), ("zz", ""), ("", "")]
)
def test_nearest(word: str, found: str) -> None:
    """The near miss is the closest word, or one that contains what was written."""
    assert nearest(word, KNOWN) == found
    assert nearest(word, [name.title() for name in KNOWN]) == found.title()


def test_guess() -> None:
    """Without a near miss the other hint is returned."""
    assert guess("nek", KNOWN) == "did you mean `neck`?"
    assert guess("zz", KNOWN, "there are four") == "there are four"


@pytest.mark.parametrize(("number", "told"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_count(number: int, told: str) -> None:
    """One day is a day, none and more are days."""
    assert count(number, "day") == told


def test_listed() -> None:
    """A list in a sentence ends with its last two joined."""
    assert [listed(words, "or") for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a or b",
        "a, b or c",
    ]


@pytest.mark.parametrize(
    ("seconds", "watch", "said"),
    [
        (45, "0:45", "45 s"),
        (99, "1:39", "99 s"),
        (600, "10:00", "10 min"),
        (7500, "2:05:00", "2 h 5 min"),
        (7200, "2:00:00", "2 h"),
    ],
)
def test_lengths_of_time(seconds: float, watch: str, said: str) -> None:
    """A length of time is told as a watch shows it, or as people say it."""
    assert (clock(seconds), span(seconds)) == (watch, said)
