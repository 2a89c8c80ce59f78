"""YAML text as plain data in which every value remembers its line and column.

Every scalar but null stays the text that was written, and the models decide which are numbers, so that `no`, `1:30`
and `2026-11-20` mean what a person meant. The limits below are checked as events are read, before aliases are expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from facecoach.errors import FaultyFile, Finding

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 20
MAX_VALUES = 20_000
MAX_FINDINGS = 50
EXCERPT = 110

Loc = tuple[str | int, ...]

_CORE_TAGS = {
    None,
    "!",
    *(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")),
}
_NULLS = {"", "~", "null", "Null", "NULL"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ufffe\uffff]")
_VALUES = (ScalarEvent, MappingStartEvent, SequenceStartEvent)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Spot(NamedTuple):
    """A place in a file: line and column from 1, and how many characters it spans."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data (dicts, lists, strings, None) with the place of each value and key by its path in the data."""

    path: str
    lines: tuple[str, ...]
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

    def finding(self, spot: Spot, code: str, message: str, hint: str = "") -> Finding:
        """Describe a fault at a place of this file."""
        excerpt = self.lines[spot.line - 1] if spot.line <= len(self.lines) else ""
        return Finding(self.path, spot.line, spot.column, code, message, hint, excerpt=excerpt, width=spot.width)

    def refusal(self, spot: Spot, code: str, message: str, hint: str = "") -> FaultyFile:
        """Describe the fault that ends the reading of this file."""
        return FaultyFile(self.path, (self.finding(spot, code, message, hint),))


class _Node(NamedTuple):
    value: Any
    spot: Spot
    size: int
    height: int


def parse(raw: bytes, path: str) -> Document:
    """Read a YAML file, or raise FaultyFile when it cannot be read as one plain document."""
    text = _decoded(raw, path)
    empty = Document(path, tuple(text.splitlines()))
    if found := _CONTROL.search(text):
        spot = _spot_at(text, found.start())
        raise empty.refusal(
            spot, "FC101", f"a control character (U+{ord(found[0]):04X})", "delete it; plain text is enough"
        )
    try:
        return _Composer(empty, text).document()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        spot = Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)
        raise empty.refusal(
            spot, "FC102", f"not readable as YAML: {fault.problem or 'unknown fault'}", _advice(empty, spot)
        ) from None
    except (yaml.YAMLError, ValueError):
        # The pure-Python parser, used where libyaml is missing, raises these for impossible characters.
        raise empty.refusal(Spot(1, 1), "FC102", "a character that cannot be read", "plain text is enough") from None


def _decoded(raw: bytes, path: str) -> str:
    bare = Document(path, ())
    if len(raw) > MAX_BYTES:
        raise bare.refusal(Spot(1, 1), "FC101", "the file is too long: the most is 1 MiB", "split it in two")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start].decode("utf-8", "replace")
        spot = _spot_at(before, len(before))
        raise bare.refusal(
            spot, "FC101", f"not UTF-8 text (byte 0x{raw[fault.start]:02X})", "save the file as UTF-8"
        ) from None
    if not text.strip():
        raise bare.refusal(
            Spot(1, 1), "FC101", "the file is empty", "`facecoach show morning` shows what a routine holds"
        )
    return text


def _spot_at(text: str, index: int) -> Spot:
    before = f"{text[:index]}.".splitlines()
    return Spot(len(before), len(before[-1]))


def _advice(document: Document, spot: Spot) -> str:
    line = document.lines[spot.line - 1] if spot.line <= len(document.lines) else ""
    if "\t" in line[: spot.column]:
        return "YAML is indented with spaces, not tabs"
    if line.count(": ") > 1:
        return "put text that holds a colon between quotes"
    return "look at this line and the one above: indentation, quotes, a missing colon"


