"""Signs that look right and are not: dashes, missing spaces, tabs, spaces from a word processor, a missing colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facecoach.mistakes.fields import EVERYDAY, KNOWN, TEXTS, head
from facecoach.mistakes.mistake import Mistake, shown

_DASH = re.compile(r"(\s*)([\u2010-\u2015\u2212\u2022\u00b7\u2023]|[*+](?=\s)|\d{1,2}[.)](?=\s))(\s*)(?=\S)")
_GLUED_DASH = re.compile(r"(\s*)-(?=[^\s-])")
_GLUED_KEY = re.compile(r"(\s*(?:-\s*)*)([A-Za-z_]+):(?=[^\s/:])")
_GLUED_PIECE = re.compile(rf"([{{,]\s*)({KNOWN}):(?=[^\s/:])")
_ODD = "\u00a0\u2007\u202f\u200b\u3000"
_ODD_SPACE = re.compile(rf"^[\s-]*?([{_ODD}])|(?<=[:,{{-])([{_ODD}])")
_INDENT = re.compile(r"[ \t]*(?:-[ \t]+)*")
_NO_COLON = re.compile(rf"\s*(?:-\s+)*({KNOWN})(\s*[=;]\s*|\s+|$)")
_NUMBER = re.compile(r"[\d\"'\[{]")
_SHORT = re.compile(r"[\d\"'\[{]|\S+$")


def tabs(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a tab at the beginning of a row, with the file as it is with spaces of one width or another."""
    if "\t" not in _lead(lines[row]):
        return
    tabbed = [at for at, line in enumerate(lines) if "\t" in _lead(line)]
    message = "a tab at the beginning of a line, where only spaces may stand"
    more = "" if len(tabbed) == 1 else f", here and in {len(tabbed) - 1} more lines"
    for width in (2, 4, 8):
        mends = {
            at: lines[at].replace("\t", " " * width, lines[at][: len(_lead(lines[at]))].count("\t")) for at in tabbed
        }
        hint = f"write {width} spaces in place of each tab{more}; many editors can do that"
        yield Mistake(row, lines[row].index("\t"), 1, message, hint, mends)


def odd_spaces(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a space that is none to YAML, with the file without such spaces."""
    found = _ODD_SPACE.search(lines[row])
    if found:
        at = found.start(1) if found[1] else found.start(2)
        plain = str.maketrans(dict.fromkeys(_ODD, " "))
        mends = {other: line.translate(plain) for other, line in enumerate(lines) if line.translate(plain) != line}
        message = f"this is not an ordinary space (U+{ord(lines[row][at]):04X}), but one from a word processor"
        yield Mistake(row, at, 1, message, f"type the space anew: {shown(mends[row])}", mends)


def dashes(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield what stands in the place of a list's dash, or a dash without its space."""
    line = lines[row]
    if found := _DASH.match(line):
        sign, width = found[2], len(found[2]) + len(found[3])
        message = f"`{sign}` begins no entry of a list; a plain dash and a space do"
        for lead in (f"{found[1]}-{' ' * max(1, width - 1)}", f"{found[1]}- "):
            mended = f"{lead}{line[found.end() :]}"
            yield Mistake(row, found.start(2), len(sign), message, f"write {shown(_single(mended))}", {row: mended})
    elif found := _GLUED_DASH.match(line):
        rest, hint = line[found.end() :], f"write {shown(f'- {line[found.end() :]}')}"
        for lead in (found[1], found[1][:-1]):
            yield Mistake(row, len(found[1]), 1, "the dash needs a space behind it", hint, {row: f"{lead}- {rest}"})


def spaces(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield colons that lack the space behind them."""
    line = lines[row]
    for found in (_GLUED_KEY.match(line), *_GLUED_PIECE.finditer(line)):
        if found:
            mended = f"{line[: found.end()]} {line[found.end() :]}"
            rest = re.split(rf"[,}}]\s*(?:{KNOWN})\s*:", mended[found.end() :])[0].rstrip("} ")
            hint = f"write {shown(f'{found[2]}:{rest}')}"
            yield Mistake(row, found.end() - 1, 1, f"`{found[2]}:` needs a space behind it", hint, {row: mended})


def colons(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield a field's name that lacks its colon, unless it is rather the next line of a text."""
    line = lines[row]
    found = _NO_COLON.match(line)
    rest = line[found.end() :] if found else ""
    value = _NUMBER if row and head(lines[row - 1])[1] in TEXTS else _SHORT
    if found and (found[1] not in EVERYDAY or value.match(rest) or "=" in found[2]):
        mended = f"{line[: found.end(1)]}: {rest}".rstrip()
        message, hint = f"a colon is missing behind `{found[1]}`", f"write {shown(f'{found[1]}: {rest}')}"
        yield Mistake(row, found.end(1), max(1, len(found[2].strip())), message, hint, {row: mended})


def _lead(line: str) -> str:
    found = _INDENT.match(line)
    return found[0] if found else ""


def _single(line: str) -> str:
    start, _, _ = head(line)
    return f"- {line[start:]}"
