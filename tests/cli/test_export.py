"""`export`: as what a routine is written, where to, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from world import Coach

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
        (("x.txt",), "let the name end in `.html` or `.png`"),
        (("x.htm",), "did you mean `.html`?"),
        (("x",), "let its name end in `.html` or `.png`"),
        (("-",), "add `--as html`"),
        (("-", "--as", "doc"), "it may be `.html` or `.png`"),
    ],
)
def test_a_form_that_is_none_is_wrong_usage(coach: Coach, args: tuple[str, ...], told: str) -> None:
    """What no writer is for is told with those that there are."""
    result = coach("export", "short", *args)
    assert result.code == 2
    assert told in " ".join(result.err.split())


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
