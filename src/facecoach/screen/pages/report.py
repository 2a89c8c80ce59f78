"""Errors and findings as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from facecoach.errors import CoachError, FaultyFile, Finding
from facecoach.screen.theme import console_on, plain

EXCERPT = 100
GUTTER = 8


def explain(fault: CoachError, stream: TextIO, env: Mapping[str, str], *, no_color: bool = False) -> None:
    """Write what went wrong and what to do next, each finding of a faulty file with its line."""
    console = console_on(stream, env, no_color=no_color)
    findings = fault.findings if isinstance(fault, FaultyFile) else ()
    lines = [line for finding in findings for line in drawn(finding, console)]
    lines.append(Text.assemble(("error: ", "bold red"), plain(fault.message)))
    if fault.hint:
        lines.append(Text.assemble((" hint: ", "bold"), plain(fault.hint)))
    for line in lines:
        console.print(line, soft_wrap=True)


def drawn(finding: Finding, console: Console) -> list[Text]:
    """Return a finding as lines: its place and message, the line of the file, a caret and the hint.

    In a terminal all of them fit its width; a hint that does not fit behind the caret comes below it.
    """
    colour = "bold red" if finding.severity == "error" else "bold yellow"
    code = (f"{finding.severity} {finding.code}", colour)
    head = Text.assemble((plain(finding.place), "bold"), ": ", code, f": {plain(finding.message)}")
    hint = f" hint: {plain(finding.hint)}" if finding.hint else ""
    if not finding.excerpt.strip():
        return [head, Text(f"     {hint}")] if hint else [head]
    room = console.width - GUTTER if console.is_terminal else EXCERPT
    excerpt, column = _window(finding, max(20, min(room, EXCERPT)))
    caret = "^" * max(1, min(finding.width, len(excerpt) - column))
    indent = " " * cell_len(excerpt[:column])
    marked = Text.assemble((f"{'':>5} | ", "dim"), indent, (caret, colour))
    below = console.is_terminal and marked.cell_len + cell_len(hint) > console.width
    hints: Iterable[Text] = Text(hint.strip()).wrap(console, max(20, room)) if below else ()
    return [
        head,
        Text(f"{finding.line:>5} | {excerpt}", style="dim"),
        marked if below else marked + Text(hint),
        *[Text.assemble((f"{'':>5} | ", "dim"), line) for line in hints],
    ]


def one_line(finding: Finding) -> str:
    """Return a finding as one line, as editors read them."""
    hint = f" ({finding.hint})" if finding.hint else ""
    return plain(f"{finding.place}: {finding.severity} {finding.code}: {finding.message}{hint}")


def tally(findings: Sequence[Finding], files: int) -> Text:
    """Return how many errors and warnings there are in so many files, or that all is good."""
    where = f"{files} {'file' if files == 1 else 'files'}"
    if not findings:
        return Text.assemble(("All good", "bold green"), f": {where}")
    counts = {kind: sum(finding.severity == kind for finding in findings) for kind in ("error", "warning")}
    told = [f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items() if count]
    return Text(f"{', '.join(told)} in {where}")


def _window(finding: Finding, width: int) -> tuple[str, int]:
    """Return the part of a long line around the fault, and the fault's place in it."""
    line, column = plain(finding.excerpt), finding.column - 1
    start = max(0, min(column - width // 2, len(line) - width))
    return line[start : start + width], column - start
