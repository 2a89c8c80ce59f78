"""YAML's events as nodes: plain values, each with its place, within limits that hold before aliases are expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from facecoach.source import Source, Spot, Stumble

MAX_DEPTH = 20
MAX_VALUES = 20_000
LIKE_ENTRIES = "-*\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{BULLET}0123456789"
ODD_ENTRY = re.compile(r"^[a-z_]+:[^\s/:]| ([\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{BULLET}]) ?\S")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CORE_TAGS = {
    None,
    "!",
    *(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")),
}
_KEEP = "keep one of the two"
_NULLS = {"", "~", "null", "Null", "NULL"}
_VALUES = (ScalarEvent, MappingStartEvent, SequenceStartEvent)


class Node(NamedTuple):
    """A value and its place; how many values it holds, itself included, and how deep they are nested.

    The value of a list are nodes, that of a mapping the place of each key with its node.
    """

    value: Any
    spot: Spot
    size: int
    height: int


def composed(source: Source, text: str, *, wary: bool) -> tuple[Node, list[Finding]]:
    """Return the one document of a text, and the keys that it repeats.

    A wary reading also stops at what is valid and hardly meant: a field without colon in `{ }`, a key that begins like
    an entry of a list, an entry without the space behind its colon, an anchor that nothing refers to.
    Raises Stumble for what may be a mistake in the writing, FaultyFile for what is not read, and YAML's own errors.
    """
    composer = _Composer(source, text, wary=wary)
    return composer.root(), composer.findings


class _Composer:
    """Turns parser events into nodes; checks depth, size, tags, anchors and repeated keys."""

    def __init__(self, source: Source, text: str, *, wary: bool) -> None:
        self.source = source
        self.wary = wary
        self.events: Iterator[Event] = iter(LOADER(text).get_event, None)
        self.anchors: dict[str, Node] = {}
        self.size = 0
        self.deepest = 0
        self.loose: dict[str, Event] = {}
        self.findings: list[Finding] = []

    def root(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent) and root is not None:
                raise self.refusal(event, "a second document begins here", "keep one routine a file; remove the `---`")
            if isinstance(event, (*_VALUES, AliasEvent)):
                root = self.node(event, 0)
                if isinstance(root.value, str) and (odd := ODD_ENTRY.search(root.value)):
                    self.suspect(root.spot, odd[1])
        if root is None:
            raise self.source.refusal(
                Spot(1, 1), "FC101", "nothing but comments", "`facecoach new NAME` writes one to begin from"
            )
        for event in self.loose.values():
            raise self.stumble(event, "an anchor that nothing refers to", "put the text between quotes")
        return root

    def stumble(self, event: Event, message: str, hint: str) -> Stumble:
        return self.source.stumble(self.spot(event), message, hint)

    def refusal(self, event: Event, message: str, hint: str) -> FaultyFile:
        return self.source.refusal(self.spot(event), "FC102", message, hint)

    def spot(self, event: Event) -> Spot:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Spot(1, 1)
        width = end.column - start.column if isinstance(event, ScalarEvent) and end.line == start.line else 1
        return Spot(start.line + 1, start.column + 1, max(1, width))

    def node(self, event: Event, depth: int) -> Node:
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
        node = Node(value, self.spot(event), self.size - before, self.deepest - depth)
        self.deepest = max(outer, self.deepest)
        if event.anchor:
            self.anchors[event.anchor] = node
            if self.wary and isinstance(event, ScalarEvent):
                self.loose[event.anchor] = event
        return node

    def count(self, event: Event, values: int) -> None:
        self.size += values
        if self.size > MAX_VALUES:
            raise self.refusal(
                event, f"more than {MAX_VALUES:,} values", "a routine is far smaller; are aliases multiplying it?"
            )

    def untagged(self, event: Event, tag: str | None) -> None:
        if tag not in _CORE_TAGS or (tag == "!" and self.wary):
            raise self.stumble(event, f"the tag `{str(tag)[:40]}` is not used here", "write the value without a tag")

    def reach(self, event: Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self.refusal(event, f"nested more than {MAX_DEPTH} deep", "a routine needs four levels at most")
        self.deepest = max(self.deepest, depth)

    def aliased(self, event: AliasEvent, depth: int) -> Node:
        name = event.anchor or ""
        node = self.anchors.get(name)
        if node is None:
            raise self.stumble(event, f"`*{name[:40]}` refers to itself or to nothing above it", "write the value out")
        self.loose.pop(name, None)
        self.count(event, node.size)
        self.reach(event, depth + node.height)
        return node

    def value(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, depth: int) -> Any:
        if isinstance(event, ScalarEvent):
            return None if event.implicit[0] and event.value in _NULLS else event.value
        if isinstance(event, SequenceStartEvent):
            nodes = [self.node(item, depth + 1) for item in self.until(SequenceEndEvent)]
            for node in nodes:
                if isinstance(node.value, str) and (odd := ODD_ENTRY.search(node.value)):
                    self.suspect(node.spot, odd[1])
            return nodes
        return self.mapping(event, depth)

    def until(self, end: type[Event]) -> Iterator[Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def mapping(self, start: MappingStartEvent, depth: int) -> dict[str, tuple[Spot, Node]]:
        pairs: dict[str, tuple[Spot, Node]] = {}
        merged: list[Node] = []
        for event in self.until(MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise self.refusal(event, "a key must be a word", "write `key: value`")
            if event.tag is not None:
                self.untagged(event, event.tag)
            node = self.node(next(self.events), depth + 1)
            if node.value is None or not "A" <= event.value < "{":
                self.suspect_key(start, event, node)
            if event.value == "<<" and event.implicit[0]:
                merged += node.value if isinstance(node.value, list) else [node]
            elif event.value in pairs:
                self.repeat(event, pairs[event.value][0], first=event.value == next(iter(pairs)))
            else:
                pairs[event.value] = (self.spot(event), node)
        for node in merged:
            if not isinstance(node.value, dict):
                raise self.source.refusal(
                    node.spot, "FC102", "`<<` merges mappings only", "point it at an anchored mapping"
                )
            pairs = {**node.value, **pairs}
        return pairs

    def repeat(self, event: ScalarEvent, earlier: Spot, *, first: bool) -> None:
        message = f"`{event.value}` is written twice here, first on line {earlier.line}"
        hint = f"keep one of the two; an entry of a list begins with a dash, `- {event.value}:`" if first else _KEEP
        self.findings.append(self.source.finding(self.spot(event), "FC106", message, hint))

    def suspect(self, spot: Spot, sign: str | None) -> None:
        """Stop at an entry of a list that is a field without its space, or that took in the next one and its `sign`."""
        lines, place = self.source.lines, spot.line - 1
        if not self.wary or lines[place][spot.column - 1] in "\"'|>":
            return
        if not sign:
            raise self.source.stumble(spot, "a space is missing behind the colon", "write `key: value`")
        below = next((at for at in range(place + 1, len(lines)) if lines[at].strip()), place)
        if lines[below].lstrip().startswith(sign):
            found = Spot(below + 1, lines[below].index(sign) + 1)
            raise self.source.stumble(found, "an entry begins with a plain dash", "write `- `")

    def suspect_key(self, start: MappingStartEvent, event: ScalarEvent, node: Node) -> None:
        """Stop at a key that begins like an entry of a list, or that lacks its colon between brackets."""
        end = event.end_mark
        if not self.wary or end is None:
            return
        if event.value[:1] in LIKE_ENTRIES:
            raise self.stumble(event, "a key that begins with a sign", "write `- ` before an entry of a list")
        if node.value is None and start.flow_style and self.source.lines[end.line][end.column :].lstrip()[:1] != ":":
            raise self.stumble(event, "a field without a value", "put text that holds a comma between quotes")
