"""What a terminal is asked of itself, and what it says: its pictures, its cells, its name.

The last question is one that every terminal answers, so that nobody waits for the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from facecoach.screen.emulator import LAYERING, Emulator, Graphics

# Pictures as kitty has them (a pixel that is not kept), a cell's size, synchronized output, the name, the attributes.
QUESTION = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[16t\x1b[?2026$p\x1b[>q\x1b[c"

_KITTY = re.compile(r"\x1b_Gi=31;OK\x1b\\")
_CELL = re.compile(r"\x1b\[6;(\d{1,3});(\d{1,3})t")
_AT_ONCE = re.compile(r"\x1b\[\?2026;[1-3]\$y")
_NAME = re.compile(r"\x1bP>\|([ -~]{1,40})\x1b\\")
_ATTRIBUTES = re.compile(r"\x1b\[\?([\d;]+)c")
_SIXEL = "4"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a terminal says: the protocol of its pictures, its name, a cell's pixels, whether frames appear at once."""

    graphics: Graphics
    name: str = ""
    cell: tuple[int, int] | None = None
    at_once: bool = False

    def of(self, terminal: Emulator) -> Emulator:
        """Return a terminal with what it says of itself."""
        known = replace(terminal, graphics=self.graphics, asked=True, at_once=self.at_once)
        named = replace(known, name=known.name or self.name, cell=known.cell or self.cell)
        return replace(named, layers=named.layers or self.name.lower().startswith(LAYERING))


def understood(replies: Sequence[str]) -> Answer | None:
    """Return what replies come to; None until the last question is answered."""
    whole = "".join(replies)
    attributes, cell, name = _ATTRIBUTES.search(whole), _CELL.search(whole), _NAME.search(whole)
    if attributes is None:
        return None
    sixel = _SIXEL in attributes[1].split(";")[1:]
    graphics: Graphics = "kitty" if _KITTY.search(whole) else "sixel" if sixel else "none"
    size = (int(cell[2]), int(cell[1])) if cell else (0, 0)
    return Answer(graphics, name[1] if name else "", size if all(size) else None, bool(_AT_ONCE.search(whole)))
