"""Sheets as people write them who do not know YAML: what is said of each, where, and what to write instead."""

from __future__ import annotations

from typing import NamedTuple

import pytest
import yaml

from facecoach import events
from facecoach.errors import FaultyFile, Finding
from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.routine.reader import read
from world import Coach

EXERCISES = Library(bundled(), bundled()).exercises()


class Sheet(NamedTuple):
    """Lines as they were written and as they were meant; the place of the mistake, and words of message and hint."""

    wrong: str
    right: str
    place: str
    words: str
    mend: str


TOP = "name: Jaw release\nsteps:\n"
STEP = "  - {zone: jaw, for: 60s, cue: Small circles}\n"
BLOCK = "  - zone: jaw\n    for: 60s\n    cue: "


def inside(cue: str, meant: str, column: int, words: str) -> Sheet:
    """Return a sheet whose one cue between brackets is at fault."""
    lead = f"{TOP}  - {{zone: jaw, for: 60s, cue: "
    quoted = f"'{meant}'" if '"' in meant else f'"{meant}"'
    return Sheet(f"{lead}{cue}}}\n", f"{lead}{quoted}}}\n", f"3:{column}", words, f"quotes: `cue: {quoted}`")


def begun(cue: str, meant: str, column: int, words: str, way: str = "put the text between quotes") -> Sheet:
    """Return a sheet whose one cue on a line of its own is at fault."""
    quoted = f"'{meant}'" if '"' in meant else f'"{meant}"'
    last = "\n  - zone: neck\n    for: 60s\n    cue: Stroke down\n"
    return Sheet(
        f"{TOP}{BLOCK}{cue}{last}", f"{TOP}{BLOCK}{quoted}{last}", f"5:{column}", words, f"{way}: `cue: {quoted}`"
    )


