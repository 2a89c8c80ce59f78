"""The journal's files: what is appended is read, and damage costs only itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facecoach.errors import CoachError
from facecoach.habit import journal

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GOOD = b'{"id": "a", "type": "session"}\n'
OTHER = b'{"id": "b", "type": "session"}\n'
WRITER = """
import sys
from datetime import UTC, datetime
from facecoach.habit import journal
for number in range(int(sys.argv[2])):
    stamp = journal.stamp(datetime.now(UTC), "2026-11-20")
    journal.append(sys.argv[1], {"id": stamp.id, "type": "session", "note": "x" * 5000})
"""


def ids(folder: Path) -> list[str]:
    """Return the ids that are read."""
    return [record["id"] for record in journal.read(folder).records]


def kept(folder: Path, raw: bytes, name: str = journal.NAME) -> tuple[list[str], list[str]]:
    """Write a file as it is and return the ids read from it and the places of damage."""
    (folder / name).write_bytes(raw)
    lines = journal.read(folder)
    return [str(record.get("id")) for record in lines.records], [Path(place).name for place in lines.damaged]


def writer(folder: Path, records: int) -> subprocess.Popen[bytes]:
    """Start a process that appends records."""
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder), str(records)])


def test_nothing_there(tmp_path: Path) -> None:
    """A missing folder holds nothing and is not made by reading."""
    assert journal.read(tmp_path / "none").records == []
    assert not (tmp_path / "none").exists()


@given(fields=st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())))
def test_what_is_appended_is_read(tmp_path_factory: pytest.TempPathFactory, fields: dict[str, Any]) -> None:
    """Whatever JSON can say comes back as it was, unknown keys too."""
    folder = tmp_path_factory.mktemp("journal")
    try:
        written = journal.append(folder, {"id": "a", "fields": fields})
    except UnicodeEncodeError:
        return
    assert journal.read(folder).records == [written]


@pytest.mark.parametrize(
    ("raw", "read", "damaged"),
    [
        (GOOD + OTHER, ["a", "b"], []),
        (b"\xef\xbb\xbf" + GOOD + OTHER, ["a", "b"], []),
        (GOOD.replace(b"\n", b"\r\n") + OTHER, ["a", "b"], []),
        (GOOD + b"\n  \n" + OTHER.rstrip(), ["a", "b"], []),
        (GOOD + b'{"id": "torn", "zo', ["a"], ["journal.jsonl:2"]),
        (GOOD + b'{"id": "torn", "zo\n' + OTHER, ["a", "b"], ["journal.jsonl:2"]),
        (b"\x00" * 40 + b"\n" + GOOD, ["a"], ["journal.jsonl:1"]),
        (b"\xff\xfe\n" + GOOD, ["a"], ["journal.jsonl:1"]),
        (GOOD + b"[1, 2]\n3\nnull\n" + OTHER, ["a", "b"], ["journal.jsonl:2", "journal.jsonl:3", "journal.jsonl:4"]),
        (GOOD.rstrip() + b", " + OTHER, [], ["journal.jsonl:1"]),
        (b'{"id": [1\n2]}\n' + GOOD, ["a"], ["journal.jsonl:1", "journal.jsonl:2"]),
        (b'{"id": "x", "seconds": NaN}\n' + GOOD, ["a"], ["journal.jsonl:1"]),
        (b"[" * 100_000 + b"\n" + GOOD, ["a"], ["journal.jsonl:1"]),
        (b"{" + b"9" * 6000 + b"\n" + GOOD, ["a"], ["journal.jsonl:1"]),
        (b"x" * 10_000_000 + b"\n" + GOOD, ["a"], ["journal.jsonl:1"]),
        (b"", [], []),
    ],
)
def test_damage_costs_only_itself(tmp_path: Path, raw: bytes, read: list[str], damaged: list[str]) -> None:
    """Every whole line is read, whatever stands beside it, and each damaged one is named."""
    assert kept(tmp_path, raw) == (read, damaged)


def test_numbers_of_far_lines(tmp_path: Path) -> None:
    """A damaged line far down is named by its own number."""
    read, damaged = kept(tmp_path, GOOD * 9000 + b"damaged\n" + OTHER)
    assert (len(read), damaged) == (9001, ["journal.jsonl:9001"])


def test_long_lines(tmp_path: Path) -> None:
    """A record of hundreds of kilobytes is a record; a line of more than a megabyte is damaged, and only that."""
    long, longer = (
        json.dumps({"id": "long", "note": "é" * length}, ensure_ascii=False).encode() + b"\n"
        for length in (400_000, 5_000_000)
    )
    assert kept(tmp_path, GOOD + long + OTHER) == (["a", "long", "b"], [])
    assert kept(tmp_path, GOOD + longer + OTHER) == (["a", "b"], ["journal.jsonl:2"])


def test_every_file_beside_it(tmp_path: Path) -> None:
    """Conflict copies and synced files are read too; copies kept by a repair are not."""
    (tmp_path / "journal (conflict).jsonl").write_bytes(OTHER)
    (tmp_path / "journal.jsonl.bak-1").write_bytes(OTHER)
    (tmp_path / "journal.damaged.txt").write_bytes(OTHER)
    assert sorted(kept(tmp_path, GOOD)[0]) == ["a", "b"]


def test_append_after_a_torn_line(tmp_path: Path) -> None:
    """A record begins a line of its own behind a torn one."""
    (tmp_path / journal.NAME).write_bytes(GOOD + b'{"torn')
    journal.append(tmp_path, {"id": "c"})
    assert ids(tmp_path) == ["a", "c"]


def test_earlier_bytes_stay(tmp_path: Path) -> None:
    """An append leaves every byte before it as it was."""
    raw = b"\xef\xbb\xbf" + GOOD + b"damaged\r\n"
    (tmp_path / journal.NAME).write_bytes(raw)
    journal.append(tmp_path, {"id": "c"})
    assert (tmp_path / journal.NAME).read_bytes().startswith(raw)


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    """A journal that is a folder is an error, on reading and on writing."""
    (tmp_path / journal.NAME).mkdir()
    for use in (lambda: journal.read(tmp_path), lambda: journal.append(tmp_path, {}), lambda: journal.prove(tmp_path)):
        with pytest.raises(CoachError, match="cannot be"):
            use()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk(tmp_path: Path) -> None:
    """A full disk is an error, so that nothing is claimed to be written."""
    (tmp_path / journal.NAME).symlink_to("/dev/full")
    with pytest.raises(CoachError, match="no space left"):
        journal.append(tmp_path, {"id": "a"})


def test_ids_sort_by_time() -> None:
    """An id written later sorts later, and no two are alike."""
    made = [journal.new_id(NOW) for _ in range(100)]
    assert len(set(made)) == 100
    assert max(made) < journal.new_id(NOW.replace(second=1))


def test_twenty_writers(tmp_path: Path) -> None:
    """Twenty programs that append at once lose nothing, in a journal that began with a torn line."""
    (tmp_path / journal.NAME).write_bytes(b'{"torn')
    writers = [writer(tmp_path, 10) for _ in range(20)]
    assert [process.wait(60) for process in writers] == [0] * 20
    lines = journal.read(tmp_path)
    assert (len({record["id"] for record in lines.records}), len(lines.damaged)) == (200, 1)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_killed_while_appending(tmp_path: Path) -> None:
    """A program killed in the middle of its appends loses at most the one under way, and the next append is whole."""
    process = writer(tmp_path, 1_000_000)
    while not (tmp_path / journal.NAME).exists() or (tmp_path / journal.NAME).stat().st_size < 200_000:
        assert process.poll() is None
    process.kill()
    process.wait(60)
    written = (tmp_path / journal.NAME).read_bytes().count(b"\n")
    journal.append(tmp_path, {"id": "after"})
    lines = journal.read(tmp_path)
    assert (len(lines.records), len(lines.damaged) <= 1, lines.records[-1]["id"]) == (written + 1, True, "after")


def test_a_replaced_file_is_found(tmp_path: Path) -> None:
    """A program that waits for a journal that is replaced meanwhile writes to the new one."""
    journal.append(tmp_path, {"id": "a"})
    claimed = journal.claim(tmp_path)
    waiting = writer(tmp_path, 1)
    (tmp_path / "fresh").write_bytes(GOOD)
    (tmp_path / "fresh").replace(tmp_path / journal.NAME)
    os.close(claimed)
    assert waiting.wait(60) == 0
    assert len(ids(tmp_path)) == 2


def test_appends_wait_for_each_other(tmp_path: Path) -> None:
    """A program that appends waits as long as another one has claimed the journal."""
    journal.append(tmp_path, {"id": "a"})
    claimed = journal.claim(tmp_path)
    waiting = writer(tmp_path, 1)
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.wait(1)
    assert ids(tmp_path) == ["a"]
    os.close(claimed)
    assert waiting.wait(60) == 0
    assert len(ids(tmp_path)) == 2
