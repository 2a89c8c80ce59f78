"""The rules of `check`: for each a routine that breaks it and one that does not."""

from __future__ import annotations

import pytest

from facecoach.errors import Finding
from facecoach.folders import bundled
from facecoach.form import validate
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.routine.reader import opened
from facecoach.routine.shelf import Entry
from facecoach.safety.rules import IDLE, RULES, Rule
from facecoach.safety.touch import worked
from facecoach.safety.verdict import judged

LIBRARY = Library(bundled() / "none", bundled())
CLEAN = "name: R\nabout: A\nneeds: [clean hands, oil]\nsteps:\n"
NAKED = "name: R\nabout: A\nsteps:\n"
FACE = "".join(
    f"  - {{title: T, zone: {zone}, for: 9s, cue: Circle, technique: friction}}\n"
    for zone in ("chin", "cheeks", "jaw", "nose")
)
NECK = "  - {title: T, zone: neck, for: 9s, cue: Glide, technique: effleurage}\n"
LYMPH = "  - {title: T, zone: cheeks, for: 9s, cue: Out, technique: lymphatic-drainage}\n"
CAUTIONS = (
    "avoid_if: [dental-surgery, mouth-ulcer, gum-infection, tooth-abscess, cold-sore, jaw-locked, jaw-dislocation, "
    "cancer-treatment-head-neck, bisphosphonates, anticoagulant, latex-allergy, strong-gag-reflex]\n"
)
THUMB = "  - {title: T, zone: inside-mouth, for: 9s, cue: Press, technique: acupressure, with: thumb}\n"


def findings(text: str) -> tuple[Finding, ...]:
    """Return what `check` finds in a text."""
    document = opened(text.encode(), "r.yaml", LIBRARY.exercises)
    return judged(document, worked(validate(Routine, document)))


def step(fields: str, head: str = CLEAN) -> str:
    """Return a routine of one step, in the cheeks unless its fields name a zone."""
    zone = "" if "zone:" in fields else "zone: cheeks, "
    return f"{head}  - {{title: T, for: 9s, cue: Go on, {zone}{fields}}}\n"


def own(fields: str, cue: str, head: str = CLEAN) -> str:
    """Return a routine of one step with a cue of its own."""
    return step(fields, head).replace("cue: Go on", f"cue: '{cue}'")


BREAKS = [
    ("FC201", step("zone: neck, pressure: light")),
    ("FC201", step("zone: jaw, pressure: firm")),
    ("FC201", step("stroke: under-eye-drain, with: ring fingers, technique: glide, pressure: light")),
    ("FC202", step("zone: neck, technique: petrissage")),
    ("FC202", step("zone: under-jaw, technique: acupressure")),
    ("FC202", step("zone: neck, technique: hold")),
    ("FC202", step("zone: eyes, technique: knuckling, with: ring fingers")),
    ("FC203", step("technique: effleurage, direction: down")),
    ("FC203", step("technique: effleurage, direction: downwards and out")),
    ("FC203", own("technique: effleurage", "Stroke the cheeks down to the chin")),
    ("FC203", step("zone: neck, technique: effleurage, direction: down")),
    ("FC204", step("technique: effleurage", "name: R\nabout: A\nneeds: [clean hands]\nsteps:\n")),
    ("FC204", step("technique: roll", "name: R\nabout: A\nneeds: [clean hands, no oil]\nsteps:\n")),
    ("FC205", step("technique: friction", NAKED)),
    ("FC205", step("with: fingertips", NAKED)),
    ("FC206", step("zone: eyes, technique: tapotement, with: thumbs")),
    ("FC206", step("zone: eyes, technique: lymphatic-drainage")),
    ("FC206", step("zone: eyes, technique: pinching, with: thumb and forefinger")),
    ("FC207", CLEAN + LYMPH + NECK),
    ("FC208", CLEAN + THUMB),
    ("FC209", own("technique: active", "Smile for a lifted look")),
    ("FC209", own("technique: active, say: It drains toxins", "Smile")),
    ("FC301", CLEAN + FACE),
    ("FC302", step("technique: rest").replace("9s", "181s")),
    ("FC303", CLEAN + "  - {title: T, zone: jaw, for: 180s, cue: Rest}\n" * 5 + NECK),
    ("FC304", own("technique: active", "one two three four five six seven eight nine ten").replace("9s", "3s")),
    ("FC305", step("technique: active").replace("title: T, ", "")),
    ("FC306", step("technique: active").replace("about: A\n", "")),
    ("FC310", step("technique: active").replace("\n  -", "\n  # facecoach: allow FC203\n  -")),
]
HOLDS = [
    ("FC201", step("zone: jaw, pressure: medium")),
    ("FC202", step("zone: neck, technique: active, with: hands clasped behind neck")),
    ("FC202", step("zone: neck, technique: roll, pressure: feather")),
    ("FC203", step("zone: neck, technique: lymphatic-drainage, direction: down to collarbone")),
    ("FC203", step("zone: jaw, technique: effleurage, direction: down along the fibres")),
    ("FC203", step("technique: active, direction: up-down")),
    ("FC203", own("technique: effleurage", "Stroke up and out, never down")),
    ("FC203", own("zone: neck", "Stroke down the side of the neck to the collarbone")),
    ("FC204", step("technique: lymphatic-drainage, zone: neck", "name: R\nneeds: [clean hands]\nsteps:\n")),
    ("FC204", NAKED + "  - {use: slip}\n" + NECK),
    ("FC204", step("technique: effleurage, with: oiled palms", NAKED)),
    ("FC205", NAKED + "  - {use: clean-hands}\n" + FACE),
    ("FC205", step("technique: active, with: tongue", NAKED)),
    ("FC206", step("zone: eyes, technique: tapotement, with: ring fingers")),
    ("FC206", step("zone: eyes, technique: hold, with: cupped warm palms")),
    ("FC206", CLEAN + "  - {use: brow-pinch}\n"),
    ("FC207", CLEAN + NECK + LYMPH),
    ("FC208", CAUTIONS + CLEAN + THUMB),
    ("FC208", step("zone: inside-mouth, technique: active, with: tongue against a fingertip outside")),
    ("FC209", own("technique: active", "Lift the brows, and let them sink")),
    ("FC301", CLEAN + NECK + FACE),
    ("FC302", step("technique: rest").replace("9s", "180s")),
    ("FC303", CLEAN + "  - {title: T, zone: jaw, for: 180s, cue: Rest}\n" * 5),
    ("FC304", own("technique: active", "one two three four five six").replace("9s", "3s")),
    ("FC305", step("technique: active")),
    ("FC306", step("technique: active")),
    ("FC310", step("technique: effleurage, direction: down").rstrip() + " # facecoach: allow FC203\n"),
]


