"""The fields of a line as a person meant them, whatever YAML makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Fields that hold free text: there a comma or a colon was meant as one.
TEXTS = frozenset(("name", "about", "title", "cue", "say", "note", "with", "direction"))
# Fields of a whole file, which begin in the first column, and those of what stands in its lists, which do not.
WHOLE = frozenset(
    ("name", "about", "when", "goals", "needs", "avoid_if", "daily", "change", "evidence", "note", "steps", "weeks")
)
PARTS = (TEXTS - {"name", "about"}) | {
    "zone", "use", "moves", "for", "reps", "hold", "rest", "sets", "set_rest", "technique", "pressure", "side",
    "stroke", "face", "camera", "eyes", "mouth", "breathe", "days", "do", "on",
}  # fmt: skip
FIELDS = WHOLE | PARTS
# Those that are everyday words besides, with which a part of a text may begin as well.
EVERYDAY = frozenset(
    ("for", "with", "use", "rest", "hold", "side", "note", "face", "mouth", "eyes", "breathe", "on", "do", "when")
)
KNOWN = "|".join(sorted(FIELDS, key=len, reverse=True))

_HEAD = re.compile(r"(\s*(?:-\s+)*)(?:([A-Za-z_]\w*) *:(?:\s+|$))?")
_PIECE = re.compile(rf"(?:^\s*(?:-\s+)*|[{{\[,]\s*)({KNOWN})\s*:(?=\s|$)\s*")
_QUOTED = re.compile(r"""(?<=[:,\[{]\s)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*(?:[,}\]]|$))""")
_REMARK = re.compile(r"(?<=\s)#")


class Value(NamedTuple):
    """What stands behind a field's colon, or as an entry of a list, which has no key.

    It stands in its line from `start` to `end`; `braced` is whether it stands within brackets, where a comma ends it.
    """

    line: str
    key: str
    start: int
    end: int
    braced: bool

    @property
    def text(self) -> str:
        """What is written there."""
        return self.line[self.start : self.end]

    def replaced(self, text: str) -> str:
        """Return the line with another text in its place."""
        return f"{self.line[: self.start]}{text}{self.line[self.end :]}"


def head(line: str) -> tuple[int, str, int]:
    """Return the column at which a line's content begins behind its dashes, its key, and where its value begins."""
    found = _HEAD.match(line)
    return (found.end(1), found[2] or "", found.end()) if found else (0, "", 0)


def meant(line: str) -> Iterator[Value]:
    """Yield the values of a line as they were meant; a value that itself holds fields is left out."""
    _, key, start = head(line)
    rest = line[start:].rstrip()
    if rest.startswith("[") and not rest.startswith("[{") and key not in TEXTS:
        yield from _entries(line, start)
    elif rest.startswith(("{", "[{")) or rest.endswith(("}", "},", ",")):
        yield from _pieces(line)
    elif rest and (key or "-" in line[:start]):
        own = rest if rest[0] in "\"'" else unremarked(rest)
        yield Value(line, key, start, start + len(own), braced=False)


def unremarked(text: str) -> str:
    """Return a text without the remark behind it."""
    found = _REMARK.search(text)
    return text[: found.start()].rstrip() if found else text


def masked(line: str) -> str:
    """Return a line with every text that is well quoted blotted out, so that nothing in it is taken for a sign."""
    return _QUOTED.sub(lambda found: "x" * len(found[0]), line)


def _pieces(line: str) -> Iterator[Value]:
    """Yield the values between brackets: each lasts until the next word that is a field."""
    hidden = masked(line)
    found = list(_PIECE.finditer(hidden))
    for at, piece in enumerate(found):
        if at + 1 < len(found):
            text = hidden[piece.end() : found[at + 1].start()]
        else:
            closed = max(piece.end(), hidden.rfind("}") + 1)
            text = hidden[piece.end() : closed] + unremarked(hidden[closed:])
        end = piece.end() + len(_unclosed(text))
        if end > piece.end() and hidden[piece.end()] not in "[{":
            yield Value(line, piece[1], piece.end(), end, braced=True)


def _unclosed(text: str) -> str:
    """Return a text without the commas, and the brackets opened before it, that follow it."""
    while text := text.rstrip(", \t"):
        pair = {"}": "{}", "]": "[]"}.get(text[-1], "")
        if not pair or text.count(pair[0]) >= text.count(pair[1]):
            break
        text = text[:-1]
    return text


def _entries(line: str, start: int) -> Iterator[Value]:
    """Yield the entries of a list between brackets."""
    inner = masked(line)[start + 1 :]
    inner = inner[: inner.rfind("]")] if "]" in inner else inner
    for entry in re.finditer(r"[^,\s](?:[^,]*[^,\s])?", inner):
        yield Value(line, "", start + 1 + entry.start(), start + 1 + entry.end(), braced=True)
