"""A scene is a plain value, and quick to import."""

from __future__ import annotations

import subprocess
import sys

from facecoach.face.scene import Scene


def test_value() -> None:
    """Scenes that show the same are the same."""
    assert len({Scene(zones=("jaw",)), Scene(zones=("jaw",)), Scene(zones=("chin",))}) == 2


def test_imports() -> None:
    """Scenes, motion and cells load no painting."""
    code = (
        "import sys, facecoach.face.scene, facecoach.face.motion, facecoach.face.cells; sys.exit('PIL' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 0
