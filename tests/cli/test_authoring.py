"""`new` and `edit`: a routine of one's own, from nothing or from another, changed, and never over one that is there."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from facecoach.errors import UsageError
from facecoach.folders import bundled
from facecoach.routine.draft import checked, template
from world import Coach


def test_template_is_good(coach: Coach) -> None:
    """What `new` writes passes `check --strict` and runs."""
    result = coach("new", "my-jaw")
    assert result.code == 0
    assert Path(result.out.strip()) == coach.home / "routines/my-jaw.yaml"
    assert coach("check", "my-jaw", "--strict").out == "All good: 1 file\n"
    assert coach("run", "my-jaw", "--no-log", "--plain").code == 0


def test_schema_beside(coach: Coach) -> None:
    """The file's first line points an editor to the schema, which lies beside the folder."""
    path = Path(coach("new", "mine").out.strip())
    modeline = path.read_text(encoding="utf-8").splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    target = (path.parent / modeline.split("=")[1]).resolve()
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(coach("schema").out)


def test_from_another(coach: Coach) -> None:
    """`--from` copies all but the name, with a single line that names the schema, also in a copy of a copy."""
    coach("new", "first", "--from", "quick")
    path = Path(coach("new", "my-second", "--from", "first").out.strip())
    text = path.read_text(encoding="utf-8")
    assert text.count("yaml-language-server") == 1
    original = (bundled() / "quick.yaml").read_text(encoding="utf-8")
    assert text.partition("\n")[2] == original.replace("name: The Quick Three", "name: My second")


def test_same_name_stays(coach: Coach) -> None:
    """A copy that takes the place of a bundled routine keeps its written name."""
    path = Path(coach("new", "quick", "--from", "quick").out.strip())
    assert "\nname: The Quick Three\n" in path.read_text(encoding="utf-8")


STEPS = "\nsteps: [{zone: jaw, for: 3s, cue: Go}]\n"


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("# One\nname: One  # a remark\nwhen: night", "# One\nname: My copy  # a remark\nwhen: night"),
        ("name: 'One: it''s'\nwhen: night", "name: My copy\nwhen: night"),
        ("name: One\n  more\nwhen: night", "name: My copy\nwhen: night"),
        ("name: >-\n  One\n  more\nwhen: night", "name: My copy\nwhen: night"),
        ('"name": One\r\nwhen: night', '"name": My copy\r\nwhen: night'),
        ("about: 'é name: x'\nname: One", "about: 'é name: x'\nname: My copy"),
    ],
)
def test_renamed(coach: Coach, text: str, renamed: str) -> None:
    """The copy's name is put in place of the original's, however that is written, and every other byte stays."""
    with Path(coach.write("routines/one.yaml", "")).open("w", encoding="utf-8", newline="") as file:
        file.write(text + STEPS)
    path = Path(coach("new", "my-copy", "--from", "one").out.strip())
    assert path.read_bytes().decode().partition("\n")[2] == renamed + STEPS
    assert coach("show", "my-copy").code == 0


@pytest.mark.parametrize("slug", ["null", "no", "12", "1e3", "true", "2026-11-20", "0x1f", "n"])
def test_names_are_text(coach: Coach, slug: str) -> None:
    """A name that YAML would take for something else is put between quotes, in a copy and in the template."""
    for source in ([], ["--from", "quick"]):
        path = Path(coach("new", slug, *source).out.strip())
        assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8"))["name"], str)
        assert coach("check", slug).code == 0
        path.unlink()


@pytest.mark.parametrize("name", ["mine.yaml", "mine.yml"])
def test_never_overwritten(coach: Coach, name: str) -> None:
    """A file that is there stays as it is, whatever its ending."""
    path = coach.write(f"routines/{name}", "precious")
    result = coach("new", "mine", "--from", "quick")
    assert result.code == 1
    assert "exists already" in result.err
    assert Path(path).read_text(encoding="utf-8") == "precious"
    assert [one.name for one in (coach.home / "routines").iterdir()] == [name]


def test_in_place_of_a_bundled_one(coach: Coach) -> None:
    """A routine that takes a bundled one's name is written, and a note says so."""
    result = coach("new", "morning", "--from", "morning")
    assert result.code == 0
    assert "in place of the bundled" in result.err


@pytest.mark.parametrize(
    "name", ["../up", "a/b", "Upper", "", "-x", "con", "com1", "a b", ".hidden", "a" * 61, "é", "a.yaml", "a\n"]
)
def test_unsafe_names(coach: Coach, name: str) -> None:
    """A name that is unsafe as a file's is wrong usage, and nothing is written."""
    assert coach("new", "--", name).code == 2
    assert not coach.home.exists()


@given(st.text(max_size=80))
def test_proposed_names(name: str) -> None:
    """A name that is proposed for a refused one is accepted."""
    try:
        assert checked(name) == name
    except UsageError as refusal:
        proposed = refusal.hint.partition("as in `")[2].rstrip("`")
        assert not proposed or checked(proposed) == proposed


def test_unknown_source(coach: Coach) -> None:
    """A routine to begin with that is not there is an error, and nothing is written."""
    assert coach("new", "mine", "--from", "mornin").code == 1
    assert not coach.home.exists()


