"""`export`: as what a routine is written, where to, and what is said of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from world import Coach

FORMS = "`.html`, `.wav`, `.mp3`, `.png`, `.pdf` or `.ics`"
JAW = "name: Jaw\nsteps:\n  - {zone: jaw, for: 20s, cue: Small circles}\n"


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    """Return a coach with a short routine of its own."""
    coach = Coach(tmp_path)
    coach.write("routines/short.yaml", JAW)
    return coach


def test_a_page_is_written_and_told(coach: Coach, tmp_path: Path) -> None:
    """It says what it wrote, how large, and how to get it to a phone."""
    file = tmp_path / "short.html"
    result = coach("export", "short", str(file))
    assert result.code == 0
    assert file.read_bytes().startswith(b"<!doctype html>")
    assert " kB, a page for a phone's browser" in result.err
    assert "to the phone:" in result.err
    assert result.out == ""


def test_a_picture_is_the_one_of_show(coach: Coach, tmp_path: Path) -> None:
    """`.png` is the same page as `show --picture` writes."""
    ours, other = tmp_path / "a.png", tmp_path / "b.png"
    coach("export", "short", str(ours))
    coach("show", "short", "--picture", str(other))
    assert ours.read_bytes() == other.read_bytes()


def test_never_over_a_file(coach: Coach, tmp_path: Path) -> None:
    """A file that is there stays as it is, unless `--force` is given."""
    file = tmp_path / "short.html"
    file.write_text("mine")
    result = coach("export", "short", str(file))
    assert (result.code, file.read_text()) == (1, "mine")
    assert "--force" in result.err
    assert coach("export", "short", str(file), "--force").code == 0
    assert file.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("x.txt",), f"let the name end in {FORMS}"),
        (("x.htm",), "did you mean `.html`?"),
        (("x",), f"let its name end in {FORMS}"),
        (("-",), "add `--as html`"),
        (("-", "--as", "doc"), f"it may be {FORMS}"),
    ],
)
def test_a_form_that_is_none_is_wrong_usage(coach: Coach, args: tuple[str, ...], told: str) -> None:
    """What no writer is for is told with those that there are."""
    result = coach("export", "short", *args)
    assert result.code == 2
    assert told in " ".join(result.err.split())


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("x.html", "--paper", "a4"), "a `.html` takes no `--paper` hint: it is for `.png` and `.pdf`"),
        (("x.pdf", "--no-voice"), "a `.pdf` takes no `--no-voice` hint: it is for `.wav` and `.mp3`"),
        (("x.wav", "--at", "07:30"), "a `.wav` takes no `--at` hint: it is for `.ics`"),
        (("x.png", "--on", "mon"), "a `.png` takes no `--on` hint: it is for `.ics`"),
        (("x.pdf", "--paper", "a5"), "`a5` is not one of `a4`, `letter`"),
        (("x.ics",), "as in `--at 07:30 --on mon,wed,fri`"),
        (("x.ics", "--on", "mon"), "a calendar needs a time of day"),
        (("x.ics", "--at", "24:30"), "from 00:00 to 23:59"),
        (("x.ics", "--at", "7:30", "--on", "none"), "`--on` names no weekday"),
        (("x.ics", "--at", "7:30", "--on", "mnday"), "weekdays are mon, tue, wed"),
        ((), "as in `facecoach export short short.html`"),
        (("x.html", "--habits", "days.zip"), "export one, then the other"),
    ],
)
def test_an_option_that_does_not_fit(coach: Coach, tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    """An option that a form does not take, or that is missing or wrong, is told with what would be right."""
    files = [str(tmp_path / arg) if arg.startswith("x.") else arg for arg in args]
    result = coach("export", "short", *files)
    assert result.code == 2
    assert told in " ".join(result.err.split())
    assert not list(tmp_path.glob("x.*"))


def test_a_file_alone(coach: Coach) -> None:
    """Whoever names the file alone is shown where the routine goes."""
    assert "facecoach export morning my.pdf" in coach("export", "my.pdf").err


def test_a_pipe_takes_the_page(coach: Coach) -> None:
    """Into `-` the page is all that stdout has."""
    result = coach("export", "short", "-", "--as", "html")
    assert result.out.startswith("<!doctype html>")
    assert result.out.rstrip().endswith("</html>")


def test_a_terminal_takes_none(coach: Coach) -> None:
    """Nothing is written on a terminal that could not show it."""
    result = coach("export", "short", "-", "--as", "html", terminal=(80, 24))
    assert result.code == 2


def test_a_folder_that_is_not_there(coach: Coach, tmp_path: Path) -> None:
    """It is told before anything is drawn."""
    result = coach("export", "short", str(tmp_path / "none" / "x.html"))
    assert result.code == 1
    assert "there is no folder" in result.err


def test_what_can_injure_goes_nowhere(coach: Coach, tmp_path: Path) -> None:
    """A routine with what can injure is not written, and each line of it is named; where it goes nothing asks again."""
    coach.write("routines/hard.yaml", JAW.replace("cue:", "pressure: firm, cue:"))
    result = coach("export", "hard", str(tmp_path / "hard.pdf"))
    assert result.code == 1
    assert "FC201" in result.err
    assert "hard.yaml:3" in result.err
    assert not (tmp_path / "hard.pdf").exists()


def test_what_its_author_allows_goes_along(coach: Coach, tmp_path: Path) -> None:
    """A finding that the file allows keeps nothing back."""
    hard = JAW.replace("cue:", "pressure: firm, cue:").replace("}", "} # facecoach: allow FC201")
    coach.write("routines/hard.yaml", hard)
    assert coach("export", "hard", str(tmp_path / "hard.pdf")).code == 0


def test_what_is_only_unwise_is_named(coach: Coach, tmp_path: Path) -> None:
    """Other findings are told, and the file is written."""
    coach.write("routines/dry.yaml", JAW.replace("cue: Small", "technique: glide, cue: Small"))
    result = coach("export", "dry", str(tmp_path / "dry.pdf"))
    assert result.code == 0
    assert "FC204" in result.err


def test_what_rules_it_out_is_told(coach: Coach, tmp_path: Path) -> None:
    """A recorded condition that rules a routine out is told, and the file is written for when that is over."""
    coach("safety", "add", "botox", "--on", "today")
    result = coach("export", "classics", str(tmp_path / "classics.pdf"))
    assert result.code == 0
    assert "`classics` is ruled out by" in result.err
    assert "for when that is over" in result.err


def test_the_line_to_log_is_the_routines_own(coach: Coach) -> None:
    """The page knows the name that `log` takes; a path is written so that a shell reads it as one word."""
    path = coach.write("my own.yaml", JAW)
    assert '"log":"short"' in coach("export", "short", "-", "--as", "html").out
    assert f'"log":"\'{path}\'"' in coach("export", path, "-", "--as", "html").out


def test_settings_pace_the_page(coach: Coach) -> None:
    """The lead-in of the settings is that of the page."""
    coach.write("settings.yaml", "lead_in: 9\n")
    assert '"at":9.0' in coach("export", "short", "-", "--as", "html").out


def test_screening_questions_are_asked_on_the_page(coach: Coach) -> None:
    """A routine that asks before its first time asks on its page."""
    out = coach("export", "inside-mouth", "-", "--as", "html").out
    assert "First: is any of this so?" in out
    assert "Not today with" not in out


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        ("neck ", ["neck.html", "neck.wav", "neck.mp3", "neck.png", "neck.pdf", "neck.ics"]),
        ("neck my.p", ["my.png", "my.pdf"]),
        ("jaw", ["jaw-calm", "jaw-six"]),
    ],
)
def test_completion(tmp_path: Path, begun: str, found: list[str]) -> None:
    """The shell completes routines, and the routine's name with each suffix that fits what was begun."""
    asked = {"_FACECOACH_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"facecoach export {begun}"}
    ran = subprocess.run(
        [sys.executable, "-m", "facecoach"],
        env={**os.environ, "FACECOACH_HOME": str(tmp_path), **asked},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert re.findall(r'"([\w.-]+)"', ran.stdout) == found