SHEETS = {
    "comma": inside("Small circles, slowly", "Small circles, slowly", 45, "a comma ends the text"),
    "commas": inside("Open, close, rest", "Open, close, rest", 36, "a comma ends the text"),
    "colon in brackets": inside("Now: slowly", "Now: slowly", 35, "a colon with a space behind it begins a field"),
    "number sign in brackets": inside("Press point #2", "Press point #2", 44, "a `#` behind a space begins a remark"),
    "bracket in brackets": inside("Press [here] now", "Press [here] now", 38, "`[` is a bracket"),
    "comma before fields": Sheet(
        f"{TOP}  - {{zone: jaw, cue: Open, close, for: 60s}}\n",
        f'{TOP}  - {{zone: jaw, cue: "Open, close", for: 60s}}\n',
        "3:26", "a comma ends the text", 'between quotes: `cue: "Open, close"`',
    ),
    "comma and a new line": Sheet(
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Circles,\n     slowly}}\n",
        f'{TOP}  - {{zone: jaw, for: 60s, cue: "Circles,\n     slowly"}}\n',
        "3:39", "a comma ends the text", 'quotes: `cue: "Circles, slowly"`',
    ),
    "decimal comma": Sheet(
        f"{TOP}  - {{zone: jaw, for: 1,5 min, cue: Go}}\n",
        f"{TOP}  - {{zone: jaw, for: 1.5 min, cue: Go}}\n",
        "3:23", "also that of a number", "write `for: 1.5 min`",
    ),
    "no space behind a name": Sheet(
        f"name:Jaw release\nsteps:\n{STEP}", f"{TOP}{STEP}", "1:5", "`name:` needs a space", "write `name: Jaw release`"
    ),
    "no space behind a zone": Sheet(
        f"{TOP}  - zone:jaw\n    for: 60s\n    cue: Go\n",
        f"{TOP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "3:9", "`zone:` needs a space", "write `zone: jaw`",
    ),
    "no space in brackets": Sheet(
        f"{TOP}  - {{zone: jaw, for:60s, cue: Go}}\n",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n",
        "3:20", "`for:` needs a space", "write `for: 60s`",
    ),
    "no space behind a dash": Sheet(
        f"{TOP}  -zone: jaw\n   for: 60s\n   cue: Go\n",
        f"{TOP} - zone: jaw\n   for: 60s\n   cue: Go\n",
        "3:3", "the dash needs a space", "write `- zone: jaw`",
    ),
    "a long dash": Sheet(
        f"{TOP}  \N{EN DASH} zone: jaw\n    for: 60s\n    cue: Go\n",
        f"{TOP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "3:3", "`\N{EN DASH}` begins no entry of a list", "write `- zone: jaw`",
    ),
    "a longer dash": Sheet(
        f"{TOP}  \N{EM DASH} use: neck-strokes\n",
        f"{TOP}  - use: neck-strokes\n",
        "3:3", "`\N{EM DASH}` begins no entry", "write `- use: neck-strokes`",
    ),
    "a long dash in a list of words": Sheet(
        f"name: R\nneeds:\n  - oil\n  \N{EN DASH} a towel\nsteps:\n{STEP}",
        f"name: R\nneeds:\n  - oil\n  - a towel\nsteps:\n{STEP}",
        "4:3", "begins no entry", "write `- a towel`",
    ),
    "numbers": Sheet(
        f"{TOP}  1. zone: jaw\n     for: 60s\n     cue: Go\n",
        f"{TOP}  -  zone: jaw\n     for: 60s\n     cue: Go\n",
        "3:3", "`1.` begins no entry", "write `- zone: jaw`",
    ),
    "colon in a text": begun("Now: the teeth apart", "Now: the teeth apart", 13, "a colon with a space behind it"),
    "apostrophe": begun("'Don't clench'", "Don't clench", 14, "this apostrophe ends the text"),
    "open apostrophe": begun(
        "'Let go", "Let go", 10, "the quote ' that opens here is never closed", "close it behind the text"
    ),
    "open quote": begun(
        '"Let go', "Let go", 10, 'the quote " that opens here is never closed', "close it behind the text"
    ),
    "curly quote": begun(
        '"Let go\N{RIGHT DOUBLE QUOTATION MARK}', "Let go", 10, "is never closed", "close it behind the text"
    ),
    "quote in quotes": begun('"Say "ah" and hold"', 'Say "ah" and hold', 15, "the text ends at this quote"),
    "at": begun("@ the corner", "@ the corner", 10, "a text cannot begin with `@`"),
    "exclamation mark": begun("!Gently press", "!Gently press", 10, "a text cannot begin with `!`"),
    "lone exclamation mark": begun("! gently", "! gently", 10, "a text cannot begin with `!`"),
    "ampersand": begun("&gently press", "&gently press", 10, "a text cannot begin with `&`"),
    "asterisks": begun("*gently* press", "*gently* press", 10, "a text cannot begin with `*`"),
    "percent": begun("%50 of your strength", "%50 of your strength", 10, "a text cannot begin with `%`"),
    "backtick": begun("`Let go`", "`Let go`", 10, "a text cannot begin with a backtick"),
    "bracket": begun("[both sides] circles", "[both sides] circles", 10, "a text cannot begin with `[`"),
    "greater": begun("> press harder", "> press harder", 10, "a text cannot begin with `>`"),
    "tabs": Sheet(
        "name: Jaw release\nsteps:\n\t- zone: jaw\n\t  for: 60s\n\t  cue: Go\n",
        f"{TOP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "3:1", "a tab", "write 2 spaces in place of each tab, here and in 2 more lines",
    ),
    "one tab": Sheet(
        f"{TOP}  - zone: jaw\n\tfor: 60s\n    cue: Go\n",
        f"{TOP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "4:1", "a tab", "write 4 spaces",
    ),
    "open bracket": Sheet(
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go\n{STEP}",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n{STEP}",
        "3:5", "this `{` is never closed", "close it at the end of line 3: `- {zone: jaw, for: 60s, cue: Go}`",
    ),
    "open list": Sheet(
        f"name: R\nneeds: [clean hands, oil\nsteps:\n{STEP}",
        f"name: R\nneeds: [clean hands, oil]\nsteps:\n{STEP}",
        "2:8", "this `[` is never closed", "`needs: [clean hands, oil]`",
    ),
    "other bracket": Sheet(
        f"name: R\nneeds: [clean hands, oil}}\nsteps:\n{STEP}",
        f"name: R\nneeds: [clean hands, oil]\nsteps:\n{STEP}",
        "2:25", "`}` cannot close what `[` opened", "write `[clean hands, oil]`",
    ),
    "unopened bracket": Sheet(
        f"{TOP}  - zone: jaw, for: 60s, cue: Go}}\n",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n",
        "3:5", "a `{` is missing here", "write `- {zone: jaw, for: 60s, cue: Go}`",
    ),
    "no brackets": Sheet(
        f"{TOP}  - zone: jaw, for: 60s, cue: Go\n",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n",
        "3:5", "several fields on one line", "write `- {zone: jaw, for: 60s, cue: Go}`",
    ),
    "bracket too many": Sheet(
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}}}\n",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n",
        "3:35", "nothing is open that this `}` could close", "take it away",
    ),
    "no comma": Sheet(
        f"{TOP}  - {{zone: jaw for: 60s, cue: Go}}\n",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n",
        "3:15", "a comma is missing before `for`", "write `zone: jaw, for: 60s`",
    ),
    "semicolon": Sheet(
        f"{TOP}  - {{zone: jaw; for: 60s, cue: Go}}\n",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n",
        "3:15", "not by `;`", "write `zone: jaw, for: 60s`",
    ),
    "no colon": Sheet(
        f"name Jaw release\nsteps:\n{STEP}", f"{TOP}{STEP}", "1:5", "a colon is missing", "write `name: Jaw release`"
    ),
    "equals sign": Sheet(
        f"name = Jaw release\nsteps:\n{STEP}", f"{TOP}{STEP}", "1:5", "a colon is missing", "write `name: Jaw release`"
    ),
    "too far right": Sheet(
        f"{TOP}  - zone: jaw\n      for: 60s\n    cue: Go\n",
        f"{TOP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "4:7", "begins in column 7, and belongs in column 5", "put 4 spaces before `for`, in line with `zone`",
    ),
    "too far left": Sheet(
        f"{TOP}  - zone: jaw\n   for: 60s\n    cue: Go\n",
        f"{TOP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "4:4", "begins in column 4, and belongs in column 5", "put 4 spaces before `for`, in line with `zone`",
    ),
    "first line set in": Sheet(
        f" name: Jaw release\nsteps:\n{STEP}", f"{TOP}{STEP}", "1:2", "belongs in column 1", "put no spaces before"
    ),
    "an entry too far right": Sheet(
        f"{TOP}{STEP}     - zone: jaw\n       for: 60s\n       cue: Go\n",
        f"{TOP}{STEP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "4:6", "belongs in column 3", "before `- zone`, in line with `- {zone`, and move the lines below it as far",
    ),
    "no dash": Sheet(
        f"{TOP}{BLOCK}Go\n   zone: neck\n    for: 60s\n    cue: Stroke\n",
        f"{TOP}{BLOCK}Go\n  - zone: neck\n    for: 60s\n    cue: Stroke\n",
        "6:4", "a dash is missing", "write `- zone: neck`",
    ),
    "no brackets and no commas": Sheet(
        f"{TOP}  - zone: jaw for: 60s cue: Go\n",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n",
        "3:5", "several fields on one line", "write `- {zone: jaw, for: 60s, cue: Go}`",
    ),
    "comma behind brackets": Sheet(
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}},\n{STEP}",
        f"{TOP}  - {{zone: jaw, for: 60s, cue: Go}}\n{STEP}",
        "3:35", "no comma stands between lines", "take it away: `- {zone: jaw, for: 60s, cue: Go}`",
    ),
    "comma in brackets in brackets": Sheet(
        "{name: R, steps: [{zone: jaw, for: 60s, cue: Go, slowly}]}\n",
        '{name: R, steps: [{zone: jaw, for: 60s, cue: "Go, slowly"}]}\n',
        "1:48", "a comma ends the text", 'quotes: `cue: "Go, slowly"`',
    ),
    "a text that goes on": Sheet(
        f"{TOP}{BLOCK}Circles\n    where it jumps\n",
        f"{TOP}{BLOCK}Circles\n      where it jumps\n",
        "6:5", "the text of `cue` goes on here", "begin it with 6 spaces",
    ),
    "a text that goes on like a field": Sheet(
        f"{TOP}{BLOCK}Circles, then\n    rest well\n",
        f"{TOP}{BLOCK}Circles, then\n      rest well\n",
        "6:5", "the text of `cue` goes on here", "begin it with 6 spaces",
    ),
    "no colon behind an everyday word": Sheet(
        f"{TOP}  - zone: jaw\n    cue: Go\n    for 60s\n",
        f"{TOP}  - zone: jaw\n    cue: Go\n    for: 60s\n",
        "5:8", "a colon is missing behind `for`", "write `for: 60s`",
    ),
    "a space from a word processor": Sheet(
        f"{TOP}  -\N{NO-BREAK SPACE}zone: jaw\n    for: 60s\n    cue: Go\n",
        f"{TOP}  - zone: jaw\n    for: 60s\n    cue: Go\n",
        "3:4", "not an ordinary space (U+00A0)", "type the space anew: `- zone: jaw`",
    ),
}  # fmt: skip


