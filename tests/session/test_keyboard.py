"""Where the program waits: keys and signals as commands."""

from __future__ import annotations

import os
import pty
import signal
import sys
from collections.abc import Iterator

import pytest

from facecoach.session.command import Command
from facecoach.session.keyboard import opened

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix thing")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Make standard input a terminal of which this is the other end."""
    other, own = pty.openpty()
    with os.fdopen(own, closefd=True) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield other


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        (b" ", Command.PAUSE), (b"n", Command.NEXT), (b"\x1b[C", Command.NEXT), (b"\x1b[D", Command.BACK),
        (b"+", Command.MORE), (b"-", Command.LESS), (b"q", Command.LEAVE), (b"Q", Command.LEAVE), (b"?", Command.HELP),
        (b"\x03", Command.INTERRUPT), (b"\x1a", Command.SUSPEND), (b"x", Command.OTHER), (b"\xc3\xa9", Command.OTHER),
    ],
)  # fmt: skip
def test_keys(terminal: int, typed: bytes, command: Command) -> None:
    """A key is a command."""
    with opened(keys=True) as keyboard:
        os.write(terminal, typed)
        assert keyboard(5) is command


def test_nothing_typed(terminal: int) -> None:
    """Without a key the wait ends without a command."""
    with opened(keys=True) as keyboard:
        assert keyboard(0.01) is None


def test_signals(terminal: int) -> None:
    """A signal is a command, whatever the program is waiting for."""
    with opened(keys=True) as keyboard:
        os.kill(os.getpid(), signal.SIGTERM)
        assert keyboard(5) is Command.TERMINATE


def test_a_terminal_that_hangs_up(terminal: int) -> None:
    """A terminal that is gone is the command to hang up."""
    with opened(keys=True) as keyboard:
        assert keyboard(0.01) is None
        os.close(terminal)
        assert keyboard(5) is Command.HANG_UP
