"""The settings a person may write down in `settings.yaml`, with their defaults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from facecoach.errors import CoachError, Finding
from facecoach.files import reading
from facecoach.words import clipped, guess

if TYPE_CHECKING:
    from facecoach.document import Document

MOST_BYTES = 1024 * 1024 + 1  # one more than a file may have, so that the parser can tell that it is too long

Sound = Literal["tones", "bell", "none"]
PaletteName = Literal["clay", "fair", "warm", "deep", "mannequin", "stone"]
Motion = Literal["full", "calm", "still"]
FaceMode = Literal["auto", "pixels", "octant", "sextant", "quadrant", "half", "braille", "words"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What `settings.yaml` may say, and the defaults; an option of `run` overrides it."""

    sound: Sound = field(
        default="tones",
        metadata={"description": "What tells the moments apart: tones where they can be played, else the bell."},
    )
    volume: int = field(
        default=70,
        metadata={
            "description": "How loud the tones are: ten less is half the power, 0 is silence.",
            "ge": 0,
            "le": 100,
        },
    )
    voice: bool = field(default=False, metadata={"description": "Whether the system's own voice speaks the cues."})
    feel: bool = field(
        default=False, metadata={"description": "Whether to ask how tight it feels, before a session and after it."}
    )
    lead_in: int = field(default=5, metadata={"description": "Seconds before the first move.", "ge": 0, "le": 60})
    change: int | None = field(
        default=None,
        metadata={
            "description": "Seconds before each step but the first; what the routine says when left out.",
            "ge": 0,
            "le": 15,
        },
    )
    palette: PaletteName = field(default="mannequin", metadata={"description": "The colours of the drawn face."})
    motion: Motion = field(
        default="full", metadata={"description": "How the strokes move: as in life, at half the tempo, or not at all."}
    )
    face: FaceMode = field(
        default="auto",
        metadata={
            "description": "How the face is drawn: in pixels, in eight, six, four or two blocks a cell, in braille"
            " dots, or in words alone; as finely as the terminal can when left to itself."
        },
    )


def read(path: Path, warn: Callable[[Finding], object] = lambda _: None) -> Settings:
    """Return the settings, or the defaults without a file; raises FaultyFile or CoachError.

    `warn` is told each key that is none; the rest holds all the same.
    """
    try:
        with reading(path) as file:
            raw = file.read(MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as fault:
        raise CoachError(
            f"`{path}` cannot be read: {fault.strerror}", "mend its permissions, or move it away"
        ) from None
    if not raw.strip():
        return Settings()
    from facecoach.document import parse
    from facecoach.form import model_of, validate

    document, unknown = _known(parse(raw, str(path)))
    for finding in unknown:
        warn(finding)
    return Settings(**validate(model_of(Settings), document).model_dump())


def _known(document: Document) -> tuple[Document, list[Finding]]:
    """Return a document without the keys that are no settings, and what to say of each."""
    if not isinstance(document.data, dict):
        return document, []
    names = [one.name for one in fields(Settings)]
    odd = [key for key in document.data if key not in names]
    found = [_odd(document, key, names) for key in odd]
    return replace(document, data={key: document.data[key] for key in document.data if key in names}), found


def _odd(document: Document, key: str, names: list[str]) -> Finding:
    hint = guess(key, names, f"known here: {', '.join(names)}")
    spot = document.spot((key,), key=True)
    return replace(document.finding(spot, "FC104", f"unknown setting `{clipped(key)}`", hint), severity="warning")
