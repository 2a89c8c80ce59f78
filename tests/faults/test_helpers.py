"""Voices, players and other helpers that hang, multiply or will not go: they hold nothing up, and none is left."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="process groups are a Unix thing")

ROUTINE = "name: Short\nsteps:\n  - {zone: jaw, for: 4s, cue: Circle}\n  - {zone: neck, for: 4s, cue: Glide}\n"
HOSTILE = {
    "deaf": "trap '' TERM INT HUP\nsleep 300 & sleep 300",
    "stopped": "kill -STOP $$",
    "loud": "while :; do echo noise; echo noise >&2; done",
    "crashing": "exit 3",
    "missing": "",
    "child": "(trap '' TERM; sleep 300) & exec cat >/dev/null",
}


def left(mark: str, seconds: float) -> list[str]:
    """Return the processes that still carry a mark after some seconds at most: what guards them notices by itself."""
    end = time.monotonic() + seconds
    while (found := living(mark)) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def living(mark: str) -> list[str]:
    """Return the processes that carry a mark in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are counted in /proc")
@pytest.mark.parametrize("name", ["espeak-ng", "pw-play"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_helper(tmp_path: Path, kind: str, name: str) -> None:
    """Whatever a voice or a player does, the session keeps its time, ends, and leaves no process and no file."""
    tools, day = tmp_path / "tools", tmp_path / "day"
    tools.mkdir()
    day.mkdir()
    helper = tools / name
    if HOSTILE[kind]:
        helper.write_text(f"#!/bin/sh\n{HOSTILE[kind]}\n")
        helper.chmod(helper.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "short.yaml").write_text(ROUTINE)
    mark = f"FACECOACH_MARK={tmp_path}"
    env = {
        **os.environ,
        "FACECOACH_HOME": str(tmp_path),
        "PATH": f"{tools}:/usr/bin:/bin",
        "FACECOACH_MARK": str(tmp_path),
        "XDG_RUNTIME_DIR": str(day),
    }
    command = [sys.executable, "-m", "facecoach", "run", str(tmp_path / "short.yaml"), "--voice", "--lead-in", "0"]
    begun = time.monotonic()
    result = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert (result.returncode, "Traceback" in result.stderr) == (0, False)
    assert 8 <= time.monotonic() - begun < 13
    assert left(mark, 1) == []
    assert list(day.glob("facecoach-*")) == []


def test_text_is_never_a_command() -> None:
    """What a routine says reaches a voice as one argument or on its input, also when it looks like an option."""
    from facecoach.session.voice import TEXT, VOICES

    assert all(command[-2:] == ("--", TEXT) or TEXT not in command for command in VOICES)
    assert not any("pipe" in part for command in VOICES for part in command)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are counted in /proc")
def test_a_voice_dies_with_a_killed_session(tmp_path: Path) -> None:
    """Where the session itself is killed, the voice it started goes too."""
    code = (
        "import time; from facecoach.processes import Helper\n"
        "Helper(['/bin/sh', '-c', \"trap '' TERM HUP; sleep 300 & sleep 300\"], '')\n"
        "print(1, flush=True); time.sleep(60)"
    )
    env = {**os.environ, "FACECOACH_MARK": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.read(1)
        child.kill()
    assert left(f"FACECOACH_MARK={tmp_path}", 5) == []
