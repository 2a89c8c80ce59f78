"""What was found when a word was looked up: passages under their pages, about a screenful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from facecoach.knowledge.passages import Passage
from facecoach.screen.spans import QUIET, WARM, Line, Span, line, wrapped
from facecoach.words import clipped, count, listed

WIDEST = 80
MOST_OF_A_PAGE = 3
NAMED = 3  # pages that are named for what there was no room for
FEWEST_LINES, KEPT = 10, 5  # lines of a screen: what is shown of a small one, what the frame round it needs

_STYLES = {"*": "bold", "`": "cyan"}


def found_lines(word: str, found: Sequence[Passage], columns: int, rows: int) -> Iterator[Line]:
    """Yield what the pages say of a word: passages under their page's title and command, and where more of them are."""
    room = min(columns, WIDEST)
    shown, left = _chosen(found, room, max(FEWEST_LINES, rows - KEPT))
    yield line(("What the pages say of ", QUIET), clipped(word))
    for command, group in groupby(shown, attrgetter("command")):
        passages = list(group)
        yield ()
        yield from wrapped(line((passages[0].title, f"bold {WARM}"), (f"  {command}", QUIET)), room, 2)
        for passage in passages:
            yield from _told(passage, room)
    if left:
        yield ()
        yield from wrapped(line((_more(left), QUIET)), room, 2)


def _chosen(found: Sequence[Passage], room: int, lines: int) -> tuple[list[Passage], list[Passage]]:
    """Return the passages that fit into so many lines, the first in any case, and those that do not."""
    shown: list[Passage] = []
    left: list[Passage] = []
    for passage in found:
        beside = sum(one.command == passage.command for one in shown)
        taken = len(_told(passage, room)) + (0 if beside else 2)
        if shown and (taken > lines or beside == MOST_OF_A_PAGE):
            left.append(passage)
        else:
            shown.append(passage)
            lines -= taken
    return shown, left


def _told(passage: Passage, room: int) -> list[Line]:
    return wrapped(line(" • ", *_spans(passage.told)), room, 3)


def _spans(text: str) -> Iterator[Span]:
    """Yield a text with its little Markdown as spans."""
    for part in re.split(r"(\*\*.+?\*\*|`.+?`)", text):
        style = _STYLES.get(part[:1], "") if len(part) > 2 else ""
        yield (part.strip(part[0]) if style else part), style


def _more(left: Sequence[Passage]) -> str:
    commands = list(dict.fromkeys(passage.command for passage in left))
    rest = [count(len(commands) - NAMED, "other page")] if len(commands) > NAMED else []
    return f"{count(len(left), 'more passage')}: {listed([*commands[:NAMED], *rest])}"
