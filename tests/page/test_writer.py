"""The page as a file: its size, its policy, and that nothing a routine says becomes markup or script."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from typing import Any

import pytest

from facecoach.folders import bundled
from facecoach.page.content import Pace, Scenes, content, plain
from facecoach.page.markup import Sheet
from facecoach.page.pictures import Book
from facecoach.page.writer import filled, inert, page, policy, scripted, styled
from facecoach.plain import restored
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline

HOSTILE = "</script><script>alert(1)</script>\"'--><img src=x onerror=alert(2)>{{data}}\u2028\u202eevil\u0007"
BUNDLED = json.loads((bundled() / "timelines.json").read_text(encoding="utf-8"))
LINES = [restored(Timeline, told) for told in BUNDLED.values()]
TINY = "data:image/webp;base64,AAAA"


def drawn(line: Timeline, sheet: Sheet | None = None) -> str:
    """Return a page without the cost of its pictures."""
    data = content(line, Pace(5, "some-name"), Scenes(Book("mannequin")))
    return filled(data, sheet or Sheet(), [TINY] * (1 + max(scene["picture"] for scene in scenes(data))))


def scenes(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the scenes of a page's data."""
    found: list[dict[str, Any]] = data["scenes"]
    return found


def block(text: str) -> dict[str, Any]:
    """Return the data that a page holds."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def morning() -> Timeline:
    """Return the timeline of `morning`."""
    return next(line for line in LINES if line.name == "The Daily Ten")


def hostile() -> Timeline:
    """Return a timeline in which every text is hostile."""
    told = {"zone": "jaw", "for": "20s", "title": HOSTILE[:55], "cue": HOSTILE, "with": HOSTILE, "direction": HOSTILE}
    clean = {key: value.replace("\u0007", "") for key, value in told.items()}
    return laid_out(Routine.model_validate({"name": HOSTILE[:50], "steps": [clean]}))


def test_morning_is_well_under_a_megabyte() -> None:
    """The page of `morning` is at most 700 kB with its pictures, and plain ASCII."""
    data = page(morning(), Sheet(), Pace(5, "morning"), "mannequin")
    assert len(data) < 700_000
    assert data.isascii()


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_every_bundled_routine_has_a_page(line: Timeline) -> None:
    """Each bundled routine becomes a page whose data names only pictures that it holds."""
    text = drawn(line)
    data = block(text)
    pictures = set(re.findall(r'id="picture-(\d+)"', text))
    assert {str(scene["picture"]) for scene in data["scenes"]} == pictures
    assert len(data["moves"]) == len(line.legs)


def test_a_picture_is_in_the_file_once() -> None:
    """No picture stands in a page twice."""
    found = re.findall(r'id="(picture-\d+)"', drawn(morning()))
    assert len(found) == len(set(found))


def test_the_policy_names_the_style_and_the_script_by_their_digests() -> None:
    """The one style and the one script are what the policy allows, and nothing else is."""
    text = drawn(morning())
    (told,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    for part in (style, script):
        assert f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in told
    assert told.startswith("default-src 'none'; ")
    assert "unsafe" not in told
    assert "http" not in told


def test_nothing_is_loaded_from_outside() -> None:
    """Neither markup, nor style, nor script has an address to load from."""
    text = re.sub(r"data:image[^\"]*", "", drawn(morning()))
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", text)
    assert not re.findall(r"@import|url\(|\bfetch\(|XMLHttpRequest|\bimport\b\s*\(", text)


def test_markup_has_no_styles_or_handlers() -> None:
    """The policy would refuse a `style` or an `on...` attribute, so there is none."""
    markup = re.sub(r"<(style|script)[^>]*>.*?</\1>", "", drawn(morning()), flags=re.DOTALL)
    assert not re.findall(r"<[^>]*\s(style|on\w+)=", markup)


def test_hostile_text_is_text() -> None:
    """Script, quotes, comments, place-holders, line separators and turned directions stay inert."""
    text = drawn(hostile(), Sheet(HOSTILE, (HOSTILE,), (HOSTILE,)))
    assert text.count("<script") == drawn(morning()).count("<script")
    assert "<img src=x" not in text
    assert "\u2028" not in text
    assert "\u202e" not in text
    assert block(text)["moves"][0]["cue"] == plain(HOSTILE).replace("  ", " ").strip()


def test_what_a_routine_says_is_not_filled_again() -> None:
    """A routine that contains the template's own place-holders is shown with them."""
    assert unescape(drawn(hostile())).count("{{data}}") > 0


def test_data_comes_back_as_it_was() -> None:
    """What is written into a page is read back unchanged, and ends no script."""
    data = {"text": HOSTILE, "more": ["<!--", "&amp;", "\u2029", 1.5]}
    assert json.loads(inert(data)) == data
    assert not re.search(r"[<>&\u2028\u2029]", inert(data))


def test_scripts_leave_no_name_behind() -> None:
    """All scripts run in one function of their own, strictly, and are ASCII like the style."""
    assert scripted().strip().startswith('(() => {\n"use strict";')
    assert scripted().isascii()
    assert styled().isascii()
    assert "</" not in scripted()
    assert policy("a", "b") != policy("a", "c")
