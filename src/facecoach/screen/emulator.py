"""Which terminal this is, as far as its environment says, and what that is known to draw."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from facecoach.face.modes import Mode

Graphics = Literal["kitty", "sixel", "none", "open"]
Version = tuple[int, ...]
LAYERING = ("xterm(", "foot(")  # how terminals begin their names, in small letters, whose pictures lie over each other
NEVER: Version = (10**9,)
ALWAYS: Version = ()


@dataclass(frozen=True, slots=True)
class Emulator:
    """A terminal by its name and version, and the protocol of its pictures, `open` where only it could say.

    `blocks` is the finest mode whose characters it draws itself: those of a font may not fill their cells. `layers` is
    whether a picture that is clear in places shows there what stood before, so that a part of it can move. `cell` is
    the size of a cell in pixels, where it is known; `asked` whether it was the terminal that told of its pictures, and
    `at_once` whether it then said that a frame appears in one piece.
    """

    name: str
    graphics: Graphics
    blocks: Mode
    layers: bool = False
    cell: tuple[int, int] | None = None
    asked: bool = False
    at_once: bool = False

    def finest(self, *, wished: bool = False) -> Mode:
        """Return the finest mode there is; pictures that cannot move are drawn only where pixels are `wished` for.

        Sixels are never scaled, so that the size of a cell must be known.
        """
        if self.graphics == "kitty":
            return "kitty"
        return "sixel" if self.graphics == "sixel" and self.cell and (wished or self.layers) else self.blocks

    @property
    def plain(self) -> Emulator:
        """The same terminal without its pictures."""
        return replace(self, graphics="none")

    @property
    def askable(self) -> bool:
        """Whether a question would tell more."""
        return self.graphics == "open"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of terminal: its pictures, and the versions from which on it draws sextants and octants itself.

    `variable` is where its version stands. Without one only what every version draws is counted on.
    """

    name: str
    graphics: Graphics
    sextants: Version = NEVER
    octants: Version = NEVER
    variable: str = ""
    since: Version = ALWAYS
    layers: bool = False

    def found(self, env: Mapping[str, str]) -> Emulator:
        """Return this terminal in the version that an environment tells."""
        told = env.get(self.variable, "") if self.variable else ""
        version = tuple(int(part) for part in re.findall(r"\d+", told)[:3])
        blocks: Mode = "octant" if version >= self.octants else "sextant" if version >= self.sextants else "quadrant"
        graphics: Graphics = self.graphics if version >= self.since else "open"
        return Emulator(f"{self.name} {told}".strip(), graphics, blocks, self.layers)


# As their release notes have it: foot 1.9 and kitty 0.19 draw sextants and tell no version, VTE 0.62, WezTerm of August
# 2021 and Ghostty 1.0 too; octants VTE 0.78 and Ghostty 1.2. kitty's pictures are in Ghostty from 1.0 on, in WezTerm
# from 2022 on, in Konsole from 22.04 on; sixels in foot from 1.2 on. xterm and foot lay one sixel picture over another.
KITTY = Kind("kitty", "kitty", sextants=ALWAYS)
GHOSTTY = Kind("Ghostty", "kitty", (1, 0), (1, 2), "TERM_PROGRAM_VERSION")
BY_TERM = {
    "xterm-kitty": KITTY,
    "xterm-ghostty": GHOSTTY,
    "foot": Kind("foot", "sixel", sextants=ALWAYS, layers=True),
    "alacritty": Kind("Alacritty", "none"),
    "linux": Kind("the Linux console", "none"),
}
BY_PROGRAM = {
    "ghostty": GHOSTTY,
    "WezTerm": Kind("WezTerm", "kitty", (20210814,), variable="TERM_PROGRAM_VERSION", since=(20220105,)),
    "Apple_Terminal": Kind("Terminal", "none", variable="TERM_PROGRAM_VERSION"),
    "iTerm.app": Kind("iTerm2", "open", variable="TERM_PROGRAM_VERSION"),
    "vscode": Kind("Visual Studio Code", "open", variable="TERM_PROGRAM_VERSION"),
    "mintty": Kind("mintty", "open", variable="TERM_PROGRAM_VERSION"),
}
BY_VARIABLE = {
    "KITTY_WINDOW_ID": KITTY,
    "KONSOLE_VERSION": Kind("Konsole", "kitty", variable="KONSOLE_VERSION", since=(220400,)),
    "VTE_VERSION": Kind("VTE", "none", (6200,), (7800,), "VTE_VERSION"),
    "WT_SESSION": Kind("Windows Terminal", "open"),
    "XTERM_VERSION": Kind("xterm", "open", variable="XTERM_VERSION", layers=True),
}
TELLING = (*BY_VARIABLE, "TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TERM_SESSION_ID", "WINDOWID", "SSH_TTY")
BETWEEN = {"TMUX": "tmux", "STY": "screen", "ZELLIJ": "zellij"}  # what hands on text and nothing else


def emulator(env: Mapping[str, str]) -> Emulator:
    """Return the terminal that an environment tells of; its graphics are open where that tells none, or several."""
    term = env.get("TERM", "")
    if between := _between(env, term):
        return Emulator(between, "none", "quadrant")
    for name, kind in BY_TERM.items():
        if term == name or term.startswith(f"{name}-"):
            return kind.found(env)
    kinds = [kind for name, kind in BY_VARIABLE.items() if env.get(name)]
    kinds += [kind for name, kind in BY_PROGRAM.items() if env.get("TERM_PROGRAM") == name]
    # A terminal started from another inherits its variables; only a TERM that many share leaves room for them.
    if len(kinds) == 1 and term.startswith("xterm"):
        return kinds[0].found(env)
    return Emulator("", "open", "quadrant")


def _between(env: Mapping[str, str], term: str) -> str:
    """Return the multiplexer between the program and its terminal, if there is one."""
    named = next((name for name in ("tmux", "screen") if term.startswith(name)), "")
    return next((name for variable, name in BETWEEN.items() if env.get(variable)), named)
