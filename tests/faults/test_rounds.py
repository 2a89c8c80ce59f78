"""A short stretch of the random faults that `make faults` plays at length."""

from __future__ import annotations

import os
import sys

import pytest

if sys.platform == "linux":
    from rounds import play


@pytest.mark.skipif(sys.platform != "linux", reason="it counts processes in /proc")
@pytest.mark.parametrize("seed", [1, 2])
def test_rounds(seed: int) -> None:
    """Nothing acknowledged is lost, nothing counted twice, no terminal in a mess, no process left."""
    assert play(float(os.environ.get("FACECOACH_ROUNDS", "12")), seed)
