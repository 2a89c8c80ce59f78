"""The part of a page that stands without its script: what the routine is, when not to do it, and its moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from facecoach.page.content import plain
from facecoach.words import clock, count, listed


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page says of a routine before it begins; `screens` is whether the cautions are questions to ask."""

    about: str = ""
    needs: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    screens: bool = False


def escaped(text: str) -> str:
    """Return text as it stands in markup, between tags or within quotes."""
    return escape(plain(text), quote=True)


def body(data: Mapping[str, Any], sheet: Sheet, pictures: Sequence[str]) -> str:
    """Return the opening of a page, with every picture once, and its list of moves."""
    used: set[int] = set()
    whole = _picture(data["scenes"][data["whole"]]["picture"], pictures, used)
    moves = "\n".join(_move(move, data, pictures, used) for move in data["moves"])
    rest = "".join(_picture(number, pictures, used) for number in range(len(pictures)))
    return f"""{_head(data, whole)}
{_sheet(sheet)}
<h2>The moves</h2>
<ol class="moves">
{moves}
</ol>
<div hidden>{rest}</div>"""


def _head(data: Mapping[str, Any], whole: str) -> str:
    facts = (_minutes(data["seconds"]), count(len(data["moves"]), "move"))
    chips = "".join(f'<li class="chip">{fact}</li>' for fact in facts)
    name = f'<h1 dir="auto">{escaped(data["name"])}</h1>'
    return f'<div class="hero">{whole}</div>\n<div class="name">{name}<ul class="chips">{chips}</ul></div>'


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds % 60 == 0 else f"{clock(seconds)} min"


def _sheet(sheet: Sheet) -> str:
    return "\n".join(filter(None, (
        f'<p class="about" dir="auto">{escaped(sheet.about)}</p>' if sheet.about else "",
        _told("At hand", ", ".join(sheet.needs), ""),
        _told("First: is any of this so? Then leave it." if sheet.screens else "Not today with",
              "; ".join(sheet.cautions) if sheet.screens else listed(sheet.cautions, "or"), "caution"),
        '<p class="care">Stop when it hurts or feels wrong. This is no medical advice.</p>',
    )))  # fmt: skip


def _told(head: str, text: str, kind: str) -> str:
    return f'<div class="told {kind}"><h2>{head}</h2><p dir="auto">{escaped(text)}</p></div>' if text else ""


def _move(move: Mapping[str, Any], data: Mapping[str, Any], pictures: Sequence[str], used: set[int]) -> str:
    zone, label = move["zone"], data["zones"][move["zone"]]
    number = data["scenes"][move["segments"][0]["scenes"][0][1]]["picture"]
    shown = _picture(number, pictures, used) or f'<span class="same" data-picture="{number}"></span>'
    title = f'<h3 dir="auto">{escaped(move["title"])}</h3>'
    facts = " · ".join(filter(None, (escaped(label), _lasting(move["seconds"]), *_sides(move))))
    words = f'<p class="cue" dir="auto">{escaped(move["cue"])}</p><p class="facts"><i class="dot"></i>{facts}</p>'
    return f'<li class="z-{zone}">{shown}<div>{title}{words}</div></li>'


def _lasting(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{clock(seconds)} min"


def _sides(move: Mapping[str, Any]) -> Iterator[str]:
    sides = list(dict.fromkeys(one["side"] for one in move["segments"]))
    if sides == ["left", "right"]:
        yield "left, then right"
    elif sides[0] in ("left", "right"):
        yield f"{sides[0]} side"


def _picture(number: int, pictures: Sequence[str], used: set[int]) -> str:
    """Return a picture the first time that it is asked for."""
    if number in used:
        return ""
    used.add(number)
    return f'<img id="picture-{number}" src="{pictures[number]}" width="900" height="720" alt="" decoding="async">'
