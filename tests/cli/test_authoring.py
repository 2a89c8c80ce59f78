"""`new`: a routine of one's own, from nothing or from another, and never over one that is there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
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
    """`--from` copies a routine word for word, with a single line that names the schema, also in a copy of a copy."""
    coach("new", "first", "--from", "quick")
    path = Path(coach("new", "second", "--from", "first").out.strip())
    text = path.read_text(encoding="utf-8")
    assert text.count("yaml-language-server") == 1
    assert text.partition("\n")[2] == (bundled() / "quick.yaml").read_text(encoding="utf-8")


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


@pytest.mark.parametrize(("env", "complaint"), [({}, "no editor is set"), ({"EDITOR": "'x"}, "a quote is not closed")])
def test_no_editor(coach: Coach, env: dict[str, str], complaint: str) -> None:
    """Without an editor `--edit` says so before it writes."""
    coach.env = env
    result = coach("new", "mine", "--edit")
    assert result.code == 1
    assert complaint in result.err
    assert not coach.home.exists()


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
