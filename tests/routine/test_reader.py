"""A routine file's faults: what is said of each, and where."""

from __future__ import annotations

import pytest

from facecoach.errors import FaultyFile, Finding
from facecoach.routine.reader import read
from facecoach.screen.pages.report import drawn, one_line
from facecoach.screen.spans import worded
from facecoach.screen.theme import Screen

STEP = "  - {zone: jaw, for: 60s, cue: Go}\n"
HEAD = "name: R\nsteps:\n"


def faults(text: str) -> list[tuple[int, int, str, str]]:
    """Return line, column, code and message of all that is wrong."""
    with pytest.raises(FaultyFile) as caught:
        read(text.encode(), "r.yaml")
    return [(one.line, one.column, one.code, one.message) for one in caught.value.findings]


def hint(text: str) -> str:
    """Return the hint of the first fault."""
    with pytest.raises(FaultyFile) as caught:
        read(text.encode(), "r.yaml")
    return caught.value.findings[0].hint


FORMS = [
    ("just words\n", 1, 1, "FC107", "the file must be fields, as in `key: value`, not `just words`"),
    ("- a\n", 1, 1, "FC107", "the file must be fields, as in `key: value`, not a list"),
    ("steps:\n" + STEP, 1, 1, "FC105", "`name` is missing here"),
    ("name: R\n", 1, 1, "FC105", "`steps` is missing here"),
    ("name: R\nsteps: []\n", 2, 1, "FC105", "`steps` is empty"),
    ("name: R\nsteps:\n", 2, 7, "FC107", "`steps` must be a list, not empty"),
    ("name: R\nsteps: {a: 1}\n", 2, 8, "FC107", "`steps` must be a list, not fields"),
    (HEAD + "  - jaw\n", 3, 5, "FC107", "`steps` must be fields, as in `key: value`, not `jaw`"),
    (HEAD + "  - {for: 60s, cue: Go}\n", 3, 5, "FC105", "`zone` is missing here"),
    (HEAD + "  - {zone: jwa, for: 60s, cue: Go}\n", 3, 12, "FC103", "unknown zone `jwa`"),
    (HEAD + "  - {zone: [jaw], for: 60s, cue: Go}\n", 3, 12, "FC107", "`zone` must be one word, not a list"),
    (HEAD + "  - {zone: jaw, fro: 60s, cue: Go}\n", 3, 17, "FC104", "unknown field `fro`"),
    (HEAD + "  - {zone: jaw, for: 60s}\n", 3, 5, "FC105", "a step needs a `cue`, or `moves`"),
    (HEAD + "  - {zone: jaw, cue: Go}\n", 3, 5, "FC105", "this step does not say how long it lasts"),
    (HEAD + "  - {zone: jaw, for: soon, cue: Go}\n", 3, 22, "FC108", "`soon` is not a duration"),
    (HEAD + "  - {zone: jaw, for: 0s, cue: Go}\n", 3, 22, "FC108", "`0s` is out of range"),
    (HEAD + "  - {zone: jaw, for: 61m, cue: Go}\n", 3, 22, "FC108", "`61m` is out of range"),
    (HEAD + "  - {zone: jaw, for: .nan, cue: Go}\n", 3, 22, "FC108", "`.nan` is not a duration"),
    (HEAD + "  - {zone: jaw, for: [1], cue: Go}\n", 3, 22, "FC108", "this is not a duration"),
    (HEAD + "  - {zone: jaw, for: 9s, cue: ''}\n", 3, 31, "FC108", "`cue` is empty"),
    (HEAD + "  - {zone: jaw, for: 9s, cue: [Go]}\n", 3, 31, "FC107", "`cue` must be text, not a list"),
    (HEAD + "  - {zone: jaw, for: 9s, reps: 3, hold: 3s, cue: Go}\n", 3, 26, "FC109", "`for` and `reps` cannot both"),
    (HEAD + "  - {zone: jaw, reps: 3, cue: Go}\n", 3, 17, "FC105", "`reps` needs a `hold`"),
    (HEAD + "  - {zone: jaw, reps: three, hold: 3s, cue: Go}\n", 3, 23, "FC107", "`reps` must be a whole number"),
    (HEAD + "  - {zone: jaw, reps: 101, hold: 3s, cue: Go}\n", 3, 23, "FC108", "`reps` must be at most 100"),
    (HEAD + "  - {zone: jaw, reps: 0, hold: 3s, cue: Go}\n", 3, 23, "FC108", "`reps` must be at least 1"),
    (HEAD + "  - {zone: jaw, for: 9s, rest: 3s, cue: Go}\n", 3, 26, "FC109", "`rest` needs `reps`"),
    (HEAD + "  - {zone: jaw, for: 9s, cue: Go, stroke: neck}\n", 3, 43, "FC103", "unknown stroke `neck`"),
    (HEAD + "  - {zone: jaw, for: 9s, cue: Go, face: {mouth: [o, oo]}}\n", 3, 53, "FC103", "unknown mouth `oo`"),
    (
        HEAD + "  - {zone: jaw, for: 9s, cue: Go, face: o}\n",
        3,
        41,
        "FC107",
        "`face` must be fields, as in `key: value`",
    ),
    (
        HEAD + "  - zone: jaw\n    moves:\n      - {cue: Go}\n",
        5,
        9,
        "FC105",
        "this move does not say how long it lasts",
    ),
    (
        HEAD + "  - zone: jaw\n    for: 9s\n    moves: [{cue: Go, for: 8s}]\n",
        4,
        10,
        "FC109",
        "the moves last 0:08, but",
    ),
    (HEAD + "  - zone: jaw\n    cue: A\n    moves: [{cue: Go, for: 8s}]\n", 4, 5, "FC109", "`cue` beside `moves`"),
    ("name: R\nwhen: noon\nsteps:\n" + STEP, 2, 7, "FC103", "unknown when `noon`"),
    ("name: R\ndaily: 13\nsteps:\n" + STEP, 2, 8, "FC108", "`daily` must be at most 12"),
    ("name: R\ngoals: rest\nsteps:\n" + STEP, 2, 8, "FC107", "`goals` must be a list, not `rest`"),
    ("name: R\navoid_if: [acne]\nsteps:\n" + STEP, 2, 12, "FC103", "unknown condition `acne`"),
    ("name: R\nevidence: [x]\nsteps:\n" + STEP, 2, 12, "FC103", "unknown study `x`"),
    (f"name: {'R' * 61}\nsteps:\n" + STEP, 1, 7, "FC108", "`name` must have at most 60 characters"),
    ("name: R\nname: S\nsteps:\n" + STEP, 2, 1, "FC106", "`name` is written twice here, first on line 1"),
    (HEAD + STEP * 201, 3, 3, "FC108", "`steps` must have at most 200 entries"),
    (HEAD + "  - {zone: jaw, for: 2h, cue: Go}\n", 3, 22, "FC108", "`2h` is out of range"),
    (HEAD + "  - {zone: jaw, for: 60m, cue: Go}\n" * 4, 2, 1, "FC108", "the steps last 4:00:00; the most is 3 hours"),
]


