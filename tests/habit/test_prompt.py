"""`facecoach-prompt`: one line, or nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
import pytest

import facecoach
from facecoach.habit.prompt import config_folder, data_folder, prompt
from lines import diary, session
from world import Coach

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HEAVY = ("typer", "rich", "pydantic", "PIL", "yaml", "platformdirs", "dataclasses", "pathlib")


def kept(coach: Coach, *records: dict[str, object]) -> dict[str, str]:
    """Write a journal and return the environment that leads to it."""
    coach.write("journal.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    return {"FACECOACH_HOME": str(coach.home)}


def started(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Start the real program."""
    code = "import sys; from facecoach.habit.prompt import run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, *args], env=os.environ | env, capture_output=True, timeout=60, check=False
    )


def test_default(coach: Coach) -> None:
    """Without a format it is the days and a mark for today."""
    assert prompt([], kept(coach, *diary("xxxx.")), NOW) == "4d ○"


def test_same_line_as_streak(coach: Coach) -> None:
    """The line is that of `streak --format`, quotas too."""
    form = "{current} {week.done}/{week.goal} {state} {strength} {total.minutes} {quota} {zones.jaw} {last} {mark}"
    env = kept(coach, *diary("xx.xx"), session("2026-11-20", "2", routine="classics"))
    assert f"{prompt([form], env, NOW)}\n" == coach("streak", "--format", form).out


def test_before_the_day_starts(coach: Coach) -> None:
    """At half past one it is still the evening before."""
    assert prompt(["{today} {state}"], kept(coach), NOW.replace(hour=1, minute=30)) == "2026-11-19 none"


@pytest.mark.parametrize("args", [["{foo}"], ["a", "b"]])
def test_trouble_prints_nothing(coach: Coach, args: list[str]) -> None:
    """Wrong usage prints nothing and exits 1."""
    done = started(*args, **kept(coach))
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_unreadable_journal_prints_nothing(tmp_path: Path) -> None:
    """A journal that is a folder prints nothing and exits 1."""
    (tmp_path / "journal.jsonl").mkdir()
    done = started(FACECOACH_HOME=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


@pytest.mark.parametrize("form", ["{current}", "{plan.week}/{plan.weeks} {plan.done}"])
def test_imports_little(coach: Coach, form: str) -> None:
    """Nothing heavy is imported on the way to a line, with a plan running neither."""
    coach("plan", "start", "five-weeks")
    code = (
        f"import os, sys; from facecoach.habit.prompt import now, prompt; prompt([{form!r}], os.environ, now()); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    env = (
        os.environ
        | kept(coach, *diary("xx"), *coach.records)
        | {"PYTHONPATH": str(Path(facecoach.__file__).parents[1])}
    )
    command = [sys.executable, "-S", "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_an_encoding_without_marks(coach: Coach) -> None:
    """Where the terminal's encoding lacks the mark, the line still comes."""
    done = started(**kept(coach, *diary("x")), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.strip()[:2]) == (0, b"1d")


@pytest.mark.parametrize("shared", [None, "", "/srv/shared", "relative", "/srv/shared/"])
def test_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shared: str | None) -> None:
    """The folders are those platformdirs names, with XDG_DATA_HOME set well, set badly, or not at all."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("FACECOACH_HOME", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
        if shared is not None:
            monkeypatch.setenv(name, shared)
    assert Path(data_folder(os.environ)) == Path(platformdirs.user_data_dir("facecoach", appauthor=False))
    assert Path(config_folder(os.environ)) == Path(platformdirs.user_config_dir("facecoach", appauthor=False))


def test_folder_on_a_mac() -> None:
    """On macOS it is the folder platformdirs names there."""
    from platformdirs.macos import MacOS

    named = MacOS("facecoach", appauthor=False).user_data_dir
    assert data_folder({"HOME": str(Path.home())}, "darwin") == named
