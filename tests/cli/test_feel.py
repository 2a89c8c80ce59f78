"""How tight it feels: asked before and after, written down, shown over the weeks."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from facecoach.habit import journal
from facecoach.session.command import Command
from lines import FRIDAY, session, void
from world import Coach

SHORT = "name: Short\nsteps: [{zone: jaw, for: 20s, cue: Circle}]\n"
SEEN = (80, 24)
BEFORE, AFTER = "How", "ight now?"


def run(coach: Coach, *args: str, keys: list[tuple[float, Command]], terminal: tuple[int, int] | None = SEEN) -> str:
    """Run the short routine, asked how tight it feels, and return its output."""
    path = coach.write("short.yaml", SHORT)
    return coach("run", path, "--lead-in", "0", "--feel", *args, keys=keys, terminal=terminal).out


def feels(coach: Coach) -> list[object]:
    """Return what the journal's sessions say of how tight they felt."""
    return [record.get("feel") for record in coach.records]


def test_two_keys(coach: Coach) -> None:
    """A digit before and one after are the session's feel, and the summary says them."""
    out = run(coach, keys=[(2, Command.SIX), (25, Command.THREE)])
    assert feels(coach) == [{"before": 6, "after": 3}]
    assert "Felt: 6 before, 3 after" in out
    assert coach.records[0]["seconds"] == 20


def test_silence_and_enter_skip(coach: Coach) -> None:
    """Twenty seconds of silence, or Enter, skip the question, and nothing is made up."""
    run(coach, keys=[])
    run(coach, keys=[(1, Command.ENTER), (23, Command.ENTER)])
    run(coach, keys=[(1, Command.ENTER), (23, Command.ZERO)])
    assert feels(coach) == [None, None, {"after": 0}]
    assert coach.records[0]["started"] <= coach.records[0]["ended"]
    assert coach.records[1]["ended"][:19] == "2026-11-20T12:00:21"


def test_other_keys_are_no_answer(coach: Coach) -> None:
    """A key that is no answer leaves the question open."""
    run(coach, keys=[(1, Command.NEXT), (2, Command.FOUR), (23, Command.OTHER), (24, Command.TWO)])
    assert feels(coach) == [{"before": 4, "after": 2}]


@pytest.mark.parametrize(("command", "code"), [(Command.LEAVE, 3), (Command.INTERRUPT, 130), (Command.HANG_UP, 129)])
def test_left_at_the_question(coach: Coach, command: Command, code: int) -> None:
    """Someone who leaves at the question has not begun, and nothing is written down."""
    path = coach.write("short.yaml", SHORT)
    assert coach("run", path, "--feel", keys=[(1, command)], terminal=SEEN).code == code
    assert coach.records == []


def test_a_signal_at_the_end_loses_nothing(coach: Coach) -> None:
    """Whatever ends the question after the session, the session is completed."""
    run(coach, keys=[(1, Command.FIVE), (24, Command.TERMINATE)])
    (record,) = coach.records
    assert (record["outcome"], record["feel"]) == ("completed", {"before": 5})


def test_left_early_keeps_the_first_answer(coach: Coach) -> None:
    """A session left early keeps how it felt before, and is not asked about after."""
    out = run(coach, keys=[(1, Command.EIGHT), (14, Command.LEAVE), (15, Command.LEAVE)])
    assert feels(coach) == [{"before": 8}]
    assert AFTER not in out


def test_in_plain_lines(coach: Coach) -> None:
    """Lines in a terminal ask in a line and say what they noted."""
    out = run(coach, "--plain", keys=[(2, Command.SIX), (25, Command.THREE)])
    assert out.count("0 (not at all) to 9; Enter skips\n") == 2
    assert "Noted: 6\n" in out
    assert feels(coach) == [{"before": 6, "after": 3}]


@pytest.mark.parametrize("args", [[], ["--plain"], ["--json"]])
def test_never_in_a_pipe(coach: Coach, args: list[str]) -> None:
    """Where output is a pipe nothing is asked, also where keys could be pressed."""
    out = run(coach, *args, keys=[(2, Command.SIX)], terminal=None)
    assert "tight" not in out
    assert feels(coach) == [None]


def test_json_in_a_terminal_asks_nothing(coach: Coach) -> None:
    """Events are for scripts: there is no question among them."""
    out = run(coach, "--json", keys=[])
    assert all(json.loads(row)["event"] for row in out.splitlines())