@pytest.mark.parametrize(("text", "line", "column", "code", "message"), FORMS)
def test_forms(text: str, line: int, column: int, code: str, message: str) -> None:
    """Every form of error has its line, its column, its code and its sentence, and comes alone."""
    (found,) = faults(text)
    assert found[:3] == (line, column, code)
    assert found[3].startswith(message)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        (HEAD + "  - {zone: jwa, for: 60s, cue: Go}\n", "did you mean `jaw`? `facecoach zones` lists all 17"),
        (HEAD + "  - {zone: jaw, fro: 60s, for: 1s, cue: Go}\n", "did you mean `for`?"),
        (HEAD + "  - {zone: jaw, for: 1s, cue: Go, pressure: lite}\n", "did you mean `light`?"),
        ("name: R\navoid_if: [acne]\nsteps:\n" + STEP, "did you mean `active-acne`? `facecoach safety` lists"),
        ("name: R\ndaily: 13\nsteps:\n" + STEP, "How many times a day is the dose"),
        (HEAD + "  - {zone: jaw, for: 9s, cue: [Go]}\n", "What to do, in a sentence or two"),
        ("name: R\ngoals: rest\nsteps:\n" + STEP, "write it as a list: `goals: [rest]`"),
    ],
)
def test_hints(text: str, guess: str) -> None:
    """A fault proposes the near miss, or says what was expected."""
    assert hint(text).startswith(guess)


def test_all_at_once() -> None:
    """All faults of a file are told at once, in the order of the file."""
    text = "naem: R\nsteps:\n  - {zone: jwa, for: x, cue: Go}\n  - {zone: jaw, for: 9s, cue: Go, side: up}\n"
    expected = [(1, 1, "FC104"), (1, 1, "FC105"), (3, 12, "FC103"), (3, 22, "FC108"), (4, 41, "FC103")]
    assert [found[:3] for found in faults(text)] == expected


def test_at_most_fifty() -> None:
    """Of a hopeless file the first fifty faults are enough."""
    assert len(faults(HEAD + "".join(f"  - {{zone: z{n}}}\n" for n in range(120)))) == 50


def test_drawn() -> None:
    """A finding shows its place, the line, a caret under every letter at fault, and the hint."""
    finding = Finding(
        "r.yaml", 4, 11, "FC103", "unknown zone `jwa`", "did you mean `jaw`?", excerpt="  - zone: jwa", width=3
    )
    assert [worded(line) for line in drawn(finding, Screen(80, 24, "plain"))] == [
        "r.yaml:4:11: error FC103: unknown zone `jwa`",
        "    4 |   - zone: jwa",
        "      |           ^^^ hint: did you mean `jaw`?",
    ]
    assert one_line(finding) == "r.yaml:4:11: error FC103: unknown zone `jwa` (did you mean `jaw`?)"


@pytest.mark.parametrize("width", [40, 80, 100])
def test_drawn_in_a_terminal(width: int) -> None:
    """In a terminal no line is wider than it, the caret stays under its word, and the hint comes below if it must."""
    line = f"  - {{zone: neck, for: 1m, cue: {'go ' * 40}, pressure: firm}}"
    finding = Finding("r.yaml", 3, line.index("firm") + 1, "FC201", "too firm", "word " * 20, excerpt=line, width=4)
    _, excerpt, caret, *hints = map(worded, drawn(finding, Screen(width, 24, "mono")))
    assert max(map(len, (excerpt, caret, *hints))) <= width
    assert excerpt[caret.index("^") :].startswith("firm")
    assert " ".join(hints).count("word") == 20
