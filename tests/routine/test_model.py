"""What holds of routines, steps and moves."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from facecoach.routine.model import Routine


def routine(*steps: dict[str, Any]) -> Routine:
    """Return a routine of these steps."""
    return Routine.model_validate({"name": "test", "steps": list(steps)})


def spans(**step: Any) -> tuple[float, ...]:
    """Return the lengths of the moves of one step."""
    return routine({"zone": "jaw", **step}).steps[0].spans


def move(**fields: Any) -> dict[str, Any]:
    """Return a move with a cue."""
    return {"cue": "go", **fields}


def test_smallest() -> None:
    """A name and one step with a zone, a time and a cue are enough."""
    assert routine({"zone": "jaw", "for": "60s", "cue": "go"}).seconds == 60


def test_last_rest_dropped() -> None:
    """The rest behind a step's last repetition is dropped."""
    assert spans(cue="go", reps=5, hold=5, rest=2) == (33,)


def test_rest_before_another_move_stays() -> None:
    """Only a step's last rest is dropped, not the one before its next move."""
    assert spans(moves=[move(reps=2, hold=5, rest=2), move(reps=2, hold=5, rest=2)]) == (14, 12)


def test_rest_counted_by_the_step() -> None:
    """The last rest stays when the step's own time counts it."""
    assert spans(**{"for": 35, "moves": [move(reps=5, hold=5, rest=2)]}) == (35,)
    assert spans(**{"for": 33, "moves": [move(reps=5, hold=5, rest=2)]}) == (33,)


def test_shared_equally() -> None:
    """Moves without a time share equally what the others leave of the step's."""
    assert spans(**{"for": 60, "moves": [move(), move(**{"for": 20}), move()]}) == (20, 20, 20)


@pytest.mark.parametrize(
    ("step", "complaint"),
    [
        ({"cue": "go"}, "does not say how long"),
        ({"for": 5}, "needs a `cue`"),
        ({"for": 5, "cue": "go", "reps": 3, "hold": 3}, "cannot both"),
        ({"cue": "go", "reps": 3}, "needs a `hold`"),
        ({"cue": "go", "for": 3, "hold": 3}, "`hold` needs `reps`"),
        ({"cue": "go", "reps": 3, "hold": 3, "set_rest": 3}, "`set_rest` needs `sets`"),
        (
            {"for": 70, "moves": [move(**{"for": 30}), move(**{"for": 30})]},
            "the moves last 1:00, but the step says 1:10",
        ),
        ({"for": 30, "moves": [move(**{"for": 30}), move()]}, "the moves last 0:30"),
        ({"moves": [move(**{"for": 30}), move()]}, "this move does not say"),
        ({"cue": "go", "moves": [move(**{"for": 30})]}, "`cue` beside `moves`"),
        ({"pressure": "light", "moves": [move(**{"for": 30})]}, "`pressure` beside `moves`"),
    ],
)
def test_contradictions(step: dict[str, Any], complaint: str) -> None:
    """A step whose parts contradict each other is refused with the reason."""
    with pytest.raises(ValidationError, match=complaint):
        routine({"zone": "jaw", **step})


def test_three_hours() -> None:
    """A routine lasts at most three hours."""
    hour = {"zone": "jaw", "for": "1:00", "cue": "go"} | {"for": 3600}
    assert routine(hour, hour, hour).seconds == 3 * 3600
    with pytest.raises(ValidationError, match="the most is 3 hours"):
        routine(hour, hour, hour, {**hour, "for": 1})


def test_zones_in_order() -> None:
    """A routine's zones come in the order of their first work, those of moves included."""
    step = {"zone": "neck", "moves": [move(**{"for": 5, "zone": "jaw"}), move(**{"for": 5})]}
    assert routine(step, {"zone": "jaw", "for": 5, "cue": "go"}).zones == ("jaw", "neck")
