"""The settings a person may write down in `settings.yaml`, with what holds when nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from facecoach.errors import CoachError

Sound = Literal["bell", "none"]
Palette = Literal["clay", "fair", "warm", "deep", "mannequin", "stone"]
Motion = Literal["full", "calm", "still"]
FaceMode = Literal["auto", "half", "braille", "words"]


class Settings(BaseModel):
    """What `settings.yaml` may say; the options of `run` come before it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sound: Sound = Field(
        "bell",
        description="A bell where a move, a side or a hold begins or ends, and in the last three seconds.",
    )
    voice: bool = Field(default=False, description="Whether the system's own voice speaks the cues.")
    lead_in: int = Field(5, ge=0, le=60, description="Seconds before the first move.")
    palette: Palette = Field("mannequin", description="The colours of the drawn face.")
    motion: Motion = Field("full", description="How the strokes move: as in life, at half the tempo, or not at all.")
    face: FaceMode = Field("auto", description="How the face is drawn: half blocks, braille dots, or words alone.")


def read(path: Path) -> Settings:
    """Return the settings, or what holds without a file; raises FaultyFile or CoachError."""
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as fault:
        raise CoachError(
            f"`{path}` cannot be read: {fault.strerror}", "mend its permissions, or move it away"
        ) from None
    from facecoach.form import load

    return load(Settings, raw, str(path)) if raw.strip() else Settings()