def test_a_rehearsal_asks_nothing(coach: Coach) -> None:
    """What is never written down is not asked for."""
    assert "not at all" not in run(coach, "--no-log", keys=[])


def test_the_setting_asks(coach: Coach) -> None:
    """The setting asks as the option does, and `--no-feel` overrides it."""
    coach.write("settings.yaml", "feel: yes\n")
    path = coach.write("short.yaml", SHORT)
    coach("run", path, keys=[(1, Command.SEVEN)], terminal=SEEN)
    coach("run", path, "--no-feel", keys=[(1, Command.SEVEN)], terminal=SEEN)
    assert feels(coach) == [{"before": 7}, None]


def test_after_the_cautions(coach: Coach) -> None:
    """The question comes after the cautions, and before the lead-in."""
    path = coach.write("careful.yaml", f"avoid_if: [fever]\n{SHORT}")
    out = coach("run", path, "--feel", keys=[(1, Command.OTHER), (2, Command.ONE)], terminal=SEEN).out
    assert (
        out.index("Not today if") < out.index("not at all") < out.index("GET READY" if "GET READY" in out else "Circle")
    )
    assert feels(coach) == [{"before": 1}]


def test_no_streak_is_touched(coach: Coach) -> None:
    """How it felt changes nothing that the streak says."""
    coach("log", "quick")
    plain = coach("streak", "--json").out
    coach("undo")
    coach("log", "quick", "--feel", "9,0")
    assert json.loads(coach("streak", "--json").out) == json.loads(plain)


KEPT = {
    "id": "a", "routine": "short", "asked": "", "digest": "", "name": "Short", "day": "2026-11-20", "planned": 20.0,
    "started": "2026-11-20T11:59:00+00:00", "leg": 0, "offset": 12.0, "seconds": 12.0, "worked": [12.0],
    "zones": {"jaw": 12.0}, "updated": "2026-11-20T11:59:12+00:00", "outcome": "partial", "feel": {"before": 6},
}  # fmt: skip


def test_recovered_with_its_answer(coach: Coach) -> None:
    """A session that a crash cut off is written down with how it felt before it."""
    coach.write("running.json", json.dumps(KEPT))
    coach("streak")
    (record,) = coach.records
    assert (record["source"], record["feel"]) == ("recovered", {"before": 6})


@pytest.mark.parametrize("odd", [{"before": 11}, {"before": True}, "6,3", {"sometime": 3}, None])
def test_odd_feel_costs_no_session(coach: Coach, odd: object) -> None:
    """What makes no sense of how it felt is left out, and the session stands."""
    coach.write("running.json", json.dumps({**KEPT, "feel": odd}))
    coach("streak")
    assert feels(coach) == [None]


@pytest.mark.parametrize(
    ("given", "feel"), [("6,3", {"before": 6, "after": 3}), ("6,", {"before": 6}), (" , 0", {"after": 0})]
)
def test_log_feel(coach: Coach, given: str, feel: dict[str, int]) -> None:
    """`log --feel` notes what was felt, one of the two if the other is missing."""
    assert coach("log", "quick", "--feel", given).code == 0
    assert feels(coach) == [feel]


@pytest.mark.parametrize("given", ["10,3", "6", "a,b", ",", "-1,3", "6,3,1", "", "6.5,3", "٣,٣"])
def test_log_feel_ranges(coach: Coach, given: str) -> None:
    """What is no such pair is wrong usage, says the range, and writes nothing."""
    result = coach("log", "quick", "--feel", given)
    assert (result.code, coach.records) == (2, [])
    assert "from 0 (not at all) to 9" in result.err


def felt(weeks_ago: int, before: int | None = None, after: int | None = None, key: str = "") -> dict[str, object]:
    """Return a session of some weeks ago with how it felt, in the order in which a program writes it."""
    day = FRIDAY - timedelta(7 * weeks_ago)
    feel = {side: value for side, value in (("before", before), ("after", after)) if value is not None}
    return session(day, key or f"{weeks_ago}-{before}-{after}", feel=feel)


