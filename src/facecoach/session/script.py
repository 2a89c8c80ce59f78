"""What a session is played from."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.routine.shelf import Card
from facecoach.session.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Script:
    """A routine ready to be played: what is known of it, and its moves end to end."""

    card: Card
    line: Timeline
