"""A routine's file, and what is known of it: as a name on the shelf, at a glance, and read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from facecoach.document import Document
    from facecoach.errors import Finding
    from facecoach.knowledge.loads import Load
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
    """An entry and the routine its file holds, which is a `document` too; `digest` tells that file from any other."""

    entry: Entry
    routine: Routine
    digest: str
    document: Document


class Weight(NamedTuple):
    """What only safety knows of a routine: the conditions that rule it out with the reasons, whether it asks first.

    `loads` are what its moves ask of a face beside touch; `findings` are what the safety rules find in it, as far as
    no comment in its file allows them.
    """

    bars: Mapping[str, str]
    asks: bool
    loads: tuple[Load, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A routine at a glance.

    `bars` says which conditions rule it out, and why; `avoid_if` are those that its file names; `asks` is whether it
    has questions to ask before its first session, `loads` are what its moves ask of a face beside touch, and `findings`
    what the safety rules find in one that is not bundled.
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
    loads: tuple[Load, ...] = ()
    findings: tuple[Finding, ...] = ()
