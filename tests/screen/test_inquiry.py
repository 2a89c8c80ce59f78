"""A terminal of which nothing is known is asked once; nobody waits for its answer, and none becomes a key."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from facecoach.cli.terminals import NAME
from facecoach.screen.answer import QUESTION, Answer, understood
from facecoach.screen.emulator import emulator
from facecoach.session.command import Command
from graphics import Reader
from world import Coach, Result

KITTY = ("\x1b_Gi=31;OK\x1b\\", "\x1b[6;20;10t", "\x1b[?2026;2$y", "\x1bP>|someterm 3.1\x1b\\", "\x1b[?62;22c")
XTERM = ("\x1b[?2026;0$y", "\x1bP>|XTerm(379)\x1b\\", "\x1b[?63;1;2;4;6;9c")
WORK = "name: Work\nsteps:\n  - {zone: jawline, for: 12s, stroke: jaw-knead, cue: Knead}\n"
OPEN = {"TERM": "xterm-256color"}


def said(replies: Sequence[str], at: float = 0.05) -> list[tuple[float, str]]:
    """Return replies at a time after the first picture."""
    return [(at + number / 1000, reply) for number, reply in enumerate(replies)]


def played(coach: Coach, *args: str, keys: Sequence[tuple[float, Command]] = ()) -> str:
    """Return what a session sends to the terminal."""
    path = coach.write("work.yaml", WORK)
    return coach("run", path, "--lead-in", "0", *args, keys=keys, terminal=(100, 30)).out


@pytest.mark.parametrize(
    ("replies", "answer"),
    [
        (KITTY, Answer("kitty", "someterm 3.1", (10, 20), at_once=True)),
        (XTERM, Answer("sixel", "XTerm(379)")),
        (("\x1b[?1;2c",), Answer("none")),
        (("\x1b_Gi=31;ENOTSUP:no\x1b\\", "\x1b[?64c"), Answer("none")),
        (("\x1b[6;0;0t", "\x1b[?4;6c"), Answer("none")),
        (KITTY[:-1], None),
        (("\x1b]11;rgb:0/0/0\x07", "\x1b[?c"), None),
        ((), None),
    ],
)
def test_answers_are_understood(replies: Sequence[str], answer: Answer | None) -> None:
    """An answer is known once the last question is answered, which every terminal does."""
    assert understood(replies) == answer


def test_sixels_need_a_cell_and_layers() -> None:
    """Sixels are drawn where a cell's size is known and pictures lie over each other; else only where wished for."""
    known = Answer("sixel", "XTerm(379)", (9, 18)).of(emulator({"TERM": "xterm"}))
    other = Answer("sixel", "Other 1", (9, 18)).of(emulator({"TERM": "xterm"}))
    blind = Answer("sixel", "XTerm(379)").of(emulator({"TERM": "xterm"}))
    assert [one.finest() for one in (known, other, blind)] == ["sixel", "quadrant", "quadrant"]
    assert other.finest(wished=True) == "sixel"


def test_it_is_asked_behind_the_first_picture(coach: Coach) -> None:
    """The question comes after the first picture, and once."""
    coach.env = OPEN
    out = played(coach)
    assert out.count(QUESTION) == 1
    assert "▀" in out[: out.index(QUESTION)] or "▄" in out[: out.index(QUESTION)]


def test_the_question_is_not_seen(coach: Coach) -> None:
    """On a terminal that takes the question for letters nothing of it is seen."""
    coach.env = OPEN
    path = coach.write("work.yaml", WORK)
    shown = coach("run", path, "--lead-in", "0", keys=[(2, Command.INTERRUPT)], terminal=(100, 30))
    before = shown.out[: shown.out.rindex("\x1b[?1049l")]
    assert "AAAA" not in "".join(Result(0, before, "").screen(100, 30))
    assert "i=31" not in "".join(Result(0, before, "").screen(100, 30))


