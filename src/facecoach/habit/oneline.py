"""One line of the streak, for a script or a status bar: `{current} {week.done}/{week.goal} {state}`.

Names are looked up in a flat table and nothing is evaluated. A shell prompt loads this module, so it imports only what
loads fast.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

MARKS = {"none": "·", "done": "●", "pending": "○", "rest": "–", "paused": "‖"}  # noqa: RUF001 - a dash is meant
PLAN = ("plan", "week", "weeks", "done", "days", "due", "state")
_PARTS = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


def line(template: str, told: Mapping[str, Any]) -> str:
    """Return a template filled from what `streak --json` says; raises UsageError for an unknown name."""
    from facecoach.errors import UsageError

    values = names(told)
    try:
        return fill(template, values)
    except UnknownName as unknown:
        name = str(unknown.args[0])
        known = ", ".join(one for one in values if not one.startswith("zones."))
        wrong = f"a `{name}` alone says nothing" if name in ("{", "}") else f"there is no name `{name[:40]}`"
        hint = f"for the sign itself write `{name * 2}`" if name in ("{", "}") else f"there are {known} and zones.NAME"
        raise UsageError(wrong, hint) from None


class UnknownName(LookupError):
    """A template uses an unknown name; the exception's argument is that name as written."""


def names(told: Mapping[str, Any]) -> dict[str, str]:
    """Return what `streak --json` says by dotted name, and the state's `mark`, as text that cannot steer a terminal."""
    flat = {"mark": MARKS[told["state"]], **{f"plan.{name}": "-" for name in PLAN}}
    for name, value in told.items():
        if name == "plan":
            flat |= {f"plan.{part}": _text(one) for part, one in (value or {}).items()}
        elif isinstance(value, dict):
            flat |= {f"{name}.{inner}": _text(part) for inner, part in value.items()}
        else:
            flat[name] = _quotas(value) if isinstance(value, list) else _text(value)
    return flat


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return a template with each `{name}` replaced, `{{` and `}}` standing for braces; raises UnknownName."""

    def value(found: re.Match[str]) -> str:
        whole, name = found[0], found[1]
        if whole in ("{{", "}}"):
            return whole[0]
        if name is None:
            raise UnknownName(whole)
        if name in values:
            return values[name]
        if name.startswith("zones.") and _is_zone(name.removeprefix("zones.")):
            return "0"
        raise UnknownName(name)

    return _PARTS.sub(value, template)


def _quotas(quotas: list[dict[str, Any]]) -> str:
    return ", ".join(_text(f"{one['routine']} {one['done']}/{one['of']}") for one in quotas) or "-"


def _text(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(value) or None
    text = "-" if value is None else str(value)
    return text if text.isprintable() else "".join(char if char.isprintable() else "�" for char in text)


def _is_zone(name: str) -> bool:
    from facecoach.knowledge.anatomy import ZONES

    return name in ZONES
