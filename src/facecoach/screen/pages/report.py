"""Errors and findings as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facecoach.errors import CoachError, FaultyFile, Finding
from facecoach.screen.spans import QUIET, Line, cells, line, plain, width, wrapped
from facecoach.screen.theme import Screen
from facecoach.words import count

EXCERPT = 100
GUTTER = 8


def explained(fault: CoachError, screen: Screen) -> Iterator[Line]:
    """Yield what went wrong and what to do next, each finding of a faulty file with its line."""
    for finding in fault.findings if isinstance(fault, FaultyFile) else ():
        yield from drawn(finding, screen)
    yield line(("error: ", "bold red"), fault.message)
    if fault.hint:
        yield line((" hint: ", "bold"), fault.hint)


def drawn(finding: Finding, screen: Screen) -> list[Line]:
    """Return a finding as lines: its place and message, the line of the file, a caret and the hint.

    In a terminal all of them fit its width; a hint that does not fit behind the caret comes below it.
    """
    colour = "bold red" if finding.severity == "error" else "bold yellow"
    head = line((finding.place, "bold"), ": ", (f"{finding.severity} {finding.code}", colour), f": {finding.message}")
    hint = f" hint: {finding.hint}" if finding.hint else ""
    if not finding.excerpt.strip():
        return [head, line(f"     {hint}")] if hint else [head]
    room = screen.columns - GUTTER if screen.terminal else EXCERPT
    excerpt, column = _window(finding, max(20, min(room, EXCERPT)))
    caret = "^" * max(1, min(finding.width, len(excerpt) - column))
    gutter = (f"{'':>5} | ", QUIET)
    marked = line(gutter, " " * cells(excerpt[:column]), (caret, colour))
    below = screen.terminal and width(marked) + cells(hint) > screen.columns
    return [
        head,
        line((f"{finding.line:>5} | {excerpt}", QUIET)),
        marked if below else (*marked, *line(hint)),
        *((gutter, *part) for part in (wrapped(line(hint.strip()), max(20, room)) if below else ())),
    ]


def one_line(finding: Finding) -> str:
    """Return a finding as one line, as editors read them."""
    hint = f" ({finding.hint})" if finding.hint else ""
    return plain(f"{finding.place}: {finding.severity} {finding.code}: {finding.message}{hint}")


def tally(findings: Sequence[Finding], files: int) -> Line:
    """Return how many errors and warnings there are in so many files, or that all is good."""
    where = count(files, "file")
    if not findings:
        return line(("All good", "bold green"), f": {where}")
    counts = {kind: sum(finding.severity == kind for finding in findings) for kind in ("error", "warning")}
    return line(f"{', '.join(count(number, kind) for kind, number in counts.items() if number)} in {where}")


def _window(finding: Finding, room: int) -> tuple[str, int]:
    """Return the part of a long line around the fault, and the fault's place in it."""
    text, column = plain(finding.excerpt), finding.column - 1
    start = max(0, min(column - room // 2, len(text) - room))
    return text[start : start + room], column - start
