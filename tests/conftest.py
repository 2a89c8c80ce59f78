"""The one fixture most tests need, and no deadline for a test on a busy machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from world import Coach

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    """Return a coach whose home is an empty folder that does not exist yet."""
    return Coach(tmp_path / "home")
