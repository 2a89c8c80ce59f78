"""What may not begin, what is suggested instead, and what is said of it."""

from __future__ import annotations

import json

import pytest

from world import NOON, Coach

HARM = """name: Too hard
about: It presses where nothing may
needs: [clean hands, oil]
steps:
  - {title: Throat, zone: neck, for: 20s, technique: acupressure, cue: Press the side}
  - {title: Lids, zone: eyes, for: 20s, technique: effleurage, pressure: firm, with: ring fingers, cue: Stroke out}
"""
DRY = (
    "name: Dry\nabout: It glides\nsteps:\n  - {title: Glide, zone: cheeks, for: 20s, technique: glide, cue: Glide up}\n"
)


def test_what_can_injure_is_refused(coach: Coach) -> None:
    """A routine with what can injure is refused, with each line and the way past it."""
    result = coach("run", coach.write("routines/hard.yaml", HARM))
    assert result.code == 1
    assert "hard.yaml:5" in result.err
    assert "hard.yaml:6" in result.err
    assert {"FC201", "FC202"} <= {word.strip(":") for word in result.err.split()}
    assert "--anyway" in result.err
    assert coach("run", "hard", "--anyway", "--speed", "100").code == 0


def test_what_its_author_allows_begins(coach: Coach) -> None:
    """A finding that the file allows refuses nothing."""
    told = HARM.replace("the side}", "the side}  # facecoach: allow FC202").replace("pressure: firm, ", "")
    coach.write("routines/hard.yaml", told)
    assert coach("run", "hard", "--speed", "100").code == 0


def test_what_is_only_unwise_is_named(coach: Coach) -> None:
    """Other findings are named before the lead-in, and stop nothing."""
    coach.write("routines/dry.yaml", DRY)
    result = coach("run", "dry", "--speed", "100")
    assert result.code == 0
    assert "FC204" in result.err


def test_show_names_every_finding(coach: Coach) -> None:
    """`show` names each finding of safety, for people and for scripts."""
    coach.write("routines/hard.yaml", HARM)
    assert {"FC201", "FC202"} <= {word.strip(":") for word in coach("show", "hard").out.split()}
    told = json.loads(coach("show", "hard", "--json").out)["findings"]
    assert [(one["code"], one["line"]) for one in told] == [("FC202", 5), ("FC201", 6)]


def test_a_routine_that_can_injure_is_never_suggested(coach: Coach) -> None:
    """One's own routine for this hour is passed over when it can injure."""
    coach.write("routines/hard.yaml", HARM.replace("name:", "when: midday\nname:"))
    assert "run hard" not in coach().out
    assert "run desk" in coach().out


@pytest.mark.parametrize("name", ["fever", "sunburn", "anticoagulant", "active-acne", "jaw-locked"])
@pytest.mark.parametrize("hour", [7, 12, 19, 23])
def test_what_is_suggested_is_not_refused(coach: Coach, name: str, hour: int) -> None:
    """Whatever is recorded, at any hour, today suggests nothing that `run` refuses, and rests where `run` rests."""
    coach.now = NOON.replace(hour=hour)
    coach("safety", "add", name)
    suggested = coach().out
    if "facecoach run" in suggested:
        slug = suggested.split("facecoach run ")[1].split()[0].strip("`.")
        assert coach("run", slug, "--speed", "100").code == 0
    else:
        assert "est" in suggested
        assert coach("run").code == 1


def test_an_unknown_setting_blocks_nothing(coach: Coach) -> None:
    """A setting that is none is a warning with the near miss; the others hold."""
    coach.write("settings.yaml", "lead_inn: 3\nsound: none\n")
    result = coach("run", "quick", "--speed", "100")
    assert result.code == 0
    assert "lead_in" in result.err
    assert "\a" not in result.out


def test_no_control_code_in_a_path(coach: Coach) -> None:
    """A path that is printed steers no terminal."""
    result = coach("run", "odd\x1b[31m\x9b.yaml")
    assert result.code == 1
    assert not {"\x1b", "\x9b"} & {*result.out, *result.err}