def editor(tmp_path: Path, change: str) -> dict[str, str]:
    """Return an environment whose editor is a program that changes the text."""
    script = tmp_path / "an editor.py"
    script.write_text(
        f"import sys, pathlib\np = pathlib.Path(sys.argv[-1])\nt = p.read_text()\np.write_text({change})\n"
    )
    return {"EDITOR": f"'{sys.executable}' '{script}' --wait"}


def test_edit_and_check(coach: Coach, tmp_path: Path) -> None:
    """`--edit` opens one's editor, with its arguments, and checks what comes back."""
    coach.env = editor(tmp_path, "t.replace('zone: jaw', 'zone: jwa')")
    result = coach("new", "mine", "--edit")
    assert result.code == 1
    assert "unknown zone `jwa`" in result.out
    coach.env = editor(tmp_path, "t")
    assert "All good" in coach("new", "other", "--edit").out


def test_edit_own(coach: Coach, tmp_path: Path) -> None:
    """`edit` opens one's own routine, by its written name too, and checks what comes back."""
    path = Path(coach("new", "mine", "--from", "quick").out.strip())
    coach.env = editor(tmp_path, "t.replace('zone: jaw', 'zone: jwa')")
    result = coach("edit", "MINE")
    assert result.code == 1
    assert "unknown zone `jwa`" in result.out
    assert "is kept as you left it; `facecoach edit mine` opens it again" in result.err
    assert "zone: jwa" in path.read_text(encoding="utf-8")
    coach.env = editor(tmp_path, "t.replace('zone: jwa', 'zone: jaw')")
    assert "All good" in coach("edit", "mine").out


def test_edit_a_path(coach: Coach, tmp_path: Path) -> None:
    """`edit` takes a path, and one that is not there is an error."""
    path = coach.write("sheet.yaml", "name: [")
    coach.env = editor(tmp_path, "'name: S\\nabout: A\\nsteps: [{use: slip}]\\n'")
    assert coach("edit", path).code == 0
    result = coach("edit", f"{path}.yaml")
    assert result.code == 1
    assert "there is no file" in result.err


def test_edit_a_bundled_one(coach: Coach, tmp_path: Path) -> None:
    """In a terminal `edit` asks whether to copy a bundled routine, and opens the copy."""
    coach.env = editor(tmp_path, "t.replace('for: 25s', 'for: 26s')")
    coach.answer = False
    declined = coach("edit", "quick", keys=[])
    assert (declined.code, "nothing is changed" in declined.err) == (0, True)
    assert not coach.home.exists()
    coach.answer = True
    assert coach("edit", "quick", keys=[]).code == 0
    assert "for: 26s" in (coach.home / "routines/quick.yaml").read_text(encoding="utf-8")
    assert "for: 26s" not in (bundled() / "quick.yaml").read_text(encoding="utf-8")


def test_edit_a_bundled_one_in_a_pipe(coach: Coach, tmp_path: Path) -> None:
    """Without a terminal `edit` asks nothing, and says how a copy is made."""
    coach.env = editor(tmp_path, "t")
    coach.answer = True
    result = coach("edit", "quick")
    assert result.code == 1
    assert "`facecoach new quick --from quick`" in result.err
    assert not coach.home.exists()


def test_edit_nothing(coach: Coach, tmp_path: Path) -> None:
    """A routine that is not there gets the near miss."""
    coach.env = editor(tmp_path, "t")
    assert "did you mean `quick`?" in coach("edit", "quik").err


@pytest.mark.parametrize(("env", "complaint"), [({}, "no editor is set"), ({"EDITOR": "'x"}, "a quote is not closed")])
def test_no_editor(coach: Coach, env: dict[str, str], complaint: str) -> None:
    """Without an editor `--edit` and `edit` say so before they write or ask."""
    coach.env = env
    for line in (["new", "mine", "--edit"], ["edit", "quick"]):
        result = coach(*line, keys=[])
        assert result.code == 1
        assert complaint in result.err
    assert not coach.home.exists()


@pytest.mark.skipif(os.name == "nt", reason="the editor is a script of the shell")
def test_editor_by_default(coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no editor is set, the first of the plain ones that is on the machine is taken."""
    script = tmp_path / "espeak-ng"  # the one program that the coach's world finds
    script.write_text('#!/bin/sh\nsed -i s/friction/frictoin/ "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("facecoach.cli.authoring.EDITORS", ("not-there", "espeak-ng"))
    coach.voice = "there"
    assert "unknown technique `frictoin`" in coach("new", "mine", "--edit").out


def test_editor_that_is_not_there(coach: Coach) -> None:
    """An editor that cannot be started is an error, and the file is there all the same."""
    coach.env = {"VISUAL": "no-such-editor-anywhere"}
    result = coach("new", "mine", "--edit")
    assert result.code == 1
    assert "cannot be started" in result.err
    assert (coach.home / "routines/mine.yaml").exists()


def test_unwritable(coach: Coach) -> None:
    """A folder that cannot be written is an error, not a traceback."""
    coach.write("routines", "a file where the folder should be")
    result = coach("new", "mine")
    assert result.code == 1
    assert "cannot be" in result.err


def test_template_names_itself() -> None:
    """The template carries the name it was asked for."""
    assert "name: Two minute break\n" in template("two-minute-break")
