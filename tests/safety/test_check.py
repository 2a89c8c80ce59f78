"""`check`: what it looks at, what it prints, and how it ends."""

from __future__ import annotations

import json

import pytest

from world import Coach

GOOD = "name: G\nabout: A\nsteps:\n  - {title: T, zone: jaw, for: 9s, cue: Rest}\n"
WARNS = GOOD.replace("about: A\n", "")
FAILS = GOOD.replace("cue: Rest", "cue: Rest, pressure: firm")
BROKEN = GOOD.replace("zone: jaw", "zone: jwa")


@pytest.mark.parametrize(
    ("text", "strict", "code"),
    [(GOOD, True, 0), (WARNS, False, 0), (WARNS, True, 1), (FAILS, False, 1), (BROKEN, False, 1)],
)
def test_exit(coach: Coach, text: str, strict: bool, code: int) -> None:
    """`check` fails on errors, and with `--strict` on warnings."""
    assert coach("check", coach.write("r.yaml", text), *["--strict"] * strict).code == code


def test_own_folder(coach: Coach) -> None:
    """Without a file `check` looks at all of one's own routines, and at no others."""
    coach.write("routines/a.yaml", GOOD)
    coach.write("routines/b.yml", BROKEN)
    coach.write("routines/notes.txt", "no routine")
    result = coach("check")
    assert result.code == 1
    assert "1 error in 2 files" in result.out


def test_empty_folder(coach: Coach) -> None:
    """Where there is no routine of one's own `check` says how to write one, and exits with 0."""
    result = coach("check")
    assert (result.code, result.out) == (0, "")
    assert "facecoach new" in result.err


def test_full(coach: Coach) -> None:
    """A finding is shown with its line, a caret and a hint, and the findings are counted."""
    out = coach("check", coach.write("r.yaml", FAILS)).out
    assert "r.yaml:4:57: error FC201: `firm` is too firm here (jaw)" in out
    assert "^^^^ hint: at most `medium`" in out
    assert out.endswith("1 error in 1 file\n")


def test_all_good(coach: Coach) -> None:
    """When there is nothing to say, one line says so."""
    assert coach("check", "morning", "quick", "--strict").out == "All good: 2 files\n"


def test_short(coach: Coach) -> None:
    """The short format is one line a finding, and nothing else."""
    path = coach.write("r.yaml", FAILS.replace("about: A\n", ""))
    lines = coach("check", path, "--format", "short").out.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["warning FC306", "error FC201"]
    assert coach("check", coach.write("g.yaml", GOOD), "--format", "short").out == ""


def test_json(coach: Coach) -> None:
    """As JSON a finding has its path, place, code, severity, message and hint."""
    path = coach.write("r.yaml", BROKEN)
    (found,) = json.loads(coach("check", path, "--json").out)
    assert found.pop("hint").startswith("did you mean `jaw`?")
    assert found == {"path": path, "line": 4, "column": 22, "code": "FC103", "severity": "error",
                     "message": "unknown zone `jwa`"}  # fmt: skip
    assert coach("check", coach.write("g.yaml", GOOD), "--json").out == "[]\n"


@pytest.mark.parametrize("name", ["gone.yaml", "./", "/dev/zero"])
def test_not_a_file(coach: Coach, name: str) -> None:
    """What cannot be read is a finding of its own, and the other files are still looked at."""
    found = json.loads(coach("check", str(coach.home / name), coach.write("r.yaml", BROKEN), "--json").out)
    assert [one["code"] for one in found] == ["FC101", "FC103"]


def test_near_miss(coach: Coach) -> None:
    """A name that is nearly right gets the right one proposed."""
    result = coach("check", "mornin")
    assert result.code == 1
    assert "did you mean `morning`?" in result.err


def test_unknown_format(coach: Coach) -> None:
    """An unknown format is wrong usage."""
    assert coach("check", "quick", "--format", "long").code == 2


def test_text_is_only_shown(coach: Coach) -> None:
    """Markup and control characters of a file are shown as text."""
    path = coach.write("r.yaml", 'name: R\nsteps:\n  - {zone: "[red]\\e[2J", for: 9s, cue: Go}\n')
    for args in ((), ("--format", "short"), ("--json",)):
        out = coach("check", path, *args).out
        assert "\x1b[2J" not in out
        assert "[red]" in out


def test_what_can_injure_is_told(coach: Coach) -> None:
    """However much else is found before it, what can injure is among the findings, and `run` refuses it."""
    step = "  - {{title: T, zone: jaw, for: 9s, cue: {}}}\n"
    claims = step.format("Detox your skin") * 60
    text = f"name: G\nabout: A\nsteps:\n{claims}{step.format('Rest, pressure: firm')}"
    path = coach.write("r.yaml", text)
    assert "FC201" in coach("check", path).out
    assert coach("run", path, "--no-log", "--plain").code == 1
