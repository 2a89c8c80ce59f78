"""Routines by name: the bundled ones, one's own, and near misses."""

from __future__ import annotations

import json

import pytest

from facecoach.errors import CoachError
from facecoach.folders import bundled
from facecoach.routine.library import Library
from world import Coach

TOTALS = {
    "classics": 171, "clench-check": 60, "depuff": 300, "desk": 120, "evening": 420, "eyes": 240, "feather": 360,
    "gua-sha": 600, "inside-mouth": 240, "jaw-calm": 480, "jaw-six": 228, "morning": 600, "neck": 240, "quick": 180,
    "roller": 300, "sinus": 240, "wind-down": 480,
}  # fmt: skip
OWN = "name: Mine\nsteps:\n  - {zone: jaw, for: 3s, cue: Go}\n"


def test_seventeen_bundled() -> None:
    """Seventeen routines are bundled, each with its length."""
    shelf = Library(bundled() / "none", bundled())
    found = {entry.slug: shelf.load(entry.slug).routine.seconds for entry in shelf.entries()}
    assert found == TOTALS


def test_morning_is_exact(coach: Coach) -> None:
    """`morning` is 600 seconds in seven steps of 60, 60, 120, 120, 90, 90 and 60."""
    shown = json.loads(coach("show", "morning", "--json").out)
    assert shown["seconds"] == 600
    assert [step["seconds"] for step in shown["steps"]] == [60, 60, 120, 120, 90, 90, 60]


def test_classics_doses() -> None:
    """The five classic exercises keep the doses of their source, four times a day."""
    routine = Library(bundled(), bundled()).load("classics").routine
    doses = [[(move.reps, move.hold) for move in step.parts] for step in routine.steps]
    assert routine.daily == 4
    assert doses == [[(5, 5)], [(5, 4), (5, 4)], [(1, 10)], [(1, 10)], [(3, 10)], [(12, 2)]]


@pytest.mark.parametrize("name", TOTALS)
def test_bundled_say_what_they_are(name: str) -> None:
    """Every bundled routine says what it is, when not to do it, and what is known of it."""
    routine = Library(bundled(), bundled()).load(name).routine
    assert routine.about
    assert routine.avoid_if
    assert routine.note
    assert all(step.title for step in routine.steps)


def test_own_wins(coach: Coach) -> None:
    """One's own routine stands in place of a bundled one of its name, and `list` says so."""
    coach.write("routines/morning.yaml", OWN)
    found = {item["routine"]: item for item in json.loads(coach("list", "--json").out)}
    assert (found["morning"]["origin"], found["morning"]["name"], found["quick"]["origin"]) == (
        "user",
        "Mine",
        "bundled",
    )
    assert "in place of the bundled one" in coach("list", terminal=(120, 40)).out


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("morning", "morning"), ("MORNING", "morning"), ("The Daily Ten", "morning"), ("the daily ten", "morning"),
        ("the-daily-ten", "morning"),
        (" The  Daily_Ten!", "morning"), ("Gua Sha", "gua-sha"), ("gua sha glide", "gua-sha"),
        ("-", ""), ("", ""),
    ],
)  # fmt: skip
def test_found_by_name(asked: str, slug: str) -> None:
    """A routine is found by its file's name and by its written one, in any letter case, with spaces or dashes."""
    shelf = Library(bundled() / "none", bundled())
    try:
        assert shelf.find(asked).slug == slug
    except CoachError:
        assert not slug


def test_own_written_name_wins(coach: Coach) -> None:
    """Of two routines of one written name one's own is meant, and a file's name comes before any written one."""
    coach.write("routines/ten.yaml", OWN.replace("Mine", "The Daily Ten"))
    coach.write("routines/other.yaml", OWN.replace("Mine", "Quick"))
    coach.write("routines/broken.yaml", "name: [")
    shelf = Library(coach.home / "routines", bundled())
    assert shelf.find("the daily ten").slug == "ten"
    assert (shelf.find("quick").slug, shelf.find("QUICK").slug, shelf.find("Quick").slug) == ("quick",) * 3


def test_files_are_read_only_for_written_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's name is found without a look into any file, and the written name of a bundled one without YAML."""
    shelf = Library(bundled() / "none", bundled())
    monkeypatch.setattr("facecoach.document.parse", pytest.fail)
    assert shelf.find("The Daily Ten").slug == "morning"
    monkeypatch.setattr("facecoach.routine.library.contents", pytest.fail)
    assert shelf.find("Morning").slug == "morning"
    assert shelf.daily("The Daily Ten") == 1


@pytest.mark.parametrize("asked", ["show", "run", "log"])
def test_commands_take_written_names(coach: Coach, asked: str) -> None:
    """`show`, `run` and `log` take a written name, and the journal has that of the file."""
    coach.write("routines/mine.yaml", OWN.replace("Mine", "My Own"))
    assert coach(asked, "my own").code == 0
    assert [one["routine"] for one in coach.records] == ["mine"] * (asked != "show")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("mornin", "`morning`"), ("The Dayly Ten", "`morning`, The Daily Ten"), ("quik three", "`quick`, Quick Three")],
)
def test_near_miss(coach: Coach, asked: str, meant: str) -> None:
    """A name that is nearly right, the file's or the written one, gets the right one proposed."""
    result = coach("show", asked)
    assert result.code == 1
    assert f"did you mean {meant}?" in result.err


def test_command_near_miss(coach: Coach) -> None:
    """A command that is nearly right gets the right one proposed, as wrong usage."""
    result = coach("strek")
    assert result.code == 2
    assert "streak" in result.err


def test_faulty_file_does_not_hide_the_others(coach: Coach) -> None:
    """A faulty file of one's own is reported, and the other routines are listed all the same."""
    coach.write("routines/odd.yaml", "name: [")
    result = coach("list", "--json")
    assert len(json.loads(result.out)) == 17
    assert "odd.yaml" in result.err


def test_reading_makes_no_folder(coach: Coach) -> None:
    """Looking at things writes nothing, not even a folder."""
    for args in (["list"], ["show", "quick"], ["streak"], ["history"], []):
        assert coach(*args).code == 0
    assert not coach.home.exists()


def test_show_as_json(coach: Coach) -> None:
    """A routine as JSON has its steps, and in them its moves with their starts."""
    shown = json.loads(coach("show", "quick", "--json").out)
    assert shown["steps"][1]["moves"][0]["start"] == 15
    assert set(shown["steps"][0]) >= {"title", "zone", "seconds", "moves"}
