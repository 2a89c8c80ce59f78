"""A scene's frames in time: which is shown when, and when the next one is due."""

from __future__ import annotations

from math import floor, inf
from typing import Literal

from facecoach.face.atlas import Atlas
from facecoach.face.motion import Cycle, cycle
from facecoach.face.scene import Scene

Motion = Literal["full", "calm", "still"]

LEAST = (24, 12)  # columns and rows below which a face cannot be recognised


def roomy(size: tuple[int, int]) -> bool:
    """Whether so many columns and rows have room for a face at all."""
    return size[0] >= LEAST[0] and size[1] >= LEAST[1]


def paced(scene: Scene, motion: Motion, atlas: Atlas) -> Cycle:
    """Return a scene's cycle: `calm` moves at half the tempo, `still` shows one frame."""
    run = cycle(scene, atlas)
    if motion == "still" or run.frames == 1:
        return Cycle(0.0, 1)
    return Cycle(run.seconds * 2, run.frames) if motion == "calm" else run


def shown_at(run: Cycle, seconds: float) -> int:
    """Return the number of the frame that is shown so many seconds after a scene began."""
    return _number(run, seconds) % run.frames


def until_next(run: Cycle, seconds: float) -> float:
    """Return the seconds until the next frame; infinite for a scene that stands still."""
    return inf if run.frames == 1 else (_number(run, seconds) + 1) * run.seconds / run.frames - seconds


def _number(run: Cycle, seconds: float) -> int:
    # At the time that `until_next` names, the new frame must be shown, whatever the rounding.
    return floor(seconds / run.seconds * run.frames + 1e-6) if run.frames > 1 else 0
