"""A terminal that is slow, stopped or gone holds nothing up: signals, keys, clock and record go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lines import session

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix thing")
if os.name != "nt":
    from terminal import terminal

BUSY = ("run", "morning", "--lead-in", "0", "--from", "3", "--sound", "none")
PROMPTLY = 1.0
# Takes the terminal's buffer away at once, as ten seconds of pictures would.
STALLED = """
import facecoach.screen.live.outlet as outlet
outlet.CHUNK = 4096
from facecoach.screen.live import stages
show = stages.Panels.show
def flood(self, session, manner):
    if session.seconds > 1 and not getattr(self, "flooded", False):
        self.flooded = True
        self._surface._outlet.write("\\x1b[H" + " " * 300_000)
    show(self, session, manner)
stages.Panels.show = flood
from facecoach.start import run
run()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home in which the routine was done before, so that its cautions are not shown again."""
    with (tmp_path / "journal.jsonl").open("w", encoding="utf-8") as file:
        print(json.dumps(session("2026-01-01", seconds=0)), file=file)
    return tmp_path


def worked(home: Path) -> float:
    """Return the seconds of the last session in the journal."""
    rows = (home / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    return float(json.loads(rows[-1])["seconds"])


@pytest.mark.parametrize(
    ("ending", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), ("\x03", 130)]
)
def test_a_stopped_reader(home: Path, ending: int | str, code: int) -> None:
    """Where nobody reads, a session ends within a second all the same, kept, with the terminal as it was."""
    with terminal(home, *BUSY, code=STALLED) as one:
        one.read(5, until=b"\x1b[?1049h")
        time.sleep(11)
        one.type(ending) if isinstance(ending, str) else one.signal(ending)
        assert one.wait(5) < PROMPTLY
        assert (one.status, one.clean) == (code, True)
        assert b"\x1b[?1049l" in one.read(1)
    assert worked(home) > 10


def test_a_terminal_stopped_by_hand(home: Path) -> None:
    """Ctrl-S stops the pictures; Ctrl-C ends the session and gives the screen back."""
    with terminal(home, *BUSY, code=STALLED) as one:
        one.read(1)
        one.type("\x13")
        time.sleep(1.5)
        one.type("\x03")
        assert one.wait(5) < PROMPTLY
        assert b"\x1b[?1049l" in one.read(1)


def test_a_slow_link_is_no_sleep(home: Path) -> None:
    """At 10 kB a second pictures are dropped, and the time counts; a key is heard."""
    with terminal(home, *BUSY) as one:
        shown = one.read(13, rate=10_000)
        assert b"away" not in shown
        one.type("qq")
        one.read(5, until=b"\x1b[?1049l")
        one.read(2)
        assert one.status == 3
    assert worked(home) > 10


def test_the_first_picture_is_small(home: Path) -> None:
    """What is sent before anything is seen takes two seconds of a slow link at most, a page of cautions too."""
    for folder in (home, home / "new"):
        folder.mkdir(exist_ok=True)
        with terminal(folder, "run", "morning", "--sound", "none") as one:
            assert len(one.read(3, until=b"\x1b[?2026l")) <= 20_000


def test_a_closed_window(home: Path) -> None:
    """When the window is closed, the session is written down and the code says so."""
    with terminal(home, *BUSY) as one:
        one.read(5, until=b"\x1b[?2026l")
        one.read(11)
        spare = os.open(os.devnull, os.O_RDONLY)
        os.dup2(spare, one.file)
        one.wait(5)
        assert one.status == 129
    assert worked(home) > 10


def test_lines_nobody_takes(home: Path) -> None:
    """A pipe that nobody reads holds up neither the session nor its end by a signal."""
    code = "import sys\nfrom facecoach.start import run\nrun()"
    env = {**os.environ, "FACECOACH_HOME": str(home)}
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    while True:
        try:
            os.write(writing, b"x" * 4096)
        except BlockingIOError:
            break
    os.set_blocking(writing, True)
    command = [sys.executable, "-c", code, *BUSY, "--json"]
    with subprocess.Popen(command, env=env, stdout=writing, stderr=subprocess.DEVNULL) as child:
        time.sleep(12)
        begun = time.monotonic()
        child.send_signal(signal.SIGTERM)
        assert child.wait(5) == 143
        assert time.monotonic() - begun < PROMPTLY
    os.close(reading)
    os.close(writing)
    assert worked(home) > 10


def test_in_the_background(tmp_path: Path) -> None:
    """A session in the background leaves the screen to the shell: it is lines."""
    aside = "import os, sys\nif os.fork():\n    os.wait(); sys.exit()\nos.setpgid(0, 0)\n"
    with terminal(tmp_path, "run", "quick", code=f"{aside}from facecoach.start import run; run()") as one:
        shown = one.read(10, until=b"1/")
        assert b"\x1b[?1049h" not in shown
        assert b"Starting in" in shown


def test_an_absurd_size(tmp_path: Path) -> None:
    """A terminal that says it is 65,535 cells wide and high shows a session all the same, and one of none too."""
    for size in ((65535, 65535), (0, 0)):
        with terminal(tmp_path, "run", "quick", size=size) as one:
            assert b"\x1b[?2026l" in one.read(5, until=b"\x1b[?2026l")


def test_an_absurd_environment(tmp_path: Path) -> None:
    """COLUMNS and LINES do not win over the terminal's own size."""
    with terminal(tmp_path, "run", "quick", env={"COLUMNS": "3", "LINES": "2"}) as one:
        assert b"\x1b[30;1H" in one.read(5, until=b"\x1b[?2026l")
