"""Pages that are longer than the screen are read in a pager, and nothing else is."""

from __future__ import annotations

import json
import os
import signal
import stat
from pathlib import Path

import pytest

from facecoach.cli.paging import DEFAULT, high, pager
from lines import diary
from terminal import Terminal, terminal
from world import Coach

LONG = [
    "learn techniques",
    "safety",
    "history",
    "show morning",
    "list --exercises",
    "streak --explain",
    "zones",
    "list",
]
TALL = (80, 500)


@pytest.fixture
def reader(coach: Coach) -> Coach:
    """Return a coach with a pager and sixty days behind it."""
    coach.less = True
    coach.write("journal.jsonl", "".join(f"{json.dumps(one)}\n" for one in diary("x" * 60)))
    return coach


@pytest.mark.parametrize("command", LONG)
def test_long_pages_are_paged(reader: Coach, command: str) -> None:
    """A page that does not fit goes to the pager whole, and only there."""
    result = reader(*command.split(), terminal=(60, 16))
    assert (result.code, result.out, len(reader.read)) == (0, "", 1)
    assert reader.read[0].count("\n") >= 16


@pytest.mark.parametrize("command", LONG)
def test_what_fits_is_shown(reader: Coach, command: str) -> None:
    """A page that fits is shown as it is."""
    assert reader(*command.split(), terminal=TALL).out
    assert reader.read == []


@pytest.mark.parametrize("command", [*LONG, "history --json", "learn techniques --json", "streak --explain --json"])
def test_a_pipe_is_never_paged(reader: Coach, command: str) -> None:
    """Neither a pipe nor JSON nor a dumb terminal is ever paged."""
    assert reader(*command.split()).out
    if "--json" in command:
        assert reader(*command.split(), terminal=(60, 16)).out
    reader.env["TERM"] = "dumb"
    assert reader(*command.split(), terminal=(60, 16)).out
    assert reader.read == []


def test_a_program_in_the_background_pages_nothing(reader: Coach) -> None:
    """Where the terminal belongs to another program, no pager takes it."""
    reader.attended = False
    assert reader("safety", terminal=(60, 16)).out
    assert reader.read == []


@pytest.mark.parametrize("wish", ["", "   ", "missing", "missing -R", 'less "'])
def test_without_a_pager(reader: Coach, wish: str) -> None:
    """An empty, broken or missing pager leaves a page as it is."""
    reader.env["PAGER"] = wish
    result = reader("safety", terminal=(60, 16))
    assert (result.code, "glaucoma" in result.out, reader.read) == (0, True, [])


@pytest.mark.parametrize(
    ("env", "there", "command"),
    [
        ({}, True, DEFAULT), ({}, False, ()), ({"PAGER": "most -s"}, True, ("most", "-s")), ({"PAGER": ""}, True, ()),
    ],
)  # fmt: skip
def test_whose_pager(env: dict[str, str], there: bool, command: tuple[str, ...]) -> None:
    """$PAGER is the pager, `less` where nothing is wished for and it is there."""
    assert pager(env, lambda name: f"/bin/{name}" if there else None) == command


def test_height_is_what_is_seen() -> None:
    """A row that is wider than the screen counts as the rows it fills; codes have no width."""
    assert high("a\n\n" + "b" * 21 + "\n", 10) == 5
    assert high("\x1b[1;38;2;1;2;3mten cells.\x1b[0m\n", 10) == 1


def test_explained_days_are_read_newest_first(reader: Coach) -> None:
    """In a pager every day is there, and the newest is seen at once."""
    reader("streak", "--explain", terminal=(60, 16))
    days = [row for row in reader.read[0].split("\n") if "2026-" in row]
    assert (len(days), "2026-11-20" in days[0]) == (60, True)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with a program in it that pages and says so; skipped where there are no pseudo-terminals."""
    if os.name == "nt":
        pytest.skip("pseudo-terminals are a Unix thing")
    script = tmp_path / "page"
    script.write_text(
        "#!/bin/sh\nstty -echo\ntrap 'stty echo; exit 0' TERM INT\ncat\necho READ\nwhile :; do sleep 0.05; done\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return tmp_path


def paged(home: Path, term: Terminal) -> None:
    """Wait until the pager has shown all and waits itself."""
    assert b"READ" in term.read(20, until=b"READ")


def test_ctrl_c_in_the_pager_is_no_error(home: Path) -> None:
    """Ctrl-C ends the pager, not the program, and what it ended leaves the terminal as it was."""
    with terminal(home, "safety", size=(60, 16), env={"PAGER": str(home / "page")}) as term:
        paged(home, term)
        term.type("\x03")
        term.wait(10)
        assert (term.status, term.clean) == (0, True)


def test_term_ends_the_pager_first(home: Path) -> None:
    """A signal that ends the program ends its pager before, so that the terminal is left as it was."""
    with terminal(home, "safety", size=(60, 16), env={"PAGER": str(home / "page")}) as term:
        paged(home, term)
        term.signal(signal.SIGTERM)
        term.wait(10)
        assert (term.status, term.clean) == (-signal.SIGTERM, True)


def test_a_pager_that_stops_reading(home: Path) -> None:
    """A pager that is left before the end is no error."""
    with terminal(home, "safety", size=(60, 16), env={"PAGER": "head -n 1"}) as term:
        shown = term.read(20, until=b"\n")
        term.wait(10)
        assert (term.status, b"\n" in shown) == (0, True)


def test_cat_is_a_pager(home: Path) -> None:
    """PAGER=cat shows a page as it is."""
    with terminal(home, "safety", size=(60, 16), env={"PAGER": "cat"}) as term:
        shown = term.read(20, until=b"records what is so")
        term.wait(10)
        assert (term.status, b"glaucoma" in shown) == (0, True)
