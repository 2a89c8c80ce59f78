"""What makes up an installed reminder: files, the commands that begin and end it, and what the system leaves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

Commands = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be written; `encoding` is that which the system reads."""

    path: Path
    text: str
    encoding: str = "utf-8"

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.text.encode(self.encoding)


@dataclass(frozen=True, slots=True)
class Setup:
    """A reminder as one system has it.

    `begin` are commands that must succeed; those `before` them, at the `end` and `after` it may fail. `traces` are
    files that the system adds, and `folders` those that go with the files where nothing else is in them.
    """

    system: str
    papers: tuple[Paper, ...] = ()
    before: Commands = ()
    begin: Commands = ()
    end: Commands = ()
    after: Commands = ()
    traces: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