@pytest.mark.parametrize(("code", "text"), BREAKS)
def test_broken(code: str, text: str) -> None:
    """A routine that breaks a rule gets a finding from it."""
    assert code in {finding.code for finding in findings(text)}


@pytest.mark.parametrize(("code", "text"), HOLDS)
def test_kept(code: str, text: str) -> None:
    """A routine that keeps to a rule gets no finding from it."""
    assert code not in {finding.code for finding in findings(text)}


def test_each_rule_is_tried() -> None:
    """Every rule has a routine that breaks it and one that does not."""
    codes = {rule.code for rule in RULES}
    assert codes == {code for code, _ in BREAKS} == {code for code, _ in HOLDS}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_table(rule: Rule) -> None:
    """Every rule has a sentence, a reason and a source, and only codes that begin with FC2 are errors."""
    assert rule.sentence
    assert rule.reason
    assert rule.source
    assert rule.severity == "warning" or rule.code.startswith("FC2")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (step("zone: neck, pressure: light"), "light"),
        (step("technique: effleurage, direction: up then down"), "down"),
        (own("technique: active", "Smile for a lifted look"), "lifted"),
        (CLEAN + "  - {use: brow-pinch, pressure: light}\n", "light"),
        (NAKED + "  - use: orbital-tap\n    with: fingers\n", "orbital-tap"),
        (NAKED + "  - use: orbital-tap\n    with: thumbs\n", "thumbs"),
        (step("technique: roll", NAKED), "roll"),
        (step("technique: active").replace("about: A\n", ""), "R"),
    ],
)
def test_place(text: str, word: str) -> None:
    """A finding points at the word at fault; what a step took over is at fault where its `use` stands."""
    line = text[: text.index(word)].count("\n") + 1
    column = text.splitlines()[line - 1].index(word) + 1
    assert (line, column, len(word)) in {(found.line, found.column, found.width) for found in findings(text)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "  - zone: cheeks # facecoach: allow FC203, FC305 - the sheet wants it so\n    cue: Go\n    for: 9s\n"
            "    technique: effleurage\n    direction: down\n"
        ),
        (
            "  - zone: cheeks\n    title: T\n    cue: Go\n    for: 9s\n    technique: effleurage\n"
            "    direction: down # facecoach: allow FC203\n"
        ),
        (
            "  - title: T\n    zone: cheeks\n    moves:\n      - cue: Go # facecoach: allow FC203 FC206\n"
            "        for: 9s\n        zone: eyes\n        technique: effleurage\n        direction: down\n"
            "        with: thumbs\n"
        ),
    ],
)
def test_allowed(text: str) -> None:
    """`allow` silences its codes on its line, and where the step or the move begins."""
    assert findings(CLEAN + text) == ()


def test_allow_elsewhere() -> None:
    """An `allow` on another line silences nothing, and is a finding at its code."""
    text = "# facecoach: allow FC209, FC203\n" + step("technique: effleurage, direction: down")
    found = [(finding.line, finding.column, finding.code) for finding in findings(text)]
    assert found[:2] == [(1, 20, IDLE), (1, 27, IDLE)]
    assert [code for *_, code in found[2:]] == ["FC203"]


@pytest.mark.parametrize("entry", LIBRARY.entries(), ids=lambda entry: entry.slug)
def test_bundled(entry: Entry) -> None:
    """Every bundled routine passes without a warning."""
    assert findings(entry.path.read_text(encoding="utf-8")) == ()
