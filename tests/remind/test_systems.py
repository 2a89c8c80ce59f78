"""What each system's files say, as its own checker or a parser reads them."""

from __future__ import annotations

import base64
import os
import plistlib
import shutil
import subprocess
from dataclasses import replace
from datetime import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from facecoach.remind import cron, launchd, systemd, windows
from facecoach.remind.machine import Machine
from facecoach.remind.notice import Notice, shown_by
from facecoach.remind.reminder import Reminder, reminder
from world import bare

ANALYZE = shutil.which("systemd-analyze")
judged = pytest.mark.skipif(not ANALYZE, reason="systemd's own checker is not here")
ODD = 'it\'s "odd" 100%n & <b> $HOME back\\slash'
TIMES = (time(7, 30), time(21, 5))


def machine(home: Path, platform: str, **env: str) -> Machine:
    """Return a machine of a platform with every program."""
    return replace(bare(home), platform=platform, env=env, which=lambda name: f"/bin/{name}")


def made(home: Path, platform: str = "linux", *, on: tuple[str, ...] = ("mon", "sun")) -> Reminder:
    """Return a reminder of a program that prints its arguments and variables, in a folder of an odd name."""
    folder = home / ODD
    folder.mkdir(parents=True, exist_ok=True)
    python = folder / "python 3"
    python.write_text('#!/bin/sh\nprintf "%s|" "$FACECOACH_HOME" "$@"\n')
    python.chmod(0o755)
    one = replace(machine(home, platform, FACECOACH_HOME=str(folder)), program=(str(python), "-P", "-m", "facecoach"))
    return reminder(one, TIMES, on)


def analyzed(*args: str) -> subprocess.CompletedProcess[str]:
    """Ask systemd's checker."""
    assert ANALYZE
    env = {**os.environ, "XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR", "/tmp")}  # noqa: S108 - only looked at
    return subprocess.run([ANALYZE, *args], env=env, capture_output=True, text=True, check=False, timeout=60)


@judged
@pytest.mark.parametrize("home", ["plain", ODD])
def test_systemd_verifies(tmp_path: Path, home: str) -> None:
    """systemd finds nothing to remark in the files, and the program where it is, whatever signs are in its path."""
    one = made(tmp_path / home)
    setup = systemd.setup(one, machine(tmp_path, "linux", XDG_CONFIG_HOME=str(tmp_path / "config")))
    for paper in setup.papers:
        paper.path.parent.mkdir(parents=True, exist_ok=True)
        paper.path.write_bytes(paper.data)
    ran = analyzed("verify", "--user", *(str(paper.path) for paper in setup.papers))
    told = [line for line in (ran.stdout + ran.stderr).splitlines() if one.name in line]
    assert (ran.returncode, told) == (0, [])


@judged
def test_systemd_sees_a_missing_program(tmp_path: Path) -> None:
    """The checker would see a path that is written wrongly: it names one that is not there."""
    one = made(tmp_path)
    setup = systemd.setup(replace(one, command=("/no/such program", *one.command[1:])), machine(tmp_path, "linux"))
    for paper in setup.papers:
        paper.path.parent.mkdir(parents=True, exist_ok=True)
        paper.path.write_bytes(paper.data)
    ran = analyzed("verify", "--user", *(str(paper.path) for paper in setup.papers))
    assert "/no/such program" in ran.stdout + ran.stderr


@judged
def test_systemd_times(tmp_path: Path) -> None:
    """systemd reads the times as they were meant, on weekdays and daily."""
    for on, days in ((("mon", "sun"), "Mon,Sun "), ((), "")):
        for text, at in zip(systemd.calendars(made(tmp_path, on=on)), TIMES, strict=True):
            ran = analyzed("calendar", text)
            assert ran.returncode == 0
            assert f"Normalized form: {days}*-*-* {at:%H:%M}:00" in ran.stdout


def test_systemd_words(tmp_path: Path) -> None:
    """What systemd would fill in is doubled or switched off, and quotes are escaped."""
    one = Reminder(TIMES, (), ("/a b 5%/$x", "-m", "facecoach"), (("FACECOACH_HOME", "/c 5%"),))
    text = systemd.service(one)
    assert 'ExecStart=:"/a b 5%%/$x" -m facecoach\n' in text
    quoted = systemd.service(replace(one, command=('/a "b"', "-m", "facecoach")))
    assert '"$@\\"" "/a \\"b\\"" -m facecoach\n' in quoted
    assert 'Environment="FACECOACH_HOME=/c 5%%"\n' in text
    assert "Persistent=true" in systemd.setup(one, machine(tmp_path, "linux")).papers[1].text


