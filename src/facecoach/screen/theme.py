"""What a terminal shows, in colours: lines of a width, bars, meters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from rich.console import Console
from rich.text import Text

from facecoach.screen.spans import EMPTY, FULL, HEAD, QUIET, WARM, ZONE_COLOURS, big, plain, tint, zone_colour

__all__ = [
    "EMPTY",
    "FULL",
    "HEAD",
    "QUIET",
    "WARM",
    "ZONE_COLOURS",
    "big",
    "console_on",
    "fitted",
    "gauge",
    "meter",
    "plain",
    "spread",
    "tint",
    "wrapped",
    "zone_colour",
]


def wrapped(text: str, width: int, most: int, console: Console, style: str = "") -> list[Text]:
    """Return text in at most `most` lines of `width` cells, the last one shortened where it does not fit."""
    lines = list(Text(plain(text), style=style).wrap(console, max(1, width)))
    if len(lines) > most > 0:
        lines[most - 1] = Text(f"{lines[most - 1].plain.rstrip()} …", style=style)
    return [fitted(line, width) for line in lines[:most]]


def fitted(line: Text | str, width: int, style: str = "") -> Text:
    """Return a line that fills exactly `width` cells."""
    text = line.copy() if isinstance(line, Text) else Text(plain(line), style=style)
    text.truncate(max(0, width), overflow="ellipsis" if width > 0 else "crop", pad=True)
    return text


def spread(left: Text, right: Text, width: int) -> Text:
    """Return a line with a text at either end, the left one shortened where both do not fit."""
    room = width - right.cell_len
    if room < 8:
        return fitted(left, width)
    return fitted(left, room - 1) + Text(" ") + right


def gauge(share: float, width: int, style: str) -> Text:
    """Return a bar of `width` cells of which `share` (0 to 1) is done."""
    done = min(width, max(0, int(share * width + 1e-9)))
    return Text(FULL * done, style=style) + Text(EMPTY * (width - done), style=QUIET)


def meter(level: int, name: str) -> Text:
    """Return a pressure as four dots and its word."""
    return Text("●" * level + "○" * (4 - level)) + Text(f" {name}", style=QUIET)


def console_on(stream: TextIO, env: Mapping[str, str], *, no_color: bool = False) -> Console:
    """Return a console that shows text as text: no markup, no emoji codes, no guessed highlights."""
    return Console(
        file=stream,
        no_color=no_color or bool(env.get("NO_COLOR")),
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        _environ=env,
    )
