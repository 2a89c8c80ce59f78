"""The data of a page against the timeline it is made from."""

from __future__ import annotations

from typing import Any

import pytest

from facecoach.page.content import Pace, Scenes, content, plain
from facecoach.page.pictures import Book
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline


def line(*steps: dict[str, Any], **fields: Any) -> Timeline:
    """Return the timeline of a routine of these steps."""
    return laid_out(Routine.model_validate({"name": "Some", "steps": steps, **fields}))


def held(one: Timeline, lead_in: float = 5.0) -> list[dict[str, Any]]:
    """Return the moves of a page."""
    moves: list[dict[str, Any]] = content(one, Pace(lead_in), Scenes(Book("mannequin")))["moves"]  # type: ignore[assignment]  # plain data
    return moves


TWO = ({"zone": "jaw", "for": "10s", "cue": "One"}, {"zone": "neck", "for": "20s", "cue": "Two"})


def test_lead_in_and_change_over_lie_before_their_moves() -> None:
    """A move begins after all that is waited and worked before it."""
    moves = held(line(*TWO, change="6s"))
    assert [(move["wait"], move["at"]) for move in moves] == [(5.0, 5.0), (6.0, 21.0)]


def test_without_a_change_over_moves_flow() -> None:
    """Only the lead-in is waited for where a routine has no change-over."""
    assert [move["wait"] for move in held(line(*TWO))] == [5.0, 0.0]


def test_holds_rests_and_sides_are_told() -> None:
    """Segments keep the timeline's tasks, sides and repetitions, from the start of their move."""
    (move,) = held(line({"zone": "jaw", "reps": 2, "hold": "3s", "rest": "2s", "side": "each", "cue": "Hold"}))
    assert [(one["at"], one["seconds"], one["task"], one["side"], one["rep"]) for one in move["segments"]] == [
        (0, 3, "hold", "left", [1, 2]),
        (3, 1, "rest", "left", [1, 2]),
        (4, 1, "rest", "right", [1, 2]),
        (5, 3, "hold", "right", [2, 2]),
    ]


def test_a_long_hold_shows_its_mouths_in_turn() -> None:
    """Several shapes in one long hold are scenes of their own, two seconds apart."""
    face = {"mouth": ["kiss", "kiss_smile"]}
    (move,) = held(line({"zone": "mouth", "reps": 1, "hold": "10s", "face": face, "cue": "Kiss"}))
    assert [into for into, _ in move["segments"][0]["scenes"]] == [0.0, 2.0]


def test_scenes_that_differ_only_in_strokes_share_a_picture() -> None:
    """A picture is painted once for all that moves over it."""
    data = content(
        line(
            {"zone": "jaw", "for": "10s", "cue": "One", "stroke": "masseter-circles"},
            {"zone": "jaw", "for": "10s", "cue": "Two", "stroke": "masseter-slide"},
        ),
        Pace(),
        Scenes(Book("mannequin")),
    )
    scenes: list[dict[str, Any]] = data["scenes"]  # type: ignore[assignment]  # plain data
    assert len({scene["picture"] for scene in scenes}) == len(scenes) - 1


def test_a_stroke_stays_within_its_picture() -> None:
    """Every mark of a stroke lies on the picture's own pixels."""
    data = content(
        line({"zone": "jaw", "for": "10s", "cue": "One", "stroke": "jaw-knead"}), Pace(), Scenes(Book("mannequin"))
    )
    scenes: list[dict[str, Any]] = data["scenes"]  # type: ignore[assignment]  # plain data
    spots = [lane["spots"] for scene in scenes for lane in scene.get("lanes", ())]
    assert spots
    assert all(0 <= x <= 900 for flat in spots for x in flat[::4])
    assert all(0 <= y <= 720 for flat in spots for y in flat[1::4])


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\ufeff"])
def test_marks_that_turn_text_around_are_dropped(mark: str) -> None:
    """No text can turn what stands beside it around."""
    assert plain(f"a{mark}b") == "ab"