def faults(text: str) -> tuple[Finding, ...]:
    """Return what is found in a file of this text."""
    with pytest.raises(FaultyFile) as caught:
        read(text.encode(), "sheet.yaml", lambda: EXERCISES)
    return caught.value.findings


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with either of PyYAML's parsers: their messages and places differ, ours do not."""
    if request.param == "python":
        monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_said(sheet: Sheet) -> None:
    """A mistake is told alone, in its own words, where it is, with the line as it should be."""
    (found,) = faults(sheet.wrong)
    assert (f"{found.line}:{found.column}", found.code) == (sheet.place, "FC102")
    assert sheet.words in found.message
    assert sheet.mend in found.hint


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_mended(sheet: Sheet) -> None:
    """What the hint says to write is a routine."""
    assert read(sheet.right.encode(), "sheet.yaml", lambda: EXERCISES).steps


def test_all_at_once() -> None:
    """All mistakes of a file are told at once, and beside them what is wrong with what was meant."""
    text = (
        "name:Evening\nabout: Before sleep: let go\nneeds: [oil, towel\nsteps:\n"
        "  \N{EN DASH} {zone: jaw, for: 60s, cue: Circles, slowly}\n  -{zone: nek, for: 60s, cue: 'Don't press'}\n"
    )
    places = [f"{one.line}:{one.column} {one.code}" for one in faults(text)]
    assert places == [
        "1:5 FC102", "2:20 FC102", "3:8 FC102", "5:3 FC102", "5:39 FC102", "6:3 FC102", "6:12 FC103", "6:36 FC102",
    ]  # fmt: skip


def test_shown(coach: Coach) -> None:
    """`check` shows the line, a caret under the mistake, and the way out."""
    result = coach("check", coach.write("sheet.yaml", SHEETS["comma"].wrong))
    _, line, caret, tally = result.out.splitlines()
    assert result.code == 1
    assert line[caret.index("^")] == ","
    assert 'hint: put the text between quotes: `cue: "Small circles, slowly"`' in caret
    assert tally == "1 error in 1 file"