def test_launchd(tmp_path: Path) -> None:
    """The agent's file is a property list with program, variables and times; Sunday is 0."""
    one = made(tmp_path, "darwin")
    (paper,) = launchd.setup(one, machine(tmp_path, "darwin")).papers
    told = plistlib.loads(paper.data)
    assert told["ProgramArguments"] == list(one.command)
    assert told["EnvironmentVariables"] == dict(one.env)
    assert told["Label"] == paper.path.stem
    assert {"Weekday": 0, "Hour": 21, "Minute": 5} in told["StartCalendarInterval"]
    assert len(told["StartCalendarInterval"]) == 4
    daily = plistlib.loads(launchd.setup(made(tmp_path, "darwin", on=()), machine(tmp_path, "darwin")).papers[0].data)
    assert daily["StartCalendarInterval"] == [{"Hour": 7, "Minute": 30}, {"Hour": 21, "Minute": 5}]


NAMESPACE = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}


def test_windows(tmp_path: Path) -> None:
    """The task is XML in UTF-16 with program, times, weekdays and a start that is made up for."""
    one = made(tmp_path, "win32")
    (paper,) = windows.setup(one, machine(tmp_path, "win32")).papers
    root = ET.fromstring(paper.data)  # noqa: S314 - it is our own
    assert paper.data[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert root.findtext(".//t:Command", namespaces=NAMESPACE) == one.command[0]
    assert [node.text for node in root.findall(".//t:StartBoundary", NAMESPACE)] == [
        "2020-01-01T07:30:00",
        "2020-01-01T21:05:00",
    ]
    assert {node.tag.partition("}")[2] for node in root.findall(".//t:DaysOfWeek/*", NAMESPACE)} == {
        "Monday",
        "Sunday",
    }
    assert root.findtext(".//t:StartWhenAvailable", namespaces=NAMESPACE) == "true"


def test_windows_home(tmp_path: Path) -> None:
    """The home reaches a task's program although a task has no variables, and nothing in it is filled in."""
    one = made(tmp_path, "win32")
    *_, code = windows._started(one)  # noqa: SLF001 - the words before they are quoted
    assert not set(code) & set("%$")
    script = code.partition("; runpy.")[0]
    ran = subprocess.run(
        ["/usr/bin/env", "python3", "-c", f"{script}; print(os.environ['FACECOACH_HOME'], sys.argv[1:])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout == f"{tmp_path / ODD} ['remind', '--now']\n"


def cron_reads(line: str) -> tuple[str, str]:
    """Return the times and the command of a crontab's line as Vixie cron reads them: up to a bare percent sign."""
    *times, command = line.split(maxsplit=5)
    read, escaped = "", False
    for char in command:
        if char == "%" and not escaped:
            break
        read = read[:-1] + char if escaped and char == "%" else read + char
        escaped = char == "\\" and not escaped
    return " ".join(times), read


def test_cron(tmp_path: Path) -> None:
    """A crontab's line, past cron's own signs and a shell, starts the program with its arguments and home."""
    one = made(tmp_path)
    for line, times in zip(cron.lines(one, "linux"), ("30 7 * * 1,0", "5 21 * * 1,0"), strict=True):
        when, command = cron_reads(line)
        assert when == times
        ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
        assert ran.stdout == f"{tmp_path / ODD}|-P|-m|facecoach|remind|--now|"
    assert cron.lines(made(tmp_path, on=()), "freebsd")[0].startswith("30 7 * * * FACECOACH_HOME=")


HOSTILE = Notice("facecoach", '-e $(touch x) `id` \'; "rm" <b>Jaw</b> & neck \u2019')


def test_text_is_no_command(tmp_path: Path) -> None:
    """A routine's name reaches each notifier as one argument or encoded, and never as markup."""
    linux = shown_by(HOSTILE, machine(tmp_path, "linux"))
    assert linux
    assert linux[:3] == ("/bin/notify-send", "--app-name=facecoach", "--")
    assert not set(linux[-1]) & set("<>&")
    mac = shown_by(HOSTILE, machine(tmp_path, "darwin"))
    assert mac
    assert mac[-2:] == (HOSTILE.title, HOSTILE.body)
    win = shown_by(HOSTILE, machine(tmp_path, "win32"))
    assert win
    script = base64.b64decode(win[-1]).decode("utf-16-le")
    assert base64.b64encode(HOSTILE.body.encode()).decode() in script
    assert "touch" not in script
    assert "{{" not in script


def test_no_notifier(tmp_path: Path) -> None:
    """Where no program shows notifications there is no command."""
    assert shown_by(HOSTILE, bare(tmp_path)) is None
