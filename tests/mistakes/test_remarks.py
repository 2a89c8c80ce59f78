"""A `#` in a text: a warning where it cuts something off, and silence where it begins a remark."""

from __future__ import annotations

import json

import pytest

from world import Coach

HEAD = "name: R\nabout: Four words of text\nsteps:\n"
STEP = "  - title: T\n    zone: jaw\n    for: 60s\n    cue: Let go\n    technique: rest\n"
CUT = [
    ("cue: Let go", "cue: Do this #2 times", "7:18", '`cue: "Do this #2 times"`'),
    ("cue: Let go", "cue: Do this # 2 times", "7:18", '`cue: "Do this # 2 times"`'),
    ("cue: Let go", "cue: Rest the tongue and\n      do this #2 times", "8:15", "and do this #2 times"),
    ("cue: Let go", "cue: Press. #2 is next", "7:17", '`cue: "Press. #2 is next"`'),
    ("title: T", "title: Point #3", "4:18", '`title: "Point #3"`'),
    ("title: T", "title: #1 of all", "4:12", '`title: "#1 of all"`'),
    ("name: R", "name: Jaw #facegym", "1:11", '`name: "Jaw #facegym"`'),
    ("name: R", "name: R\nneeds:\n  - oil #5", "3:9", '`needs: "oil #5"`'),
]
REMARKS = [
    ("for: 60s", "for: 60s  # a minute"),
    ("for: 60s", "for: 60s # a minute"),
    ("for: 60s", "for: 60s #a minute"),
    ("zone: jaw", "zone: jaw #the chewing muscle"),
    ("cue: Let go", "cue: Let go  # as the dentist said"),
    ("cue: Let go", "cue: Let go. # as the dentist said"),
    ("cue: Let go", "cue: Let go # facecoach: allow FC304"),
    ("cue: Let go", 'cue: "Do this #2 times"'),
    ("cue: Let go", "cue: 'Let go' # as the dentist said"),
    ("cue: Let go", "cue: >-\n      Do this #2 times"),
    ("cue: Let go", "cue: Let#go"),
    ("title: T", "title: T\n    # note: none"),
    ("steps:", "steps: # all of it"),
    ("steps:", "# cue: Do #2\nsteps:"),
]


def found(coach: Coach, old: str, new: str) -> list[dict[str, str]]:
    """Return what `check` finds of remarks in a routine with one line replaced."""
    path = coach.write("r.yaml", (HEAD + STEP).replace(old, new))
    return [one for one in json.loads(coach("check", path, "--json").out) if one["code"] != "FC310"]


@pytest.mark.parametrize(("old", "new", "place", "mend"), CUT)
def test_cut_off(coach: Coach, old: str, new: str, place: str, mend: str) -> None:
    """A `#` behind one space in a text without quotes is a warning, with the text between quotes."""
    (one,) = [one for one in found(coach, old, new) if one["code"] == "FC110"]
    assert (f"{one['line']}:{one['column']}", one["severity"]) == (place, "warning")
    assert mend in one["hint"]


@pytest.mark.parametrize(("old", "new"), REMARKS)
def test_remark(coach: Coach, old: str, new: str) -> None:
    """A remark that is set off, or that follows what is no text, is left alone."""
    assert found(coach, old, new) == []


def test_allowed(coach: Coach) -> None:
    """A comment on the line allows it, and is not called idle."""
    line = "cue: Do this #2 times  # facecoach: allow FC110"
    path = coach.write("r.yaml", (HEAD + STEP).replace("cue: Let go", line))
    assert coach("check", path, "--strict").out == "All good: 1 file\n"


def test_beside_errors(coach: Coach) -> None:
    """A file with errors has its warnings, too."""
    path = coach.write("r.yaml", (HEAD + STEP).replace("cue: Let go", "cue: Do #2").replace("jaw", "jwa"))
    assert [one["code"] for one in json.loads(coach("check", path, "--json").out)] == ["FC103", "FC110"]


def test_runs_all_the_same(coach: Coach) -> None:
    """A warning stops no session."""
    path = coach.write("r.yaml", (HEAD + STEP).replace("cue: Let go", "cue: Do this #2 times"))
    assert coach("run", path, "--plain", "--no-log").code == 0
