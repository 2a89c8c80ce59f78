"""The routines there are, by name: one's own first, then the bundled ones; and the exercises they use.

A card is what screens need to know of a routine without its steps. Those of the bundled routines are written down in
`index.json`, found by the digest of the file they were made from, so that a stale one is never taken.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facecoach.errors import CoachError
from facecoach.files import reading
from facecoach.routine.shelf import Card, Entry, Loaded, Weight
from facecoach.words import folded, nearest, readable

if TYPE_CHECKING:
    from facecoach.routine.exercise import Exercises

SUFFIXES = (".yaml", ".yml")
INDEX = "index.json"
MOST_BYTES = 1024 * 1024 + 1  # one more than a routine may have, so that the reader can tell that it is too long


Weigh = Callable[[Loaded], Weight]


@dataclass(frozen=True)
class Library:
    """Two shelves of routine files: the user's own folder, and the bundled one.

    `weigh` says what only safety knows of a routine, so that no routine needs to know safety.
    """

    own: Path
    stock: Path
    weigh: Weigh = lambda _: Weight({}, asks=False)

    def entries(self) -> tuple[Entry, ...]:
        """Return every routine by name, one's own in place of a bundled one of the same name."""
        found = {path.stem: Entry(path.stem, path, "bundled", asked=path.stem) for path in yaml_files(self.stock)}
        found |= {entry.slug: entry for entry in self.own_entries()}
        return tuple(found[slug] for slug in sorted(found))

    def own_entries(self) -> tuple[Entry, ...]:
        """Return the user's own routines by name."""
        stock = {path.stem for path in yaml_files(self.stock)}
        return tuple(Entry(path.stem, path, "user", path.stem in stock, path.stem) for path in yaml_files(self.own))

    def find(self, name: str) -> Entry:
        """Return the entry for a name, or for a path to a file; raises CoachError with the near miss.

        A name is that of the file or the written one, in any letter case, with spaces or dashes. Files are named first,
        and of written names one's own.
        """
        if "/" in name or "\\" in name or name.endswith(SUFFIXES):
            return Entry(readable(Path(name).stem), Path(name), "path", asked=_whole(Path(name)))
        entries, asked = self._slugs(), folded(name)
        if name in entries:
            return entries[name]
        if asked and (found := next((one for slug, one in entries.items() if folded(slug) == asked), None)):
            return found
        names: dict[str, str] = {}
        for slug, written in self._names(entries):
            if asked and folded(written) == asked:
                return entries[slug]
            names |= {written: slug, written.removeprefix("The "): slug}
        near = nearest(name, [*entries, *names])
        meant = f"`{names[near]}`, {near}" if near in names else f"`{near}`"
        hint = f"did you mean {meant}?" if near else "`facecoach list` shows what there is"
        raise CoachError(f"there is no routine `{name[:60]}`", hint)

    def _slugs(self) -> dict[str, Entry]:
        return {entry.slug: entry for entry in self.entries()}

    def _names(self, entries: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
        """Yield the slug and the written name of every routine that can be read, one's own first."""
        for entry in sorted(entries.values(), key=lambda one: one.origin != "user"):
            with suppress(CoachError):
                yield entry.slug, self.card(entry).name

    def load(self, name: str) -> Loaded:
        """Return the routine of a name or path; raises CoachError or FaultyFile."""
        return self.opened(self.find(name))

    def opened(self, entry: Entry) -> Loaded:
        """Return an entry with its routine; raises CoachError or FaultyFile."""
        return self.read(entry, contents(entry.path))

    def read(self, entry: Entry, raw: bytes) -> Loaded:
        """Return an entry with the routine that `raw`, the bytes of its file, holds; raises FaultyFile."""
        from facecoach.form import validate
        from facecoach.routine import reader
        from facecoach.routine.model import Routine

        document = reader.opened(raw, readable(str(entry.path)), self.exercises)
        return Loaded(entry, validate(Routine, document), self.digest(raw), document)

    def card(self, entry: Entry) -> Card:
        """Return the card of a routine, from `index.json` where that has it; raises CoachError or FaultyFile."""
        raw = contents(entry.path)
        digest = self.digest(raw)
        known = self._index.get(digest)
        return _card(entry, digest, known) if known else self.written(self.read(entry, raw))

    def cards(self) -> Iterator[Card | CoachError]:
        """Yield the card of every routine, or in its place the error where it, or the folder, cannot be read."""
        if os.path.isdir(self.own) and not os.access(self.own, os.R_OK | os.X_OK):
            yield CoachError(f"your own routines in `{self.own}` cannot be read", "`facecoach doctor` looks into it")
        for entry in self.entries():
            try:
                yield self.card(entry)
            except CoachError as fault:
                yield fault

    def written(self, loaded: Loaded) -> Card:
        """Return the card of a routine that has been read."""
        one, weight = loaded.routine, self.weigh(loaded)
        return Card(
            loaded.entry, loaded.digest, one.name, one.seconds, one.when, one.daily, one.zones, one.avoid_if, *weight
        )

    def daily(self, slug: str) -> int:
        """Return how many times a day a routine asks to be done; 1 for one that is not there or cannot be read."""
        try:
            entry = self._slugs().get(slug)
            return self.card(entry).daily if entry else 1
        except CoachError:
            return 1

    def exercises(self) -> Exercises:
        """Return the exercises by name."""
        return exercises(self.stock / "exercises")

    def digest(self, raw: bytes) -> str:
        """Return the digest of a routine's file, 16 hex digits; it covers the exercises where the file may use some."""
        used = _exercise_bytes(self.stock / "exercises") if b"use:" in raw else b""
        return sha256(raw + used).hexdigest()[:16]

    def shipped(self, name: str) -> dict[str, Any]:
        """Return the data of a JSON file beside the bundled routines, by their digests; empty if missing or damaged."""
        try:
            told = json.loads((self.stock / name).read_bytes())
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    @cached_property
    def _index(self) -> dict[str, dict[str, Any]]:
        return self.shipped(INDEX)


def index(library: Library) -> str:
    """Return the cards of a library's routines as `index.json` holds them."""
    found = [library.written(library.opened(entry)) for entry in library.entries()]
    rows = [json.dumps({field: getattr(card, field) for field in _TOLD}, ensure_ascii=False) for card in found]
    told = [f' "{card.digest}": {row}' for card, row in zip(found, rows, strict=True)]
    return "{\n" + ",\n".join(told) + "\n}\n"


_TOLD = ("name", "seconds", "when", "daily", "zones", "avoid_if", "bars", "asks", "loads")


def _card(entry: Entry, digest: str, told: dict[str, Any]) -> Card:
    lists = {field: tuple(told[field]) for field in ("zones", "avoid_if", "loads")}
    return Card(entry, digest, **{**told, **lists})


@cache
def exercises(folder: Path) -> Exercises:
    """Return the exercises in a folder by name; raises CoachError or FaultyFile."""
    from facecoach.form import load
    from facecoach.routine.exercise import Exercise

    return {path.stem: load(Exercise, contents(path), str(path)) for path in yaml_files(folder)}


def contents(path: Path) -> bytes:
    """Return a file's bytes, at most one more than a routine may have; raises CoachError where they cannot be read."""
    try:
        with reading(path) as file:
            return file.read(min(os.fstat(file.fileno()).st_size + 1, MOST_BYTES))
    except FileNotFoundError:
        raise CoachError(f"there is no file `{path}`", "`facecoach list` shows the routines there are") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "not a path"
        raise CoachError(f"`{path}` cannot be read: {reason}", "name a readable `.yaml` file") from None


@cache
def _exercise_bytes(folder: Path) -> bytes:
    return b"".join(contents(path) for path in yaml_files(folder))


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files in a folder by name, none where it is missing or may not be read."""
    try:
        with os.scandir(folder) as found:
            names = sorted(one.name for one in found if one.name.endswith(SUFFIXES) and one.is_file())
    except OSError:
        return []
    return [folder / name for name in names if not name.startswith(".")]


def _whole(path: Path) -> str:
    """Return an absolute path as text, or the path as given where the working directory no longer exists."""
    try:
        return readable(str(path.absolute()))
    except OSError:
        return readable(str(path))
