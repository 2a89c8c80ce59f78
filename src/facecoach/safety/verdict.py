"""A routine held against the rules: what is found, where, and what the `allow` comments in its file silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from facecoach.document import MAX_FINDINGS, Document, Loc, Spot
from facecoach.errors import Finding
from facecoach.form import in_order
from facecoach.safety.fault import INJURING, Fault
from facecoach.safety.rules import IDLE, RULES, Rule
from facecoach.safety.touch import Worked

ALLOW = re.compile(r"#\s*facecoach:\s*allow\s+(FC\d{3}(?:[\s,]+FC\d{3})*)")


@dataclass(frozen=True, slots=True)
class Allowance:
    """A code that a comment on a line allows, and where the comment says so."""

    line: int
    code: str
    spot: Spot


def judged(document: Document, one: Worked, family: str = "", beside: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """Return what the rules find in a routine, or was found `beside` them, and its comments do not silence.

    Of a `family` of rules, such as FC2, only what can be found by those.
    """
    allowed = {(one.line, one.code): one for one in _allowances(document)}
    left: list[Finding] = []
    used: set[Allowance] = set()
    for rule in (one for one in RULES if one.code.startswith(family)):
        for fault in rule.find(one):
            finding = _finding(document, rule, fault)
            covering = {allowed.get((line, rule.code)) for line in _lines(document, finding, fault.at)} - {None}
            used.update(filter(None, covering))
            left += [] if covering else [finding]
    for finding in beside:
        covering = {allowed.get((finding.line, finding.code))} - {None}
        used.update(filter(None, covering))
        left += [] if covering else [finding]
    left += [] if family else [_idle(document, one) for one in allowed.values() if one not in used]
    # What can injure is never among those that are left out.
    found = sorted(in_order(left), key=lambda finding: finding.code not in INJURING)
    return tuple(in_order(found[:MAX_FINDINGS]))


def silenced(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that no comment on their line allows."""
    allowed = {(one.line, one.code) for one in _allowances(document)}
    return [finding for finding in findings if (finding.line, finding.code) not in allowed]


def _finding(document: Document, rule: Rule, fault: Fault) -> Finding:
    """Return a fault as a finding; its place is its word where that stands on the line on which its text begins."""
    spot = document.spot(fault.at)
    found = document.finding(spot, rule.code, fault.message, fault.hint)
    at = found.excerpt.find(fault.word, spot.column - 1) if fault.word else -1
    if at >= 0:
        found = replace(found, column=at + 1, width=len(fault.word))
    return replace(found, severity=rule.severity)


def _allowances(document: Document) -> Iterator[Allowance]:
    for number, line in enumerate(document.lines, 1):
        for comment in ALLOW.finditer(line):
            for code in re.finditer(r"FC\d{3}", comment[1]):
                yield Allowance(number, code[0], Spot(number, comment.start(1) + code.start() + 1, len(code[0])))


def _lines(document: Document, finding: Finding, at: Loc) -> set[int]:
    """Return the lines on which an allowance covers a finding: its own, and where its step and its move begin."""
    around = (at[:length] for length in (2, 4) if len(at) >= length and at[0] == "steps")
    return {finding.line, *(document.spot(loc).line for loc in around)}


def _idle(document: Document, one: Allowance) -> Finding:
    hint = "remove it, or put it on the line of the finding, or where its step or move begins"
    found = document.finding(one.spot, IDLE, f"nothing here needs `allow {one.code}`", hint)
    return replace(found, severity="warning")
