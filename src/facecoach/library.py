"""The routines there are, by name: one's own first, then the bundled ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from facecoach.errors import CoachError, FaultyFile
from facecoach.recipe import read
from facecoach.routine import Routine

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
        stock = {path.stem: path for path in _yaml_files(self.stock)}
        found = {slug: Entry(slug, path, "bundled") for slug, path in stock.items()}
        own = {path.stem: path for path in _yaml_files(self.own)}
        found |= {slug: Entry(slug, path, "user", slug in stock) for slug, path in own.items()}
        return tuple(found[slug] for slug in sorted(found))

    def find(self, name: str) -> Entry:
        """Return the entry for a name, or for a path to a file; raises CoachError with the near miss."""
        if "/" in name or "\\" in name or name.endswith(SUFFIXES):
            return Entry(Path(name).stem, Path(name), "path")
        entries = {entry.slug: entry for entry in self.entries()}
        if name in entries:
            return entries[name]
        close = get_close_matches(name.lower(), entries, n=1, cutoff=0.5)
        hint = f"did you mean `{close[0]}`?" if close else "`facecoach list` shows what there is"
        raise CoachError(f"there is no routine `{name[:60]}`", hint)

    def load(self, name: str) -> Loaded:
        """Return the routine of a name or path; raises CoachError or FaultyFile."""
        return load(self.find(name))

    def loaded(self) -> Iterator[Loaded | FaultyFile | CoachError]:
        """Return every routine, or in its place what is wrong with its file."""
        for entry in self.entries():
            try:
                yield load(entry)
            except CoachError as fault:
                yield fault


def load(entry: Entry) -> Loaded:
    """Return an entry with its routine; raises CoachError or FaultyFile."""
    try:
        raw = entry.path.read_bytes()
    except FileNotFoundError:
        raise CoachError(f"there is no file `{entry.path}`", "`facecoach list` shows the routines there are") from None
    except OSError as fault:
        raise CoachError(f"`{entry.path}` cannot be read: {fault.strerror}", "name a readable `.yaml` file") from None
    return Loaded(entry, read(raw, str(entry.path)))


def _yaml_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
    except OSError:
        return []
