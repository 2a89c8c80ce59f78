"""`learn`: short pages on the face, on hands and on what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import say_json, screen
from facecoach.cli.paging import show_page, show_pictured
from facecoach.knowledge.learn import Page, known, page, pages
from facecoach.words import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facecoach.cli.options import AsJson, Topic
    from facecoach.knowledge.passages import Passage
    from facecoach.screen.picture import Look
    from facecoach.screen.spans import Line
    from facecoach.world import World


def learn(world: World, topic: Topic = None, as_json: AsJson = False) -> None:
    """Read a short page on what is known, or look a word up.

    Technique, pressure, tools, the jaw, claims, safety, professionals, evidence and more.
    """
    if topic is None:
        _list(world, as_json=as_json)
    elif known(topic) or not (found := _looked_up(topic)):
        _read(world, page(topic, _lists(topic)), as_json=as_json)
    else:
        _found(world, topic, found, as_json=as_json)


def _rules() -> list[str]:
    from facecoach.safety.rules import explained

    return explained()


def _lists(topic: str) -> dict[str, list[str]]:
    """Return the entries that end a page, where it has some of which `knowledge` does not know."""
    return {"rules": _rules()} if topic.strip().lower() == "rules" else {}


def _looked_up(word: str) -> tuple[Passage, ...]:
    from facecoach.knowledge.search import search

    return search(word, _rules())


def _read(world: World, found: Page, *, as_json: bool) -> None:
    if as_json:
        _say(world, found)
        return
    from facecoach.screen.pages.learn import page_text

    text = page_text(found.text, screen(world))
    if found.topic != "zones":
        show_page(world, text)
        return
    show_pictured(world, lambda look: [_picture(look), text])


def _found(world: World, word: str, found: Sequence[Passage], *, as_json: bool) -> None:
    if as_json:
        text = "\n".join(f"- {one.told}" for one in found)
        title = clipped(word)
        _say(world, Page(word, title, f"What the pages say of {title}", text), found)
        return
    from facecoach.screen.pages.found import found_lines

    page = screen(world)
    show_page(world, found_lines(word, found, page.columns, page.rows))


def _say(world: World, page: Page, found: Sequence[Passage] = ()) -> None:
    told = [{"topic": one.topic, "title": one.title, "command": one.command, "text": one.told} for one in found]
    about = {"topic": page.topic, "title": page.title, "about": page.about, "text": page.text}
    say_json(world, about | {"found": told})


def _list(world: World, *, as_json: bool) -> None:
    if as_json:
        say_json(world, [{"topic": one.topic, "title": one.title, "about": one.about} for one in pages()])
        return
    from facecoach.screen.pages.learn import topic_lines

    show_page(world, topic_lines([(one.topic, one.about) for one in pages()], screen(world).columns))


def _picture(look: Look) -> Iterable[Line]:
    """Return a face with a zone lit, where one can be drawn."""
    if look.drawn == "words":
        return ()
    from facecoach.face.scene import Scene
    from facecoach.screen.picture import picture_lines

    return picture_lines(look.hung(Scene(camera="face", zones=("jaw",)), 40, 20))
