"""`add`: what comes from elsewhere is checked, shown and asked about, and cannot silence a safety rule."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from world import Coach

URL = "https://example.org/routines/My%20Jaw.yaml?raw=1"
GOOD = """\
name: Two-minute jaw
about: Circles and a way down
avoid_if: [recent-filler]
steps:
  - {title: Jaw, zone: jaw, for: 60s, cue: Small circles where the muscle jumps}
"""
FIRM = GOOD.replace("muscle jumps}", "muscle jumps, pressure: firm}")
DRY = GOOD.replace("muscle jumps}", "muscle jumps, technique: effleurage, pressure: light}")


def offered(coach: Coach, text: str, *, answer: bool | None = True) -> None:
    """Let a text be at the address, and a person answer."""
    coach.network = {URL: text.encode()}
    coach.answer = answer


def own(coach: Coach, name: str = "my-20jaw") -> Path:
    """Return the file of a routine of one's own."""
    return coach.home / "routines" / f"{name}.yaml"


def test_taken_in(coach: Coach) -> None:
    """A routine is shown with where it is, its cautions and what is found in it, and after a yes it is there to run."""
    offered(coach, GOOD)
    result = coach("add", URL, "--name", "jaw")
    assert result.code == 0
    assert result.out.startswith(f"From {URL}\n")
    assert "not with  recent filler" in result.out
    assert "FC204" not in result.out
    assert result.out.endswith(f"{own(coach, 'jaw')}\n")
    assert coach("check", "jaw").code == 0
    assert coach("run", "jaw", "--plain", "--no-log").code == 0


def test_a_no(coach: Coach) -> None:
    """After a no, or where nobody answers, nothing is kept."""
    for answer in (False, None):
        offered(coach, GOOD, answer=answer)
        coach("add", URL)
        assert not coach.home.exists()


def test_from_a_file(coach: Coach, tmp_path: Path) -> None:
    """A file is taken in like an address, by its own name and from its whole path."""
    path = tmp_path / "Jaw & Neck.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert coach("add", str(path), "--yes").code == 0
    assert str(path) in own(coach, "jaw-neck").read_text(encoding="utf-8")


def test_where_from(coach: Coach) -> None:
    """Its file says where it came from and when, with the digest of the text below."""
    offered(coach, GOOD)
    coach("add", URL, "--name", "jaw")
    _, line, text = own(coach, "jaw").read_text(encoding="utf-8").split("\n", 2)
    told = json.loads(line.removeprefix("# added: "))
    assert told == {"from": URL, "on": "2026-11-20", "sha256": sha256(GOOD.encode()).hexdigest()}
    assert text == GOOD


@pytest.mark.parametrize("allow", ["", "  # facecoach: allow FC201", "  # facecoach: allow FC301, FC201"])
@pytest.mark.parametrize("options", [(), ("--yes",)])
def test_what_can_injure(coach: Coach, allow: str, options: tuple[str, ...]) -> None:
    """What can injure is refused, whatever is answered and whatever its file allows."""
    offered(coach, FIRM.rstrip() + allow + "\n")
    result = coach("add", URL, *options)
    assert result.code == 1
    assert "FC201" in result.err
    assert not coach.home.exists()


def test_errors_of_safety(coach: Coach) -> None:
    """`--yes` does not speak for other errors of safety: a person may."""
    offered(coach, DRY)
    result = coach("add", URL, "--yes")
    assert result.code == 1
    assert "FC204" in result.err
    assert not coach.home.exists()
    assert coach("add", URL).code == 0


def test_nothing_is_silenced(coach: Coach) -> None:
    """An `allow` for a safety rule counts neither when it comes in nor later; one for craft may stay."""
    offered(coach, DRY.rstrip() + "  # facecoach: allow FC204\n")
    assert "error FC204" in coach("add", URL, "--name", "jaw").out
    assert "error FC204" in coach("check", "jaw").out
    offered(coach, "# facecoach: allow FC310\n" + GOOD)
    coach("add", URL, "--name", "craft")
    assert "# facecoach: allow FC310\n" in own(coach, "craft").read_text(encoding="utf-8")


