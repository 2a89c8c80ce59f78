"""A page of a little Markdown as lines: headings, paragraphs, lists and drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from facecoach.screen.theme import QUIET, WARM, plain

WIDEST = 80
_MARKED = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|(?P<code>`[^`]+`)")


def page_lines(text: str, console: Console) -> Iterator[Text]:
    """Yield a page's lines, at most 80 cells wide, with one empty line between its parts."""
    width = min(console.width, WIDEST)
    for number, block in enumerate(_blocks(text)):
        if number:
            yield Text()
        yield from _block(block, width, console)


def list_lines(topics: Sequence[tuple[str, str]]) -> Iterator[Text]:
    """Yield each topic with what its page is about, and how to read it."""
    for topic, about in topics:
        yield Text.assemble((f"{topic:15}", "bold"), plain(about))
    yield Text()
    yield Text("facecoach learn TOPIC reads one; facecoach learn E1 a single study", style=QUIET)


def _blocks(text: str) -> Iterator[list[str]]:
    for filled, lines in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        if filled:
            yield list(lines)


def _block(lines: list[str], width: int, console: Console) -> Iterator[Text]:
    first = lines[0]
    if first.startswith("#"):
        yield Text(first.lstrip("# "), style=f"bold {WARM}" if first.startswith("# ") else "bold")
    elif first.startswith("    "):
        yield from (Text(plain(line[2:]), style="cyan", no_wrap=True) for line in lines)
    elif first.startswith("- "):
        for item in _items(lines):
            yield from _hanging(item, width, console)
    else:
        yield from _wrapped(_styled(" ".join(lines)), width, console)


def _items(lines: list[str]) -> list[str]:
    return " ".join(line.strip() if line.startswith(" ") else f"\n{line}" for line in lines).strip().split("\n")


def _hanging(item: str, width: int, console: Console) -> Iterator[Text]:
    for number, line in enumerate(_wrapped(_styled(item.removeprefix("- ").strip()), width - 4, console)):
        yield Text.assemble("    " if number else "  - ", line)


def _wrapped(text: Text, width: int, console: Console) -> Iterator[Text]:
    for line in text.wrap(console, max(20, width)):
        line.rstrip()
        yield line


def _styled(text: str) -> Text:
    """Return a paragraph with its `code` and **strong** words set apart; code keeps its backticks."""
    styled, end = Text(), 0
    for match in _MARKED.finditer(text):
        styled.append(plain(text[end : match.start()]))
        strong = match["strong"] is not None
        styled.append(plain(match["strong"] if strong else match["code"]), style="bold" if strong else "cyan")
        end = match.end()
    return styled.append(plain(text[end:]))
