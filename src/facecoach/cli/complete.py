"""What the shell may complete."""

from __future__ import annotations

from facecoach.folders import bundled, folders


def routine_names(incomplete: str) -> list[str]:
    """Return the routines whose names begin so."""
    import os

    shelves = (folders(os.environ).routines, bundled())
    names = {
        path.stem for shelf in shelves if shelf.is_dir() for path in shelf.iterdir() if path.suffix in (".yaml", ".yml")
    }
    return sorted(name for name in names if name.startswith(incomplete))


def zone_names(incomplete: str) -> list[str]:
    """Return the zones whose names begin so."""
    from facecoach.knowledge.anatomy import ZONES

    return sorted(name for name in ZONES if name.startswith(incomplete))


def zone_lists(incomplete: str) -> list[str]:
    """Return the lists of zones, apart by commas, that go on so."""
    *given, last = incomplete.split(",")
    return [",".join((*given, name)) for name in zone_names(last) if name not in given]
