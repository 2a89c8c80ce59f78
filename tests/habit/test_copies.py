"""Conflict copies folded into the journal: every line of every machine, once."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facecoach.habit import copies, journal
from facecoach.habit.copies import fold

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
NAMES = (
    "journal (conflicted copy 2026-11-20).jsonl", "journal.sync-conflict-20261120-120000-ABCDEFG.jsonl",
    "journal-2.jsonl", "journal (1).jsonl",
)  # fmt: skip


def filled(folder: Path, own: bytes, **others: bytes) -> Path:
    """Fill a folder with a journal and copies of it, named by their number."""
    (folder / journal.NAME).write_bytes(own)
    for number, raw in others.items():
        (folder / NAMES[int(number[1:])]).write_bytes(raw)
    return folder


def test_what_is_missing_is_added(tmp_path: Path) -> None:
    """The journal stays as it is, what it lacks stands behind it, and the copy has another name and every byte."""
    filled(tmp_path, b'{"id": "a"}\n{"id": "b"}\n', _0=b'{"id": "a"}\n{"id": "c"}\n')
    (done,) = fold(tmp_path, NOW)
    assert (tmp_path / journal.NAME).read_bytes() == b'{"id": "a"}\n{"id": "b"}\n{"id": "c"}\n'
    assert (done.added, done.aside.read_bytes()) == (1, b'{"id": "a"}\n{"id": "c"}\n')
    assert journal.files(tmp_path) == [str(tmp_path / journal.NAME)]
    assert not (tmp_path / NAMES[0]).exists()


def test_versions_of_a_record_all_stay(tmp_path: Path) -> None:
    """Two lines under one id are two lines: which of them holds is decided where they are read."""
    filled(tmp_path, b'{"id": "a", "n": 1}\n', _1=b'{"id": "a", "n": 2}\r\n', _2=b'{"id": "a", "n": 2}')
    assert [done.added for done in fold(tmp_path, NOW)] == [1, 0]


def test_folded_once(tmp_path: Path) -> None:
    """What is folded in is not touched again; without a copy nothing is made."""
    assert fold(tmp_path / "nowhere", NOW) == []
    filled(tmp_path, b'{"id": "a"}\n', _0=b'{"id": "b"}\n')
    fold(tmp_path, NOW)
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    assert fold(tmp_path, NOW) == []
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before


def test_names_are_never_taken(tmp_path: Path) -> None:
    """The same copy coming twice within a second is put aside twice."""
    for record in (b'{"id": "b"}\n', b'{"id": "c"}\n'):
        (tmp_path / NAMES[1]).write_bytes(record)
        fold(tmp_path, NOW)
    assert len(list(tmp_path.glob("*.folded-*"))) == 2
    assert (tmp_path / journal.NAME).read_bytes() == b'{"id": "b"}\n{"id": "c"}\n'


def test_what_cannot_be_read_stays(tmp_path: Path) -> None:
    """A folder or a pipe of a copy's name is left where it is."""
    filled(tmp_path, b'{"id": "a"}\n')
    (tmp_path / NAMES[0]).mkdir()
    os.mkfifo(tmp_path / NAMES[1])
    assert fold(tmp_path, NOW) == []


lines = st.lists(st.sampled_from([b'{"id": "%d"}' % number for number in range(9)]), max_size=8)


@settings(deadline=None)  # each example waits for a disk
@given(lines, st.lists(lines, max_size=4), st.integers(0, 5))
def test_no_line_is_lost_or_doubled(own: list[bytes], others: list[list[bytes]], torn: int) -> None:
    """Whatever machines hold, also a torn last line, every line is in the journal afterwards, and no new one twice."""
    with TemporaryDirectory() as name:
        raw = b"".join(line + b"\n" for line in own)
        told = {f"_{number}": b"".join(line + b"\n" for line in other) for number, other in enumerate(others)}
        folder = filled(Path(name), raw[: len(raw) - (torn == 5)], **told)
        fold(folder, NOW)
        after = (folder / journal.NAME).read_bytes().splitlines()
        new = {line for other in others for line in other} - set(own)
        assert sorted(after) == sorted([*own, *new])


@pytest.mark.parametrize("killed_at", ["written", "before the rename"])
def test_killed_in_between(tmp_path: Path, killed_at: str) -> None:
    """Killed at any point, the next time folds in the rest, and no line is lost or doubled."""
    filled(tmp_path, b'{"id": "a"}\n', _0=b'{"id": "b"}\n{"id": "c"}\n')
    pid = os.fork()
    if not pid:
        if killed_at == "written":
            journal._write = _half  # noqa: SLF001 - the child is killed in the middle of a write
        else:
            copies._put_aside = _killed  # type: ignore[assignment]  # noqa: SLF001 - it never returns
        fold(tmp_path, NOW)
        os._exit(1)
    assert os.waitpid(pid, 0)[1] == signal.SIGKILL
    assert len(journal.files(tmp_path)) == 2
    fold(tmp_path, NOW)
    records = journal.read(tmp_path).records
    assert sorted(record["id"] for record in records) == ["a", "b", "c"]


def _killed(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _half(handle: int, line: bytes) -> None:
    os.write(handle, line[: len(line) // 2 + 3])
    _killed()
