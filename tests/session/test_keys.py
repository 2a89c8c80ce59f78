"""What is typed as commands, however it arrives."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.session.command import Command
from facecoach.session.keys import LONGEST, Decoder


@pytest.mark.parametrize(
    ("typed", "commands"),
    [
        (b"\x1b[A\x1b[B", [Command.UP, Command.DOWN]), (b"\r", [Command.ENTER]), (b"\n", [Command.ENTER]),
        (b"\x1bOA\x1bOM", [Command.UP, Command.ENTER]), (b"\x1bM", [Command.OTHER]),
        (b"\x1b[C", [Command.NEXT]), (b"\x1bOC", [Command.NEXT]), (b"\x1b[1;5D", [Command.BACK]),
        (b" q", [Command.PAUSE, Command.LEAVE]), (b"\xc3\xa9", [Command.OTHER]), (b"\x1bq", [Command.OTHER]),
        (b"\x1b[<0;3;4M", [Command.OTHER]), (b"\x1b]11;rgb:00/00/00\x07q", [Command.LEAVE]),
        (b"\x1bP1$r0m\x1b\\ ", [Command.PAUSE]), (b"\x1b\x1b[C", [Command.OTHER, Command.NEXT]),
        (b"\x1b[200~ q", [Command.OTHER, Command.PAUSE, Command.LEAVE]), (b"\xff", [Command.OTHER]),
    ],
)  # fmt: skip
def test_sequences(typed: bytes, commands: list[Command]) -> None:
    """A key of several characters is one command, and what has no meaning is a key as any other."""
    assert Decoder().feed(typed) == commands


@pytest.mark.parametrize(
    "reply",
    [
        "\x1b_Gi=31;OK\x1b\\", "\x1b[?62;4;22c", "\x1b[>41;379;0c", "\x1b[6;20;10t", "\x1b[?2026;2$y", "\x1b[?1;0;256S",
        "\x1bP>|XTerm(379)\x1b\\",
    ],
)  # fmt: skip
def test_what_a_terminal_says_is_no_key(reply: str) -> None:
    """An answer of the terminal's, whole or in pieces, presses no key, and is kept for whoever asked."""
    decoder = Decoder()
    assert [one for byte in f"{reply} ".encode() for one in decoder.feed(bytes([byte]))] == [Command.PAUSE]
    assert [*decoder.replies] == [reply]


@pytest.mark.parametrize("begun", ["\x1b[?62;", "\x1b_Gi=31", "\x1bP>|XTe"])
def test_an_answer_that_breaks_off_is_no_key(begun: str) -> None:
    """An answer that never ends is forgotten."""
    decoder = Decoder()
    assert decoder.feed(begun.encode()) + decoder.flush() == []
    assert decoder.feed(b" ") == [Command.PAUSE]


@given(st.binary(max_size=60), st.lists(st.integers(0, 60), max_size=4))
def test_pieces(raw: bytes, cuts: list[int]) -> None:
    """However bytes are cut into pieces, they are the same keys."""
    whole, pieces = Decoder(), Decoder()
    places = sorted({0, len(raw), *(cut for cut in cuts if cut < len(raw))})
    got = [one for start, end in itertools.pairwise(places) for one in pieces.feed(raw[start:end])]
    assert got + pieces.flush() == whole.feed(raw) + whole.flush()


@given(st.binary(max_size=3 * LONGEST))
def test_keys_are_never_lost(noise: bytes) -> None:
    """After whatever noise, once it has been quiet for a moment, the next key is heard."""
    decoder = Decoder()
    decoder.feed(noise)
    decoder.flush()
    assert decoder.feed(b"  ")[-1] is Command.PAUSE


def test_noise_without_end() -> None:
    """A string that never ends takes no more than so many characters, even when nothing is ever quiet."""
    decoder = Decoder()
    decoder.feed(b"\x1b]" + b"x" * LONGEST)
    assert decoder.feed(b" ") == [Command.PAUSE]


def test_digits_and_enter() -> None:
    """Digits are commands that carry their digit, and Enter is one of its own, however a terminal sends it."""
    found = Decoder().feed(b"0123456789\r\n")
    assert [command.digit for command in found] == [*range(10), None, None]
    assert found[10:] == [Command.ENTER, Command.ENTER]
    assert Decoder().feed("٣".encode()) == [Command.OTHER]
