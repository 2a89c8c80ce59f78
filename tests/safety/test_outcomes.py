"""What each condition comes to for each bundled routine, written down to be read by someone who thinks of a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from facecoach.folders import bundled
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.knowledge.loads import Load
from facecoach.routine.library import Library
from facecoach.routine.shelf import Card
from facecoach.safety.weigh import weigh
from golden import hold

CARDS = [card for card in Library(Path("nowhere"), bundled(), weigh).cards() if isinstance(card, Card)]
BARRED = {card.entry.slug: set(card.bars) for card in CARDS}

# What may not pass, as a review of every move against every condition found it.
NEVER = {
    "dental-surgery": {"classics", "jaw-six", "inside-mouth"},
    "tooth-abscess": {"classics", "inside-mouth", "jaw-six"},
    "mouth-ulcer": {"classics", "inside-mouth"},
    "gum-infection": {"classics", "inside-mouth"},
    "sharp-braces": {"classics", "inside-mouth"},
    "jaw-trauma": {"classics", "inside-mouth", "evening", "jaw-six"},
    "jaw-dislocation": {"classics"},
    "facial-palsy": {"desk", "classics", "eyes"},
    "recent-filler": {"inside-mouth", "classics"},
    "recent-toxin": {"inside-mouth", "classics"},
    "recent-injectables": {"inside-mouth", "classics"},
    "recent-peel-or-laser": {"depuff", "morning", "quick", "evening", "gua-sha", "roller", "wind-down", "eyes"},
    "retinoid-irritation": {"depuff", "morning", "quick", "evening", "gua-sha", "roller", "wind-down", "eyes"},
    "heart-failure": {"gua-sha", "roller", "neck", "depuff", "morning"},
    "kidney-failure": {"gua-sha", "roller", "neck", "depuff", "morning"},
    "cold-urticaria": {"gua-sha", "roller", "depuff"},
    "stroke-or-tia": {"jaw-six", "neck"},
    "carotid-disease": {"jaw-six", "neck"},
    "neck-instability": {"jaw-six", "neck"},
    "trigeminal-neuralgia": {card.entry.slug for card in CARDS} - {"clench-check"},
}
OPEN = {
    "temple-tenderness": {"jaw-calm", "wind-down"},
    "over-60-ask-first": {"feather", "jaw-calm", "desk", "eyes"},
    "anticoagulant": {"feather", "desk"},
    "latex-allergy": {"inside-mouth"},
    "jaw-dislocation": {"evening"},
    "hypermobile-jaw": {"evening", "jaw-calm"},
    "pregnancy": {card.entry.slug for card in CARDS},
}


@pytest.mark.parametrize("name", NEVER)
def test_what_may_not_pass(name: str) -> None:
    """A condition rules out the routines whose moves ask for what it forbids."""
    assert {slug for slug in NEVER[name] if name not in BARRED[slug]} == set()


@pytest.mark.parametrize("name", OPEN)
def test_what_stays_open(name: str) -> None:
    """A condition leaves what does it no harm."""
    assert {slug for slug in OPEN[name] if name in BARRED[slug]} == set()


@pytest.mark.parametrize("name", [one.name for one in CONDITIONS.values() if not one.whole])
def test_something_is_left(name: str) -> None:
    """Whatever is recorded, short of what asks for rest, some bundled routine may be done."""
    assert [slug for slug, barred in BARRED.items() if name not in barred]


@pytest.mark.parametrize(
    ("slug", "loads"),
    [
        ("classics", {"suction", "puff", "wide", "jaw", "effort", "tongue"}),
        ("clench-check", set()),
        ("feather", set()),
        ("gua-sha", {"cold", "drain"}),
        ("jaw-calm", {"resist", "jaw"}),
        ("jaw-six", {"resist", "jaw", "neck", "neck-hold"}),
    ],
)
def test_what_a_routine_asks(slug: str, loads: set[Load]) -> None:
    """What a routine asks of a face is worked out from its moves."""
    assert set(next(card for card in CARDS if card.entry.slug == slug).loads) == loads


def test_outcomes() -> None:
    """Each condition with what it rules out, why, and what it leaves is as it was read through."""
    hold("safety/outcomes", list(_outcomes()))


def _outcomes() -> Iterator[str]:
    for one in CONDITIONS.values():
        yield f"{one.name}: {one.sentence}"
        if one.whole:
            yield "    rest: every session is ruled out"
        else:
            why: dict[str, list[str]] = defaultdict(list)
            for card in CARDS:
                why[card.bars.get(one.name, "")].append(card.entry.slug)
            left = ", ".join(why.pop("", []))
            yield from (f"    out, {reason}: {', '.join(slugs)}" for reason, slugs in why.items())
            yield f"    left: {left}"
        yield ""
