"""The real program with a player that writes down when it was started: in time, and tidy however a session ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest

from facecoach.document import parse
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.sound.score import score

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the player is a script of the shell")

ROUTINE = """name: Short
change: 2s
steps:
  - {zone: jaw, reps: 2, hold: 2s, rest: 1s, cue: Open}
  - {zone: neck, for: 4s, side: each, cue: Glide}
"""
CLOCK = "import sys, time; open(sys.argv[1], 'a').write(f'{time.monotonic()} {sys.argv[2]}\\n')"


@contextmanager
def session(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a session with a player that writes down the time and its file, and then plays for a second."""
    for name in ("tools", "day"):
        (tmp_path / name).mkdir()
    player = tmp_path / "tools" / "pw-play"
    played = f'"{sys.executable}" -I -S -c "{CLOCK}" "{tmp_path}/log" "$2"'
    player.write_text(f"#!/bin/sh\n{played}\nexec sleep 1\n")
    player.chmod(0o700)
    (tmp_path / "short.yaml").write_text(ROUTINE)
    env = {**os.environ, "FACECOACH_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "day")}
    env["PATH"] = f"{tmp_path / 'tools'}:{os.environ['PATH']}"
    command = [sys.executable, "-m", "facecoach", "run", str(tmp_path / "short.yaml"), "--lead-in", "0"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        yield child


def log(tmp_path: Path) -> list[tuple[float, str]]:
    """Return when the player was started with which tone."""
    path = tmp_path / "log"
    lines = [line.split(" ") for line in path.read_text().splitlines()] if path.exists() else []
    return [(float(at), Path(file).stem.split("-")[0]) for at, file in lines]


def test_in_time(tmp_path: Path) -> None:
    """Every tone of a session starts, most of them within 100 ms of its moment."""
    with session(tmp_path) as child:
        out, err = child.communicate(timeout=60)
    played = log(tmp_path)
    due = [one for one in score(laid_out(Routine.model_validate(parse(ROUTINE.encode(), "").data))).heard if one.chime]
    late = [at - played[0][0] - (one.at - due[0].at) for (at, _), one in zip(played, due, strict=True)]
    assert [name for _, name in played] == [one.chime.name for one in due if one.chime]
    assert median(map(abs, late)) < 0.1
    assert b"pw-play" not in out + err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_left_after_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    """After Ctrl-C and the signals that end a program, its folder of tones is gone."""
    with session(tmp_path) as child:
        end = time.monotonic() + 20
        while not log(tmp_path) and time.monotonic() < end:
            time.sleep(0.02)
        assert len(list((tmp_path / "day").iterdir())) == 1
        child.send_signal(number)
        child.communicate(timeout=20)
    assert child.returncode == 128 + number
    assert list((tmp_path / "day").iterdir()) == []
