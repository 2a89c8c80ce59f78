"""The journal mended: nothing whole is lost, everything damaged is kept aside."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from facecoach.habit import journal
from facecoach.habit.repair import ASIDE, mend, sorted_lines

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
RAW = b'{"id": "a", "odd": 1}\n{"torn\n\n{"id": "b"}\r\n[3]\n{"id": "c"}'


def test_mend(tmp_path: Path) -> None:
    """The good lines stay as they are and in order, the bad ones move aside, and a copy of all is kept."""
    path = tmp_path / journal.NAME
    path.write_bytes(RAW)
    (done,) = mend(tmp_path, NOW)
    assert path.read_bytes() == b'{"id": "a", "odd": 1}\n{"id": "b"}\r\n{"id": "c"}\n'
    assert (tmp_path / ASIDE).read_bytes() == b'{"torn\n[3]\n'
    assert (done.copy.read_bytes(), done.kept, done.moved) == (RAW, 3, 2)


def test_mended_once(tmp_path: Path) -> None:
    """What is mended is not touched again, and nothing is left behind."""
    (tmp_path / journal.NAME).write_bytes(RAW)
    mend(tmp_path, NOW)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert (mend(tmp_path, NOW), sorted(path.name for path in tmp_path.iterdir())) == ([], names)


def test_each_repair_keeps_its_copy(tmp_path: Path) -> None:
    """Two repairs in one second leave two copies and both damaged lines."""
    for damage in (b"one\n", b"two\n"):
        (tmp_path / journal.NAME).write_bytes(damage)
        mend(tmp_path, NOW)
    assert len(list(tmp_path.glob("*.bak-*"))) == 2
    assert (tmp_path / ASIDE).read_bytes() == b"one\ntwo\n"


def test_every_file_is_mended(tmp_path: Path) -> None:
    """Conflict copies are mended too, and copies are never read as journals."""
    (tmp_path / journal.NAME).write_bytes(b'{"id": "a"}\n')
    (tmp_path / "journal-2.jsonl").write_bytes(b'{"id": "b"}\ndamaged\n')
    mend(tmp_path, NOW)
    lines = journal.read(tmp_path)
    assert (len(lines.records), lines.damaged) == (2, [])


def test_nothing_there(tmp_path: Path) -> None:
    """Where there is no journal none is made."""
    assert mend(tmp_path, NOW) == []
    assert list(tmp_path.iterdir()) == []


@given(st.lists(st.sampled_from([b'{"id": 1}', b"{", b"\xff", b"  ", b"7", b'{"a": "\xc3\xa9"}\r', b""])))
def test_no_line_is_lost(rows: list[bytes]) -> None:
    """Each written line is either good or bad, and each group keeps its order."""
    good, bad = sorted_lines(b"\n".join(rows))
    written = [row for row in rows if row.strip()]
    assert sorted(good + bad) == sorted(written)
    assert [row for row in written if row in good] == good
    assert [row for row in written if row in bad] == bad
