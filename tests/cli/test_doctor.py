"""`doctor`: what is wrong is found, named and mended."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from facecoach.doctor import Terminal, check_terminal, check_voice
from lines import line, session
from world import Coach

GOOD = f"{json.dumps(session('2026-11-20'))}\n"


def remarks(coach: Coach, *args: str) -> list[dict[str, str]]:
    """Return the findings as scripts read them."""
    return json.loads(coach("doctor", "--json", *args).out)  # type: ignore[no-any-return]  # a list of remarks


def wrong(coach: Coach) -> list[tuple[str, str]]:
    """Return the area and the mending command of what is wrong."""
    return [(one["area"], one["mend"]) for one in remarks(coach) if one["severity"] == "wrong"]


def test_all_in_order(coach: Coach) -> None:
    """On a new machine nothing is wrong, and looking makes nothing."""
    result = coach("doctor")
    assert (result.code, coach.home.exists()) == (0, False)
    assert "Everything is in order" in result.out


def test_damaged_line(coach: Coach) -> None:
    """A damaged line is wrong, and is named with its place and its cure."""
    coach.write("journal.jsonl", GOOD + "damaged\n" + GOOD)
    result = coach("doctor")
    assert result.code == 1
    assert "journal.jsonl:2" in result.out
    assert "facecoach doctor --fix" in result.out


def test_fix(coach: Coach) -> None:
    """`--fix` mends the journal, says what it did, and then nothing is wrong."""
    path = Path(coach.write("journal.jsonl", GOOD + "damaged\n" + GOOD))
    result = coach("doctor", "--fix")
    assert result.code == 0
    assert "1 damaged line moved to journal.damaged.txt, 2 kept" in result.out
    assert path.read_text(encoding="utf-8") == GOOD + GOOD
    assert len(list(coach.home.glob("journal.jsonl.bak-*"))) == 1


def test_fix_without_a_fault(coach: Coach) -> None:
    """Where nothing is wrong `--fix` leaves every byte alone."""
    path = Path(coach.write("journal.jsonl", GOOD.rstrip()))
    assert coach("doctor", "--fix").code == 0
    assert (path.read_text(encoding="utf-8"), len(list(coach.home.iterdir()))) == (GOOD.rstrip(), 1)


def test_records_worth_a_note(coach: Coach) -> None:
    """Unknown types, records ahead, records without sense and a last line without end are notes, not faults."""
    odd = [line("mood", "2026-11-20"), session("2027-01-01", "ahead"), session("2026-11-20", "odd", seconds="x")]
    coach.write("journal.jsonl", "\n".join(json.dumps(record) for record in odd))
    notes = " ".join(one["message"] for one in remarks(coach) if one["severity"] == "note")
    assert wrong(coach) == []
    assert all(word in notes for word in ("`mood`", "ahead", ": odd", "no end"))


def test_journal_is_a_folder(coach: Coach) -> None:
    """A journal that is a folder is wrong, and `--fix` breaks nothing."""
    coach.write("journal.jsonl/inside", "")
    assert [area for area, _ in wrong(coach)] == ["journal"]
    assert coach("doctor", "--fix").code == 1
    assert (coach.home / "journal.jsonl/inside").exists()


def test_routine_that_does_not_load(coach: Coach) -> None:
    """A routine with a fault is wrong, and `check` is the way to it."""
    path = coach.write("routines/bad.yaml", "name: Bad\nsteps:\n  - {zone: jwa, for: 1s, cue: x}\n")
    assert wrong(coach) == [("routines", f"facecoach check {path}")]


def test_settings_that_do_not_hold(coach: Coach) -> None:
    """A fault in the settings is wrong and is named with its place."""
    coach.write("settings.yaml", "sound: gong\n")
    (found,) = [one for one in remarks(coach) if one["severity"] == "wrong"]
    assert found["area"] == "settings"
    assert found["place"].endswith("settings.yaml:1:8")


def test_home_is_a_file(coach: Coach) -> None:
    """A file in the way of the folder is wrong."""
    coach.home.write_text("", encoding="utf-8")
    assert ("folders", f"mv {coach.home} {coach.home}.old") in wrong(coach)


def test_session_left_behind(coach: Coach) -> None:
    """What cannot be read of a session is wrong, and `--fix` moves it aside."""
    coach.write("running.json", "{")
    assert wrong(coach) == [("running", "facecoach doctor --fix")]
    assert coach("doctor", "--fix").code == 0
    assert len(list(coach.home.glob("running.damaged-*"))) == 1


@pytest.mark.parametrize(
    ("terminal", "severities"),
    [
        (Terminal(True, 100, 30, "truecolor", "utf-8"), ["fine"]),
        (Terminal(True, 40, 10, "truecolor", "UTF-8"), ["note"]),
        (Terminal(True, 100, 30, "truecolor", "cp1252"), ["wrong", "fine"]),
        (Terminal(False, 80, 24, "truecolor", "utf8"), ["note"]),
    ],
)
def test_terminal(terminal: Terminal, severities: list[str]) -> None:
    """An encoding without marks is wrong; a small terminal or none is a note."""
    assert [remark.severity for remark in check_terminal(terminal)] == severities


@pytest.mark.parametrize(
    ("env", "told"),
    [
        ({"NO_COLOR": "1"}, "no colour, as NO_COLOR asks"), ({}, "truecolor"), ({"COLORTERM": ""}, "256 colours"),
        ({"COLORTERM": "", "TERM": "vt100"}, "16 colours"),
    ],
)  # fmt: skip
def test_colours(coach: Coach, env: dict[str, str], told: str) -> None:
    """The colours that the environment promises are told in words."""
    coach.env = env
    assert told in coach("doctor", terminal=(80, 24)).out


def test_voice() -> None:
    """A voice is named; none is a note."""
    assert next(check_voice("/bin/say")).place.startswith("/bin/")
    assert [remark.severity for remark in check_voice("")] == ["note"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions of files")
def test_unreadable_journal(coach: Coach) -> None:
    """A journal that may not be read is wrong, and the command that opens it is named."""
    path = Path(coach.write("journal.jsonl", GOOD))
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        assert ("journal", f"chmod u+rw {path}") in wrong(coach)
    finally:
        path.chmod(0o600)


def test_conflict_copies(coach: Coach) -> None:
    """A copy that syncing left is a note with its cure, and `--fix` folds it in and says so; the streak is the same."""
    coach.write("journal.jsonl", GOOD)
    coach.write("journal (conflicted copy).jsonl", GOOD + f"{json.dumps(session('2026-11-19', 'other'))}\n")
    before = coach("streak", "--json").out
    (note,) = [one for one in remarks(coach) if "copy" in one["message"]]
    assert (note["severity"], note["mend"]) == ("note", "facecoach doctor --fix")
    assert "1 line of journal (conflicted copy).jsonl" in coach("doctor", "--fix").out
    assert coach("streak", "--json").out == before
    assert [one for one in remarks(coach, "--fix") if "copy" in one["message"]] == []
    assert len((coach.home / "journal.jsonl").read_text(encoding="utf-8").splitlines()) == 2
