"""A YAML file validated by a Pydantic model: the value, or the faults, each with its place and a hint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from facecoach.document import MAX_FINDINGS, Document, Loc, Spot, parse
from facecoach.errors import FaultyFile, Finding
from facecoach.mistakes.mistake import quoted
from facecoach.words import clipped, guess, listed

M = TypeVar("M", bound=BaseModel)

MOST_WORDED = 200

_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "bool": "yes or no",
    "string": "text",
    "list": "a list",
    "tuple": "a list",
    "dict": "fields, as in `key: value`",
    "model": "fields, as in `key: value`",
    "literal": "one word",
}
_NO_COLON = re.compile(r"([a-z_]+)\s*[\s=;]\s*(.+)")
_LISTED = {"zone": ("zone", "zones"), "avoid_if": ("condition", "safety"), "evidence": ("study", "learn evidence")}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "above"),
    "too_short": ("min_length", "at least"),
    "too_long": ("max_length", "at most"),
    "string_too_short": ("min_length", "at least"),
    "string_too_long": ("max_length", "at most"),
}


def load(model: type[M], raw: bytes, path: str) -> M:
    """Read `raw` as a `model`, or raise FaultyFile with its faults."""
    return validate(model, parse(raw, path))


def model_of(kind: type) -> type[BaseModel]:
    """Return a Pydantic model of a dataclass; the metadata of its fields are keyword arguments of `pydantic.Field`."""
    kinds = get_type_hints(kind)
    held: dict[str, Any] = {one.name: (kinds[one.name], Field(one.default, **one.metadata)) for one in fields(kind)}
    return create_model(kind.__name__, __config__=ConfigDict(extra="forbid"), **held)


def validate(model: type[M], document: Document) -> M:
    """Return a parsed document as a `model`, or raise FaultyFile with its faults, at most 50."""
    found = list(document.findings)
    try:
        value = model.model_validate(document.data)
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
        found += [_finding(model, document, error) for error in errors[:MOST_WORDED]]
    if found:
        raise FaultyFile(document.path, tuple(in_order(found)[:MAX_FINDINGS]))
    return value


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order of the file, each once."""
    return sorted(set(findings), key=lambda finding: (finding.line, finding.column, finding.code))


def _finding(model: type[BaseModel], document: Document, error: ErrorDetails) -> Finding:
    loc: Loc = tuple(part for part in error["loc"] if not str(part).startswith("function-"))
    kind, context, given = error["type"], error.get("ctx", {}), error["input"]
    if loc[-1:] == ("[key]",):
        return _bad_key(document, loc[:-1], context)
    if kind.startswith("FC"):
        loc = (*loc, *context.get("at", ()))
        spot = document.spot(loc, key=bool(context.get("key")))
        return document.finding(spot, kind, error["msg"], context.get("hint", ""))
    if kind == "missing":
        return document.finding(document.spot(loc[:-1]), "FC105", f"`{loc[-1]}` is missing here", _about(model, loc))
    if kind == "extra_forbidden":
        known = sorted(_fields(_model_at(model, loc[:-1])))
        hint = guess(str(loc[-1]), known, f"known here: {', '.join(known)}")
        return document.finding(document.spot(loc, key=True), "FC104", f"unknown field `{clipped(loc[-1])}`", hint)
    if kind == "literal_error" and isinstance(given, str):
        return _unknown(document, loc, given, context)
    code, message = _misfit(loc, kind, context, given)
    hint = _remedy(model, loc, kind, given) if code == "FC107" else ""
    return document.finding(_place(document, loc, kind, given), code, message, hint or _about(model, loc))


def _place(document: Document, loc: Loc, kind: str, given: Any) -> Spot:
    """Return the place of a value; of fields that were meant as a text, that of the colon that makes them fields."""
    if _family(kind) == "string" and isinstance(given, dict) and given:
        line, column, width = document.spot((*loc, next(iter(given))), key=True)
        return Spot(line, column + width)
    return document.spot(loc)


def _bad_key(document: Document, loc: Loc, context: dict[str, Any]) -> Finding:
    words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
    hint = f"{guess(str(loc[-1]), words)} one of {_brief(words)}".strip() if words else ""
    return document.finding(document.spot(loc, key=True), "FC103", f"unknown word `{clipped(loc[-1])}`", hint)


