"""`learn`: short pages on the face, on hands and on what is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from facecoach.cli.common import console, say_json
from facecoach.cli.recovery import recover
from facecoach.knowledge.learn import TOPICS, Page, page, pages
from facecoach.world import World

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

app = typer.Typer()


def topic_names(incomplete: str) -> list[str]:
    """Return the topics whose names begin so."""
    return [topic for topic in TOPICS if topic.startswith(incomplete)]


@app.command(epilog="Example: `facecoach learn techniques`, or `facecoach learn E1` for one study")
def learn(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(autocompletion=topic_names, help="A topic; all are listed without.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Read a short page on what is known.

    Technique, pressure, tools, mistakes, safety, professionals, evidence and more.
    """
    recover(ctx.obj)
    if topic is None:
        _list(ctx, as_json=as_json)
        return
    found = page(topic, _lists(topic.lower()))
    if as_json:
        say_json(ctx.obj, {"topic": found.topic, "title": found.title, "about": found.about, "text": found.text})
        return
    from facecoach.screen.pages.learn import page_lines

    screen = console(ctx.obj)
    for line in (*_picture(ctx.obj, found, screen), *page_lines(found.text, screen)):
        screen.print(line)


def _lists(topic: str) -> dict[str, list[str]]:
    """Return the list that ends a page and is known only above knowledge: that of the rules."""
    if topic != "rules":
        return {}
    from facecoach.safety.rules import explained

    return {topic: explained()}


def _list(ctx: typer.Context, *, as_json: bool) -> None:
    if as_json:
        say_json(ctx.obj, [{"topic": one.topic, "title": one.title, "about": one.about} for one in pages()])
        return
    from facecoach.screen.pages.learn import list_lines

    screen = console(ctx.obj)
    for line in list_lines([(one.topic, one.about) for one in pages()]):
        screen.print(line)


def _picture(world: World, found: Page, screen: Console) -> Iterator[Text]:
    """Yield a face with a zone lit, on the page of zones in a terminal that can draw one."""
    if found.topic != "zones":
        return
    from facecoach.cli.look import look

    shown = look(world, screen)
    if shown.drawn == "words":
        return
    from facecoach.face.album import Album
    from facecoach.face.scene import Scene
    from facecoach.screen.picture import picture_lines

    album = Album(40, 20, shown.drawn, shown.palette, motion="still")
    yield from picture_lines(album.frame(Scene(camera="face", zones=("jaw",)), 0))
