"""YAML text as plain data in which every value remembers its line and column.

Every scalar but null stays the text that was written, and the models decide which are numbers, so that `no`, `1:30`
and `2026-11-20` mean what a person meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from facecoach.errors import FaultyFile, Finding
from facecoach.events import Node, composed
from facecoach.source import Source, Spot, Stumble, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from facecoach.mistakes.search import Found, Place

__all__ = ["MAX_FINDINGS", "Document", "Loc", "Spot", "parse"]

MAX_FINDINGS = 50

Loc = tuple[str | int, ...]

_ADVICE = "look at this line and the one above: indentation, quotes, a missing colon"


@dataclass(frozen=True, slots=True)
class Document(Source):
    """A file's data (dicts, lists, strings, None) with the place of each value and key by its path in the data."""

    data: Any = None
    values: dict[Loc, Spot] = field(default_factory=dict)
    keys: dict[Loc, Spot] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def spot(self, loc: Loc, *, key: bool = False) -> Spot:
        """Return the place of `loc`, or of the nearest value around it."""
        table = self.keys if key else self.values
        while loc and loc not in table:
            loc = loc[:-1]
        return table.get(loc) or self.values.get(loc) or Spot(1, 1)


def parse(raw: bytes, path: str) -> Document:
    """Read a YAML file, or raise FaultyFile when it cannot be read as one plain document.

    Mistakes that can be mended are findings of the document, and the rest is read as if they were not there.
    """
    text = decoded(raw, path)
    source = Source(path, tuple(text.splitlines()))
    try:
        return _read(source, text)
    except Stumble as fault:
        return _without_mistakes(source, text, fault)


def _read(source: Source, text: str, *, wary: bool = True) -> Document:
    """Return a text as a document, or raise FaultyFile for the first thing that cannot be read.

    A `wary` reading also stops at what is valid and was hardly meant: a field without a value among others in `{ }`.
    """
    try:
        root, findings = composed(source, text, wary=wary)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        spot = Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)
        raise source.stumble(spot, f"not readable as YAML: {fault.problem or 'unknown fault'}", _ADVICE) from None
    except (yaml.YAMLError, ValueError):
        # The pure-Python parser, used where libyaml is missing, raises these for impossible characters.
        raise source.refusal(Spot(1, 1), "FC102", "a character that cannot be read", "plain text is enough") from None
    return Document(source.path, source.lines, *_flatten(root), tuple(findings[:MAX_FINDINGS]))


def _without_mistakes(source: Source, text: str, fault: FaultyFile) -> Document:
    """Read a text once the mistakes in it are mended, which become findings; raises FaultyFile where that fails."""
    from facecoach.mistakes.search import searched

    found = searched(source.lines, _place(fault), lambda lines: _stop(source, lines))
    known = tuple(
        source.finding(Spot(one.row + 1, one.column + 1, one.width), "FC102", one.message, one.hint)
        for one in found.mistakes
    )
    if found.place is None:
        return _moved_back(_read(source, "\n".join(found.lines)), found, known)
    if known:
        raise FaultyFile(source.path, known)
    return _read(source, text, wary=False)


def _stop(source: Source, lines: Sequence[str]) -> Place | None:
    try:
        _read(source, "\n".join(lines))
    except FaultyFile as fault:
        return _place(fault)
    return None


def _place(fault: FaultyFile) -> Place:
    return fault.findings[0].line - 1, fault.findings[0].column - 1


def _moved_back(read: Document, found: Found, known: tuple[Finding, ...]) -> Document:
    """Return a document of mended lines with its places as they are in the lines of the file."""
    from facecoach.mistakes.search import column_before

    def column(line: int, column: int) -> int:
        old, new = read.lines[line - 1], found.lines[line - 1]
        return column if old == new else column_before(old, new, column - 1) + 1

    def spots(table: dict[Loc, Spot]) -> dict[Loc, Spot]:
        return {loc: spot._replace(column=column(spot.line, spot.column)) for loc, spot in table.items()}

    others = (replace(one, column=column(one.line, one.column)) for one in read.findings)
    return replace(read, values=spots(read.values), keys=spots(read.keys), findings=(*known, *others))


def _flatten(root: Node) -> tuple[Any, dict[Loc, Spot], dict[Loc, Spot]]:
    values: dict[Loc, Spot] = {}
    keys: dict[Loc, Spot] = {}

    def plain(node: Node, loc: Loc) -> Any:
        values[loc] = node.spot
        if isinstance(node.value, list):
            return [plain(item, (*loc, index)) for index, item in enumerate(node.value)]
        if isinstance(node.value, dict):
            keys.update({(*loc, key): spot for key, (spot, _) in node.value.items()})
            return {key: plain(item, (*loc, key)) for key, (_, item) in node.value.items()}
        return node.value

    return plain(root, ()), values, keys
