"""The pages of `learn`, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.text import Text
from rich.theme import Theme

from facecoach.screen.spans import QUIET, WARM, Line, line, wrapped
from facecoach.screen.theme import Screen, console_on

WIDEST = 80
TOPIC = 15
_STYLES = Theme({
    "markdown.h1": f"bold {WARM}", "markdown.h2": "bold", "markdown.code": "cyan", "markdown.item.bullet": "dim",
})  # fmt: skip


class _Title(Heading):
    """A heading set at the left."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield it as a line."""
        self.text.justify = "left"
        yield self.text


class _Drawing(CodeBlock):
    """A code block whose lines stay as they are written."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield them indented."""
        rows = str(self.text).rstrip().split("\n")
        yield Text("\n".join(f"  {row}" for row in rows), style="cyan", no_wrap=True, overflow="ignore")


class _Page(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements, "heading_open": _Title, "code_block": _Drawing, "fence": _Drawing,
    }  # fmt: skip


def page_text(text: str, screen: Screen) -> str:
    """Return a page of Markdown as a terminal shows it, at most 80 cells wide."""
    stream = StringIO()
    console = console_on(stream, screen.ink, min(screen.columns, WIDEST))
    console.push_theme(_STYLES)
    console.print(_Page(text, hyperlinks=False))
    return "\n".join(row.rstrip() for row in stream.getvalue().split("\n"))


def topic_lines(topics: Sequence[tuple[str, str]], columns: int) -> Iterator[Line]:
    """Yield each topic with what its page is about, and how to read it."""
    for topic, about in topics:
        yield from wrapped(line((f"{topic:{TOPIC}}", "bold"), about), columns, TOPIC)
    yield ()
    yield line(("facecoach learn TOPIC reads one; facecoach learn E1 a single study", QUIET))
    yield line(("facecoach learn collagen looks a word up on all of them", QUIET))
