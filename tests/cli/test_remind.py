"""`remind`: printed, installed, removed, and the one notification that knows when to be silent."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from facecoach.processes import Ran, outcome
from facecoach.session import kept
from world import Coach, bare


@dataclass
class Desktop:
    """Remembers what its programs were asked to do; each ends with `code`."""

    code: int = 0
    seen: list[tuple[str, ...]] = field(default_factory=list)

    def __call__(self, command: Sequence[str]) -> Ran:
        """Run nothing."""
        self.seen.append(tuple(command))
        return Ran(self.code, "No desktop")


@pytest.fixture
def desktop(coach: Coach, tmp_path: Path) -> Desktop:
    """Return the desktop of a Linux machine with systemd, on which the coach then runs."""
    run = Desktop()
    coach.machine = replace(bare(tmp_path / "person"), run=run, which=lambda name: f"/usr/bin/{name}")
    return run


def shown(desktop: Desktop) -> list[str]:
    """Return the texts of the notifications."""
    return [command[-1] for command in desktop.seen if "notify-send" in command[0]]


def test_print_is_what_is_installed(coach: Coach, desktop: Desktop) -> None:
    """What is printed, and nothing is then written, is byte for byte what is installed there."""
    told = json.loads(coach("remind", "--at", "07:30", "--on", "mon,wed", "--json").out)
    assert not coach.machine.home.exists()
    plain = coach("remind", "--at", "7:30", "--on", "wed, Monday", "--print").out
    assert coach("remind", "--at", "07:30", "--on", "mon,wed", "--install").code == 0
    for one in told["files"]:
        assert Path(one["path"]).read_text(encoding="utf-8") == one["text"]
        assert f"# {one['path']}\n{one['text']}" in plain
    assert ["systemctl", "--user", "enable", "facecoach-remind.timer"] in told["commands"]


def test_status(coach: Coach, desktop: Desktop) -> None:
    """Alone it says whether a reminder is installed, and how one is."""
    assert "--at 07:30" in coach("remind").out
    coach("remind", "--at", "07:30", "--install")
    assert "Installed: " in coach("remind").out
    assert json.loads(coach("remind", "--json").out)["program"] == coach.machine.program[0]
    assert coach("remind", "--remove").out.count("facecoach-remind") == 2
    assert "No reminder is installed" in coach("remind").out


@pytest.mark.parametrize(
    "args",
    [
        ("--install",), ("--print",), ("--on", "mon"), ("--at", "24:00"), ("--at", "soon"),
        ("--at", "7:30", "--on", "x"), ("--at", "7:30", "--on", "none"), ("--install", "--remove"),
        ("--now", "--at", "7:30"),
    ],
)  # fmt: skip
def test_wrong_usage(coach: Coach, desktop: Desktop, args: tuple[str, ...]) -> None:
    """Without a time, with one that is none, or with two wishes at once nothing is done."""
    assert coach("remind", *args).code == 2
    assert desktop.seen == []


def test_nothing_to_install_to(coach: Coach) -> None:
    """Without timers the crontab's line is the output, and installing says that it could not."""
    result = coach("remind", "--at", "07:30", "--at", "21:00", "--on", "sat,sun", "--install")
    assert result.code == 1
    assert [line.split("XDG")[0] for line in result.out.splitlines()] == ["30 7 * * 6,0 ", "0 21 * * 6,0 "]
    assert "no cron either" in result.err
    assert coach("remind", "--at", "07:30").code == 0
    coach.machine = replace(coach.machine, which=lambda name: "/usr/bin/crontab" if name == "crontab" else None)
    assert "crontab -e" in coach("remind", "--at", "07:30").err


def test_now(coach: Coach, desktop: Desktop) -> None:
    """A day that is still open gets one notification, which names what would suit and its command."""
    result = coach("remind", "--now")
    assert (result.code, result.out, result.err) == (0, "", "")
    (text,) = shown(desktop)
    assert "facecoach run " in text


@pytest.mark.parametrize(
    "before",
    [
        ("log", "quick"),
        ("goal", "--rest", "fri"),
        ("pause", "--days", "3"),
        ("safety", "add", "fever", "--on", "today"),
    ],
)
def test_silent(coach: Coach, desktop: Desktop, before: tuple[str, ...]) -> None:
    """When today is done, at rest or paused, or a condition asks for rest, there is none."""
    coach.at(coach.now - timedelta(2))("log", "quick")
    assert coach(*before).code == 0
    assert coach("remind", "--now").code == 0
    assert shown(desktop) == []


def test_silent_during_a_session(coach: Coach, desktop: Desktop) -> None:
    """While a session is under way there is none."""
    coach.home.mkdir()
    with kept.held(coach.home):
        coach.write("running.json", "{}")
        assert coach("remind", "--now").code == 0
    assert shown(desktop) == []


@pytest.mark.parametrize("lacking", [True, False])
def test_no_notification(coach: Coach, desktop: Desktop, lacking: bool) -> None:
    """Where none can be shown, or that fails, it is said instead, and the exit code tells whoever looks."""
    desktop.code = 1
    if lacking:
        coach.machine = bare(coach.home)
    result = coach("remind", "--now")
    assert result.code == 1
    assert result.out.startswith("facecoach: ")
    assert ("No desktop" in result.err) is not lacking


def test_doctor_sees_what_is_gone(coach: Coach, desktop: Desktop, tmp_path: Path) -> None:
    """`doctor` says when what an installed reminder starts, such as a virtual environment, is no longer there."""
    python = tmp_path / "a venv" / "python"
    python.parent.mkdir()
    python.touch()
    coach.machine = replace(coach.machine, program=(str(python), "-m", "facecoach"))
    assert "reminder" not in coach("doctor").out
    coach("remind", "--at", "07:30", "--install")
    assert coach("doctor").code == 0
    python.unlink()
    result = coach("doctor")
    assert result.code == 1
    assert f"`{python}`, which is no longer there" in result.out
    assert "facecoach remind --remove" in result.out


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are looked up in /proc")
def test_programs_are_bounded(tmp_path: Path) -> None:
    """A program that does not end is ended, with what it started."""
    child = tmp_path / "child"
    assert outcome(("/bin/sh", "-c", f"sleep 61 & echo $! > {child}; wait"), 1).code is None
    told = Path(f"/proc/{child.read_text().strip()}/cmdline")
    until = time.monotonic() + 5
    while told.exists() and told.read_bytes() and time.monotonic() < until:
        time.sleep(0.02)
    assert not (told.exists() and told.read_bytes())


def test_how_programs_end() -> None:
    """A program's exit code and words are its answer; one that is not there is an answer too, not an error."""
    assert outcome(("/no/such/program",)).code is None
    assert outcome(("/bin/sh", "-c", "echo told; exit 3")) == Ran(3, "told\n")
