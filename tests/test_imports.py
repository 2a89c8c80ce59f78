"""What a command may cost: libraries it has no use for are not imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CALL = """
import sys
from facecoach.cli import main
from facecoach.world import World
code = main({args!r}, World.real())
print(code, *sorted(name for name in {names!r} if name in sys.modules), file=sys.stderr)
"""


def imported(home: Path, args: list[str], *names: str) -> list[str]:
    """Run a command in a fresh interpreter and return its exit code and which of these modules it imported."""
    ran = subprocess.run(
        [sys.executable, "-c", CALL.format(args=args, names=names)],
        env={**os.environ, "FACECOACH_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return ran.stderr.splitlines()[-1].split()


@pytest.mark.parametrize(
    "args", [[], ["streak"], ["streak", "--json"], ["list"], ["run", "quick", "--plain", "--speed", "1000"]]
)
def test_no_pillow_without_a_picture(tmp_path: Path, args: list[str]) -> None:
    """Today in a pipe, `streak`, `list` and a plain session never import Pillow, nor what draws with it."""
    assert imported(tmp_path, args, "PIL", "facecoach.face.album", "facecoach.face.painter") == ["0"]


@pytest.mark.parametrize("args", [["streak"], ["streak", "--json"]])
def test_streak_reads_no_routines(tmp_path: Path, args: list[str]) -> None:
    """`streak` needs neither the models of a routine nor YAML nor prompt_toolkit."""
    assert imported(tmp_path, args, "facecoach.routine.model", "yaml", "prompt_toolkit") == ["0"]


@pytest.mark.parametrize("args", [[], ["streak"], ["list"], ["history"], ["goal"], ["pause"], ["safety"]])
def test_express_lane(tmp_path: Path, args: list[str]) -> None:
    """A line that only names a command needs neither Typer nor Pydantic, YAML or Rich."""
    assert imported(tmp_path, args, "typer", "pydantic", "yaml", "rich") == ["0"]


@pytest.mark.parametrize("args", [[], ["streak"], ["streak", "--json"], ["streak", "--format", "{plan.due}"]])
def test_a_plan_needs_no_yaml(tmp_path: Path, args: list[str]) -> None:
    """Where a plan stands is told without reading a YAML file, one's own too."""
    imported(tmp_path, ["plan", "start", "twenty-weeks"])
    assert imported(tmp_path, args, "yaml", "facecoach.routine.model") == ["0"]
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "own.yaml").write_text("name: P\nweeks:\n  - {days: 1, do: [desk]}\n")
    imported(tmp_path, ["plan", "start", "own"])
    assert imported(tmp_path, args, "yaml", "facecoach.routine.model") == ["0"]


def test_json_draws_nothing(tmp_path: Path) -> None:
    """JSON is written without Rich."""
    assert imported(tmp_path, ["streak", "--json"], "rich") == ["0"]


@pytest.mark.parametrize("args", [["streak"], ["list"], ["history"]])
def test_nothing_of_the_weeks(tmp_path: Path, args: list[str]) -> None:
    """What reads how it felt, and what takes in from elsewhere, is imported where it is asked for alone."""
    names = ("facecoach.habit.feeling", "facecoach.habit.intake", "facecoach.habit.copies", "zipfile")
    assert imported(tmp_path, args, *names) == ["0"]
