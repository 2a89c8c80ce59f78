"""The plans there are, by name: one's own first, then the bundled ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from facecoach.errors import CoachError
from facecoach.routine.library import Library, contents, yaml_files
from facecoach.routine.shelf import Entry
from facecoach.words import folded, nearest, readable

if TYPE_CHECKING:
    from facecoach.document import Document
    from facecoach.routine.plan import Plan

FOLDER = "plans"


@dataclass(frozen=True, slots=True)
class Programme:
    """A plan's file, read: `digest` tells it from any other, `document` has the places of what it says."""

    entry: Entry
    plan: Plan
    digest: str
    document: Document

    @property
    def weeks(self) -> list[dict[str, Any]]:
        """Its weeks as the journal keeps them."""
        fields = ({"days": one.days, "do": list(one.do), "on": list(one.on)} for one in self.plan.weeks)
        return [{name: value for name, value in one.items() if value} for one in fields]


@dataclass(frozen=True, slots=True)
class Programmes:
    """The plans of a library: one's own in `plans` among or beside one's routines, and the bundled ones."""

    library: Library

    def entries(self) -> tuple[Entry, ...]:
        """Return every plan by name, one's own in place of a bundled one of the same name."""
        stock = {path.stem: Entry(path.stem, path, "bundled") for path in yaml_files(self.library.stock / FOLDER)}
        found = stock | {entry.slug: entry for entry in self.own_entries()}
        return tuple(found[slug] for slug in sorted(found))

    def own_entries(self) -> tuple[Entry, ...]:
        """Return the user's own plans by name; of two of one name that among the routines."""
        stock = {path.stem for path in yaml_files(self.library.stock / FOLDER)}
        places = (self.library.own.parent / FOLDER, self.library.own / FOLDER)
        own = {path.stem: path for place in places for path in yaml_files(place)}
        return tuple(Entry(slug, own[slug], "user", slug in stock) for slug in sorted(own))

    def named(self, slug: str) -> Entry | None:
        """Return the entry of exactly this name, or None."""
        return next((one for one in self.entries() if one.slug == slug), None)

    def find(self, name: str) -> Entry:
        """Return the entry of a name, its file's or the written one, in any case; raises CoachError."""
        entries, asked = self.entries(), folded(name.removesuffix(".yaml"))
        for one in entries:
            if one.slug == name or (asked and folded(one.slug) == asked):
                return one
        written = dict(self._written(entries))
        for one in entries:
            if asked and folded(written.get(one.slug, "")) == asked:
                return one
        slugs = {title: slug for slug, title in written.items()} | {one.slug: one.slug for one in entries}
        near = nearest(name, slugs)
        hint = f"did you mean `{slugs[near]}`?" if near else "`facecoach plan list` shows what there is"
        raise CoachError(f"there is no plan `{name[:60]}`", hint)

    def load(self, name: str) -> Programme:
        """Return the plan of a name; raises CoachError or FaultyFile."""
        return self.opened(self.find(name))

    def opened(self, entry: Entry) -> Programme:
        """Return an entry with its plan; raises CoachError or FaultyFile."""
        from facecoach.document import parse
        from facecoach.form import validate
        from facecoach.routine.plan import Plan

        raw = contents(entry.path)
        document = parse(raw, readable(str(entry.path)))
        return Programme(entry, validate(Plan, document), self.digest(raw), document)

    def digest(self, raw: bytes) -> str:
        """Return the digest of a plan's file, 16 hex digits."""
        return sha256(raw).hexdigest()[:16]

    def _written(self, entries: tuple[Entry, ...]) -> Iterator[tuple[str, str]]:
        """Yield the name and the written name of every plan that can be read."""
        for entry in entries:
            try:
                yield entry.slug, self.opened(entry).plan.name
            except CoachError:
                continue
