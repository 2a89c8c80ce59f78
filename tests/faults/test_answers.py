"""The real program in a terminal that says nothing of itself, says it late, or says what nobody understands."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import struct
import termios
from pathlib import Path
from time import monotonic

import pytest

from facecoach.screen.answer import QUESTION
from lines import session
from terminal import Terminal, terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix thing")

ASKED = QUESTION.encode()
KITTY = "\x1b_Gi=31;OK\x1b\\\x1b[6;20;10t\x1b[?2026;2$y\x1b[?62;22c"
RUN = ("run", "morning", "--no-log", "--sound", "none", "--lead-in", "0")
LEFT = b"\x1b[?1049l"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home in which the cautions are read."""
    (tmp_path / "journal.jsonl").write_text(json.dumps(session("2026-01-01", seconds=0)) + "\n")
    return tmp_path


def unread(started: Terminal) -> int:
    """Return how many bytes wait for whoever reads the keys next."""
    return int(struct.unpack("i", fcntl.ioctl(started.other, termios.FIONREAD, bytes(4)))[0])


def left(started: Terminal) -> None:
    """Leave the session, and read what it sends to its end."""
    started.signal(signal.SIGTERM)
    started.read(5, until=LEFT)
    started.wait(10)


@pytest.mark.parametrize("answer", ["", "\x1b[?;c\x1b_Gx\x1b\\\x1b[9;9;9t", "\x1b[?62;22c"])
def test_cells_without_an_answer(home: Path, answer: str) -> None:
    """A terminal that says nothing, or nothing of use, has its picture before it is asked, and shows cells."""
    with terminal(home, *RUN) as started:
        begun = started.read(20, until=ASKED)
        assert "▄".encode() in begun or "▀".encode() in begun
        if answer:
            started.type(answer)
        later = started.read(1.5)
        assert b"\x1b_Ga=p" not in later
        assert len(later) > 200
        left(started)
        assert (started.clean, unread(started)) == (True, 0)


def test_an_answer_is_heard(home: Path) -> None:
    """A terminal that answers at once shows pixels, and is remembered; all of it is taken away at the end."""
    with terminal(home, *RUN) as started:
        started.read(20, until=ASKED)
        started.type(KITTY)
        assert b"\x1b_Ga=p" in started.read(5, until=b"\x1b_Ga=p")
        left(started)
        assert b"\x1b_Ga=d,d=A" in started.sent
        assert (started.clean, unread(started)) == (True, 0)
    assert (home / "terminals.json").exists()


def test_a_late_answer_reaches_nobody(home: Path) -> None:
    """An answer that comes late is no key of the session's, and none of the shell's that comes after it."""
    with terminal(home, *RUN) as started:
        started.read(20, until=ASKED)
        begun = monotonic()
        started.signal(signal.SIGTERM)
        started.read(0.1)
        started.type(KITTY)
        started.read(5, until=LEFT)
        started.wait(10)
        assert unread(started) == 0
        assert monotonic() - begun < 2


def test_late_is_no_key(home: Path) -> None:
    """An answer that comes in the midst of a session, in pieces, changes nothing in it."""
    with terminal(home, *RUN) as started:
        started.read(20, until=ASKED)
        started.read(0.5)
        for piece in (KITTY[:3], KITTY[3:19], KITTY[19:-4], KITTY[-4:]):
            started.type(piece)
            started.read(0.2)
        later = started.read(1)
        assert b"\x1b_Ga=p" not in later
        left(started)
        assert started.status == 143
