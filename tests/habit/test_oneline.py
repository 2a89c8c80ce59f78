"""Templates: names replaced, braces kept, nothing evaluated."""

from __future__ import annotations

import pytest

from facecoach.habit.oneline import UnknownName, fill, names
from lines import FRIDAY, diary, judge, session

VALUES = names(judge([*diary("xxx"), session(FRIDAY, "2", routine="classics")], FRIDAY, {"classics": 4}).as_json())


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{current} {week.done}/{week.goal} {state}", "3 3/4 done"),
        ("{{{current}}} {{x}}", "{3} {x}"),
        ("{mark} {last} {quota}", "● 2026-11-20 classics 1/4"),
        ("{zones.jaw} {zones.scalp}", "2400 0"),
        ("no names", "no names"),
    ],
)
def test_names(template: str, line: str) -> None:
    """Each name becomes its value, double braces become single ones, and a zone not worked lately has no seconds."""
    assert fill(template, VALUES) == line


@pytest.mark.parametrize(
    "template", ["{foo}", "{}", "{", "}", "{current", "{current.__class__}", "{current!r}", "{current:>9}", "{zones.x}"]
)
def test_nothing_else(template: str) -> None:
    """What is no name is refused: no attribute, no conversion, no width, no brace alone."""
    with pytest.raises(UnknownName):
        fill(template, VALUES)


def test_values_cannot_steer() -> None:
    """A control character from the journal never reaches the terminal."""
    told = judge([session(FRIDAY, routine="\x1b[2J\n")], FRIDAY, {"\x1b[2J\n": 2}).as_json()
    assert fill("{quota}", names(told)) == "�[2J� 1/2"


def test_nothing_yet() -> None:
    """Without a history an empty value is a dash, not `None`."""
    assert fill("{last} {quota} {state}", names(judge([], FRIDAY).as_json())) == "- - none"
