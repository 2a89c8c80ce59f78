"""A routine that comes from elsewhere: where from, a digest of it, and nothing in it that silences a safety rule.

Both are a line at the top of its file. What a file says of itself in such a line does not count.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256

from facecoach.safety.verdict import ALLOW

_MARK = "# added: "
_SCHEMA = "# yaml-language-server:"
_EDITOR = re.compile(r"#(?=\s*(?:yaml-language-server|\$schema)\s*:)")  # one's editor would fetch what this names
_SAFETY = re.compile(r"FC2\d\d")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a routine came from, an address or a path, the day it was taken in, and the digest of its text then."""

    source: str
    day: str
    digest: str


def tamed(text: str) -> str:
    """Return a text from elsewhere, line for line, without what may only be said at home."""
    return "".join(map(_tamed, text.splitlines(keepends=True)))


def _tamed(line: str) -> str:
    if line.startswith((_MARK, _SCHEMA)):
        return line[len(line.rstrip("\r\n")) :]
    line = _EDITOR.sub("# unused:", line)
    return ALLOW.sub(lambda found: _unheard(found[0]) if _SAFETY.search(found[1]) else found[0], line)


def _unheard(comment: str) -> str:
    return comment.replace("allow", "may not allow", 1)


def signed(text: str, source: str, day: str) -> str:
    """Return a text with the line that says where it came from and when."""
    told = {"from": source, "on": day, "sha256": digest(text)}
    return f"{_MARK}{json.dumps(told)}\n{text}"


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, 64 hex digits."""
    return sha256(text.encode()).hexdigest()


def parted(text: str) -> tuple[Origin | None, str]:
    """Return where a file of one's own came from, None where it does not say so, and its text below that."""
    lines, found = text.splitlines(keepends=True), None
    if lines and lines[0].startswith(_SCHEMA):
        del lines[0]
    if lines and lines[0].startswith(_MARK):
        found = _origin(lines.pop(0).removeprefix(_MARK))
    return found, "".join(lines)


def _origin(text: str) -> Origin | None:
    try:
        told = json.loads(text)
        return Origin(str(told["from"]), str(told["on"]), str(told["sha256"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