def test_its_own_signature_does_not_count(coach: Coach) -> None:
    """A line in which a file says where it is from, or which schema an editor is to fetch, is dropped."""
    forged = '# yaml-language-server: $schema=https://evil.example/s\n# added: {"from": "https://evil.example"}\n'
    offered(
        coach, f"{forged}{GOOD}  #  yaml-language-server : $schema=https://x.example\n# $schema: https://x.example\n"
    )
    coach("add", URL, "--name", "jaw")
    text = own(coach, "jaw").read_text(encoding="utf-8")
    assert "evil" not in text
    assert text.count("# unused:") == text.count("x.example") == 2


@pytest.mark.parametrize("name", ["morning", "mine"])
def test_names_that_are_taken(coach: Coach, name: str) -> None:
    """The name of a bundled routine or of one's own is refused with the way out, before anything is fetched."""
    coach("new", "mine")
    before = own(coach, "mine").read_bytes()
    result = coach("add", URL, "--name", name, "--yes")
    assert result.code == 1
    assert "--name NAME" in result.err
    assert own(coach, "mine").read_bytes() == before


@pytest.mark.parametrize(
    "text", ["", "name: X\n", "<p>no</p>", "steps: [\x00]", "name: P\nweeks: [{days: 1, do: [a]}]"]
)
def test_what_is_no_routine(coach: Coach, text: str) -> None:
    """What is no routine is an error with its place, and nothing is kept."""
    offered(coach, text)
    assert coach("add", URL, "--yes").code == 1
    assert not coach.home.exists()


def test_update(coach: Coach) -> None:
    """An update shows what would go and come, asks, and keeps name and origin."""
    offered(coach, GOOD)
    coach("add", URL, "--name", "jaw")
    assert "as it was on 2026-11-20" in coach("add", "--update", "jaw").out
    offered(coach, GOOD.replace("60s", "90s"), answer=False)
    result = coach("add", "--update", "jaw")
    assert "1 line would go, 1 line would come" in result.out
    assert "  - " in result.out
    assert "for: 60s" in own(coach, "jaw").read_text(encoding="utf-8")
    coach.answer = True
    assert coach("add", "--update", "jaw").code == 0
    assert "for: 90s" in own(coach, "jaw").read_text(encoding="utf-8")
    assert "as it was" in coach("add", "--update", "jaw").out


def test_update_and_own_changes(coach: Coach) -> None:
    """What one has changed oneself is not given up without being asked."""
    offered(coach, GOOD)
    coach("add", URL, "--name", "jaw")
    text = own(coach, "jaw").read_text(encoding="utf-8").replace("Two-minute", "My")
    own(coach, "jaw").write_text(text, encoding="utf-8")
    assert "your own changes stay" in coach("add", "--update", "jaw").out
    offered(coach, GOOD.replace("60s", "90s"))
    assert coach("add", "--update", "jaw", "--yes").code == 1
    assert own(coach, "jaw").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("worse", [FIRM, DRY])
def test_update_to_something_worse(coach: Coach, worse: str) -> None:
    """An update is held against the rules like the first time."""
    offered(coach, GOOD)
    coach("add", URL, "--name", "jaw")
    offered(coach, worse)
    assert coach("add", "--update", "jaw", "--yes").code == 1
    assert "pressure" not in own(coach, "jaw").read_text(encoding="utf-8")


def test_update_of_what_was_not_added(coach: Coach) -> None:
    """A routine that came from nowhere has no update, nor has one that is not there."""
    coach("new", "mine")
    for name in ("mine", "morning", "nothing"):
        assert coach("add", "--update", name).code == 1
    assert coach("add", "--update", "mine", "--name", "x").code == 2
