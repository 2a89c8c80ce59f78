"""The journal mended: nothing whole is lost, everything damaged is kept aside."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.habit import journal
from facecoach.habit.repair import ASIDE, judged, mend

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
    """Each written line is told once, in order, as a record or as damaged."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / journal.NAME
        path.write_bytes(b"\n".join(rows))
        told = list(judged(path))
    assert [line for line, _ in told] == [row + b"\n" for row in rows if row.strip()]
    assert all(whole == line.startswith(b'{"') for line, whole in told)


@pytest.mark.parametrize("end", [b"", b"\n", b'\n{"id": "b"}'])
@pytest.mark.parametrize("more", [0, 1, journal.LONGEST_LINE])
def test_a_line_without_bounds_moves_whole(tmp_path: Path, more: int, end: bytes) -> None:
    """A line too long for a record moves aside as one, to its last byte."""
    path, long = tmp_path / journal.NAME, b"x" * (journal.LONGEST_LINE + more)
    path.write_bytes(b'{"id": "a"}\n' + long + end)
    (done,) = mend(tmp_path, NOW)
    assert (done.kept, done.moved) == (1 + (len(end) > 1), 1)
    assert (tmp_path / ASIDE).read_bytes() == long + b"\n"


def test_nothing_is_not_moved(tmp_path: Path) -> None:
    """Of the NULs that a power cut leaves only the copy keeps hold, so that a huge file takes no room twice."""
    path, whole = tmp_path / journal.NAME, b'{"id": "a"}\n\0\0{"id"\0\n'
    path.write_bytes(whole)
    (done,) = mend(tmp_path, NOW)
    assert (tmp_path / ASIDE).read_bytes() == b'{"id"\n'
    assert done.copy.read_bytes() == whole


def test_a_copy_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file system has no links, the file is copied before it is mended."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / journal.NAME).write_bytes(b'{"id": "a"}\nx\n')
    (done,) = mend(tmp_path, NOW)
    assert done.copy.read_bytes() == b'{"id": "a"}\nx\n'
