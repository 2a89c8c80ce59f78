"""The README's picture is what the program shows."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from picture import session, svg

DRAWING = Path(__file__).parents[1] / "docs" / "session.svg"


@pytest.mark.skipif("FACECOACH_WHEEL" in os.environ, reason="the wheel carries no docs")
def test_up_to_date(tmp_path: Path) -> None:
    """Its words are those of a session today, else `make picture` mends it, and nothing in it is from elsewhere."""
    shown = DRAWING.read_text(encoding="utf-8")
    words = re.compile(r">([^<]+)</text>")
    assert words.findall(shown) == words.findall(svg(session(tmp_path)))
    assert re.findall(r"https?://[^\"]+", shown) == ["http://www.w3.org/2000/svg"]
    assert len(shown) < 150_000
