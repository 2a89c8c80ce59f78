"""The real program in a pseudo-terminal: it leaves the terminal as it found it, whatever ends it."""

from __future__ import annotations

import json
import os
import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix thing")

ROUTINE = "name: Long\nsteps:\n  - {zone: jaw, for: 90s, cue: Circle slowly}\n"
ENTERED, LEFT = "\x1b[?1049h", "\x1b[?1049l"


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., Any]:
    """Return a function that starts the program in a terminal of 80x24."""
    routine = tmp_path / "long.yaml"
    routine.write_text(ROUTINE)

    def spawn(*args: str, **env: str) -> Any:
        surroundings = {
            **os.environ,
            "FACECOACH_HOME": str(tmp_path / "home"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **env,
        }
        for name in ("NO_COLOR", "COLUMNS", "LINES"):
            if name not in env:
                surroundings.pop(name, None)
        command = ["-m", "facecoach", "run", str(routine), "--lead-in", "0", "--sound", "none", *args]
        child: Any = pexpect.spawn(
            sys.executable,
            command,
            env=surroundings,
            dimensions=(24, 80),
            encoding="utf-8",
            codec_errors="replace",
            timeout=30,
        )
        child.before_modes = termios.tcgetattr(child.child_fd)[3]
        return child

    return spawn


def ended(child: Any) -> tuple[str, int]:
    """Return everything since the last match, and the exit code, once the program has ended."""
    child.expect(pexpect.EOF)
    modes = termios.tcgetattr(child.child_fd)[3] if child.child_fd >= 0 else child.before_modes
    child.close()
    assert modes == child.before_modes
    return child.before, child.exitstatus if child.exitstatus is not None else -child.signalstatus


def running(child: Any) -> None:
    """Wait until the countdown is seen and keys are read."""
    child.expect_exact("Circle slowly")
    child.delaybeforesend = 0.6


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda child: child.send("qq"), 3),
        (lambda child: child.send("\x03"), 130),
        (lambda child: child.kill(signal.SIGTERM), 143),
        (lambda child: child.kill(signal.SIGHUP), 129),
        (lambda child: child.kill(signal.SIGINT), 130),
    ],
    ids=["q", "ctrl-c", "term", "hup", "int"],
)
def test_terminal_is_left_as_found(start: Callable[..., Any], end: Callable[[Any], object], code: int) -> None:
    """However a session ends, the main screen, the cursor and the echo are back, and the code says how."""
    child = start()
    child.expect_exact(ENTERED)
    running(child)
    end(child)
    output, status = ended(child)
    assert (LEFT in output, "\x1b[?25h" in output, status) == (True, True, code)


def test_resize_to_nothing_and_back(start: Callable[..., Any]) -> None:
    """A resize to 8x2 and back never breaks it."""
    child = start()
    running(child)
    child.setwinsize(2, 8)
    child.expect_exact("\x1b[2J")
    child.setwinsize(30, 100)
    child.expect_exact("Circle slowly")
    child.send("qq")
    assert ended(child)[1] == 3


def test_stopped_and_continued(start: Callable[..., Any]) -> None:
    """A process stopped for more than two seconds comes back paused and says how long it was away."""
    child = start()
    running(child)
    child.kill(signal.SIGSTOP)
    with pytest.raises(pexpect.TIMEOUT):
        child.expect_exact("never", timeout=2.6)
    child.kill(signal.SIGCONT)
    child.expect("away for [23] s")
    child.send("qq")
    assert ended(child)[1] == 3


def test_dumb_terminal_gets_lines(start: Callable[..., Any]) -> None:
    """`TERM=dumb` gets plain lines, without a single code."""
    child = start(TERM="dumb")
    running(child)
    child.send("\x03")
    output, status = ended(child)
    assert ("\x1b" in output, status) == (False, 130)


def test_no_color(start: Callable[..., Any]) -> None:
    """`NO_COLOR` draws in dots, without colours."""
    child = start(NO_COLOR="1")
    child.expect("[\u2801-\u28ff]{2}")
    child.send("qq")
    output, _ = ended(child)
    assert "38;2" not in child.before + output


def test_killed_and_recovered(start: Callable[..., Any], tmp_path: Path) -> None:
    """`kill -9` leaves a file from which the session can be taken up again."""
    child = start()
    running(child)
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    child.close()
    assert json.loads((tmp_path / "home" / "running.json").read_text())["routine"] == "long"
    again = start("--resume")
    running(again)
    again.send("qq")
    assert ended(again)[1] == 3
