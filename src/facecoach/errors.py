"""What can go wrong, as data: a message, where, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal


class Exit(IntEnum):
    """The program's exit codes; LEFT is a session left early, 129 and above are 128 plus the number of a signal."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    LEFT = 3
    HANGUP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class CoachError(Exception):
    """Something a person can mend: what and where, and a hint at what to do next."""

    def __init__(self, message: str, hint: str = "", code: Exit = Exit.FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


class UsageError(CoachError):
    """A command called in a way that it does not know."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, Exit.USAGE)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a file: its place (line and column from 1), code, message and hint.

    `excerpt` is the line as it stands in the file and `width` the number of characters at fault.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Literal["error", "warning"] = "error"
    excerpt: str = ""
    width: int = 1

    @property
    def place(self) -> str:
        """`path:line:column`, as editors and terminals make it a link."""
        return f"{self.path}:{self.line}:{self.column}"


class FaultyFile(CoachError):
    """A file that is not valid, with the faults found in it."""

    def __init__(self, path: str, findings: tuple[Finding, ...], hint: str = "") -> None:
        count = len(findings)
        super().__init__(
            f"`{path}` has {count} {'fault' if count == 1 else 'faults'}",
            hint or f"mend {'it' if count == 1 else 'them'} and try again",
        )
        self.findings = findings
