"""`import` and `export --habits`: days from elsewhere, taken in once and whole, and taken along again."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from facecoach.habit import archive, loop
from facecoach.habit.table import MOST_ROWS
from lines import diary, session
from world import Coach, Result

HEAD = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
)
HABITS = (
    f"{HEAD}001,Morning,YES_NO,,,1,1,#FF8F00,,,,false\n002,Drink water,YES_NO,,,1,1,#FF8F00,,,,false\n"
    "003,Face minutes,NUMERICAL,,,1,1,#FF8F00,min,AT_LEAST,5.0,false\n"
    "004,Coffee,NUMERICAL,,,1,1,#FF8F00,cups,AT_MOST,2.0,false\n"
)
MARKS = (
    'Date,Value,Notes\n2026-11-19,YES_MANUAL,\n2026-11-18,YES_AUTO,\n2026-11-17,SKIP,"a, b"\n2026-11-16,NO,\n'
    "2026-11-15,UNKNOWN,\n2026-11-14,2,\n2026-11-13,1,\n2026-11-12,0,\n2026-11-11,3,\n2026-11-10,-1,\n"
)
MINUTES = "Date,Value,Notes\n2026-11-19,5000,\n2026-11-18,4999,\n2026-11-17,SKIP,\n2026-11-16,2,\n2026-11-15,12000,\n"
LOOP = {
    "Habits.csv": HABITS,
    "001 Morning/Checkmarks.csv": MARKS,
    "001 Morning/Scores.csv": "Date,Score\n2026-11-19,0.5\n",
    "002 Drink water/Checkmarks.csv": "Date,Value,Notes\n2026-11-19,YES_MANUAL,\n",
    "003 Face minutes/Checkmarks.csv": MINUTES,
    "004 Coffee/Checkmarks.csv": "Date,Value,Notes\n2026-11-19,1000,\n",
    "Checkmarks.csv": "Date,Morning,Drink water,Face minutes,Coffee,\n2026-11-19,YES_MANUAL,NO,NO,NO,\n",
    "Scores.csv": "Date,Morning,\n2026-11-19,0.5,\n",
}


def zipped(coach: Coach, files: dict[str, str] | dict[str, bytes], name: str = "loop.zip") -> str:
    """Write a zip and return its path."""
    coach.home.mkdir(exist_ok=True, parents=True)
    with zipfile.ZipFile(coach.home / name, "w", zipfile.ZIP_DEFLATED) as file:
        for inner, text in files.items():
            file.writestr(inner, text)
    return str(coach.home / name)


def days(coach: Coach) -> list[tuple[str, str]]:
    """Return the day and the routine of each session."""
    return sorted((record["day"], record["routine"]) for record in coach.records)


def test_only_what_was_ticked_by_hand(coach: Coach) -> None:
    """Of Loop's values a tick by hand is a session; its own ticks, skips and misses are counted and left out."""
    result = coach("import", zipped(coach, LOOP))
    assert result.code == 0
    assert days(coach) == [("2026-11-14", "morning"), ("2026-11-19", "morning")]
    assert "2 ticked by Loop itself" in result.out
    assert "Drink water" in result.out
    assert {record["source"] for record in coach.records} == {"import"}


def test_numbers_reach_their_target(coach: Coach) -> None:
    """A number at or over a thousand times the target is a session; a limit not to be passed is none."""
    path = zipped(coach, LOOP)
    assert coach("import", path, "--habit", "face minutes", "--routine", "quick").code == 0
    assert days(coach) == [("2026-11-15", "quick"), ("2026-11-19", "quick")]
    told = json.loads(coach("import", path, "--habit", "Coffee", "--routine", "desk", "--json").out)
    assert (told["new"], told["others"]["a number without a target to reach"]) == (0, 1)


def test_which_habit_has_to_be_said(coach: Coach) -> None:
    """A routine for several habits is wrong usage, and says their names; nothing is guessed."""
    result = coach("import", zipped(coach, LOOP), "--routine", "quick")
    assert (result.code, coach.records) == (2, [])
    assert "`Drink water`" in result.err
    result = coach("import", zipped(coach, LOOP), "--habit", "Drink wate", "--routine", "quick")
    assert (result.code, "did you mean `Drink water`?" in result.err) == (2, True)


def test_no_name_tells(coach: Coach) -> None:
    """Where no habit has a routine's name, it is said how to name it; with one habit alone the routine is enough."""
    path = zipped(coach, {"001 Gym/Checkmarks.csv": "Date,Value,Notes\n2026-11-19,YES_MANUAL,\n"})
    assert "--habit NAME --routine NAME" in coach("import", path).err
    assert coach("import", path, "--routine", "morning").code == 0
    assert days(coach) == [("2026-11-19", "morning")]