def _unknown(document: Document, loc: Loc, given: str, context: dict[str, Any]) -> Finding:
    words = re.findall(r"'([^']*)'", context["expected"])
    field = next((str(part) for part in reversed(loc) if isinstance(part, str)), "word")
    kind, command = _LISTED.get(field, (field, ""))
    where = f"`facecoach {command}` lists all {len(words)}" if command else f"one of {_brief(words)}"
    hint = f"{guess(given, words)} {where}".strip()
    return document.finding(document.spot(loc), "FC103", f"unknown {kind} `{clipped(given)}`", hint)


def _misfit(loc: Loc, kind: str, context: dict[str, Any], given: Any) -> tuple[str, str]:
    subject = next((f"`{part}`" for part in reversed(loc) if isinstance(part, str)), "the file")
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        if "_than_" in kind:
            return "FC108", f"{subject} must be {words} {context[key]}"
        if not given:
            return "FC108", f"{subject} is empty"
        return (
            "FC108",
            f"{subject} must have {words} {context[key]} {'characters' if isinstance(given, str) else 'entries'}",
        )
    if kind == "string_pattern_mismatch":
        return "FC108", f"{subject} cannot be {_shape(given)}"
    return "FC107", f"{subject} must be {_KINDS.get(_family(kind), 'something else')}, not {_shape(given)}"


def _remedy(model: type[BaseModel], loc: Loc, kind: str, given: Any) -> str:
    """Return what to write where one kind of value stands in place of another; empty where that cannot be known."""
    wanted, inner = _family(kind), _inner(_annotation(model, loc))
    if wanted in ("list", "tuple"):
        return _as_list(str(loc[-1]), given, of_text=inner is None)
    if wanted == "string" and isinstance(given, dict) and given:
        text = ", ".join(f"{key}: {value}" for key, value in given.items() if isinstance(value, str))
        return f"a colon with a space makes a field; put the text between quotes: `{quoted(clipped(text))}`"
    return _as_fields(inner if loc else model, given) if wanted == "model" else ""


def _as_fields(model: type[BaseModel] | None, given: Any) -> str:
    known = _fields(model)
    found = _NO_COLON.match(given) if isinstance(given, str) else None
    if found and found[1] in known:
        return f"a colon is missing: `{found[1]}: {clipped(found[2])}`"
    first = next((name for name, field in known.items() if field.is_required()), "")
    return f"write its fields, as in `{first}: ...`; `facecoach new NAME` writes a file to begin from" if first else ""


def _as_list(word: str, given: Any, *, of_text: bool) -> str:
    if isinstance(given, dict) and given:
        return f"begin each with a dash and a space, as in `- {clipped(next(iter(given)))}: ...`"
    if not of_text or not isinstance(given, str) or not given:
        return ""
    if given[0].isalnum():
        return f"write it as a list: `{word}: [{clipped(given)}]`"
    return f"begin each with a plain dash and a space: `- {clipped(given[1:].split(' - ')[0].strip())}`"


def _annotation(model: type[BaseModel], loc: Loc) -> Any:
    """Return what a field at a path, or one of its entries, is declared to be."""
    named = max((place for place, part in enumerate(loc) if isinstance(part, str)), default=None)
    field = None if named is None else _fields(_model_at(model, loc[:named])).get(str(loc[named]))
    return field.annotation if field else None


def _family(kind: str) -> str:
    return kind.split("_", maxsplit=1)[0]


def _shape(given: Any) -> str:
    if given is None:
        return "empty"
    if isinstance(given, str):
        return f"`{clipped(given)}`"
    return "a list" if isinstance(given, list | tuple) else "fields"


def _brief(words: list[str]) -> str:
    shown = words if len(words) <= 8 else [*words[:6], f"{len(words) - 6} more"]
    return listed(shown, "or")


def _about(model: type[BaseModel], loc: Loc) -> str:
    named = max((place for place, part in enumerate(loc) if isinstance(part, str)), default=None)
    field = None if named is None else _fields(_model_at(model, loc[:named])).get(str(loc[named]))
    return (field.description or "").rstrip(".") if field else ""


def _fields(model: type[BaseModel] | None) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()} if model else {}


def _model_at(model: type[BaseModel] | None, loc: Loc) -> type[BaseModel] | None:
    for part in loc:
        if isinstance(part, str):
            field = _fields(model).get(part)
            model = _inner(field.annotation) if field else None
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)
