"""Routine files held against the format and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from facecoach.document import MAX_FINDINGS, Document, Loc, Spot
from facecoach.errors import CoachError, FaultyFile, Finding
from facecoach.form import in_order, validate
from facecoach.mistakes.remarks import Text, cut_off, free
from facecoach.routine.library import Library, contents
from facecoach.routine.model import Routine
from facecoach.routine.plan import Plan, lacking, planned
from facecoach.routine.reader import opened
from facecoach.safety.touch import worked
from facecoach.safety.verdict import judged, silenced
from facecoach.words import readable

CUT_OFF = "FC110"


def inspect(path: Path, shelf: Library, raw: bytes | None = None) -> tuple[Finding, ...]:
    """Return the findings of a routine's or a plan's file, at most 50; a file that is neither has findings too.

    `raw` are its bytes where it is not to be read.
    """
    name = readable(str(path))
    try:
        document = opened(contents(path) if raw is None else raw, name, shelf.exercises)
    except FaultyFile as fault:
        return fault.findings
    except CoachError as fault:
        return (Finding(name, 1, 1, "FC101", readable(fault.message), fault.hint),)
    cuts = tuple(_cuts(document))
    try:
        if planned(document.data):
            known = [entry.slug for entry in shelf.entries()]
            return tuple(in_order([*lacking(validate(Plan, document), document, known), *cuts])[:MAX_FINDINGS])
        return judged(document, worked(validate(Routine, document)), beside=cuts)
    except FaultyFile as fault:
        return tuple(in_order([*fault.findings, *silenced(document, cuts)])[:MAX_FINDINGS])


def _cuts(document: Document) -> Iterator[Finding]:
    """Yield a warning for each `#` that silently cuts a text off."""
    if not any(" #" in line for line in document.lines):
        return
    texts = (
        Text(next((part for part in reversed(loc) if isinstance(part, str)), ""), spot.line - 1, spot.column - 1, text)
        for loc, spot in document.values.items()
        if free(loc) and isinstance(text := _at(document.data, loc), str | None)
    )
    for one in cut_off(document.lines, texts):
        spot = Spot(one.row + 1, one.column + 1, one.width)
        yield replace(document.finding(spot, CUT_OFF, one.message, one.hint), severity="warning")


def _at(data: Any, loc: Loc) -> Any:
    """Return the value at a path, an empty list where there is none."""
    for part in loc:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return []
    return data
