"""How a face is drawn on a terminal, and why so, in words."""

from __future__ import annotations

from facecoach.face.modes import Mode
from facecoach.screen.emulator import Emulator
from facecoach.screen.theme import Ink
from facecoach.settings import FaceMode

NAMES: dict[Mode, str] = {
    "kitty": "in pixels", "sixel": "in pixels, by sixels",
    "octant": "in eight blocks a cell", "sextant": "in six blocks a cell", "quadrant": "in four blocks a cell",
    "half": "in two blocks a cell", "stone256": "in two blocks a cell of grey", "braille": "in braille dots",
    "words": "in words",
}  # fmt: skip


def told(mode: Mode, wish: FaceMode, shown: Ink, terminal: Emulator) -> str:
    """Return how faces are drawn and the reason."""
    return f"faces are drawn {NAMES[mode]}: {_why(mode, wish, shown, terminal)}"


def _why(mode: Mode, wish: FaceMode, shown: Ink, terminal: Emulator) -> str:
    name = terminal.name or "this terminal"
    if mode == wish:
        return "as the settings ask"
    if mode == "words":
        return "the encoding has no blocks"
    if shown != "truecolor":
        return "256 colours shade it best so" if shown == "256" else "there are too few colours for more"
    if mode in ("octant", "sextant"):
        return f"{name} draws their characters itself"
    return f"every font has their characters, and of {name} no more is known"
