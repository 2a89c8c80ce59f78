"""New routine files of the user's own: names that are safe as files, a template, and no routine overwritten."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from facecoach.errors import CoachError, UsageError
from facecoach.files import create, replace
from facecoach.routine.schema import routine_schema

LONGEST_NAME = 60
SCHEMA_FILE = "routine.schema.json"
MODELINE = f"# yaml-language-server: $schema=../{SCHEMA_FILE}\n"

_SAFE = re.compile(r"[a-z0-9][a-z0-9-]*")
# A file of one of these names is a device to Windows, whatever its ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def checked(name: str) -> str:
    """Return a routine's name if it is safe as a file's; raises UsageError with one that would be."""
    if _SAFE.fullmatch(name) and len(name) <= LONGEST_NAME and name not in _DEVICES:
        return name
    better = proposed(name)
    hint = f", as in `{better}`" if better else ""
    raise UsageError(
        f"`{name[:LONGEST_NAME]}` cannot be the name of a routine",
        f"small letters, digits and dashes, at most {LONGEST_NAME}{hint}",
    )


def proposed(text: str) -> str:
    """Return a name made of a text that is safe as a file's; empty where the text has no letter or digit for it."""
    better = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"my-{better}" if better in _DEVICES else better


def template(slug: str) -> str:
    """Return the commented routine that a new file begins as."""
    text = (files(__package__) / "template.yaml").read_text(encoding="utf-8")
    return text.replace("{name}", slug.replace("-", " ").capitalize()).replace("{slug}", slug)


def written(data: Mapping[str, Any]) -> str:
    """Return the data of a routine as the text of its file, without what is empty."""
    import yaml

    kept = {field: value for field, value in data.items() if value}
    return yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=110)


def overwritten(path: Path, text: str) -> Path:
    """Write a file that belongs to the program, in place of what was there; raises CoachError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text.encode())
    except OSError as fault:
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "look at the folder's permissions") from None
    return path


def save(folder: Path, name: str, text: str, exercises: Iterable[str]) -> Path:
    """Write a new routine into a folder, the schema for the editor beside the folder, and return the file's path.

    `exercises` are the names that an editor is to complete.
    Raises CoachError when there is such a file already, or it cannot be written, and UsageError for an unsafe name.
    """
    path = folder / f"{checked(name)}.yaml"
    if os.path.exists(path.with_suffix(".yml")):
        path = path.with_suffix(".yml")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        create(path, (MODELINE + _without_modeline(text)).encode())
        completion = json.dumps(routine_schema(exercises), indent=2)
        replace(folder.parent / SCHEMA_FILE, f"{completion}\n".encode())
    except OSError as fault:
        if isinstance(fault, FileExistsError) and os.path.exists(path):
            hint = "take another name, or open that file in your editor"
            raise CoachError(f"`{path}` exists already, and nothing is ever overwritten", hint) from None
        raise CoachError(f"`{path}` cannot be written: {fault.strerror}", "look at the folder's permissions") from None
    return path


def _without_modeline(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("# yaml-language-server:"))
