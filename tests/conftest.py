"""The one fixture most tests need."""

from __future__ import annotations

from pathlib import Path

import pytest

from world import Coach


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    """Return a coach whose home is an empty folder that does not exist yet."""
    return Coach(tmp_path / "home")
