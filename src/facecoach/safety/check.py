"""Routine files held against the format and the rules."""

from __future__ import annotations

from pathlib import Path

from facecoach.errors import CoachError, FaultyFile, Finding
from facecoach.form import validate
from facecoach.routine.library import contents
from facecoach.routine.model import Routine
from facecoach.routine.reader import Pieces, opened
from facecoach.safety.touch import worked
from facecoach.safety.verdict import judged
from facecoach.words import readable


def inspect(path: Path, pieces: Pieces) -> tuple[Finding, ...]:
    """Return the findings of a routine file, at most 50; a file that is none or cannot be read has findings too."""
    name = readable(str(path))
    try:
        document = opened(contents(path), name, pieces)
        return judged(document, worked(validate(Routine, document)))
    except FaultyFile as fault:
        return fault.findings
    except CoachError as fault:
        return (Finding(name, 1, 1, "FC101", readable(fault.message), fault.hint),)
