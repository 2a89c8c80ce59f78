"""A routine's file, and what is known of it: as a name on the shelf, at a glance, and read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from facecoach.routine.model import Routine

Origin = Literal["user", "bundled", "path"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A routine's file: the name it is called by, where it lies, and whose it is.

    `hides` is whether it takes the place of a bundled routine of the same name; `asked` finds it again from any working
    directory: its name, or its absolute path.
    """

    slug: str
    path: Path
    origin: Origin
    hides: bool = False
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An entry and the routine its file holds; `digest` tells that file from any other."""

    entry: Entry
    routine: Routine
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A routine at a glance.

    `bars` says which conditions rule it out, and why; `avoid_if` are those that its file names; `asks` is whether it
    has questions to ask before its first session.
    """

    entry: Entry
    digest: str
    name: str
    seconds: float
    when: str
    daily: int
    zones: tuple[str, ...]
    avoid_if: tuple[str, ...]
    bars: Mapping[str, str]
    asks: bool
