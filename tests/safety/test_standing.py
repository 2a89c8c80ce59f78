"""What conditions rule out, from the journal's line to the refused session."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.document import Document
from facecoach.folders import bundled
from facecoach.habit.facts import gather
from facecoach.habit.merge import merge
from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.routine.reader import read
from facecoach.routine.shelf import Card, Entry, Loaded, Origin
from facecoach.safety.gate import answered
from facecoach.safety.standing import Standing, blocks, last_day, recorded
from facecoach.safety.weigh import weigh
from lines import FRIDAY, line, void
from world import Coach

TEN_AGO = "2026-11-10"


def condition(name: str, start: date | str, until: date | str | None = None, key: str = "") -> dict[str, Any]:
    """Return the record of a condition."""
    span = {"from": str(start), "until": str(until) if until else None}
    return line("condition", str(start), key or f"{name}-{start}", name=name, **span)


def card(routine: Routine, slug: str = "own", origin: Origin = "user", digest: str = "d") -> Card:
    """Return the card of a routine."""
    return Library(Path("nowhere"), bundled(), weigh).written(
        Loaded(Entry(slug, Path(), origin), routine, digest, Document("own.yaml", ()))
    )


def ruled_out(routine: Routine, name: str) -> bool:
    """Whether a condition rules a routine out."""
    return bool(blocks(card(routine), [Standing(name, FRIDAY, None)]))


def stock(slug: str) -> Routine:
    """Return a bundled routine."""
    return Library(Path("nowhere"), bundled()).load(slug).routine


def one_move(zone: str, **fields: Any) -> Routine:
    """Return a routine of a single move."""
    step = {"zone": zone, "for": "30s", "cue": "Go", **fields}
    return read(json.dumps({"name": "One", "steps": [step]}).encode(), "one.yaml")


def names(records: list[dict[str, Any]], today: date = FRIDAY) -> list[str]:
    """Return the names of what stands."""
    return [one.name for one in recorded(gather(merge(records), today))]


def test_last_day() -> None:
    """A condition of 28 days that began on the first ends with the 28th; an open one has no end."""
    assert last_day(CONDITIONS["recent-filler"], date(2026, 2, 1)) == date(2026, 2, 28)
    assert last_day(CONDITIONS["fever"], FRIDAY) is None


@given(st.integers(-40, 40), st.integers(0, 40), st.integers(-60, 60))
def test_stands_between_its_days(start: int, length: int, today: int) -> None:
    """A condition stands from its first day to its last, both included, and on no other."""
    since, until = FRIDAY + timedelta(start), FRIDAY + timedelta(start + length)
    stands = names([condition("fever", since, until)], FRIDAY + timedelta(today))
    assert bool(stands) == (start <= today <= start + length)


@given(st.integers(0, 4000))
def test_open_ended_lasts(days: int) -> None:
    """An open-ended condition lasts until it is taken back."""
    record = condition("fever", FRIDAY, key="one")
    assert names([record], FRIDAY + timedelta(days)) == ["fever"]
    assert names([record, void("one")], FRIDAY + timedelta(days)) == []


def test_taken_back_twice() -> None:
    """A void that is itself taken back leaves the condition standing."""
    records = [condition("fever", FRIDAY, key="one"), void("one", key="two"), void("two", key="three")]
    assert names(records) == ["fever"]


def test_longest_of_two() -> None:
    """Recorded on two machines, a condition holds as long as the longer of the two."""
    records = [
        condition("recent-filler", TEN_AGO, "2026-12-07"),
        condition("recent-filler", "2026-11-01", "2026-11-28"),
    ]
    (one,) = recorded(gather(merge(records), FRIDAY))
    assert one.until == date(2026, 12, 7)
    assert len(one.ids) == 2


@pytest.mark.parametrize("damage", [{"name": 7}, {"from": "soon"}, {"from": None}, {"until": 3}, {"id": []}])
def test_damaged_record_is_passed_over(damage: dict[str, Any]) -> None:
    """A condition's record that cannot be read is passed over."""
    assert names([condition("fever", FRIDAY) | damage]) == []


def test_listed_condition_rules_out() -> None:
    """A condition that a routine lists rules it out, though nothing else is known of it."""
    routine = one_move("jaw").model_copy(update={"avoid_if": ("sore-thumb",)})
    assert ruled_out(routine, "sore-thumb")
    assert not ruled_out(one_move("jaw"), "sore-thumb")


