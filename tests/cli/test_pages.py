"""The pages before and after a session: cautions read once, and what the session came to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.knowledge.conditions import CONDITIONS
from facecoach.screen.lettering import lettered
from facecoach.screen.live.closing import Closing, closed
from facecoach.screen.live.layout import Layout
from facecoach.screen.live.question import asked
from facecoach.screen.live.threshold import Cautions, paged, read
from facecoach.screen.spans import width
from facecoach.session.command import Command
from world import Coach

CAREFUL = "name: Careful\navoid_if: [fever, open-wound]\nsteps: [{zone: jaw, for: 20s, cue: Circle}]\n"
READ = "Not today if"
END = Closing(
    10, "MINUTES", "the whole routine", 30, "in a row", ("jaw", "neck"), (), "Today is done: 30 days in a row.", 8
)  # fmt: skip
sizes = st.tuples(st.integers(1, 240), st.integers(1, 70))


def words(layout: Layout) -> str:
    """Return the words of a layout without blanks."""
    return "".join("".join(text for _, _, one in layout.patches for text, _ in one).split())


def test_cautions_are_read_once(coach: Coach) -> None:
    """Before a routine's first session its cautions are read, for twenty seconds without a key; later they are not."""
    path = coach.write("careful.yaml", CAREFUL)
    first, again = (coach("run", path, terminal=(80, 24), keys=[]) for _ in range(2))
    assert READ in first.out
    assert all(CONDITIONS[name].sentence in first.out for name in ("fever", "open-wound"))
    assert READ not in again.out
    assert "Not with fever, open wound" in again.out
    assert [record["seconds"] for record in coach.records] == [20, 20]


def test_a_key_reads_on(coach: Coach) -> None:
    """A key begins the session at once."""
    path = coach.write("careful.yaml", CAREFUL)
    coach("run", path, terminal=(80, 24), keys=[(2.0, Command.OTHER)])
    (record,) = coach.records
    assert record["started"] < record["ended"]
    assert record["ended"].startswith("2026-11-20T12:00:27")


@pytest.mark.parametrize(("command", "code"), [(Command.LEAVE, 3), (Command.INTERRUPT, 130), (Command.TERMINATE, 143)])
def test_cautions_can_be_taken_to_heart(coach: Coach, command: Command, code: int) -> None:
    """Someone who leaves at the cautions has left, and nothing is written down."""
    result = coach("run", coach.write("careful.yaml", CAREFUL), terminal=(80, 24), keys=[(2.0, command)])
    assert result.code == code
    assert coach.records == []


def test_no_page_in_a_pipe(coach: Coach) -> None:
    """In a pipe the cautions are part of the first line, and nothing waits."""
    result = coach("run", coach.write("careful.yaml", CAREFUL))
    assert "Not with fever, open wound" in result.out
    assert READ not in result.out


def test_the_end_is_shown(coach: Coach) -> None:
    """In panels the end is a picture with the minutes and the days, for ten seconds or until a key."""
    path = coach.write("short.yaml", "name: Short\nsteps: [{zone: jaw, for: 20s, cue: Circle}]\n")
    result = coach("run", path, "--lead-in", "0", terminal=(80, 24), keys=[])
    assert "closes · by itself in 10 s" in result.out
    assert "by itself in 1 s" in result.out
    assert "by itself" not in coach("run", path, "--lead-in", "0", terminal=(80, 24), keys=[(5, Command.LEAVE)] * 2).out


@given(sizes)
def test_every_size(size: tuple[int, int]) -> None:
    """Both pages lie on a screen of any size."""
    for layout in (closed(END, *size), read(Cautions("Careful", ("A raised temperature",) * 9, 0, 20), *size)):
        assert all(0 <= x <= x + width(one) <= size[0] and 0 <= y < size[1] for x, y, one in layout.patches)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 16), (40, 12), (20, 5), (140, 45)])
def test_done_says_what_it_came_to(size: tuple[int, int]) -> None:
    """Minutes and days stand on the closing picture of every size, large or in words."""
    shown = words(closed(END, *size))
    large = lettered("MINUTES", 3)
    assert large
    assert "10minutes" in shown or "".join(large[1].split()) in shown
    assert "inarow" in shown or size == (20, 5)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5)])
def test_every_caution_is_read_whole(size: tuple[int, int]) -> None:
    """What does not fit on one page is on the next, to the last word."""
    sentences = tuple(condition.sentence for condition in CONDITIONS.values())
    pages = range(len(paged(sentences, *size)))
    told = "".join(words(partial(read, Cautions("All", sentences, page, 20))(*size)) for page in pages)
    lost = [one for one in sentences if "".join(one.split()[:2]) not in told]
    assert lost == []


@given(sizes, st.integers(0, 20))
def test_every_size_asks(size: tuple[int, int], seconds: int) -> None:
    """The question before a session lies on a screen of any size, and so does the one after it."""
    for layout in (asked("A name", seconds, *size), closed(replace(END, asks=True), *size)):
        assert all(0 <= x <= x + width(one) <= size[0] and 0 <= y < size[1] for x, y, one in layout.patches)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 16), (40, 12), (20, 5)])
def test_both_questions_are_seen(size: tuple[int, int]) -> None:
    """What is asked, and how to skip it, stands on the screens of every size."""
    for layout in (asked("A name", 20, *size), closed(replace(END, asks=True), *size)):
        assert "Enter" in words(layout)
        assert "tight" in words(layout).lower() or size[0] >= 80
        assert "0to9" in words(layout) or "0notatall" in words(layout)
