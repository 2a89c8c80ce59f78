"""A page put together: template, style and scripts as they stand beside this file, the data, and a content policy.

All of it is one file that loads nothing; its policy names the one style and the one script by their digests.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from facecoach.face.atlas import PaletteName
from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.colours import AMBER, RED, ZONE_TINTS, mix, written
from facecoach.page.content import Pace, Scenes, content
from facecoach.page.markup import Sheet, body, escaped
from facecoach.page.pictures import Book
from facecoach.session.timeline import Timeline

SCRIPTS = ("clock.js", "sound.js", "voice.js", "stage.js", "look.js", "session.js", "page.js")
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_LIGHT, _DARK = (246, 241, 233), (16, 19, 24)  # the two grounds, as `page.css` has them
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def page(line: Timeline, sheet: Sheet, pace: Pace, palette: PaletteName) -> bytes:
    """Return a routine as a page: HTML in ASCII, whatever letters its texts have."""
    book = Book(palette)
    data = content(line, pace, Scenes(book))
    return filled(data, sheet, book.written()).encode("ascii", "xmlcharrefreplace")


def filled(data: Mapping[str, Any], sheet: Sheet, pictures: Sequence[str]) -> str:
    """Return the template with its slots filled, in one pass: what a routine says is never looked at again."""
    style, script = styled(), scripted()
    slots = {
        "policy": policy(style, script),
        "title": escaped(data["name"]),
        "style": style,
        "body": body(data, sheet, pictures),
        "data": inert(data),
        "script": script,
    }
    return _SLOT.sub(lambda slot: slots[slot[1]], _read("page.html"))


def inert(data: object) -> str:
    """Return data as JSON in ASCII that ends no script and opens no comment."""
    text = json.dumps(data, separators=(",", ":"))
    return re.sub("[<>&]", lambda char: _UNSAFE[char[0]], text)


def policy(style: str, script: str) -> str:
    """Return the content policy of a page with this style and this script, and nothing else."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; media-src blob:; base-uri 'none'; form-action 'none'"
    )


@cache
def styled() -> str:
    """Return the style: the sheet as it is written, and a class for each zone's colour."""
    zones = "\n".join(_zone(name) for name in ZONES)
    named = f":root {{ --amber: {written(AMBER)}; --red: {written(RED)}; }}"
    return f"\n{named}\n{_read('page.css')}{zones}\n"


@cache
def scripted() -> str:
    """Return the scripts as one, which leaves no name behind."""
    return "\n(() => {\n" + "\n".join(map(_read, SCRIPTS)) + "})();\n"


def _zone(name: Any) -> str:
    colour = ZONE_TINTS[name].colour
    tints = f"--tint-light: {written(mix(_LIGHT, colour, 0.3))}; --tint-dark: {written(mix(_DARK, colour, 0.26))}"
    return f".z-{name} {{ --z: {written(colour)}; {tints}; }}"


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


@cache
def _read(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
