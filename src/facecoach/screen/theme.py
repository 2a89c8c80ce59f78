"""Where lines meet a terminal: what it can show, and a line as its codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, TextIO

from facecoach.screen.spans import Line, worded

if TYPE_CHECKING:
    from rich.color import Color
    from rich.console import Console

# plain: no codes at all, for a pipe or a dumb terminal; mono: weight without colour.
Ink = Literal["plain", "mono", "standard", "256", "truecolor"]

PIPE = (80, 24)  # columns and rows where there is no terminal to ask


@dataclass(frozen=True, slots=True)
class Screen:
    """What lines are shown on: how wide and high it is, and what it can show."""

    columns: int
    rows: int
    ink: Ink

    @property
    def terminal(self) -> bool:
        """Whether it is a terminal, rather than a pipe or a file."""
        return self.ink != "plain"


def ink(stream: TextIO, env: Mapping[str, str], *, no_color: bool = False) -> Ink:
    """Return what a stream can show, in an environment."""
    forced = bool(env.get("FORCE_COLOR"))
    if not forced and not (stream.isatty() and capable(env)):
        return "plain"
    if no_color or env.get("NO_COLOR"):
        return "mono"
    if env.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256" if env.get("TERM", "").endswith(("256color", "kitty", "direct")) else "standard"


def capable(env: Mapping[str, str]) -> bool:
    """Whether an environment's terminal can move its cursor and be drawn on."""
    return env.get("TERM", "dumb").lower() not in ("dumb", "unknown", "")


def painted(one: Line, shown: Ink) -> str:
    """Return a line as text with the terminal's codes for its styles."""
    if shown == "plain":
        return worded(one)
    runs = groupby((span for span in one if span[0]), itemgetter(1))
    told = (("".join(text for text, _ in run), _codes(style, shown)) for style, run in runs)
    return "".join(f"\x1b[{codes}m{text}\x1b[0m" if codes else text for text, codes in told)


def console_on(stream: TextIO, shown: Ink, columns: int) -> Console:
    """Return a console of Rich's that shows text as text: no markup, no emoji codes, no guessed highlights."""
    from rich.console import Console

    system = shown if shown in ("standard", "256", "truecolor") else None
    return Console(
        file=stream, width=columns, color_system=system, no_color=shown == "mono", force_terminal=shown != "plain",
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _codes(style: str, shown: Ink) -> str:
    """Return the parameters of the terminal's code for a style."""
    if not style:
        return ""
    from rich.color import ColorSystem
    from rich.style import Style

    found = Style.parse(style)
    codes = [code for code, on in (("1", found.bold), ("2", found.dim), ("7", found.reverse)) if on]
    if shown == "mono":
        inverse = ["7"] if found.bgcolor is not None and found.bold and not found.reverse else []
        return ";".join([*codes, *inverse])
    systems = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT}
    for colour, foreground in ((found.color, True), (found.bgcolor, False)):
        if colour is not None:
            exact = colour.downgrade(systems[shown]) if shown in systems else _numbered(colour)
            codes += exact.get_ansi_codes(foreground=foreground)
    return ";".join(codes)


def _numbered(colour: Color) -> Color:
    """Return a colour as one of a terminal's own 240 where it is exactly that: its code takes half the bytes."""
    from rich.color import ColorSystem

    own = colour.downgrade(ColorSystem.EIGHT_BIT)
    return own if own.get_truecolor() == colour.get_truecolor() else colour
