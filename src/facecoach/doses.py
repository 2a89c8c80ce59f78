"""How often a day a routine asks to be done, found without reading the rest of its file."""

from __future__ import annotations

import re
from pathlib import Path

_DAILY = re.compile(rb"^daily:[ \t]*['\"]?(\d{1,2})", re.MULTILINE)
_HEAD = 1024 * 1024


def dose(slug: str, *shelves: Path) -> int:
    """Return the `daily` of the routine called `slug` on the first of `shelves` that has it, or 1."""
    if not slug or "/" in slug or "\\" in slug:
        return 1
    for shelf in shelves:
        for suffix in (".yaml", ".yml"):
            try:
                with (shelf / f"{slug}{suffix}").open("rb") as file:
                    found = _DAILY.search(file.read(_HEAD))
            except (OSError, ValueError):
                continue
            return int(found[1]) if found else 1
    return 1
