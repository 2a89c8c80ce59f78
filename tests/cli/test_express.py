"""The express lane: the same functions, the same bytes, as through the parser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from facecoach.cli import express
from facecoach.cli.table import COMMANDS
from world import Coach

NAMES = {
    "run": "three", "show": "quick", "log": "quick", "undo": "2026-11-19", "zones": "jaw", "learn": "pressure",
    "new": "mine", "edit": "three", "safety add": "fever", "safety remove": "glaucoma", "safety screen": "desk",
}  # fmt: skip
LINES = [[], *([*name.split(), *[NAMES.get(name, "")] * names] for name, one in COMMANDS.items() for names in one.bare)]


def prepared(home: Path) -> Coach:
    """Return a coach with a history, a condition and a short routine of one's own."""
    coach = Coach(home)
    coach.write("routines/three.yaml", "name: Three\nsteps: [{zone: jaw, for: 3s, cue: Let go}]\n")
    for line in (["log", "quick", "--on", "yesterday"], ["log", "desk"], ["safety", "add", "glaucoma"]):
        assert coach(*line).code == 0
    return coach


def numbered(numbers: Iterator[int], length: int) -> bytes:
    """Return bytes that no earlier call returned, and that are the same in every run."""
    return next(numbers).to_bytes(length)


def parsed(args: list[str], world: Any) -> None:
    """Return None, as the express lane does for a line that needs the parser."""


@pytest.mark.parametrize("args", LINES, ids=" ".join)
@pytest.mark.parametrize("terminal", [None, (80, 24)])
def test_both_ways_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], terminal: tuple[int, int] | None
) -> None:
    """A line that needs no parser prints the same bytes and ends with the same code as through the parser."""
    home, results = tmp_path / "home", []
    for way in (express.express, parsed):
        monkeypatch.setattr("os.urandom", partial(numbered, count()))
        monkeypatch.setattr("facecoach.cli.express.express", express.express)
        coach = prepared(home)
        monkeypatch.setattr("facecoach.cli.express.express", way)
        results.append(coach(*args, terminal=terminal))
        home.rename(tmp_path / way.__name__)
    assert results[0] == results[1]


@pytest.mark.parametrize(
    "args", [["streak", "--json"], ["run", "a", "b"], ["nope"], ["log"], ["build"], [""], ["--help"], ["check", "x"]]
)
def test_the_rest_is_parsed(tmp_path: Path, args: list[str]) -> None:
    """Options, wrong numbers of names and what is no command go through the parser, and so does completion."""
    world: Any = type("World", (), {"env": {}})()
    assert express.express(args, world) is None
    world.env = {express.COMPLETION: "complete_bash"}
    assert express.express(["streak"], world) is None
