"""Brackets that do not match: one never closed, one too many, one of the other kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facecoach.mistakes.fields import KNOWN, TEXTS, head, masked, unremarked
from facecoach.mistakes.mistake import Mistake, shown

_PAIRS = {"{": "}", "[": "]"}
_SIGN = re.compile(r"[\[\]{}]|(?<=\s)#")
REACH = 40  # lines below in which a bracket may be closed
_SEVERAL = re.compile(rf"(\s*-\s+)({KNOWN}):\s.*?([,;]|\s)\s*(?:{KNOWN}):\s")
_APART = re.compile(rf"(?<=[^\s,;])[,;]?\s+(?=(?:{KNOWN}):\s)")
_TRAILING = re.compile(r"(\s*(?:-\s+)*(?:\w+:\s+)?[{\[].*[}\]])\s*,\s*")


def brackets(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield what does not match among the brackets of a row, which may be closed in a later one."""
    line = lines[row]
    opened: list[int] = []
    for found in _SIGN.finditer(masked(line), head(line)[2]):
        sign, at = found[0], found.start()
        if sign == "#":
            break
        if sign in _PAIRS:
            opened.append(at)
        elif opened and _PAIRS[line[opened[-1]]] == sign:
            opened.pop()
        else:
            yield from _astray(row, line, at, opened)
            return
    if opened:
        yield from _open(lines, row, opened)


def braceless(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield several fields on one line that lack their brackets, or the first of them."""
    line = lines[row]
    found = _SEVERAL.match(masked(line))
    if found and "{" not in line[: found.end()] and (found[3] in ",;" or found[2] not in TEXTS):
        start, closed = found.end(1), line.rstrip().endswith("}")
        inner = line[start:].rstrip()
        inner = inner[: len(inner) - max(0, inner.count("}") - inner.count("{"))]
        inner = _APART.sub(", ", inner)
        mended = f"{line[:start]}{{{inner}}}"
        message = "a `{` is missing here" if closed else "several fields on one line stand between `{` and `}`"
        hint = f"write {shown(f'- {{{inner}')[:-1]}}}`" if len(inner) < 50 else "write `- {` before them and `}` behind"
        yield Mistake(row, start, 1, message, hint, {row: mended})


def trailing(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a comma behind the brackets of a row that stands for itself."""
    found = _TRAILING.fullmatch(lines[row])
    if found:
        hint = f"take it away: {shown(found[1][-40:])}"
        yield Mistake(row, lines[row].rindex(","), 1, "no comma stands between lines", hint, {row: found[1]})


def _astray(row: int, line: str, at: int, opened: Sequence[int]) -> Iterator[Mistake]:
    """Yield how a closing bracket that matches nothing can be mended."""
    sign = line[at]
    if not opened:
        mended = f"{line[:at]}{line[at + 1 :]}"
        message, hint = f"nothing is open that this `{sign}` could close", f"take it away: {shown(mended)}"
        yield Mistake(row, at, 1, message, hint, {row: mended})
        return
    last = opened[-1]
    right = _PAIRS[line[last]]
    for mended in (f"{line[:at]}{right}{line[at + 1 :]}", f"{line[:at]}{right}{line[at:]}"):
        around = mended[last:]
        if len(mended) > len(line):
            hint = f"close it: {shown(around)}"
            yield Mistake(row, last, 1, f"this `{line[last]}` is never closed", hint, {row: mended})
        else:
            message = f"`{sign}` cannot close what `{line[last]}` opened"
            yield Mistake(row, at, 1, message, f"write {shown(around)}", {row: mended})


def _open(lines: Sequence[str], row: int, opened: Sequence[int]) -> Iterator[Mistake]:
    """Yield the closing brackets that are missing, at the end of the row or of what belongs to it."""
    line, at = lines[row], opened[0]
    closers = "".join(_PAIRS[line[one]] for one in reversed(opened))
    last, least = row, min(len(lines), row + REACH)
    margin = len(line) - len(line.lstrip())
    while last + 1 < least and len(lines[last + 1]) - len(lines[last + 1].lstrip()) > margin:
        last += 1
    message = f"this `{line[at]}` is never closed"
    for end in dict.fromkeys((row, last)):
        cut = len(unremarked(lines[end]).rstrip(", \t"))
        mended = f"{lines[end][:cut]}{closers}{lines[end][cut:].rstrip(', ')}"
        tail = f"{lines[end][:cut]}{closers}".lstrip()
        hint = f"close it at the end of line {end + 1}: `{'...' if len(tail) > 40 else ''}{tail[-40:]}`"
        yield Mistake(row, at, 1, message, hint, {end: mended})
