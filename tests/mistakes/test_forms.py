"""Mistakes that leave YAML of the wrong kind, and one whose mend takes a line more: what to write in its place."""

from __future__ import annotations

import pytest

from facecoach.errors import FaultyFile
from facecoach.routine.reader import read

TOP = "name: Jaw release\nsteps:\n"
STEP = "  - {zone: jaw, for: 60s, cue: Small circles}\n"
FORMS = [
    ("name: R\nneeds:\n  - oil: two drops\nsteps:\n" + STEP, "3:8", "FC107", 'between quotes: `"oil: two drops"`'),
    ("name: R\nneeds: clean hands, oil\nsteps:\n" + STEP, "2:8", "FC107", "as a list: `needs: [clean hands, oil]`"),
    ("name: R\nneeds:\n  \N{EN DASH} oil\nsteps:\n" + STEP, "3:3", "FC107", "a plain dash and a space: `- oil`"),
    (TOP + "  zone: jaw\n  for: 60s\n  cue: Go\n", "3:3", "FC107", "begin each with a dash and a space"),
    (TOP + "  - jaw, 60s, Circles\n", "3:5", "FC107", "write its fields, as in `zone: ...`"),
    ("Circles on the jaw\n", "1:1", "FC107", "`facecoach new NAME` writes a file to begin from"),
    (TOP + "  - use neck-strokes\n", "3:5", "FC107", "a colon is missing: `use: neck-strokes`"),
    ("name: R\nsteps: - zone: jaw\n    for: 60s\n    cue: Go\n", "2:8", "FC102", "write `steps:` alone on its line"),
]


@pytest.mark.parametrize(("text", "place", "code", "mend"), FORMS)
def test_of_form(text: str, place: str, code: str, mend: str) -> None:
    """A value of the wrong kind says what to write in its place."""
    with pytest.raises(FaultyFile) as caught:
        read(text.encode(), "sheet.yaml")
    (found,) = caught.value.findings
    assert (f"{found.line}:{found.column}", found.code) == (place, code)
    assert mend in found.hint