@pytest.mark.parametrize("name", ["recent-toxin", "recent-filler"])
def test_kinds_of_injectables(name: str) -> None:
    """A routine that lists injectables is ruled out by either kind, even without a hand on the face."""
    assert ruled_out(stock("classics"), name)


def test_no_hands_no_harm() -> None:
    """What neither touches nor works the face stays open under injectables; fingers that push the chin do not."""
    assert not ruled_out(stock("clench-check"), "recent-injectables")
    assert ruled_out(stock("jaw-six"), "recent-injectables")


@pytest.mark.parametrize(
    ("zone", "fields", "name", "out"),
    [
        ("cheeks", {"technique": "active", "face": {"mouth": "fish"}}, "mouth-ulcer", True),
        ("cheeks", {"technique": "active", "face": {"mouth": "soft_smile"}}, "mouth-ulcer", False),
        ("cheeks", {"technique": "active", "face": {"mouth": "puff_up"}}, "tooth-abscess", True),
        ("cheeks", {"technique": "active"}, "facial-palsy", True),
        ("mouth", {"technique": "active", "face": {"mouth": ["o", "o_smile"]}}, "hypermobile-jaw", True),
        ("jaw", {"technique": "active", "face": {"mouth": "jaw_open"}}, "jaw-dislocation", True),
        ("jaw", {"technique": "active", "with": "tongue on palate", "face": {"mouth": "o"}}, "jaw-dislocation", False),
        ("jaw", {"technique": "active", "with": "tongue on palate"}, "jaw-trauma", True),
        ("jaw", {"technique": "isometric"}, "jaw-catching", True),
        ("inside-mouth", {"technique": "active", "with": "tongue"}, "recent-filler", True),
        ("inside-mouth", {"technique": "active", "with": "tongue", "stroke": "tongue-up"}, "recent-filler", False),
        ("cheeks", {"technique": "glide", "cue": "A cool stone, nose to ear"}, "cold-urticaria", True),
        ("cheeks", {"technique": "glide", "with": "warm stone"}, "cold-urticaria", False),
        ("neck", {"technique": "effleurage", "direction": "down to collarbone"}, "heart-failure", True),
        ("neck", {"technique": "effleurage", "direction": "up"}, "heart-failure", False),
        ("neck", {"technique": "active", "with": "hands clasped behind neck"}, "carotid-disease", True),
        ("neck", {"technique": "active", "direction": "back"}, "carotid-disease", False),
        ("neck", {"technique": "active", "direction": "back"}, "neck-instability", True),
        ("face", {"technique": "active", "with": "shoulders"}, "facial-palsy", False),
        ("cheeks", {"technique": "effleurage"}, "sensitive-skin", True),
        ("cheeks", {"technique": "effleurage", "with": "oiled palms"}, "sensitive-skin", False),
    ],
)
def test_what_a_move_asks(zone: str, fields: dict[str, Any], name: str, out: bool) -> None:
    """A condition rules out what a move does by its technique, mouth, tool, stroke, direction or words."""
    assert ruled_out(one_move(zone, **fields), name) == out


def test_stroke_alone_is_heeded() -> None:
    """A step that names only its stroke has the zones and the technique of the stroke."""
    drain = one_move("jawline", stroke="neck-drain-down")
    assert ruled_out(drain, "carotid-disease")
    assert ruled_out(drain, "heart-failure")
    assert not ruled_out(drain, "glaucoma")


def test_isometric_touches() -> None:
    """Work against the fingers is work by hand, for every condition that keeps hands off."""
    assert ruled_out(one_move("jaw", technique="isometric"), "recent-filler")


@pytest.mark.parametrize("zone", sorted(set(ZONES) - {"neck", "decolletage"}))
def test_hands_near_injectables(zone: str) -> None:
    """Hands anywhere on the face are ruled out under injectables; noticing is not."""
    assert ruled_out(one_move(zone, technique="friction"), "recent-injectables")
    assert ruled_out(one_move(zone), "recent-injectables")
    assert not ruled_out(one_move(zone, technique="release"), "recent-injectables")


