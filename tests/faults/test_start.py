"""A Ctrl-C in the first moments ends the program without a traceback, and leaves the terminal as it was."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are a Unix thing")
if os.name != "nt":
    from terminal import terminal


CODE = "from facecoach.start import run; print('<>', end='', flush=True); run()"  # Python's own start is not ours


@pytest.mark.parametrize("delay", [0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.25, 0.3, 0.4])
def test_an_early_interrupt(tmp_path: Path, delay: float) -> None:
    """Whenever it comes, there is no traceback."""
    with terminal(tmp_path, "run", "quick", code=CODE) as one:
        one.read(10, until=b"<>")
        time.sleep(delay)
        one.type("\x03")
        told = one.read(3)
        assert b"Traceback" not in told
        assert one.ended
        assert one.status in (-2, 130)
        assert one.clean
        assert told.count(b"\x1b[?1049h") == told.count(b"\x1b[?1049l")