def test_a_dry_run_writes_nothing(coach: Coach) -> None:
    """`--dry-run` says what would be written, in words and as data, and leaves no byte."""
    path = zipped(coach, LOOP)
    result = coach("import", path, "--dry-run")
    assert "2 sessions would be written, 2026-11-14 to 2026-11-19" in result.out
    assert [one["day"] for one in json.loads(coach("import", path, "--dry-run", "--json").out)["sessions"]] == [
        "2026-11-19", "2026-11-14",
    ]  # fmt: skip
    assert not (coach.home / "journal.jsonl").exists()


def test_nothing_twice(coach: Coach) -> None:
    """Taken in again, also on another machine, nothing is there twice; what was taken back stays so."""
    path = zipped(coach, LOOP)
    coach("import", path)
    first = coach.records
    assert "0 sessions written; 2 are there already" in coach("import", path).out
    coach("undo", first[0]["id"])
    coach("import", path)
    assert len(coach.records) == 3
    (coach.home / "journal.jsonl").rename(coach.home / "old.txt")
    coach("import", path)
    assert [record["id"] for record in coach.records] == [record["id"] for record in first]


def test_a_day_done_with_the_program_is_there(coach: Coach) -> None:
    """A tick of a day on which the routine was done with the program adds no second session."""
    coach("log", "morning", "--on", "2026-11-19")
    coach("import", zipped(coach, LOOP))
    assert days(coach) == [("2026-11-14", "morning"), ("2026-11-19", "morning")]


@pytest.mark.parametrize(
    ("table", "routine"),
    [
        ("Date,Morning,Read,\n2026-11-19,2,0,\n2026-11-18,1,2,\n", ()),
        ("Date,Value,Notes\n2026-11-19,YES_MANUAL,\n", ("--routine", "morning")),
    ],
)
def test_a_table_alone(coach: Coach, table: str, routine: tuple[str, ...]) -> None:
    """One of Loop's tables is enough, with a column for each habit or for one."""
    assert coach("import", coach.write("Checkmarks.csv", table), *routine).code == 0
    assert days(coach) == [("2026-11-19", "morning")]


@pytest.mark.parametrize(
    "table",
    [
        "day,routine,minutes\n2026-11-19,morning,8\n2026-11-18,Morning,\n2026-11-18,quick,2.5\n",
        "\ufeffMinutes;Day;Routine\r\n8;2026-11-19;morning\r\n;2026-11-18;MORNING\r\n2.5;2026-11-18;quick\r\n",
        "2026-11-19,morning,8\n2026-11-18,morning\n2026-11-18,quick,2.5\n",
    ],
)
def test_ones_own_table(coach: Coach, table: str) -> None:
    """A table of day, routine and minutes is read in any order of its columns, with and without a header."""
    assert coach("import", coach.write("mine.csv", table)).code == 0
    assert [(record["day"], record["seconds"]) for record in coach.records] == [
        ("2026-11-19", 480), ("2026-11-18", 600), ("2026-11-18", 150),
    ]  # fmt: skip


def test_twice_a_day_is_two_sessions(coach: Coach) -> None:
    """Of one day and routine as many are added as a table has more than the journal; never more when run again."""
    path = coach.write("mine.csv", "day,routine\n2026-11-19,classics\n2026-11-19,classics\n")
    coach("log", "classics", "--on", "yesterday")
    for _ in range(3):
        coach("import", path)
    assert len(coach.records) == 2


