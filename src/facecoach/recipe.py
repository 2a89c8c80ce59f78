"""A routine file's bytes as a Routine, or every fault in them with its place and the way out."""

from __future__ import annotations

from facecoach.routine import Routine
from facecoach.source import load


def read(raw: bytes, path: str) -> Routine:
    """Read a routine file; raises FaultyFile, whose findings name line and column, for anything that is not one."""
    return load(Routine, raw, path)
