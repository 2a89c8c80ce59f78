"""What the page shows at a position, against the Python timeline."""

from __future__ import annotations

import json
from importlib.resources import files
from math import ceil
from typing import Any

import pytest

from browsing import short
from facecoach.folders import bundled
from facecoach.page.content import Pace, Scenes, content
from facecoach.page.pictures import Book
from facecoach.plain import restored
from facecoach.screen.live.view import WORDS, clock_of
from facecoach.session.breath import breath
from facecoach.session.command import Command
from facecoach.session.state import Elapsed, Session, advance, begin
from facecoach.session.timeline import Timeline

LINES = [
    restored(Timeline, told) for told in json.loads((bundled() / "timelines.json").read_text(encoding="utf-8")).values()
]
SCRIPT = (files("facecoach.page") / "clock.js").read_text(encoding="utf-8")
STEP = 0.7317  # seconds between positions: meets every part of a second, and no boundary


def moves(line: Timeline) -> list[Any]:
    """Return a timeline's moves as the page holds them."""
    found: list[Any] = content(line, Pace(5.0), Scenes(Book("mannequin")))["moves"]  # type: ignore[assignment]  # plain data
    return found


def shown(session: Session) -> dict[str, Any]:
    """Return what the Python session shows: its move, segment, state and digits."""
    leg, segment = session.leg, session.segment
    leading = session.lead > 0
    paced = None if leading else breath(leg, session.position)
    left = session.lead if leading else segment.end - session.position
    counting = leg.act.moves and segment.reps > 0 and segment.task != "rest" and not leading
    digits = clock_of(ceil(paced.left - 1e-6)) if paced else clock_of(ceil(left - 1e-6))
    return {
        "move": leg.index,
        "segment": 0 if leading else leg.segments.index(segment),
        "ready": leading,
        "digits": str(segment.rep) if counting and not paced else digits,
        "way": paced.way if paced else "",
    }


@pytest.mark.parametrize("line", [*LINES, short()], ids=lambda line: line.name)
def test_the_page_shows_what_the_session_shows(chromium: Any, line: Timeline) -> None:
    """Moves, segments, digits, breaths and change-overs agree at every position of every bundled routine."""
    tab = chromium.new_page()
    session, expected, places = begin(line, 5.0), [], []
    at = 0.0
    while not session.over:
        expected.append(shown(session))
        places.append(at)
        session, _ = advance(session, Elapsed(STEP))
        at += STEP
    found = tab.evaluate(
        f"(given) => {{ {SCRIPT}\n return given[1].map((at) => momentAt(given[0], at)); }}", [moves(line), places]
    )
    tab.close()
    for place, want, got in zip(places, expected, found, strict=True):
        ways = {WORDS["in"]: "in", WORDS["out"]: "out"}
        told = {
            "move": got["move"], "segment": got["segment"], "ready": got["state"] == "ready", "digits": got["digits"],
            "way": want["way"] if got["state"] == "switch" else ways.get(got["word"], ""),
        }  # fmt: skip
        assert told == want, f"at {place:.2f} s"


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_next_and_back_lead_where_the_session_goes(chromium: Any, line: Timeline) -> None:
    """From any position, next and back lead to the move, and the change-over, that they lead to in the terminal."""
    tab = chromium.new_page()
    session, wanted, places, at = begin(line, 5.0), [], [], 0.0
    while not session.over:
        after, _ = advance(session, Command.NEXT)
        before, _ = advance(session, Command.BACK)
        wanted.append([after.over or (after.leg.index, after.lead > 0), before.leg.index])
        places.append(at)
        session, _ = advance(session, Elapsed(7.1))
        at += 7.1
    found = tab.evaluate(
        f"""(given) => {{ {SCRIPT}
        const [moves, places] = given;
        const told = (at) => {{
            const one = momentAt(moves, at);
            return one.done || [one.move, one.state === "ready"];
        }};
        return places.map((at) => [told(after(moves, at)), momentAt(moves, before(moves, at)).move]); }}""",
        [moves(line), places],
    )
    tab.close()
    assert [[one if one is True else tuple(one), other] for one, other in found] == wanted


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_what_is_heard_lies_where_the_timeline_has_it(chromium: Any, line: Timeline) -> None:
    """Each move, hold, release, switch and tick of the timeline is heard at its place, change-overs counted in."""
    tab = chromium.new_page()
    found = tab.evaluate(f"(given) => {{ {SCRIPT}\n return cues(...given); }}", [moves(line), line.half])
    tab.close()
    kinds = {"end": "done", "in": "", "out": ""}
    starts = {move["start"]: move["at"] - move["start"] for move in moves(line)}
    shift = [starts[leg.start] for leg in line.legs]
    wanted = [
        (round(cue.at + shift[cue.leg], 3), kinds.get(cue.kind, cue.kind))
        for cue in line.cues
        if kinds.get(cue.kind, cue.kind)
    ]
    extra = {"ready"}
    waited = {round(move["at"] - left, 3) for move in moves(line) if move["wait"] for left in (1, 2, 3)}
    heard = [
        (round(at, 3), kind)
        for at, kind in found
        if kind not in extra and not (kind == "tick" and round(at, 3) in waited and (round(at, 3), kind) not in wanted)
    ]
    assert sorted(heard) == sorted(wanted)