def test_past_sessions_are_known(coach: Coach) -> None:
    """What `history --csv` wrote is read back to the same days, and adds nothing where it came from."""
    for args in (("quick", "--minutes", "1"), ("quick",), ("morning", "--on", "yesterday")):
        coach("log", *args)
    path = coach.write("history.csv", coach("history", "--csv").out)
    assert "0 sessions written; 3 are there already" in coach("import", path).out
    other = Coach(coach.home / "other")
    other("import", path)
    assert days(other) == days(coach)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("day,routine\n2026-11-19,morning\n2026-13-01,morning\n", "mine.csv:3`: `2026-13-01` is not a day"),
        ("day,routine\n2026-11-21,morning\n", "mine.csv:2`: `2026-11-21` is out of range"),
        ("day,routine\n1999-11-21,morning\n", "mine.csv:2`: `1999-11-21` is out of range"),
        ("day,routine\n20261119,morning\n", "mine.csv:2`: `20261119` is not a day"),
        ("day,routine\n2026-11-19,mornin\n", "did you mean `morning`?"),
        ("day,routine\n2026-11-19,/etc/passwd\n", "mine.csv:2`: there is no routine `/etc/passwd`"),
        ("day,routine,minutes\n2026-11-19,morning,181\n", "over 0 to 180"),
        ("day,routine,minutes\n2026-11-19,morning,0\n", "over 0 to 180"),
        ("day,routine,minutes\n2026-11-19,morning,1e3\n", "mine.csv:2"),
        ("day,routine,minutes\n2026-11-19,morning,nan\n", "mine.csv:2"),
        ("colour,size\nred,3\n", "none of Loop's tables"),
        ("", "it is empty"),
        ("\n\n \n", "it is empty"),
        ("Date,A,B,\n2026-11-19,2\n", "cells where there are"),
        ("Date,A,\n2026-11-19,maybe,\n", "`maybe` is no value"),
        ("Date,A,\nsoon,2,\n", "mine.csv:2`: `soon` is not a day"),
        (HABITS, "none of Loop's tables"),
        (f'day,routine\n2026-11-19,"{"x" * 200_000}\n', "no row of a table"),
        ("day,routine\n2026-11-19,a\rb\n", "no row of a table"),
        (f"day,routine{',' * 2000}\n", "more than 1000 columns"),
    ],
)
def test_told_with_the_line(coach: Coach, table: str, said: str) -> None:
    """What makes no sense is told with its line, and not even what stands before it is written."""
    result = coach("import", coach.write("mine.csv", table))
    assert (result.code, (coach.home / "journal.jsonl").exists()) == (1, False)
    assert said in result.err


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("day,routine\n2026-11-19,morning\n".encode("utf-16"), "UTF-16"),
        (b"day,routine\n2026-11-19,morning\n2026-11-18,m\xe4rz\n", "mine.csv:3`: this line is not in UTF-8"),
        (b"SQLite format 3\0", "a database"),
        (b"PK\x03\x04 and nothing", "cannot be read"),
        (b"\x00" * 100, "none of Loop's tables"),
    ],
)
def test_other_bytes(coach: Coach, raw: bytes, said: str) -> None:
    """Other encodings and other files are told as what they are."""
    path = Path(coach.write("mine.csv", ""))
    path.write_bytes(raw)
    assert said in coach("import", str(path)).err
    assert coach.records == []


def test_a_million_rows(coach: Coach) -> None:
    """A table of a million rows is refused at a line, not read for minutes."""
    small = "2026-11-19,morning\n" * (MOST_ROWS + 2)
    assert f"mine.csv:{MOST_ROWS + 1}`" in coach("import", coach.write("mine.csv", small)).err
    assert "larger than 8 MiB" in coach("import", coach.write("mine.csv", small * 20)).err
    assert coach.records == []


def refused(coach: Coach, files: dict[str, str] | dict[str, bytes]) -> Result:
    """Import a zip of which nothing may be taken in."""
    result = coach("import", zipped(coach, files))
    assert (result.code, coach.records) == (1, [])
    return result


def test_a_bomb(coach: Coach) -> None:
    """A zip that unpacks to more than it should is refused before it does."""
    bomb = {"001 A/Checkmarks.csv": b"2026-11-19,2,\n" * 10_000_000}
    assert "8 MiB come out" in refused(coach, bomb).err


@pytest.mark.parametrize("name", ["../../evil.csv", "/etc/passwd", "C:/evil.csv", "a/..\\..\\evil.csv"])
def test_paths_out_of_the_archive(coach: Coach, name: str) -> None:
    """A path that leads out of an archive refuses all of it."""
    assert "leads out of the archive" in refused(coach, {**LOOP, name: "x"}).err


def test_a_zip_in_a_zip(coach: Coach) -> None:
    """A zip within a zip is not opened, whatever it is called."""
    inner = Path(zipped(coach, LOOP, "inner.zip")).read_bytes()
    assert "holds no `Checkmarks.csv`" in refused(coach, {"inner.zip": inner}).err
    assert "a zip within" in refused(coach, {"001 A/Checkmarks.csv": inner}).err


