"""`learn`: short pages on the face, on hands and on what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import look, say_json, screen
from facecoach.cli.paging import show_page
from facecoach.knowledge.learn import Page, page, pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facecoach.cli.options import AsJson, Topic
    from facecoach.screen.spans import Line
    from facecoach.world import World


def learn(world: World, topic: Topic = None, as_json: AsJson = False) -> None:
    """Read a short page on what is known.

    Technique, pressure, tools, mistakes, safety, professionals, evidence and more.
    """
    if topic is None:
        _list(world, as_json=as_json)
        return
    found = page(topic, _lists(topic.lower()))
    if as_json:
        say_json(world, {"topic": found.topic, "title": found.title, "about": found.about, "text": found.text})
        return
    from facecoach.screen.pages.learn import page_text

    show_page(world, _picture(world, found), page_text(found.text, screen(world)))


def _lists(topic: str) -> dict[str, list[str]]:
    """Return the entries that end the page of rules, which `knowledge` may not import; empty for other topics."""
    if topic != "rules":
        return {}
    from facecoach.safety.rules import explained

    return {topic: explained()}


def _list(world: World, *, as_json: bool) -> None:
    if as_json:
        say_json(world, [{"topic": one.topic, "title": one.title, "about": one.about} for one in pages()])
        return
    from facecoach.screen.pages.learn import topic_lines

    show_page(world, topic_lines([(one.topic, one.about) for one in pages()], screen(world).columns))


def _picture(world: World, found: Page) -> Iterable[Line]:
    """Return a face with a zone lit, on the page of zones in a terminal that can draw one."""
    shown = look(world) if found.topic == "zones" else None
    if shown is None or shown.drawn == "words":
        return ()
    from facecoach.face.album import Album
    from facecoach.face.scene import Scene
    from facecoach.screen.picture import picture_lines

    album = Album(40, 20, shown.drawn, shown.palette, motion="still")
    return picture_lines(album.frame(Scene(camera="face", zones=("jaw",)), 0))
