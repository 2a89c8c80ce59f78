"""Dataclasses as plain data and back, for files that were checked before they were shipped.

What people write is validated by `form` instead, which says what is wrong with it.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumped(value: Any) -> Any:
    """Return a value of dataclasses, tuples and dicts as JSON holds it; fields at their defaults are left out."""
    if is_dataclass(value):
        told = {field.name: getattr(value, field.name) for field in fields(value) if not _at_default(value, field)}
        return {name: dumped(one) for name, one in told.items()}
    if isinstance(value, tuple | list):
        return [dumped(one) for one in value]
    if isinstance(value, dict):
        return {key: dumped(one) for key, one in value.items()}
    return value


def restored(kind: type[T], data: Any) -> T:
    """Return plain data as the value of a dataclass; raises TypeError where a field is missing or unknown."""
    return _restored(kind, data)  # type: ignore[no-any-return]  # a dataclass comes back as itself


def _restored(kind: Any, data: Any) -> Any:
    known, origin, inside = is_dataclass(kind), get_origin(kind), get_args(kind)
    if known:
        kinds = _kinds(kind)
        return kind(**{name: _restored(kinds.get(name), value) for name, value in data.items()})
    if origin is tuple:
        each = inside[:1] * len(data) if inside[-1] is Ellipsis else inside
        return tuple(map(_restored, each, data))
    if origin is dict:
        return {key: _restored(inside[1], value) for key, value in data.items()}
    if origin is UnionType and data is not None:
        return _restored(inside[0], data)
    return data


@cache
def _kinds(kind: object) -> dict[str, Any]:
    return get_type_hints(kind)


def _at_default(value: Any, field: Any) -> bool:
    default = field.default_factory() if field.default_factory is not MISSING else field.default
    return default is not MISSING and bool(getattr(value, field.name) == default)
