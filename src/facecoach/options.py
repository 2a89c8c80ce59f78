"""The settings a person may choose, with what holds when nothing is chosen."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

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
