"""Every cue of the bundled routines is heard in its time, with the slowest voice that is free to install."""

from __future__ import annotations

from shutil import which

import pytest

from hearing import measured


@pytest.mark.skipif(which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_heard_in_time() -> None:
    """No title and cue is still being spoken when its first hold, side or move is over."""
    late = [(slug, leg.title, seconds, there) for slug, leg, seconds, there in measured() if seconds > there]
    assert late == []