def test_stop_rules_out_everything() -> None:
    """What needs a doctor rules out every routine, hands or not, and is named first."""
    standing = [Standing("active-acne", FRIDAY, None), Standing("severe-headache", FRIDAY, None)]
    assert ruled_out(stock("desk"), "severe-headache")
    assert blocks(card(stock("quick")), standing)[0].standing.name == "severe-headache"


@pytest.mark.parametrize(
    ("name", "fields", "out"),
    [
        ("heart-failure", {"technique": "lymphatic-drainage"}, True),
        ("heart-failure", {"technique": "friction"}, False),
        ("bruises-easily", {"technique": "roll", "pressure": "feather"}, True),
        ("bruises-easily", {"technique": "friction", "pressure": "light"}, True),
        ("bruises-easily", {"technique": "friction", "pressure": "feather"}, False),
        ("retinoid-irritation", {"technique": "effleurage"}, True),
        ("retinoid-irritation", {"technique": "tapotement"}, True),
        ("isotretinoin", {"technique": "friction", "pressure": "feather"}, True),
        ("isotretinoin", {"technique": "hold", "pressure": "feather"}, False),
        ("carotid-disease", {"technique": "friction"}, False),
    ],
)
def test_strokes_and_caps(name: str, fields: dict[str, str], out: bool) -> None:
    """Some conditions leave out strokes, tools or firmness rather than a place."""
    assert ruled_out(one_move("cheeks", **fields), name) == out


def test_back_of_the_neck() -> None:
    """The hand at the nape in the neck routine counts as neck: rosacea on the face leaves the routine open."""
    assert not ruled_out(stock("neck"), "rosacea-flare")
    assert ruled_out(stock("neck"), "neck-injury")


def test_refused_with_a_way_out(coach: Coach) -> None:
    """Injectables ten days ago refuse `quick` with the reason and the last day, and offer `clench-check`."""
    assert coach("safety", "add", "recent-injectables", "--on", TEN_AGO).code == 0
    result = coach("run", "quick")
    assert (result.code, result.out) == (1, "")
    assert "recent injectables until 2026-12-07" in result.err
    assert "facecoach run clench-check" in result.err
    assert coach("run", "clench-check", "--speed", "100").code == 0


@pytest.mark.parametrize(("days", "code"), [(17, 1), (18, 0)])
def test_expires(coach: Coach, days: int, code: int) -> None:
    """28 days after the recorded first day, and not a day sooner, the routine is open again."""
    coach("safety", "add", "recent-injectables", "--on", TEN_AGO)
    later = coach.at(coach.now + timedelta(days))
    assert later("run", "quick", "--speed", "100").code == code


def test_remove_restores(coach: Coach) -> None:
    """A condition removed rules nothing out, and its record stays in the journal."""
    coach("safety", "add", "fever")
    assert coach("run", "desk", "--no-log").code == 1
    assert coach("safety", "remove", "fever").code == 0
    assert coach("run", "desk", "--no-log").code == 0
    assert [record["type"] for record in coach.records] == ["condition", "void"]
    assert coach("safety", "remove", "fever").code == 1


def test_added_anew(coach: Coach) -> None:
    """A condition added again takes the place of what was recorded of it."""
    coach("safety", "add", "recent-filler", "--on", TEN_AGO)
    coach("safety", "add", "recent-filler", "--on", "yesterday")
    (one,) = json.loads(coach("safety", "--json").out)["recorded"]
    assert (one["from"], one["until"]) == ("2026-11-19", "2026-12-16")


def test_the_record(coach: Coach) -> None:
    """The journal says the name and the span; an open end is null."""
    coach("safety", "add", "fever", "--on", "yesterday")
    (record,) = coach.records
    assert record["type"] == "condition"
    assert (record["name"], record["from"], record["until"]) == ("fever", "2026-11-19", None)


def test_anyway(coach: Coach) -> None:
    """`--anyway` lets a refused session through with one line that says what was passed."""
    coach("safety", "add", "fever")
    result = coach("run", "desk", "--anyway", "--speed", "100")
    assert result.code == 0
    assert len([row for row in result.err.splitlines() if "going on" in row and "fever" in row]) == 1


@pytest.mark.parametrize("on", ["2026-11-21", "soon", "2026-13-01"])
def test_day_must_be_past(coach: Coach, on: str) -> None:
    """A day to come, or what is no day, is wrong usage, and nothing is written."""
    assert coach("safety", "add", "fever", "--on", on).code == 2
    assert coach.records == []


