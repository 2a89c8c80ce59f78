"""Lines that begin in the wrong column, and what cannot stand on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facecoach.mistakes.fields import FIELDS, PARTS, TEXTS, WHOLE, head
from facecoach.mistakes.mistake import Mistake, shown
from facecoach.words import count

REACH = 40  # lines above in which the columns of others are looked for
_FIRST_WORD = re.compile(r"(?:- )?[^:\s]*")
_SAME_LINE = re.compile(r"(\s*(?:-\s+)*)([A-Za-z_]\w*):\s+(-)\s+(.*)")


def columns(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a row moved to the columns in which those above it begin."""
    line = lines[row]
    start = len(line) - len(line.lstrip())
    if not line.strip() or line.lstrip().startswith("#"):
        return
    entry, key = line[start : start + 2] == "- ", head(line)[1]
    far: dict[int, str] = {}
    for above in reversed(lines[max(0, row - REACH) : row]):
        at = len(above) - len(above.lstrip()) if entry else head(above)[0]
        if above[at : at + 1] not in ("", "#") and (above[at] == "-") == entry and (entry or not key or head(above)[1]):
            far.setdefault(at, above[at:])
    foreign = frozenset[str]() if entry else FIELDS
    for at in far or {0: ""}:
        if at != start and key not in foreign - (PARTS if at else WHOLE):
            moved = _moved(row, line, at, far.get(at, ""))
            yield moved
            if entry:
                yield _with_those_below(moved, lines, at - start)


def undashed(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a row that lacks its dash: it has the field with which the entry above it begins."""
    key, start = head(lines[row])[1], len(lines[row]) - len(lines[row].lstrip())
    above = next((line for line in reversed(lines[max(0, row - REACH) : row]) if line.lstrip().startswith("- ")), "")
    if key and not lines[row].lstrip().startswith("-") and head(above)[1] == key:
        mended = above[: head(above)[0]] + lines[row].lstrip()
        message, hint = "a dash is missing: the next entry of the list begins here", f"write {shown(mended)}"
        yield Mistake(row, start, len(key), message, hint, {row: mended})


def first_column(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a row moved to the column in which the next one begins, for a file whose first line is set in."""
    below = next((line for line in lines[row + 1 :] if line.strip()), "")
    at, line = len(below) - len(below.lstrip()), lines[row]
    first = not any(other.strip() and not other.lstrip().startswith("#") for other in lines[:row])
    if first and line.strip() and at < len(line) - len(line.lstrip()):
        yield _moved(row, line, at, below[at:])


def continued(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield the further lines of a text, which are to be set in further than its field."""
    if row == 0 or not _running(lines[row]):
        return
    first = row
    while first > 1 and _running(lines[first - 1]):
        first -= 1
    start, key, _ = head(lines[first - 1])
    if not key:
        return
    last = row
    while last + 1 < len(lines) and _running(lines[last + 1]):
        last += 1
    mends = {at: " " * (start + 2) + lines[at].strip() for at in range(first, last + 1)}
    at = len(lines[first]) - len(lines[first].lstrip())
    hint = f"begin it with {start + 2} spaces, two more than `{key}` has: {shown(lines[first])}"
    message = f"the text of `{key}` goes on here, but is not set in further than `{key}` itself"
    yield Mistake(first, at, len(lines[first].strip()), message, hint, mends)


def same_line(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a list that begins on the line of its field: what is meant takes two lines, so nothing is mended."""
    found = _SAME_LINE.match(lines[row])
    if found and found[2] not in TEXTS:
        message = f"the list of `{found[2]}` begins on the next line"
        hint = f"write `{found[2]}:` alone on its line, and {shown(f'- {found[4]}')} set in below it"
        yield Mistake(row, found.start(3), 1, message, hint, {})


def _moved(row: int, line: str, at: int, beside: str) -> Mistake:
    start, text = len(line) - len(line.lstrip()), line.strip()
    word, other = (found[0] if (found := _FIRST_WORD.match(one)) else "" for one in (text, beside))
    message = f"this line begins in column {start + 1}, and belongs in column {at + 1}"
    under = f", in line with `{other}`" if other else ""
    hint = f"put {count(at, 'space') if at else 'no spaces'} before `{word}`{under}"
    return Mistake(row, start, len(text), message, hint, {row: " " * at + text})


def _with_those_below(moved: Mistake, lines: Sequence[str], shift: int) -> Mistake:
    """Return a moved row with the rows that are set in below it moved as far."""
    mends, row = dict(moved.mends), moved.row + 1
    while row < len(lines) and (not lines[row].strip() or len(lines[row]) - len(lines[row].lstrip()) > moved.column):
        text = lines[row].lstrip()
        mends[row] = " " * (len(lines[row]) - len(text) + shift) + text if text else ""
        row += 1
    more = ", and move the lines below it as far" if len(mends) > 1 else ""
    return moved._replace(mends=mends, hint=f"{moved.hint}{more}")


def _running(line: str) -> bool:
    """Whether a line is rather the next line of a text than a field, an entry or a remark."""
    text = line.strip()
    return bool(text) and not head(line)[1] and text[0] not in "-#{[]}" and ": " not in text
