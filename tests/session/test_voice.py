"""What is heard: the bell only where there is a terminal, the voice through its input and never a shell."""

from __future__ import annotations

import time
from pathlib import Path

from facecoach.processes import Helper
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.voice import TEXT, Voice, find_voice, words
from world import Coach

SHORT = "name: Short\nsteps:\n  - {zone: jaw, for: 4s, cue: Go}\n"


def test_bell_in_a_terminal(coach: Coach) -> None:
    """A terminal rings at the start of a move, at its last three seconds and at the end; `--sound none` is silent."""
    path = coach.write("short.yaml", SHORT)
    assert coach("run", path, "--lead-in", "0", "--plain", terminal=(80, 24)).out.count("\a") == 5
    assert "\a" not in coach("run", path, "--sound", "none", terminal=(80, 24)).out


def test_no_bell_in_a_pipe(coach: Coach) -> None:
    """No control code reaches a pipe, as lines or as events."""
    path = coach.write("short.yaml", SHORT)
    for mode in ("--plain", "--json"):
        assert not set(coach("run", path, mode).out) & {"\a", "\x1b"}


def test_voice_reads_its_input(tmp_path: Path) -> None:
    """Text reaches the voice on standard input: neither quotes nor dollars nor dashes are anything but text."""
    heard, voice = tmp_path / "heard", tmp_path / "voice"
    voice.write_text(f'#!/bin/sh\ncat > "{heard}"\n')
    voice.chmod(0o700)
    speaking = Voice((str(voice), "--stdin"), Helper)
    speaking.say('-x "$(touch nowhere)"; `id`')
    deadline = time.monotonic() + 10
    while not (heard.exists() and heard.read_text()) and time.monotonic() < deadline:
        time.sleep(0.01)
    speaking.hush()
    assert heard.read_text() == '-x "$(touch nowhere)"; `id`'


def test_what_is_said() -> None:
    """The voice speaks title and cue of a move, counts the repetitions, and says when to let go and switch sides."""
    step = {"zone": "jaw", "title": "Hinge", "reps": 2, "hold": 5, "rest": 6, "cue": "Open.", "side": "each"}
    line = laid_out(Routine.model_validate({"name": "test", "steps": [step]}))
    said = [words(cue, line.legs[0]) for cue in line.cues if cue.kind != "tick"]
    assert said == ["Hinge. Open.", "Let go", "Switch sides", "2", "Done"]


HELD = "name: Held\nchange: 3s\nsteps:\n" + 2 * "  - {zone: jaw, reps: 3, hold: 4s, rest: 3s, title: A, cue: Open}\n"


def test_told_while_the_shape_is_formed(coach: Coach) -> None:
    """With a change-over the title and cue are spoken in it, and in the lead-in before the first step."""
    coach.voice = "/bin/espeak-ng"
    coach("run", coach.write("held.yaml", HELD), "--voice")
    assert coach.said[:4] == ["A. Open", "Now", "Let go", "2"]
    assert coach.said.count("A. Open") == coach.said.count("Now") == 2


def test_no_count_cuts_a_cue_off(coach: Coach) -> None:
    """While a cue is still being spoken, its start, counts and letting go are left unsaid; the next move is not."""
    coach.voice, coach.drawling = "/bin/espeak-ng", True
    coach("run", coach.write("held.yaml", HELD), "--voice")
    assert coach.said == ["A. Open", "A. Open", "Done"]


def test_first_voice_found() -> None:
    """The system's own voice is taken first, and none is no failure."""
    assert find_voice(lambda name: f"/bin/{name}" if name in ("espeak", "spd-say") else None) == (
        "/bin/spd-say",
        "--wait",
        "--",
        TEXT,
    )
    assert find_voice(lambda _: None) is None


def test_broken_voice_is_silent() -> None:
    """A voice that cannot start fails no session."""
    Voice(("/nowhere/voice",), Helper).say("hello")
