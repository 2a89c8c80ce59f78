"""The settings a person may write down in `settings.yaml`, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from facecoach.errors import CoachError

Sound = Literal["bell", "none"]
PaletteName = Literal["clay", "fair", "warm", "deep", "mannequin", "stone"]
Motion = Literal["full", "calm", "still"]
FaceMode = Literal["auto", "half", "braille", "words"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What `settings.yaml` may say, and the defaults; an option of `run` overrides it."""

    sound: Sound = field(
        default="bell",
        metadata={
            "description": "A bell where a move, a side or a hold begins or ends, and in the last three seconds."
        },
    )
    voice: bool = field(default=False, metadata={"description": "Whether the system's own voice speaks the cues."})
    lead_in: int = field(default=5, metadata={"description": "Seconds before the first move.", "ge": 0, "le": 60})
    palette: PaletteName = field(default="mannequin", metadata={"description": "The colours of the drawn face."})
    motion: Motion = field(
        default="full", metadata={"description": "How the strokes move: as in life, at half the tempo, or not at all."}
    )
    face: FaceMode = field(
        default="auto", metadata={"description": "How the face is drawn: half blocks, braille dots, or words alone."}
    )


def read(path: Path) -> Settings:
    """Return the settings, or the defaults without a file; raises FaultyFile or CoachError."""
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as fault:
        raise CoachError(
            f"`{path}` cannot be read: {fault.strerror}", "mend its permissions, or move it away"
        ) from None
    if not raw.strip():
        return Settings()
    from facecoach.form import load, model_of

    return Settings(**load(model_of(Settings), raw, str(path)).model_dump())
