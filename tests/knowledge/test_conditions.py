"""The conditions as data: whole, named, and known for every routine that lists one."""

from __future__ import annotations

from pathlib import Path

import pytest

from facecoach.errors import CoachError
from facecoach.folders import bundled
from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS, HEADINGS, Condition, named
from facecoach.routine.library import Library

ALL = pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)


def test_every_caution_is_known() -> None:
    """Each condition that a bundled routine lists is one that `safety` can record."""
    shelf = Library(Path("nowhere"), bundled())
    listed = {name for entry in shelf.entries() for name in shelf.opened(entry).routine.avoid_if}
    assert listed
    assert listed <= set(CONDITIONS)


@ALL
def test_said_in_a_sentence(condition: Condition) -> None:
    """A condition is one sentence a person can answer, with a source and a heading."""
    assert condition.sentence[0].isupper()
    assert not condition.sentence.endswith(".")
    assert len(condition.sentence) <= 80
    assert condition.source
    assert condition.kind in HEADINGS


@ALL
def test_effect_fits_its_kind(condition: Condition) -> None:
    """Exactly the conditions of the first two kinds rule out everything, and zones are those of the face."""
    assert condition.whole == (condition.kind in ("stop", "session"))
    assert set(condition.zones) <= set(ZONES)
    assert condition.effect


@ALL
def test_wider_condition_is_known(condition: Condition) -> None:
    """What a condition counts as is a condition that rules out no less."""
    wider = CONDITIONS[condition.counts_as or condition.name]
    assert set(condition.zones) <= set(wider.zones)
    assert set(condition.techniques) <= set(wider.techniques)


@pytest.mark.parametrize(("name", "days"), [("recent-toxin", 14), ("recent-filler", 28), ("recent-injectables", 28)])
def test_injectables_expire(name: str, days: int) -> None:
    """Toxin waits 14 days, filler 28, and the longer one where nobody knows which it was."""
    assert CONDITIONS[name].lasts_days == days


@pytest.mark.parametrize("written", ["recent-filler", "Recent Filler", "recent_filler"])
def test_named(written: str) -> None:
    """A condition is found however its words are joined."""
    assert named(written) is CONDITIONS["recent-filler"]


def test_near_miss() -> None:
    """A near miss is proposed."""
    with pytest.raises(CoachError) as caught:
        named("rosacea-flair")
    assert "rosacea-flare" in caught.value.hint
