"""`show` in a terminal: one small face a step, with the zone lit that it works."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facecoach.face.album import Album
from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.screen.pages.strip import scenes, strip_lines
from facecoach.screen.picture import Look
from facecoach.screen.spans import width, worded
from world import Coach

HALVES = set("▀▄")
LOOK = Look("half", "mannequin")


def bundled_one(name: str) -> Routine:
    """Return a bundled routine."""
    return Library(bundled(), bundled()).load(name).routine


@pytest.mark.parametrize(("columns", "rows"), [(80, 3), (100, 2), (200, 1)])
def test_rows(columns: int, rows: int) -> None:
    """Seven faces stand three abreast at 80 columns, four at 100, all at 200, and no line is too wide."""
    lines = list(strip_lines(bundled_one("morning"), columns, LOOK))
    assert sum(" at " in worded(line) for line in lines) == rows
    assert max(width(line) for line in lines) <= columns


def test_captions() -> None:
    """Each face has its title, its length and its start beneath."""
    told = map(worded, strip_lines(bundled_one("morning"), 80, LOOK))
    lines = [line.split("▍") for line in told if "▍" in line]
    titles, times, *_ = [[cell.strip() for cell in line[1:]] for line in lines]
    assert titles == ["Prep", "Neck and décolletage", "Jawline and chin"]
    assert times == ["1:00  at 0:00", "1:00  at 1:00", "2:00  at 2:00"]


@pytest.mark.parametrize("name", ["morning", "classics", "gua-sha", "eyes"])
def test_lit(name: str) -> None:
    """Each step shows its own zone, lit: its picture is not that of a plain face."""
    routine, album = bundled_one(name), Album(24, 12)
    for step, scene in zip(routine.steps, scenes(routine), strict=True):
        assert scene.zones == (() if step.zone == "face" else (step.zone,))
        unlit = replace(scene, zones=())
        assert (album.frame(scene, 0) != album.frame(unlit, 0)) == (step.zone != "face")


def test_only_in_a_terminal(coach: Coach) -> None:
    """A terminal gets the strip, a pipe does not, nor one too narrow for two faces."""
    assert HALVES & set(coach("show", "quick", terminal=(80, 24)).out)
    assert not HALVES & set(coach("show", "quick").out)
    assert not HALVES & set(coach("show", "quick", terminal=(47, 24)).out)


def test_place_of_its_own() -> None:
    """A step whose stroke lights a place within its zone is shown with that, its stroke at rest."""
    step = {"zone": "inside-mouth", "for": "30s", "cue": "Rest", "title": "Tongue"}
    routines = [
        Routine.model_validate({"name": "Two", "steps": [step | more, step | more]})
        for more in ({}, {"stroke": "tongue-up"}, {"stroke": "tongue-circle"})
    ]
    plain, palate, cheeks = (list(strip_lines(routine, 80, LOOK)) for routine in routines)
    assert plain == cheeks != palate