def test_an_answer_in_time_changes_the_picture(coach: Coach) -> None:
    """What the terminal says within the first moments is how the face is drawn from then on."""
    coach.env, coach.answers = OPEN, said(KITTY)
    reader = Reader().feed(played(coach).replace(QUESTION, ""))
    assert (len(reader.sent) > 1, reader.shown) == (True, {})


@pytest.mark.parametrize("at", [0.2, 3.0])
def test_a_late_answer_changes_the_next_session(coach: Coach, at: float) -> None:
    """What comes late changes nothing now, is no key, and is remembered."""
    coach.env, coach.answers = OPEN, said(KITTY, at)
    out = played(coach)
    assert Reader().feed(out.replace(QUESTION, "")).sent == []
    assert "DONE" in out or coach.records[-1]["outcome"] == "completed"
    coach.answers = ()
    again = played(coach)
    assert QUESTION not in again
    assert Reader().feed(again).sent


@pytest.mark.parametrize("replies", [(), ("\x1b[?;;c", "\x1b_G;;\x1b\\"), ("\x1b[?1;2c",), ("\x1bP!|00\x1b\\",)])
def test_no_answer_and_nonsense_are_cells(coach: Coach, replies: Sequence[str]) -> None:
    """A terminal that says nothing, or nothing that helps, shows cells to the end."""
    coach.env, coach.answers = OPEN, said(replies)
    out = played(coach)
    assert "\x1b_Ga=p" not in out
    assert coach.records[-1]["outcome"] == "completed"


@pytest.mark.parametrize(
    ("env", "args"),
    [
        (OPEN | {"TMUX": "x,1,0"}, ()), ({"TERM": "alacritty"}, ()), ({"TERM": "xterm-kitty"}, ()),
        (OPEN | {"NO_COLOR": "1"}, ()), (OPEN, ("--face", "half")), (OPEN, ("--plain",)),
    ],
)  # fmt: skip
def test_nobody_is_asked_in_vain(coach: Coach, env: dict[str, str], args: tuple[str, ...]) -> None:
    """Nothing is asked behind a multiplexer, where all is known, or where cells were wished for."""
    coach.env = env
    assert "\x1b[c" not in played(coach, *args)


def test_an_answer_holds_for_its_terminal(coach: Coach) -> None:
    """What one window said is not taken for what another would say, nor after a day."""
    coach.env, coach.answers = OPEN | {"WINDOWID": "7"}, said(KITTY)
    coach.home.mkdir()
    played(coach)
    coach.answers = ()
    assert QUESTION not in played(coach)
    coach.env = OPEN | {"WINDOWID": "8"}
    assert QUESTION in played(coach)
    coach.env = OPEN | {"WINDOWID": "7"}
    assert QUESTION in played(coach.at(coach.now.replace(month=12)))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 1}', "\x00", '{"KEY": {"until": "soon"}}', '{"KEY": {}}'])
def test_a_broken_memory_is_none(coach: Coach, text: str) -> None:
    """What cannot be read of what was remembered is asked again."""
    coach.env, coach.answers = OPEN, said(KITTY)
    coach.home.mkdir()
    played(coach)
    (key,) = json.loads((coach.home / NAME).read_text())
    (coach.home / NAME).write_text(text.replace("KEY", key))
    assert QUESTION in played(coach)


def test_a_short_session_waits_for_its_answer(coach: Coach) -> None:
    """Who leaves at once leaves no answer behind for the shell: it is read before the keys are given back."""
    coach.env, coach.answers = OPEN, said(KITTY, 0.25)
    coach.home.mkdir()
    played(coach, keys=[(0.1, Command.INTERRUPT)])
    assert (coach.home / NAME).exists()


def test_doctor_tells_what_was_said(coach: Coach) -> None:
    """`doctor` says that the terminal was asked, and what it said."""
    coach.env, coach.answers = OPEN, said(KITTY)
    coach.home.mkdir()
    played(coach)
    told = " ".join(coach("doctor", terminal=(120, 40)).out.split())
    assert "in pixels: someterm 3.1 said that it can when it was asked (cells of 10x20, frames at once)" in told
