"""How a face is drawn on a terminal, and why so, in words."""

from __future__ import annotations

from facecoach.face.modes import WAYS, Mode
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
    if WAYS[mode].form == "pixels":
        return f"{name} {_said(terminal)}" if terminal.asked else f"{name} is known to show them"
    if shown != "truecolor":
        return "256 colours shade it best so" if shown == "256" else "there are too few colours for more"
    drawn = (
        f"{name} draws their characters itself" if mode in ("octant", "sextant") else f"{name} may draw no finer ones"
    )
    return f"{drawn}; {_unseen(terminal)}"


def _said(terminal: Emulator) -> str:
    """Return what a terminal said that shows pixels."""
    wide, high = terminal.cell or (0, 0)
    cells = f"cells of {wide}x{high}, " if wide else ""
    return f"said that it can when it was asked ({cells}frames {'at once' if terminal.at_once else 'as they come'})"


def _unseen(terminal: Emulator) -> str:
    """Return why there are no pixels."""
    if terminal.askable:
        return "whether it shows pixels is asked in a session's first moment"
    if terminal.graphics == "sixel":
        return (
            "it shows sixels of which no part can move" if terminal.cell else "it does not say how large its cells are"
        )
    return "it said that it shows no pixels" if terminal.asked else "it shows no pixels"