def test_near_miss(coach: Coach) -> None:
    """An unknown condition is refused with the near miss."""
    result = coach("safety", "add", "fevr")
    assert result.code == 1
    assert "`fever`" in result.err


def test_shown(coach: Coach) -> None:
    """`safety` explains every condition, and says what is recorded and what that leaves."""
    assert "Nothing is recorded" in coach("safety").out
    coach("safety", "add", "recent-injectables", "--on", TEN_AGO)
    out = coach("safety").out
    assert all(name in out for name in CONDITIONS)
    assert "since 2026-11-10, until 2026-12-07" in out
    assert "fine now: clench-check" in out


def test_caution_until_something_is_recorded(coach: Coach) -> None:
    """The lead-in shows a routine's cautions as long as no condition is recorded."""
    assert "Not with jaw locked" in coach("run", "desk", "--speed", "100").out
    coach("safety", "add", "glaucoma")
    assert "Not with" not in coach("run", "desk", "--speed", "100").out


def test_screening_in_a_pipe(coach: Coach) -> None:
    """Where no key can be pressed, `inside-mouth` says which command asks its questions, and runs once it has."""
    result = coach("run", "inside-mouth", "--speed", "100")
    assert result.code == 1
    assert "facecoach safety screen inside-mouth" in result.err
    assert coach("safety", "screen", "inside-mouth", "--yes").code == 0
    assert coach("run", "inside-mouth", "--speed", "100").code == 0


@pytest.mark.parametrize(("answer", "code", "kept"), [(True, 0, 1), (False, 1, 0), (None, 130, 0)])
def test_screening_by_hand(coach: Coach, answer: bool | None, code: int, kept: int) -> None:
    """With a keyboard, the first run shows the list and asks; only a yes is recorded and plays."""
    coach.answer = answer
    result = coach("run", "inside-mouth", "--speed", "100", "--plain", keys=[])
    assert result.code == code
    assert "Bisphosphonates" in result.err
    assert [record["type"] for record in coach.records] == ["screening"] * kept


def test_screening_taken_back() -> None:
    """A screening that was taken back is asked for again."""
    record = line("screening", FRIDAY, "one", routine="inside-mouth", digest="d")
    one = card(stock("inside-mouth"), "inside-mouth")
    assert answered(one, gather(merge([record]), FRIDAY))
    assert not answered(one, gather(merge([record, void("one")]), FRIDAY))


@pytest.mark.parametrize(
    ("slug", "origin", "digest", "holds"),
    [
        ("inside-mouth", "bundled", "d", True),
        ("inside-mouth", "user", "d", True),
        ("inside-mouth", "user", "e", False),
        ("inside-mouth", "bundled", "e", False),
        ("other", "bundled", "d", False),
    ],
)
def test_screening_is_for_one_file(slug: str, origin: Origin, digest: str, holds: bool) -> None:
    """Questions answered for a routine are answered for its file as it was, not for another of its name."""
    facts = gather(merge([line("screening", FRIDAY, "one", routine="inside-mouth", digest="d")]), FRIDAY)
    assert answered(card(stock("quick"), slug, origin, digest), facts) is holds


@pytest.mark.parametrize(("origin", "holds"), [("bundled", True), ("user", False), ("path", False)])
def test_screening_of_before(origin: Origin, holds: bool) -> None:
    """An answer without a digest, as earlier versions wrote it, is for the bundled routine."""
    facts = gather(merge([line("screening", FRIDAY, "one", routine="inside-mouth")]), FRIDAY)
    assert answered(card(stock("quick"), "inside-mouth", origin), facts) is holds


def test_nothing_to_screen(coach: Coach) -> None:
    """A routine without questions has nothing to record."""
    assert coach("safety", "screen", "desk").code == 1


def test_suggestion_heeds_conditions(coach: Coach) -> None:
    """What is suggested, and run without a name, is nothing that a recorded condition rules out."""
    evening = coach.at(coach.now.replace(hour=8))
    assert evening("--json").out.count('"morning"') == 1
    assert evening("safety", "add", "recent-injectables").code == 0
    assert json.loads(evening("--json").out)["suggestion"]["routine"] == "clench-check"
    assert '"routine": "clench-check"' in evening("run", "--json").out
