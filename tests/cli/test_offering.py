"""The real program in a pseudo-terminal: today is shown, and whatever ends it, the terminal is as it was."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from terminal import Terminal, terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix thing")

SHOWN, GIVEN = b"leaves", b"\x1b[?25h"
ENTERED = b"\x1b[?1049h"


def shown(term: Terminal) -> bytes:
    """Wait until the page is there and return what was sent."""
    sent = term.read(20, until=SHOWN)
    assert SHOWN in sent
    return sent


def ended(term: Terminal) -> tuple[int | None, bool, bool]:
    """Return the code, whether the modes are as they were, and whether the cursor is shown."""
    term.read(10)
    term.wait(10)
    cursor = term.sent.rfind(GIVEN) > term.sent.rfind(b"\x1b[?25l")
    return term.status, term.clean, cursor


@pytest.mark.parametrize(("key", "code"), [("x", 0), ("q", 0), ("\x1b", 0), ("\x03", 130), ("\x04", 0)])
def test_keys_leave(tmp_path: Path, key: str, code: int) -> None:
    """Any key leaves, also Esc alone; Ctrl-C with its own code; echo, lines and cursor are back."""
    with terminal(tmp_path, size=(80, 24)) as term:
        shown(term)
        term.type(key)
        assert ended(term) == (code, True, True)
        assert ENTERED not in term.sent


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=str
)
def test_signals_leave(tmp_path: Path, number: int, code: int) -> None:
    """A signal leaves with its own code, and echo, lines and cursor are back."""
    with terminal(tmp_path, size=(80, 24)) as term:
        shown(term)
        term.signal(number)
        assert ended(term) == (code, True, True)


def test_a_terminal_that_takes_nothing(tmp_path: Path) -> None:
    """Where the terminal takes no output, a signal still ends it soon, and the modes are back."""
    with terminal(tmp_path, size=(80, 24)) as term:
        shown(term)
        time.sleep(1)
        for key in ["\x13", *["\x1b[B"] * 9, "x"]:
            term.type(key)
            time.sleep(0.1)
        term.signal(signal.SIGTERM)
        assert term.wait(10) < 5
        assert (term.status, term.clean) == (143, True)


def test_enter_starts_the_session(tmp_path: Path) -> None:
    """Enter starts the session on a screen of its own, which ends with the code of `run`."""
    with terminal(tmp_path, size=(80, 24)) as term:
        shown(term)
        term.type("\r")
        assert ENTERED in term.read(20, until=ENTERED)
        term.read(2, until=b"get ready")
        term.type("qq")
        assert ended(term) == (3, True, True)


def test_enter_typed_too_soon_counts(tmp_path: Path) -> None:
    """Who presses Enter before the page is there starts at once."""
    with terminal(tmp_path, size=(80, 24)) as term:
        term.type("\r")
        assert ENTERED in term.read(20, until=ENTERED)


def test_stopped_and_continued(tmp_path: Path) -> None:
    """Ctrl-Z leaves the page standing and gives the cursor back; when the program goes on, the page is there again."""
    with terminal(tmp_path, size=(80, 24)) as term:
        shown(term)
        time.sleep(1)
        term.read(1)
        before = len(term.sent)
        term.signal(signal.SIGTSTP)
        assert GIVEN in term.read(10, until=GIVEN)
        assert SHOWN in term.read(10, until=SHOWN) or SHOWN in term.sent[before:].split(GIVEN)[1]
        term.type("x")
        assert ended(term) == (0, True, True)