def filled(coach: Coach, *records: dict[str, object]) -> Coach:
    """Return the coach with these records in the journal."""
    coach.write("journal.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    return coach


def test_medians_of_a_week(coach: Coach) -> None:
    """`feel` has the medians of each week, before and after, beside the days practised; missing is missing."""
    filled(coach, felt(2, 6, 3), felt(2, 8, 4), felt(2, 7, 3), felt(1), felt(0, 5), felt(0, 6, key="b"))
    weeks = json.loads(coach("feel", "--json").out)["weeks"]
    assert [(week["before"], week["after"], week["days"], week["sessions"]) for week in weeks] == [
        (7, 3, 1, 3), (None, None, 1, 0), (5.5, None, 1, 2),
    ]  # fmt: skip
    assert [(week["week"], week["difference"], week["change"]) for week in weeks] == [
        ("2026-W45", -4, "less"), ("2026-W46", None, None), ("2026-W47", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "change"),
    [([(6, 6)], "none"), ([(5, 4), (6, 6)], "none"), ([(5, 4)], "less"), ([(4, 5)], "more"), ([(9, 1)] * 3, "less")],
)  # fmt: skip
def test_under_one_is_none(coach: Coach, pairs: list[tuple[int, int]], change: str) -> None:
    """A difference of the medians under 1 is called none."""
    filled(coach, *(felt(0, *pair, key=str(at)) for at, pair in enumerate(pairs)))
    (week,) = json.loads(coach("feel", "--json").out)["weeks"]
    assert week["change"] == change


def test_taken_back_and_ahead(coach: Coach) -> None:
    """What was taken back, is dated ahead or makes no sense shows nowhere."""
    odd = [felt(0, 5, 5, key="gone"), void("gone"), felt(-1, 5, 5), {**felt(0, 4, 4, key="odd"), "outcome": "x"}]
    filled(coach, *odd, {**felt(0, 3, 3, key="d"), "day": "x"})
    assert json.loads(coach("feel", "--json").out)["weeks"] == []


def test_what_the_program_wrote(coach: Coach) -> None:
    """Sessions read as rows and sessions read as records count alike."""
    coach("log", "quick", "--feel", "7,2")
    assert journal.read(coach.home).sessions
    (week,) = json.loads(coach("feel", "--json").out)["weeks"]
    assert (week["before"], week["after"]) == (7, 2)


def test_feel_as_csv(coach: Coach) -> None:
    """The table has a week a row, empty where something is missing."""
    filled(coach, felt(1, 6, 3), felt(0, 5))
    first, second = csv.DictReader(io.StringIO(coach("feel", "--csv").out))
    assert (first["before"], first["after"], first["change"]) == ("6", "3", "less")
    assert (second["before"], second["after"], second["difference"]) == ("5", "", "")
    assert coach("feel", "--csv", "--json").code == 2


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_picture(coach: Coach, columns: int) -> None:
    """The picture has two marks a week without colour, fits its screen, and says what it does not show."""
    filled(coach, *(felt(ago, 7 - ago % 3, 3) for ago in range(20) if ago != 4), felt(0, 3, 3))
    rows = coach("--no-color", "feel", terminal=(columns, 24)).screen(columns, 24)
    out = "\n".join(rows)
    assert rows[0].startswith("How tight")
    assert rows[22] == rows[23] == ""
    assert max(map(len, rows)) < columns
    assert "○" in out
    assert "●" in out
    assert "what was felt, not what caused it" in out
    assert "2026-10-19   " in out


def test_nothing_felt_yet(coach: Coach) -> None:
    """With nothing to show it says the one first step."""
    assert "facecoach run --feel" in coach("feel").out
    assert json.loads(coach("feel", "--json").out)["weeks"] == []


def test_history_has_it(coach: Coach) -> None:
    """The table of past sessions has how they felt in columns of their own."""
    coach("log", "quick", "--feel", "6,3")
    (row,) = csv.DictReader(io.StringIO(coach("history", "--csv").out))
    assert (row["feel_before"], row["feel_after"], row["source"]) == ("6", "3", "manual")
    assert json.loads(coach("history", "--json").out)[0]["feel"] == {"before": 6, "after": 3}


def test_table_is_rfc_4180(coach: Coach) -> None:
    """Lines end in CR LF, quotes are doubled, and the header is the same with and without sessions."""
    empty = coach("history", "--csv").out
    filled(coach, session("2026-11-20", name='A "b", c'))
    table = coach("history", "--csv").out
    assert table.startswith(empty)
    assert table.count("\n") == table.count("\r\n") == 2
    assert '"A ""b"", c"' in table
    assert empty.startswith("id,day,started,ended,routine,name,outcome,seconds,planned,source,zones,feel_before,")


def test_running_is_gone(coach: Coach) -> None:
    """After the second answer nothing is kept beside the journal."""
    run(coach, keys=[(2, Command.SIX), (25, Command.THREE)])
    assert not Path(coach.home / "running.json").exists()
