"""YAML read as plain data: every form that is refused, with its place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from facecoach import events
from facecoach.document import Spot, parse
from facecoach.errors import FaultyFile, Finding
from facecoach.events import MAX_DEPTH, MAX_VALUES
from facecoach.source import MAX_BYTES


def fault(raw: bytes | str) -> Finding:
    """Return the one fault that is found in a file."""
    try:
        (found,) = parse(raw.encode() if isinstance(raw, str) else raw, "x.yaml").findings
    except FaultyFile as refusal:
        (found,) = refusal.findings
    return found


REFUSED = [
    (b"", 1, 1, "FC101", "the file is empty"),
    (b" \n\t\n", 1, 1, "FC101", "the file is empty"),
    (b"# only\n# talk\n", 1, 1, "FC101", "nothing but comments"),
    (b"a: 1\nb: \xff\n", 2, 4, "FC101", "not UTF-8 text (byte 0xFF)"),
    ("a: é".encode("latin-1"), 1, 4, "FC101", "not UTF-8 text (byte 0xE9)"),
    ("a: 1".encode("utf-16"), 1, 1, "FC101", "not UTF-8 text (byte 0xFF)"),
    (b"a: 1\nb: x\x00y\n", 2, 5, "FC101", "a control character (U+0000)"),
    (b"a: \x1b[2J\n", 1, 4, "FC101", "a control character (U+001B)"),
    ("a: \u2028x\n".encode(), 1, 4, "FC101", "a control character (U+2028)"),
    (b"a" * (MAX_BYTES + 1), 1, 1, "FC101", "the file is too long: the most is 1 MiB"),
    (b"PK\x03\x04docx", 1, 1, "FC101", "a Word document or an archive, not plain text"),
    (b"{\\rtf1 a: 1}", 1, 1, "FC101", "a document of a word processor, not plain text"),
    (b"a: [1, 2\nb: 3\n", 1, 4, "FC102", "this `[` is never closed"),
    (b"a: 'open\n", 1, 4, "FC102", "the quote ' that opens here is never closed"),
    (b"a: b: c\n", 1, 5, "FC102", "a colon with a space behind it begins a field"),
    (b"a:\n\t- 1\n", 2, 1, "FC102", "a tab at the beginning of a line"),
    (b"a: [x,, y]\n", 1, 7, "FC102", "not readable as YAML: did not find expected node content"),
    (b'a: "\\ud800"\n', 1, 7, "FC102", "not readable as YAML: found invalid Unicode character escape code"),
    (b"a: 1\n---\nb: 2\n", 2, 1, "FC102", "a second document begins here"),
    (b"a: !!python/name:os.system x\n", 1, 4, "FC102", "the tag `tag:yaml.org,2002:python/name:os.system` is not used"),
    (b"!x a: 1\n", 1, 1, "FC102", "the tag `!x` is not used here"),
    (b"a: *b\n", 1, 4, "FC102", "a text cannot begin with `*`"),
    (b"a: [!!python/name:x , *b]\n", 1, 5, "FC102", "the tag `tag:yaml.org,2002:python/name:x` is not used here"),
    (b"a: &a {b: *a}\n", 1, 11, "FC102", "`*a` refers to itself or to nothing above it"),
    (b"? [a]\n: 1\n", 1, 3, "FC102", "a key must be a word"),
    (b"&k a: 1\n*k : 2\n", 2, 1, "FC102", "a key must be a word"),
    (b"<<: 3\n", 1, 5, "FC102", "`<<` merges mappings only"),
    (b"[" * 100_000, 1, MAX_DEPTH + 2, "FC102", "nested more than 20 deep"),
    (b"- x\n" * (MAX_VALUES + 1), MAX_VALUES, 3, "FC102", "more than 20,000 values"),
]


@pytest.mark.parametrize(("raw", "line", "column", "code", "message"), REFUSED)
def test_refused(raw: bytes, line: int, column: int, code: str, message: str) -> None:
    """What is not one plain document is refused with its place, its reason and a way out."""
    found = fault(raw)
    assert (found.line, found.column, found.code) == (line, column, code)
    assert found.message.startswith(message)
    assert found.hint


def test_aliases_that_multiply() -> None:
    """Aliases of aliases are counted with all that they hold."""
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert fault("\n".join(["a0: &a0 [x]", *rows])).message == "more than 20,000 values"


def test_aliases_that_nest() -> None:
    """Aliases of aliases are as deep as what they hold."""
    rows = [f"- &a{n} [*a{n - 1}]" for n in range(1, 99)]
    found = fault("\n".join(["- &a0 [x]", *rows]))
    assert (found.line, found.message) == (20, "nested more than 20 deep")


def test_repeated_key() -> None:
    """A key written twice is found, the first one kept, and both places told."""
    read = parse(b"a: 1\nb: 2\na: 3\n", "x.yaml")
    (found,) = read.findings
    assert read.data == {"a": "1", "b": "2"}
    assert (found.line, found.column, found.code) == (3, 1, "FC106")
    assert found.message == "`a` is written twice here, first on line 1"


def test_text_stays_text() -> None:
    """What YAML would turn into numbers, dates or truth stays as it was written."""
    raw = b"a: no\nb: 1:30\nc: 2026-11-20\nd: 0x10\ne: .inf\nf: ~\ng: '~'\n"
    expected = {"a": "no", "b": "1:30", "c": "2026-11-20", "d": "0x10", "e": ".inf", "f": None, "g": "~"}
    assert parse(raw, "x.yaml").data == expected


def test_merge() -> None:
    """`<<` brings in the fields of an anchored mapping, and one's own come first."""
    read = parse(b"a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: {<<: [*a]}\n", "x.yaml")
    assert read.data["b"] == {"x": "1", "y": "3"}
    assert read.data["c"] == {"x": "1", "y": "2"}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_spots(end: str, mark: str) -> None:
    """Values and keys know line and column, whatever ends the lines and whatever begins the file."""
    read = parse(f"{mark}a: é\nlist:\n  - {{b: word}}\n".replace("\n", end).encode(), "x.yaml")
    assert read.spot(("list", 0, "b")) == Spot(3, 9, 4)
    assert read.spot(("list", 0, "b"), key=True) == Spot(3, 6, 1)
    assert read.spot(("list", 0, "gone", 7)) == Spot(3, 5, 1)


@given(st.recursive(st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"]), min_size=1),
                    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abcd"), inner)))  # fmt: skip
def test_round_trip(data: object) -> None:
    """What YAML writes of text, lists and mappings is read back as it was."""
    assert parse(yaml.safe_dump(data, default_style='"').encode(), "x.yaml").data == data


@pytest.mark.parametrize("raw", [b'a: "\\U00110000"', b'a: "\\ud800"', b"a: [", b"? [a]", b"[" * 9999, b"a: \xff"])
def test_without_libyaml(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml is missing, the parser in plain Python refuses, or reads, without a crash."""
    monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)
    try:
        parse(raw, "x.yaml")
    except FaultyFile as refusal:
        assert refusal.findings  # noqa: PT017 - that it is read is as good as that it is refused
