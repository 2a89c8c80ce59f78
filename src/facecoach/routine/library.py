"""The routines there are, by name, one's own first and then the bundled ones; and the exercises they use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from facecoach.document import MAX_BYTES
from facecoach.errors import CoachError, FaultyFile
from facecoach.form import load
from facecoach.routine.exercise import Exercise, Exercises
from facecoach.routine.model import Routine
from facecoach.routine.reader import read
from facecoach.words import guess

Origin = Literal["user", "bundled", "path"]
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A routine's file: the name it is called by, where it lies, and whose it is.

    `hides` says that a bundled routine of the same name stands behind it.
    """

    slug: str
    path: Path
    origin: Origin
    hides: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """An entry and the routine its file holds."""

    entry: Entry
    routine: Routine


@dataclass(frozen=True, slots=True)
class Library:
    """Two shelves of routine files: the user's own folder, and the bundled one."""

    own: Path
    stock: Path

    def entries(self) -> tuple[Entry, ...]:
        """Return every routine by name, one's own in place of a bundled one of the same name."""
        found = {path.stem: Entry(path.stem, path, "bundled") for path in _yaml_files(self.stock)}
        found |= {entry.slug: entry for entry in self.own_entries()}
        return tuple(found[slug] for slug in sorted(found))

    def own_entries(self) -> tuple[Entry, ...]:
        """Return the user's own routines by name."""
        stock = {path.stem for path in _yaml_files(self.stock)}
        return tuple(Entry(path.stem, path, "user", path.stem in stock) for path in _yaml_files(self.own))

    def find(self, name: str) -> Entry:
        """Return the entry for a name, or for a path to a file; raises CoachError with the near miss."""
        if "/" in name or "\\" in name or name.endswith(SUFFIXES):
            return Entry(readable(Path(name).stem), Path(name), "path")
        entries = {entry.slug: entry for entry in self.entries()}
        if name in entries:
            return entries[name]
        hint = guess(name, entries, "`facecoach list` shows what there is")
        raise CoachError(f"there is no routine `{name[:60]}`", hint)

    def load(self, name: str) -> Loaded:
        """Return the routine of a name or path; raises CoachError or FaultyFile."""
        return self.opened(self.find(name))

    def opened(self, entry: Entry) -> Loaded:
        """Return an entry with its routine; raises CoachError or FaultyFile."""
        return Loaded(entry, read(contents(entry.path), str(entry.path), self.exercises))

    def exercises(self) -> Exercises:
        """Return the exercises by name."""
        return exercises(self.stock / "exercises")

    def loaded(self) -> Iterator[Loaded | FaultyFile | CoachError]:
        """Return every routine, or in its place what is wrong with its file."""
        for entry in self.entries():
            try:
                yield self.opened(entry)
            except CoachError as fault:
                yield fault


@cache
def exercises(folder: Path) -> Exercises:
    """Return the exercises in a folder by name; raises CoachError or FaultyFile."""
    return {path.stem: load(Exercise, contents(path), str(path)) for path in _yaml_files(folder)}


def contents(path: Path) -> bytes:
    """Return a file's bytes, at most one more than a routine may have; raises CoachError for what is no file."""
    try:
        if path.exists() and not path.is_file():
            raise CoachError(f"`{path}` is not a file", "name a `.yaml` file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CoachError(f"there is no file `{path}`", "`facecoach list` shows the routines there are") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "not a path"
        raise CoachError(f"`{path}` cannot be read: {reason}", "name a readable `.yaml` file") from None


def _yaml_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    except OSError:
        return []


def readable(name: str) -> str:
    """Return a file's name as text that can be written down, also where the file system has odd bytes in it."""
    return name.encode("utf-8", "replace").decode()
