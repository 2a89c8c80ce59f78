"""Installed and removed: each system's files, commands and what is left, on machines that only say they are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path

import pytest

from facecoach.errors import CoachError
from facecoach.processes import Ran
from facecoach.remind import timers
from facecoach.remind.machine import Machine
from facecoach.remind.reminder import reminder
from world import bare

SEVEN = (time(7, 30),)
PLATFORMS = ("linux", "darwin", "win32")


@dataclass
class Runner:
    """Remembers the commands, and fails those that have a word of `failing` in them."""

    failing: str = "nothing"
    seen: list[str] = field(default_factory=list)

    def __call__(self, command: Sequence[str]) -> Ran:
        """Run nothing."""
        self.seen.append(" ".join(command))
        return Ran(1, "It went wrong") if self.failing in command else Ran(0, "")


def machine(home: Path, platform: str, run: Runner, **env: str) -> Machine:
    """Return a machine of a platform that has every program."""
    return replace(bare(home), platform=platform, env=env, run=run, which=lambda name: f"/bin/{name}")


def files(folder: Path) -> list[str]:
    """Return everything below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def installed(one: Machine, at: Sequence[time] = SEVEN) -> None:
    """Install a reminder."""
    setup = timers.planned(reminder(one, at), one)
    assert setup
    timers.install(setup, one)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_trace(tmp_path: Path, platform: str) -> None:
    """What was installed is removed without a trace, the folders made for it included."""
    one = machine(tmp_path, platform, Runner())
    installed(one)
    gone = timers.remove(reminder(one), one)
    assert gone
    left = ["Library", "Library/LaunchAgents"] if platform == "darwin" else []
    usual = {"linux": [".config"], "win32": ["AppData", "AppData/Local"], "darwin": []}[platform]
    assert files(tmp_path) == [*left, *usual]


def test_what_systemd_adds(tmp_path: Path) -> None:
    """The link and the stamp that systemd makes beside a timer go with it, also where systemd no longer answers."""
    one = machine(tmp_path, "linux", Runner())
    installed(one)
    for trace in (".config/systemd/user/timers.target.wants/facecoach-remind.timer",
                  ".local/share/systemd/timers/stamp-facecoach-remind.timer"):  # fmt: skip
        (tmp_path / trace).parent.mkdir(parents=True)
        (tmp_path / trace).touch()
    mute = replace(one, which=lambda _: None, run=lambda _: Ran(None, "there is no such program"))
    assert len(timers.remove(reminder(mute), mute)) == 4
    assert files(tmp_path) == [".config", ".local", ".local/share"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_twice_is_once(tmp_path: Path, platform: str) -> None:
    """Installing twice leaves one reminder, at the later time."""
    run = Runner()
    one = machine(tmp_path, platform, run)
    installed(one)
    first, before = files(tmp_path), len(run.seen)
    installed(one, [time(8, 15)])
    assert files(tmp_path) == first
    assert run.seen[before:] == run.seen[:before]
    text = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()).replace(b"\0", b"")
    assert b"30" not in text.replace(b"<integer>", b"") or platform == "darwin"


@pytest.mark.parametrize("platform", PLATFORMS)
def test_failing_is_undone(tmp_path: Path, platform: str) -> None:
    """Where the system refuses, its own words are told, and no file is left."""
    one = machine(tmp_path, platform, Runner({"linux": "enable", "darwin": "bootstrap", "win32": "/Create"}[platform]))
    with pytest.raises(CoachError, match="It went wrong"):
        installed(one)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_two_homes(tmp_path: Path, platform: str) -> None:
    """Installations with different homes have reminders of their own: removing one leaves the other."""
    run = Runner()
    plain, own, other = (
        machine(tmp_path, platform, run, **env) for env in ({}, {"FACECOACH_HOME": "/a b"}, {"FACECOACH_HOME": "/a c"})
    )
    for one in (plain, own, other):
        installed(one)
    kept = {path for path in tmp_path.rglob("*") if path.is_file()}
    gone = timers.remove(reminder(own), own)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == kept - set(gone)
    assert len(kept) == 3 * len(gone)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", ["/opt/a b/python", "/opt/it's 100%/p\"y", "/opt/a\\b/$HOME/&<py>"])
def test_what_it_starts(tmp_path: Path, platform: str, python: str) -> None:
    """The program that an installed file starts is told from the file, whatever signs are in its path."""
    one = replace(machine(tmp_path, platform, Runner()), program=(python, "-P", "-m", "facecoach"))
    installed(one)
    found = timers.standing(reminder(one), one)
    assert found
    assert found[1] == python


@pytest.mark.parametrize("platform", PLATFORMS)
def test_nothing_installed(tmp_path: Path, platform: str) -> None:
    """Where nothing is installed nothing stands, nothing is removed, and no command is run."""
    run = Runner()
    one = machine(tmp_path, platform, run)
    assert timers.standing(reminder(one), one) is None
    assert timers.remove(reminder(one), one) == ()
    assert run.seen == []


def test_no_timers(tmp_path: Path) -> None:
    """A machine without a user's systemd has nothing to install to, whether it lacks the program or only its answer."""
    assert timers.planned(reminder(bare(tmp_path), SEVEN), bare(tmp_path)) is None
    mute = machine(tmp_path, "linux", Runner("show"))
    assert timers.planned(reminder(mute, SEVEN), mute) is None


def test_a_relative_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home that is named from the working directory is passed on from the root."""
    monkeypatch.chdir(tmp_path)
    one = reminder(machine(tmp_path, "linux", Runner(), FACECOACH_HOME="here"))
    assert one.env == (("FACECOACH_HOME", str(tmp_path / "here")),)


def test_other_folders(tmp_path: Path) -> None:
    """Folders that the environment names are passed on; those that are the usual ones need not be."""
    usual = machine(tmp_path, "linux", Runner(), XDG_DATA_HOME=str(tmp_path / ".local/share"))
    assert reminder(usual).env == ()
    moved = machine(tmp_path, "linux", Runner(), XDG_DATA_HOME="/data")
    assert reminder(moved).env == (("XDG_DATA_HOME", "/data"),)


@pytest.mark.parametrize("home", ["/a\nb", "/a\x1b[2J", "/a\udcff"])
def test_paths_that_no_file_holds(tmp_path: Path, home: str) -> None:
    """A path with a line break, a control character or bytes that are no text is refused in words."""
    with pytest.raises(CoachError, match="no timer can start"):
        reminder(machine(tmp_path, "linux", Runner(), FACECOACH_HOME=home))


def test_no_home() -> None:
    """Where nobody knows the home folder, nothing is written below some other."""
    with pytest.raises(CoachError, match="home folder is not known"):
        reminder(machine(Path("~"), "linux", Runner()))


def test_an_unwritable_folder(tmp_path: Path) -> None:
    """A file where the folder should be is an error in words."""
    (tmp_path / ".config").touch()
    with pytest.raises(CoachError, match="cannot be written"):
        installed(machine(tmp_path, "linux", Runner()))
