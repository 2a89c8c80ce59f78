"""The pages of `learn`: short, honest, and in step with what they speak of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from facecoach.errors import CoachError
from facecoach.folders import bundled
from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.evidence import STUDIES
from facecoach.knowledge.learn import TOPICS, page, pages
from facecoach.routine.library import Library
from facecoach.routine.reader import read
from facecoach.safety.rules import RULES, explained
from facecoach.safety.touch import worked
from facecoach.screen.pages.learn import page_text
from facecoach.screen.theme import Screen
from world import Coach

WRITTEN = [topic for topic in TOPICS if topic not in ("evidence", "rules")]
LIMITS = re.compile(
    "not (shown|studied|tried|follow|the same|these|reset)|nobody|chance|too little|opinion|experts|passes|"
    "with a diagnosis|only one"
)
CLAIMS = re.compile(r"\b(lift|detox|collagen|wrinkle|toxins|younger|rejuvenat|tighten|sculpt)", re.IGNORECASE)


def drawn(topic: str) -> list[str]:
    """Return the lines of a page as a pipe gets them."""
    return page_text(page(topic).text, Screen(80, 24, "plain")).splitlines()


@pytest.mark.parametrize("topic", WRITTEN)
def test_short(topic: str) -> None:
    """A page is read in one go: at most about sixty lines of eighty cells."""
    lines = drawn(topic)
    assert len(lines) <= 62
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("topic", TOPICS)
def test_heading(topic: str) -> None:
    """A page begins with its title and one sentence that fits a line of the list."""
    (found,) = [one for one in pages() if one.topic == topic]
    assert found.text.startswith(f"# {found.title}\n\n{found.about}\n")
    assert len(found.about) <= 64


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic != "claims"])
def test_no_claims(topic: str) -> None:
    """No page but that of claims promises anything about looks; "lifting" names a stroke, and says so."""
    (found,) = [one for one in pages() if one.topic == topic]
    assert not CLAIMS.findall(found.text.replace("**Lifting** strokes", ""))


@pytest.mark.parametrize("claim", re.findall(r"^- (.+(?:\n  .+)*)", page("claims").text, re.MULTILINE))
def test_claim_and_limits(claim: str) -> None:
    """A claim stands with the study it rests on, and with what that cannot say."""
    assert re.search(r"\(E\d+", claim)
    assert LIMITS.search(" ".join(claim.split()))


@pytest.mark.parametrize(
    "said",
    ["lift", "collagen", "absorption", "pores", "cortisol", "calm", "muscle memory", "inflammation", "root cause",
     "immediate relief", "glow", "mood", "detox", "wrinkles"],
)  # fmt: skip
def test_every_claim_of_the_sources(said: str) -> None:
    """What the sources claim is a claim of the page's."""
    names = " ".join(re.findall(r"\*\*(.+?)\*\*", page("claims").text)).lower()
    assert said in names


@pytest.mark.parametrize("topic", TOPICS)
def test_routines_in_pages_are_known(topic: str) -> None:
    """A page sends nobody to a routine, or to a page, that is not there."""
    (found,) = [one for one in pages() if one.topic == topic]
    ours = {"my-jaw"}
    routines = {entry.slug for entry in Library(Path("nowhere"), bundled()).entries()} | ours
    assert set(re.findall(r"facecoach run ([a-z-]+)", found.text)) <= routines
    assert set(re.findall(r"facecoach learn ([a-z]+)", found.text)) <= set(TOPICS)


def test_hygiene() -> None:
    """The page of tools says what hands need before they touch."""
    text = page("tools").text.lower()
    assert all(word in text for word in ("nails", "rings", "nuts", "inside the elbow", "share them with nobody"))