def test_a_broken_zip(coach: Coach) -> None:
    """A zip that is cut off, or lies, is told as broken."""
    path = Path(zipped(coach, LOOP))
    raw = path.read_bytes()
    for broken in (raw[: len(raw) // 2], raw[:200] + b"\xff" * 200 + raw[400:]):
        path.write_bytes(broken)
        assert coach("import", str(path)).code == 1
        assert coach.records == []


def test_too_many_files(coach: Coach) -> None:
    """A zip of thousands of files is no export of Loop's."""
    assert "more than 2000 files" in refused(coach, {f"{n}/Checkmarks.csv": "" for n in range(2100)}).err


def test_no_such_file(coach: Coach) -> None:
    """A file that is not there, or is none, is told so."""
    assert "cannot be read" in coach("import", "nowhere.csv").err
    coach.write("folder/inside", "")
    assert "cannot be read" in coach("import", str(coach.home / "folder")).err


def test_in_one_go_or_not_at_all(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that is full half way nothing of an import stands in the journal."""
    coach("log", "quick")
    before = (coach.home / "journal.jsonl").read_bytes()
    write = os.write
    monkeypatch.setattr("facecoach.habit.journal.os.write", lambda handle, line: write(handle, line[: len(line) // 2]))
    result = coach("import", zipped(coach, LOOP))
    monkeypatch.undo()
    assert result.code == 1
    assert (coach.home / "journal.jsonl").read_bytes() == before


def test_there_and_back(coach: Coach) -> None:
    """`export --habits` and `import` come to the same days, as does Loop's layout of them."""
    for day in ("2026-11-01", "2026-11-02", "2026-11-19"):
        coach("log", "morning", "--on", day)
    for routine in ("quick", "quick", "evening"):
        coach("log", routine)
    coach("log", "morning", "--minutes", "1")
    path = str(coach.home / "days.zip")
    assert "Wrote 5 days of 3 routines" in coach("export", "--habits", path).out
    other = Coach(coach.home / "other")
    assert other("import", path).code == 0
    whole = sorted({(one["day"], one["routine"]) for one in coach.records if one["outcome"] == "completed"})
    assert days(other) == whole
    assert json.loads(other("streak", "--json").out)["current"] == json.loads(coach("streak", "--json").out)["current"]
    assert "0 sessions written; 5 are there already" in coach("import", path).out


def test_what_loop_reads(coach: Coach) -> None:
    """The archive holds the one table that Loop takes in, and names that no folder can be led astray by."""
    coach.write("journal.jsonl", "".join(f"{json.dumps(one)}\n" for one in named('../../A, "b"')))
    coach("export", "--habits", str(coach.home / "days.zip"))
    with zipfile.ZipFile(coach.home / "days.zip") as file:
        names = file.namelist()
        bull = file.read("HabitBull.csv").decode().splitlines()
    assert names == ["Habits.csv", "001 ....A b/Checkmarks.csv", "HabitBull.csv"]
    assert bull[0] == "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText"
    assert bull[1] == '"../../A, ""b""",,,2026-11-19,1,'


def named(name: str) -> list[dict[str, object]]:
    """Return two days of a routine of a name."""
    return [one | {"name": name} for one in diary("xx")]


def test_export_writes_over_nothing(coach: Coach) -> None:
    """A file that is there stays, unless `--force` says otherwise; other endings and no sessions are refused."""
    assert "no completed session" in coach("export", "--habits", str(coach.home / "a.zip")).err
    coach("log", "quick")
    path = Path(coach.write("a.zip", "mine"))
    assert coach("export", "--habits", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert coach("export", "--habits", str(path), "--force").code == 0
    assert zipfile.is_zipfile(path)
    assert coach("export", "--habits", str(coach.home / "a.csv")).code == 2
    assert coach("export").code == 2


def test_the_same_bytes(coach: Coach) -> None:
    """The same days are the same archive, whenever it is made."""
    files = loop.written({"A": []})
    assert archive.packed(files) == archive.packed(files)
    assert zipfile.ZipFile(io.BytesIO(archive.packed(files))).testzip() is None


def test_ten_thousand_days(coach: Coach) -> None:
    """A long history is taken in whole."""
    coach.write("journal.jsonl", f"{json.dumps(session('2026-11-20'))}\n")
    rows = "".join(
        f"20{year:02}-{month:02}-{day:02},quick\n"
        for year in range(26)
        for month in range(1, 13)
        for day in range(1, 29)
    )
    assert "8736 sessions written" in coach("import", coach.write("mine.csv", f"day,routine\n{rows}")).out
    assert json.loads(coach("streak", "--json").out)["total"]["sessions"] == 8737


def test_too_many_values(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table with more values than a life has days is refused at its line."""
    monkeypatch.setattr(loop, "MOST_CELLS", 5)
    table = "Date,A,B,\n" + "2026-11-19,0,0,\n" * 4
    assert "mine.csv:4`: more than 5 values" in coach("import", coach.write("mine.csv", table)).err
