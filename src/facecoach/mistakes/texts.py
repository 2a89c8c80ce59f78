"""Texts that YAML reads as something else: what in them stands in the way, and the text between quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facecoach.mistakes.fields import EVERYDAY, FIELDS, KNOWN, TEXTS, Value, meant
from facecoach.mistakes.mistake import Mistake, quoted, shown, written

_FIRST = re.compile(r"""!(?!!)|[@`%&*|>\]}\[{]|[-?:](?=\s)""")
_WHOLE = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*$")
_FIELD_INSIDE = re.compile(rf"(?<=\s)({KNOWN}):(?=\s)")
_DECIMAL = re.compile(r"(\d+),\s?(\d+)")
_INNER = re.compile(r":(?=\s|$)")
_INNER_BRACED = re.compile(r":(?=\s|$)|[,\[\]{}]|(?<=\s)#")
_WRAPPED = re.compile(rf"(\s*)(?!(?:{KNOWN}):)([^\s{{}}\[\]#-][^{{}}\[\]#]*)(\}}.*)")
_COMMA = "between brackets a comma ends the text, and this one was meant as part of it"
_CLOSING = "\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"


class Flaw(NamedTuple):
    """What is wrong in a text: where, from its beginning, and in words."""

    at: int
    message: str
    width: int = 1
    remedy: str = "put the text between quotes"
    swallows: bool = False


def unreadable(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield the mistakes in the texts of a row."""
    for value in meant(lines[row]):
        if found := _joined(row, value) or _decimal(row, value):
            yield found
        elif flaw := _flaw(value):
            yield between_quotes(row, value, flaw)


def wrapped(lines: Sequence[str], row: int) -> Iterator[Mistake]:
    """Yield the comma at the end of the row above, where a text between brackets goes on in this row."""
    value = next(reversed(list(meant(lines[row - 1]))), None) if row else None
    tail = _WRAPPED.fullmatch(lines[row])
    if value is None or tail is None or not value.braced or '"' in value.text + tail[2]:
        return
    at = value.line.rfind(",")
    if value.key in TEXTS and at >= value.end:
        mends = {row - 1: f'{value.line[: value.start]}"{value.text},', row: f'{tail[1]}{tail[2].rstrip()}"{tail[3]}'}
        hint = f"put the whole text between quotes: {written(value.key, f'{value.text}, {tail[2]}')}"
        yield Mistake(row - 1, at, 1, _COMMA, hint, mends)


def between_quotes(row: int, value: Value, flaw: Flaw) -> Mistake:
    """Return a flaw as the mistake that quotes mend."""
    text = _bare(value.text)
    hint = f"{flaw.remedy}: {written(value.key, text)}"
    mends = {row: value.replaced(quoted(text))}
    return Mistake(row, value.start + flaw.at, flaw.width, flaw.message, hint, mends, flaw.swallows)


def _flaw(value: Value) -> Flaw | None:
    text, free = value.text, value.key in TEXTS or value.key not in FIELDS
    if text[0] in _WHOLE:
        return _unclosed(text)
    first = _FIRST.match(text)
    if first and first[0] in "[{":
        return Flaw(0, _begins(text[0])) if free and text[-1] not in "]}" else None
    if first and not _BLOCK_TEXT.fullmatch(text):
        return Flaw(0, _begins(text[0])) if free or first[0] not in "-*&" else None
    inner = (_INNER_BRACED if value.braced and free else _INNER).search(text)
    return _inside(inner) if inner else None


def _begins(sign: str) -> str:
    return f"a text cannot begin with {'a backtick' if sign == '`' else f'`{sign}`'}"


def _unclosed(text: str) -> Flaw | None:
    """Return what is wrong with a text that begins with a quote, None when it is well quoted."""
    sign, whole = text[0], _WHOLE[text[0]].match(text)
    if whole is None:
        message = f"the quote {sign} that opens here is never closed"
        return Flaw(0, message, remedy="close it behind the text", swallows=True)
    if whole.end() == len(text) or text[whole.end() :].lstrip().startswith("#"):
        return None
    if sign == "'" and text[whole.end()].isalpha():
        return Flaw(whole.end() - 1, "this apostrophe ends the text, because the text began with one")
    return Flaw(whole.end() - 1, "the text ends at this quote, but goes on behind it")


def _inside(found: re.Match[str]) -> Flaw:
    sign, at = found[0], found.start()
    if sign == ":":
        return Flaw(at, "a colon with a space behind it begins a field, and this one was meant as part of the text")
    if sign == "#":
        return Flaw(at, "a `#` behind a space begins a remark: all that follows on this line is lost")
    if sign == ",":
        return Flaw(at, _COMMA)
    return Flaw(at, f"`{sign}` is a bracket, and this one was meant as part of the text")


def _bare(text: str) -> str:
    """Return a text without the quotes it was to stand between."""
    sign = text[0]
    if sign not in _WHOLE:
        return text
    whole = _WHOLE[sign].match(text)
    if whole and text[-1] != sign and sign == '"':
        return text
    inner = text[1:-1] if len(text) > 1 and text[-1] in sign + _CLOSING else text[1:]
    return inner.replace("''", "'") if sign == "'" else inner


def _joined(row: int, value: Value) -> Mistake | None:
    """Return where a comma is missing between two fields, or another sign stands in its place."""
    found = _FIELD_INSIDE.search(value.text) if value.braced else None
    if found is None or (value.key in TEXTS and not _surely_field(value, found)):
        return None
    before, behind = value.text[: found.start()].rstrip(), value.text[found.start() :]
    sign = before[-1:] if before[-1:] in ",;" else ""
    before = before.removesuffix(sign)
    at = value.start + len(before)
    message = f"fields stand apart by commas, not by `{sign}`" if sign else f"a comma is missing before `{found[1]}`"
    hint = f"write {shown(f'{value.key}: {before}, ' + re.split('[;,]', behind)[0])}"
    return Mistake(row, at, 1, message, hint, {row: value.replaced(f"{before}, {behind}")})


def _surely_field(value: Value, found: re.Match[str]) -> bool:
    """Whether a word with a colon inside a free text is rather the next field than a word of the text."""
    return found[1] not in TEXTS and (found[1] not in EVERYDAY or value.text[found.end() :].lstrip()[:1].isdigit())


def _decimal(row: int, value: Value) -> Mistake | None:
    """Return the comma of a number that stands between brackets."""
    found = _DECIMAL.match(value.text) if value.braced and value.key and value.key not in TEXTS else None
    if found is None:
        return None
    number = f"{found[1]}.{found[2]}{value.text[found.end() :]}"
    message = "between brackets a comma ends a value, also that of a number"
    hint = f"write {shown(f'{value.key}: {number}')}"
    return Mistake(row, value.start + found.end(1), 1, message, hint, {row: value.replaced(number)})
