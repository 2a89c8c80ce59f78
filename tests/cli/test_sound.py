"""Tones in a session: played where a player is found, the bell where none is, and never a byte on standard output."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from facecoach.session.command import Command
from world import Coach

SHORT = "name: Short\nsteps:\n  - {zone: jaw, for: 5s, cue: Let the teeth part}\n"
HELD = "name: Held\nsteps:\n  - {zone: jaw, reps: 2, hold: 4s, rest: 2s, cue: Open}\n"


@pytest.fixture
def playing(coach: Coach, tmp_path: Path) -> Coach:
    """Return a coach on whose machine there is a player, and a folder for the files of the day."""
    coach.player = "/bin/pw-play"
    (tmp_path / "day").mkdir()
    coach.env["XDG_RUNTIME_DIR"] = str(tmp_path / "day")
    return coach


def test_tones_of_a_session(playing: Coach) -> None:
    """Every moment sounds as its own, from getting ready to the end."""
    playing("run", playing.write("held.yaml", HELD))
    names = ["ready", "tick", "tick", "last", "move", "release", "hold", "tick", "tick", "last", "done"]
    assert playing.played == [f"{name}-both" for name in names]


def test_nothing_on_standard_output(playing: Coach) -> None:
    """With tones there is neither a bell nor anything else more on the output, and no file afterwards."""
    path = playing.write("short.yaml", SHORT)
    loud = playing("run", path, "--plain", "--no-log", terminal=(80, 24)).out
    assert playing.played
    assert loud == playing("run", path, "--plain", "--no-log", "--sound", "none", terminal=(80, 24)).out
    assert list(Path(playing.env["XDG_RUNTIME_DIR"]).iterdir()) == []


@pytest.mark.parametrize("args", [("--sound", "none"), ("--volume", "0"), ("--sound", "bell", "--volume", "0")])
def test_silence(playing: Coach, args: tuple[str, ...]) -> None:
    """`--sound none` and volume 0 are silence, of tones and bell alike."""
    out = playing("run", playing.write("short.yaml", SHORT), *args, terminal=(80, 24), keys=[]).out
    assert (playing.played, "\a" in out) == ([], False)


def test_the_bell_when_asked_for(playing: Coach) -> None:
    """`--sound bell` rings where there is a player too."""
    out = playing("run", playing.write("short.yaml", SHORT), "--sound", "bell", "--plain", terminal=(80, 24)).out
    assert (playing.played, "\a" in out) == ([], True)


def test_the_bell_without_a_player(coach: Coach) -> None:
    """A machine without a player is no failure: the bell rings, and nothing is said about it."""
    result = coach("run", coach.write("short.yaml", SHORT), "--sound", "tones", "--plain", terminal=(80, 24))
    assert (result.code, result.out.count("\a") > 0, "player" in result.err) == (0, True, False)


def test_the_bell_after_a_crash(playing: Coach) -> None:
    """Where the only player fails the bell takes over."""
    playing.broken = True
    out = playing("run", playing.write("short.yaml", SHORT), "--plain", terminal=(80, 24)).out
    assert (playing.played, out.count("\a")) == (["ready-both"], 8)


def test_muted(playing: Coach) -> None:
    """m silences the tones from then on, and m again lets them be heard."""
    path = playing.write("short.yaml", SHORT)
    playing("run", path, "--lead-in", "0", keys=[(0.5, Command.MUTE)])
    assert playing.played == ["move-both"]
    playing.played.clear()
    playing("run", path, "--lead-in", "0", keys=[(0.5, Command.MUTE), (3.5, Command.MUTE)])
    assert playing.played == ["move-both", "last-both", "done-both"]


def test_muting_is_no_event(playing: Coach) -> None:
    """m tells the speaker and nobody else: it is neither a line nor an event."""
    path = playing.write("short.yaml", SHORT)
    for mode in ("--json", "--plain"):
        loud, quiet = (playing("run", path, mode, "--no-log", keys=keys).out for keys in ([], [(6.0, Command.MUTE)]))
        assert loud == quiet


def test_pause_and_resume(playing: Coach) -> None:
    """A pause falls, going on rises, and nothing ticks between."""
    keys = [(2.4, Command.PAUSE), (8.0, Command.PAUSE)]
    playing("run", playing.write("short.yaml", SHORT), "--lead-in", "0", keys=keys)
    names = ["move", "tick", "pause", "resume", "tick", "last", "done"]
    assert playing.played == [f"{name}-both" for name in names]


def test_leaving_is_quiet(playing: Coach) -> None:
    """Whoever leaves early hears neither a closing tone nor a closing word."""
    playing.voice = "/bin/espeak-ng"
    path = playing.write("short.yaml", SHORT)
    playing("run", path, "--lead-in", "0", "--voice", keys=[(1.0, Command.INTERRUPT)])
    assert (playing.played, playing.said) == (["move-both-brief"], ["Jaw. Let the teeth part"])


def test_settings_of_ones_own(playing: Coach) -> None:
    """Sound and volume may stand in the settings; the command line wins."""
    playing.write("settings.yaml", "sound: bell\nvolume: 20\n")
    path = playing.write("short.yaml", SHORT)
    playing("run", path)
    assert playing.played == []
    playing("run", path, "--sound", "tones")
    assert playing.played


@pytest.mark.parametrize("volume", ["-1", "101"])
def test_volume_out_of_range(coach: Coach, volume: str) -> None:
    """A volume out of range is wrong usage, and the range is said."""
    result = coach("run", "quick", "--volume", volume)
    assert (result.code, "0" in result.err and "100" in result.err) == (2, True)
    coach.write("settings.yaml", f"volume: {volume}\n")
    assert coach("run", "quick").code == 1


def test_tones_before_words(playing: Coach) -> None:
    """With a voice the tones before words are brief, and both are there."""
    playing.voice = "/bin/espeak-ng"
    playing("run", playing.write("held.yaml", HELD), "--voice", "--lead-in", "0")
    names = ["move-both-brief", "release-both-brief", "hold-both-brief", "tick-both", "tick-both", "last-both"]
    assert playing.played == [*names, "done-both"]
    assert playing.said == ["Jaw. Open", "Let go", "2", "Done"]


def test_doctor_names_player_and_voice(playing: Coach) -> None:
    """`doctor` says which player and which voice there are, and what is missing is a note."""
    found = {one["area"]: one for one in json.loads(playing("doctor", "--json").out)}
    assert (found["sound"]["place"], found["sound"]["severity"]) == ("/bin/pw-play", "fine")
    playing.player = None
    found = {one["area"]: one for one in json.loads(playing("doctor", "--json").out)}
    assert (found["sound"]["severity"], "the bell rings" in found["sound"]["message"]) == ("note", True)


def test_files_where_the_day_has_no_place(playing: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder for the day the machine's own for temporary files is used, and left as it was."""
    playing.env.clear()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = sorted(tmp_path.iterdir())
    playing("run", playing.write("short.yaml", SHORT), "--no-log")
    assert playing.played
    assert [path for path in sorted(tmp_path.iterdir()) if path not in before] == [playing.home]
