"""The routines as a table: grouped, nothing cut off, and quiet about what is ruled out."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.colours import ZONE_TINTS
from facecoach.screen.pages.shelf import TIMES
from facecoach.screen.tiles import tiles
from world import Coach

OWN = "name: A name that is as long as people may give to a routine\nwhen: {}\nsteps:\n{}"
STEPS = "".join(f"  - {{zone: {zone}, for: 10s, cue: Let it be}}\n" for zone in ZONES)


def rows(coach: Coach, columns: int = 80) -> list[str]:
    """Return the table as a terminal so wide and very high shows it."""
    return coach("list", terminal=(columns, 200)).screen(columns, 200)


def row(coach: Coach, routine: str, columns: int = 80) -> str:
    """Return the line of a routine."""
    return next(one for one in rows(coach, columns) if f" {routine} " in one)


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 200])
def test_nothing_is_cut_off(coach: Coach, columns: int) -> None:
    """However narrow, every word of every routine is there, and nothing is wider than the terminal."""
    coach.write("routines/mine.yaml", OWN.format("night", STEPS))
    coach.write(f"routines/{'long-' * 6}name.yaml", OWN.format("night", STEPS))
    shown = coach("list", terminal=(columns, 200)).screen(1000, 200)
    assert max(map(cell_len, shown)) <= columns
    words = " ".join(" ".join(shown).split())
    assert "…" not in words
    for word in ("inside-mouth", "(tongue", "people", "10:00", "night"):
        assert word in words


def test_fits_a_small_terminal(coach: Coach) -> None:
    """The bundled routines, with a header and what the marks mean, leave a line for the prompt on 80x24."""
    coach("log", "quick")
    shown = [one for one in rows(coach) if one]
    assert len(shown) < 23
    assert shown[0].split() == ["when", "routine", "time", "name", "zones"]


def test_groups_follow_the_day(coach: Coach) -> None:
    """Routines stand by time of day, from morning to anytime, and each time of day is named once."""
    coach.write("routines/mine.yaml", OWN.format("night", STEPS))
    found = [one.split()[0] for one in rows(coach) if one.split() and one.split()[0] in TIMES and one[0] != " "]
    assert found == list(TIMES)
    assert rows(coach).index(row(coach, "mine")) > rows(coach).index(row(coach, "evening"))


def test_what_was_done_today_is_marked(coach: Coach) -> None:
    """A routine done today is marked, one whose dose is begun has a mark of its own, and both are explained."""
    coach("log", "quick")
    coach("log", "classics")
    coach("log", "desk", "--on", "yesterday")
    assert [row(coach, name).split(name)[0].split()[-1:] for name in ("quick", "classics")] == [["●"], ["◐"]]
    assert "● done today   ◐ begun today" in rows(coach)
    assert "●" not in row(coach, "desk")
    assert "done today" not in " ".join(rows(coach.at(coach.now.replace(month=12))))


def test_what_is_ruled_out_is_marked(coach: Coach) -> None:
    """What a recorded condition rules out is marked, the rest is not, and the condition is named once."""
    assert "×" not in "".join(rows(coach))
    coach("safety", "add", "active-acne")
    assert ("× quick" in row(coach, "quick"), "×" in row(coach, "desk")) == (True, False)
    assert sum("active acne" in one for one in rows(coach)) == 1


def test_ruled_out_is_quiet(coach: Coach) -> None:
    """What is ruled out has neither colour nor weight."""
    coach("safety", "add", "active-acne")
    line = next(one for one in coach("list", terminal=(80, 200)).out.split("\n") if "quick" in one)
    assert "38;2" not in line.split("quick")[1]


@pytest.mark.parametrize("columns", [80, 100])
def test_zones_shrink_to_letters(coach: Coach, columns: int) -> None:
    """Zones are letters and names where those fit, and letters alone where they do not."""
    assert row(coach, "clench-check", columns).endswith("J jaw")
    assert row(coach, "morning", columns).endswith("C K L J S E T F B")
    assert row(coach, "inside-mouth", 100).endswith("I inside the mouth")


def test_many_zones_stand_side_by_side() -> None:
    """More zones than have room apart stand side by side, so that none is left out."""
    assert "".join(text for text, _ in tiles(ZONES, 17)) == "".join(
        ZONE_TINTS[zone.name].mark for zone in ZONES.values()
    )


def test_marks_differ() -> None:
    """Each zone has a letter of its own."""
    assert sorted(ZONE_TINTS) == sorted(ZONES)
    assert len({tint.mark for tint in ZONE_TINTS.values()}) == len(ZONES)


def test_a_pipe_gets_a_line_each(coach: Coach) -> None:
    """Into a pipe each routine is one line that begins with its name, whatever was done or ruled out."""
    before = coach("list").out
    coach("log", "quick")
    coach("safety", "add", "active-acne")
    assert coach("list").out == before
    names = [line.split()[0] for line in before.split("\n\n")[0].split("\n")]
    assert names == sorted(names)
    assert len(names) == 17


def test_exercises_are_not_cut_off(coach: Coach) -> None:
    """In a terminal an exercise's cue goes on below; in a pipe it is one line."""
    shown = coach("list", "--exercises", terminal=(60, 500)).screen(60, 500)
    assert "…" not in "".join(shown)
    lines = coach("list", "--exercises").out.split("\n\n")[0].split("\n")
    assert len(lines) == 42
    assert all(" ".join(line.split()[3:])[-20:] in " ".join(" ".join(shown).split()) for line in lines[:3])
