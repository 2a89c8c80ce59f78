"""Faults that were mended, each with the rule it broke."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facecoach.session.command import Command
from lines import session
from world import NOON, Coach

STEPS = "[{zone: jaw, for: 3s, cue: Let go}]"
CAUTIOUS = f"name: Careful\navoid_if: [jaw-locked]\nsteps: {STEPS}\n"


@pytest.mark.parametrize("head", [f"{{name: A, daily: 3, steps: {STEPS}}}", f"name: A\n'daily': \"3\"\nsteps: {STEPS}"])
def test_dose_in_any_style(coach: Coach, head: str) -> None:
    """A dose counts however the file is written."""
    coach.write("routines/three.yaml", head)
    coach("run", "three")
    assert json.loads(coach("streak", "--json").out)["quota"] == [{"routine": "three", "done": 1, "of": 3}]


def test_doctor_counts_days_as_the_journal_does(coach: Coach) -> None:
    """A session that a later start of the day puts after today is named."""
    coach("log", "quick")
    coach.at(NOON.replace(hour=13))("goal", "--day-starts", "23:59")
    assert "dated after today" in coach.at(NOON.replace(hour=14))("doctor").out


def test_no_c1_code_in_json(coach: Coach) -> None:
    """Codes that some terminals obey are escaped in every JSON."""
    told = coach("run", coach.write("odd.yaml", f'name: "\\x9b31m"\nsteps: {STEPS}'), "--json").out
    coach.write("journal.jsonl", json.dumps(session("2026-11-20", name="\x9b31m"), ensure_ascii=False) + "\n")
    told += coach("history", "--json").out + coach("history", "--csv").out + coach("history").out
    assert not {char for char in told if 0x7F <= ord(char) < 0xA0}


@pytest.mark.parametrize("lead", ["0", "5"])
@pytest.mark.parametrize("terminal", [None, (100, 30), (60, 16)])
def test_caution_without_a_lead_in(coach: Coach, lead: str, terminal: tuple[int, int] | None) -> None:
    """A routine's cautions are shown with a lead-in and without."""
    path = coach.write("careful.yaml", CAUTIOUS)
    result = coach("run", path, "--lead-in", lead, terminal=terminal, keys=[] if terminal else None)
    assert "Not with jaw locked" in result.out


def test_unknown_study_is_a_fault(coach: Coach) -> None:
    """A key of no study is an error, with the way to the list."""
    result = coach("check", coach.write("a.yaml", f"name: A\nevidence: [E99]\nsteps: {STEPS}"))
    assert result.code == 1
    assert "unknown study `E99`" in result.out
    assert "facecoach learn evidence" in result.out


def test_logged_when_it_was(coach: Coach) -> None:
    """A session logged for the present minute began then, and has not ended in the future."""
    coach.at(NOON.replace(second=30))("log", "morning", "--at", "12:00")
    (record,) = coach.records
    assert (record["started"][11:19], record["ended"][11:19]) == ("12:00:00", "12:00:30")


def test_json_before_the_command(coach: Coach) -> None:
    """`--json` in front of a command is the command's own."""
    assert json.loads(coach("--json", "streak").out)["state"] == "none"
    assert coach("--json", "undo").code == 2


def test_hints_quote_paths(coach: Coach) -> None:
    """What the doctor prints can be pasted, also where a path has spaces."""
    path = coach.write("routines/two words.yaml", "name: [")
    assert f"facecoach check '{path}'" in coach("doctor").out


def test_notes_cannot_steer_a_terminal(coach: Coach) -> None:
    """A note shows a path as text, whatever its bytes."""
    coach.write("journal\x1b[2J.jsonl", "damaged\n")
    told = coach("streak").err
    assert "damaged line" in told
    assert "\x1b" not in told


def test_default_pressure_is_light(coach: Coach) -> None:
    """A move that does not say how firm it is counts as light, which is too firm for who bruises easily."""
    path = coach.write("soft.yaml", "name: A\nsteps: [{zone: jaw, for: 3s, cue: Circle, technique: friction}]\n")
    feather = coach.write("feather.yaml", Path(path).read_text().replace("friction", "friction, pressure: feather"))
    coach("safety", "add", "bruises-easily")
    assert [coach("run", name, "--no-log").code for name in (path, feather)] == [1, 0]


def test_a_journal_that_cannot_be_written_is_no_session(coach: Coach) -> None:
    """Where the record could not be written the session does not begin."""
    coach.home.write_text("a file where the folder should be")
    result = coach("run", "quick")
    assert (result.code, result.out) == (1, "")
    assert "cannot be written" in result.err


def test_voice_speaks_in_a_session(coach: Coach) -> None:
    """With `--voice` the cue is spoken; v turns it off and on."""
    coach.voice = "/bin/espeak-ng"
    steps = "".join(f"  - {{zone: jaw, title: T{number}, for: 9s, cue: Cue {number}}}\n" for number in range(4))
    path = coach.write("four.yaml", f"name: Four\nsteps:\n{steps}")
    keys = [(1.0, Command.VOICE), (12.0, Command.VOICE)]
    coach("run", path, "--lead-in", "0", "--voice", keys=keys)
    assert coach.said == ["T0. Cue 0", "T2. Cue 2", "T3. Cue 3", "Done"]


def test_a_skip_to_the_end_is_told(coach: Coach) -> None:
    """A skip past the last move ends the session with its closing words."""
    coach.voice = "/bin/espeak-ng"
    path = coach.write("one.yaml", "name: One\nsteps: [{zone: jaw, for: 20s, cue: Go}]\n")
    result = coach("run", path, "--lead-in", "0", "--voice", "--plain", keys=[(12.0, Command.NEXT)])
    assert coach.said[-1] == "Done"
    assert " 0:20  Done" in result.out