def test_evidence_is_whole() -> None:
    """Every study that a routine points to is on the page, and the keys run from E1 on without a gap."""
    shelf = Library(Path("nowhere"), bundled())
    used = {key for entry in shelf.entries() for key in shelf.opened(entry).routine.evidence}
    text = page("evidence").text
    assert used
    assert all(f"**{key}**" in text for key in used)
    assert list(STUDIES) == [f"E{number}" for number in range(1, 31)]


@pytest.mark.parametrize("key", STUDIES)
def test_study_says_its_limits(key: str) -> None:
    """A study is shown by its key with its limits, and with a DOI that looks like one where it has one."""
    study = STUDIES[key]
    assert study.limits in page(key.lower()).text
    assert not study.doi or re.fullmatch(r"10\.\d{4,}/\S+", study.doi)


def test_critique_stands_beside_it() -> None:
    """The study quoted most for looks is shown with what its critics found, and where it can be read."""
    text = page("e3").text
    assert all(words in text for words in ("seventeen other features", "raters were among the authors", "2017.5142"))


def test_what_lifts_the_lip() -> None:
    """The lifters of the upper lip alone are not said to raise the corners of the mouth."""
    assert "upper lip" in ZONES["smile-lines"].does
    assert "corner" not in ZONES["smile-lines"].does


@pytest.mark.parametrize("topic", TOPICS)
def test_keys_in_pages_are_known(topic: str) -> None:
    """A page points to no study that is not there."""
    (found,) = [one for one in pages() if one.topic == topic]
    assert set(re.findall(r"\bE\d+\b", found.text)) <= set(STUDIES)


def test_zones_are_whole() -> None:
    """The page of zones has every zone."""
    assert all(f"**{name}**" in page("zones").text for name in ZONES)


def test_example_of_authoring() -> None:
    """The routine that the authoring page shows is one, lasts what it says, and breaks no rule."""
    lines = page("authoring").text.splitlines()
    start = lines.index("    name: My jaw")
    body = lines[start : lines.index("", start)]
    routine = read("\n".join(line[4:] for line in body).encode(), "my-jaw.yaml")
    assert routine.seconds == 90
    assert [fault for rule in RULES for fault in rule.find(worked(routine))] == []


def test_rules_are_whole() -> None:
    """The page of rules has every rule's code and reason."""
    text = page("rules", {"rules": explained()}).text
    assert all(rule.code in text and rule.reason in text for rule in RULES)


def test_near_miss() -> None:
    """An unknown topic is refused with the near miss."""
    with pytest.raises(CoachError) as caught:
        page("proffesionals")
    assert "professionals" in caught.value.hint


def test_list(coach: Coach) -> None:
    """Without a topic all are listed; as JSON with what each is about."""
    out = coach("learn").out
    assert all(topic in out for topic in TOPICS)
    assert [one["topic"] for one in json.loads(coach("learn", "--json").out)] == list(TOPICS)


def test_as_json(coach: Coach) -> None:
    """A page as JSON has its topic, title, sentence and text."""
    found = json.loads(coach("learn", "pressure", "--json").out)
    assert found["title"] == "Pressure"
    assert "●○○○" in found["text"]


def test_plain_in_a_pipe(coach: Coach) -> None:
    """In a pipe a page is words alone, without codes and without a picture."""
    out = coach("learn", "zones").out
    assert out.startswith("Zones\n")
    assert "\x1b" not in out


def test_picture_in_a_terminal(coach: Coach) -> None:
    """In a terminal with colours the page of zones opens with a face."""
    assert "\x1b[38;2;" in coach("learn", "zones", terminal=(80, 60)).out
    assert "▀" in coach("learn", "zones", terminal=(80, 60)).out


def test_code_and_strong() -> None:
    """Strong words lose their stars and code its backticks, and a list hangs under its bullet."""
    text = "- **Dry.** Type `x` and wait, " + "a word " * 12
    first, second, *_ = page_text(text, Screen(60, 24, "plain")).strip("\n").splitlines()
    assert first.startswith(" • Dry. Type x and wait")
    assert second.startswith("   a word")
