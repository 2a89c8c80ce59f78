"""What people see, held against files that a reader can compare: `make goldens` writes them anew."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "goldens"
RENEWING = "FACECOACH_RENEW" in os.environ


def hold(name: str, lines: Iterable[str]) -> None:
    """Hold lines against the file of a name; where goldens are renewed, write it instead."""
    text = "".join(f"{line.rstrip()}\n" for line in lines)
    path = FOLDER / f"{name}.txt"
    if RENEWING:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.name} differs; `make goldens` renews it"