class _Composer:
    """Turns parser events into a document; checks depth, size, tags, anchors and repeated keys."""

    def __init__(self, empty: Document, text: str) -> None:
        self.empty = empty
        self.events: Iterator[Event] = iter(_LOADER(text).get_event, None)
        self.anchors: dict[str, _Node] = {}
        self.size = 0
        self.deepest = 0
        self.findings: list[Finding] = []

    def document(self) -> Document:
        root: _Node | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                raise self.refusal(event, "a second document begins here", "keep one routine a file; remove the `---`")
            if isinstance(event, (*_VALUES, AliasEvent)):
                root = self.node(event, 0)
        if root is None:
            raise self.empty.refusal(
                Spot(1, 1), "FC101", "nothing but comments", "`facecoach show morning` shows what a routine holds"
            )
        return Document(self.empty.path, self.empty.lines, *_flatten(root), tuple(self.findings[:MAX_FINDINGS]))

    def refusal(self, event: Event, message: str, hint: str) -> FaultyFile:
        return self.empty.refusal(self.spot(event), "FC102", message, hint)

    def spot(self, event: Event) -> Spot:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Spot(1, 1)
        width = end.column - start.column if isinstance(event, ScalarEvent) and end.line == start.line else 1
        return Spot(start.line + 1, start.column + 1, max(1, width))

    def node(self, event: Event, depth: int) -> _Node:
        if not isinstance(event, _VALUES):
            if isinstance(event, AliasEvent):
                return self.aliased(event, depth)
            raise self.refusal(event, "a value is missing here", "write `key: value`")
        if event.tag is not None:
            self.untagged(event, event.tag)
        before, outer = self.size, self.deepest
        self.count(event, 1)
        self.deepest = 0
        self.reach(event, depth)
        value = self.value(event, depth)
        node = _Node(value, self.spot(event), self.size - before, self.deepest - depth)
        self.deepest = max(outer, self.deepest)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def count(self, event: Event, values: int) -> None:
        self.size += values
        if self.size > MAX_VALUES:
            raise self.refusal(
                event, f"more than {MAX_VALUES:,} values", "a routine is far smaller; are aliases multiplying it?"
            )

    def untagged(self, event: Event, tag: str | None) -> None:
        if tag not in _CORE_TAGS:
            raise self.refusal(event, f"the tag `{str(tag)[:40]}` is not used here", "write the value without a tag")

    def reach(self, event: Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self.refusal(event, f"nested more than {MAX_DEPTH} deep", "a routine needs four levels at most")
        self.deepest = max(self.deepest, depth)

    def aliased(self, event: AliasEvent, depth: int) -> _Node:
        name = event.anchor or ""
        node = self.anchors.get(name)
        if node is None:
            raise self.refusal(event, f"`*{name[:40]}` refers to itself or to nothing above it", "write the value out")
        self.count(event, node.size)
        self.reach(event, depth + node.height)
        return node

    def value(self, event: Event, depth: int) -> Any:
        if isinstance(event, ScalarEvent):
            return None if event.implicit[0] and event.value in _NULLS else event.value
        if isinstance(event, SequenceStartEvent):
            return [self.node(item, depth + 1) for item in self.until(SequenceEndEvent)]
        return self.mapping(depth)

    def until(self, end: type[Event]) -> Iterator[Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def mapping(self, depth: int) -> dict[str, tuple[Spot, _Node]]:
        pairs: dict[str, tuple[Spot, _Node]] = {}
        merged: list[_Node] = []
        for event in self.until(MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise self.refusal(event, "a key must be a word", "write `key: value`")
            if event.tag is not None:
                self.untagged(event, event.tag)
            node = self.node(next(self.events), depth + 1)
            if event.value == "<<" and event.implicit[0]:
                merged += node.value if isinstance(node.value, list) else [node]
            elif event.value in pairs:
                self.repeat(event, pairs[event.value][0])
            else:
                pairs[event.value] = (self.spot(event), node)
        for node in merged:
            if not isinstance(node.value, dict):
                raise self.empty.refusal(
                    node.spot, "FC102", "`<<` merges mappings only", "point it at an anchored mapping"
                )
            pairs = {**node.value, **pairs}
        return pairs

    def repeat(self, event: ScalarEvent, first: Spot) -> None:
        message = f"`{event.value}` is written twice here, first on line {first.line}"
        self.findings.append(self.empty.finding(self.spot(event), "FC106", message, "keep one of the two"))


def _flatten(root: _Node) -> tuple[Any, dict[Loc, Spot], dict[Loc, Spot]]:
    values: dict[Loc, Spot] = {}
    keys: dict[Loc, Spot] = {}

    def plain(node: _Node, loc: Loc) -> Any:
        values[loc] = node.spot
        if isinstance(node.value, list):
            return [plain(item, (*loc, index)) for index, item in enumerate(node.value)]
        if isinstance(node.value, dict):
            keys.update({(*loc, key): spot for key, (spot, _) in node.value.items()})
            return {key: plain(item, (*loc, key)) for key, (_, item) in node.value.items()}
        return node.value

    return plain(root, ()), values, keys
