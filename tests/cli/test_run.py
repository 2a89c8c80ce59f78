"""`run`: a session from the command line to the journal."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from facecoach.session.command import Command
from world import Coach

SHORT = "name: Short\nsteps:\n  - {zone: jaw, for: 3s, cue: Let the teeth part}\n"
LONG = "name: Long\nsteps:\n  - {zone: jaw, for: 60s, cue: Circle}\n  - {zone: neck, for: 60s, cue: Glide}\n"


def events(out: str) -> list[dict[str, object]]:
    """Return the JSON objects of an output, one a line."""
    return [json.loads(line) for line in out.splitlines()]


def test_three_seconds_count(coach: Coach) -> None:
    """A short routine that reaches its end is in the journal once, and the day counts."""
    assert coach("run", coach.write("short.yaml", SHORT)).code == 0
    (record,) = coach.records
    assert (record["outcome"], record["seconds"], record["zones"], record["day"]) == (
        "completed",
        3,
        {"jaw": 3},
        "2026-11-20",
    )
    state = json.loads(coach("streak", "--json").out)
    assert (state["current"], state["state"]) == (1, "done")


def test_rehearsal_is_never_logged(coach: Coach) -> None:
    """A rehearsal walks all seven steps and leaves nothing behind."""
    result = coach("run", "morning", "--speed", "60", "--plain")
    assert [f"{step}/7" in result.out for step in range(1, 8)] == [True] * 7
    assert (result.code, coach.home.exists()) == (0, False)


def test_after_midnight_counts_for_the_evening(coach: Coach) -> None:
    """A session at half past one counts for the day before."""
    night = coach.at(coach.now.replace(hour=1, minute=30))
    night("run", coach.write("short.yaml", SHORT))
    assert coach.records[0]["day"] == "2026-11-19"


def test_slow_rehearsal_gets_on(coach: Coach) -> None:
    """A rehearsal slower than life is no gap."""
    result = coach("run", coach.write("short.yaml", SHORT), "--speed", "0.2", "--json")
    assert [event["event"] for event in events(result.out)] == ["start", "move", "end"]


def test_mute_is_silent(coach: Coach) -> None:
    """m silences the bell from then on."""
    path = coach.write("short.yaml", SHORT)
    loud = coach("run", path, "--plain", keys=[], terminal=(80, 24)).out.count("\a")
    assert coach("run", path, "--plain", keys=[(0.5, Command.MUTE)], terminal=(80, 24)).out.count("\a") == 0 < loud


def test_no_log(coach: Coach) -> None:
    """`--no-log` plays without writing."""
    assert coach("run", coach.write("short.yaml", SHORT), "--no-log").code == 0
    assert coach.records == []


def test_boundaries_are_exact(coach: Coach) -> None:
    """Ten minutes of late looks move no boundary: each event carries its own place on the line."""
    found = [event for event in events(coach("run", "morning", "--json", late=0.04).out) if event["event"] == "move"]
    assert found[0]["at"] == 0
    assert all(one["at"] + one["seconds"] == two["at"] for one, two in pairwise(found))  # type: ignore[operator]  # numbers
    assert found[-1]["at"] + found[-1]["seconds"] == 600  # type: ignore[operator]  # numbers


def test_events(coach: Coach) -> None:
    """As JSON a session is its start, its moves with step, title, zone, seconds and cue, and its end."""
    found = events(coach("run", coach.write("short.yaml", SHORT), "--json").out)
    assert [event["event"] for event in found] == ["start", "move", "end"]
    assert found[1] == {
        "event": "move",
        "at": 0,
        "step": 1,
        "title": "Jaw",
        "zone": "jaw",
        "seconds": 3,
        "cue": "Let the teeth part",
    }
    assert found[2]["outcome"] == "completed"


CHANGING = "name: C\nchange: 6s\nsteps:\n" + "".join(f"  - {{zone: {z}, for: 12s, cue: Go}}\n" for z in ("jaw", "neck"))


def test_change_over_is_told_and_not_counted(coach: Coach) -> None:
    """Before each step but the first its change-over is an event and a line; the session lasts as long as its moves."""
    path = coach.write("c.yaml", CHANGING)
    told = [json.loads(line) for line in coach("run", path, "--json").out.splitlines()]
    (change,) = [event for event in told if event["event"] == "change"]
    assert (change["at"], change["step"], change["zone"], change["seconds"], change["cue"]) == (12, 2, "neck", 6, "Go")
    assert told[-1]["seconds"] == 24
    assert "Next, in 6 s: Neck. Go" in coach("run", path).out


@pytest.mark.parametrize(("args", "seconds"), [(["--change", "0"], None), (["--change", "15"], 15), ([], 6)])
def test_change_over_of_ones_own(coach: Coach, args: list[str], seconds: int | None) -> None:
    """`--change` overrides what the routine says; 0 leaves it out."""
    out = coach("run", coach.write("c.yaml", CHANGING), "--json", *args).out
    found = [event["seconds"] for event in map(json.loads, out.splitlines()) if event["event"] == "change"]
    assert found == ([seconds] if seconds else [])


def test_lines_tell_the_whole_story(coach: Coach) -> None:
    """As lines, a session tells doses, sides, switches and change-overs."""
    told = coach("run", "classics", "--plain").out
    assert "Brow Stretch, between the brows, 35 s, 5 times, 5 s each: Index fingers" in told
    assert "The Whistler, part two, cheeks, 24 s, 12 times: Small O" in told
    assert told.count("Next, in 6 s: ") == 5
    evening = coach("run", "evening", "--plain").out
    assert "40 s, left side: One side at a time" in evening
    assert "Switch sides: right" in evening


def test_pause_and_resume_are_events(coach: Coach) -> None:
    """A pause takes no session time: what follows is where it would have been."""
    keys = [(6.0, Command.PAUSE), (7.5, Command.PAUSE)]
    found = events(coach("run", coach.write("short.yaml", SHORT), "--json", keys=keys).out)
    assert [(event["event"], event["at"]) for event in found] == [
        ("start", 0),
        ("move", 0),
        ("pause", 1),
        ("resume", 1),
        ("end", 3),
    ]


@pytest.mark.parametrize(
    ("command", "code"),
    [(Command.INTERRUPT, 130), (Command.TERMINATE, 143), (Command.HANG_UP, 129), (Command.CLOSED, 3)],
)
def test_left_early(coach: Coach, command: Command, code: int) -> None:
    """Whoever leaves after ten seconds keeps a partial session, with the zones worked so far."""
    result = coach("run", coach.write("long.yaml", LONG), "--lead-in", "0", keys=[(70.0, command)])
    (record,) = coach.records
    assert (result.code, record["outcome"], record["zones"]) == (code, "partial", {"jaw": 60, "neck": 10})


def test_q_asks_once(coach: Coach) -> None:
    """q and q again leave with code 3; under ten seconds nothing is written."""
    keys = [(2.0, Command.LEAVE), (3.0, Command.LEAVE)]
    result = coach("run", coach.write("long.yaml", LONG), "--lead-in", "0", keys=keys)
    assert (result.code, coach.records) == (3, [])


def test_from_a_step(coach: Coach) -> None:
    """`--from` starts at a step, and half of the routine worked still counts; a step past the last is wrong usage."""
    result = coach("run", "quick", "--from", "4", "--plain")
    assert "4/6" in result.out
    assert "1/6" not in result.out
    assert coach.records[0]["outcome"] == "completed"
    assert coach("run", "quick", "--from", "7").code == 2


def test_unwritable_journal_is_said_before(coach: Coach) -> None:
    """A journal that cannot be written is reported before the session starts, not after it."""
    coach.write("journal.jsonl/in-the-way", "")
    result = coach("run", "quick")
    assert (result.code, result.out) == (1, "")
    assert "cannot be" in result.err


def test_suggestion_by_the_hour(coach: Coach) -> None:
    """Without a name the hour chooses: desk at noon."""
    assert events(coach("run", "--json").out)[0]["routine"] == "desk"


def test_no_voice_is_a_note(coach: Coach) -> None:
    """A machine without a voice says so and goes on."""
    result = coach("run", coach.write("short.yaml", SHORT), "--voice")
    assert result.code == 0
    assert "no voice" in result.err


@pytest.mark.parametrize(
    "args", [["--speed", "0"], ["--lead-in", "-1"], ["--lead-in", "61"], ["--from", "0"], ["--sound", "gong"]]
)
def test_out_of_range_is_wrong_usage(coach: Coach, args: list[str]) -> None:
    """Values out of range are wrong usage, and the message names what is in range."""
    result = coach("run", "quick", *args)
    assert result.code == 2
    assert " to " in result.err or "bell" in result.err


def test_hostile_text_stays_text(coach: Coach) -> None:
    """Markup in a cue is shown as it is written, and control characters in a file are refused."""
    path = coach.write("odd.yaml", 'name: "[bold]x[/bold]"\nsteps:\n  - {zone: jaw, for: 1s, cue: "[red]$(id)"}\n')
    assert "[red]$(id)" in coach("run", path).out
    assert coach("run", coach.write("bad.yaml", SHORT.replace("teeth", "\x1b[2J"))).code == 1
    quoted = coach("run", coach.write("esc.yaml", SHORT.replace("Let the teeth part", '"\\e[2Jgone"')))
    assert "\x1b[2J" not in quoted.out + quoted.err
