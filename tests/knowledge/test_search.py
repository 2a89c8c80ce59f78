"""A word is looked up on the pages of `learn` and in the tables behind them."""

from __future__ import annotations

import json

import pytest

from facecoach.knowledge.anatomy import ZONES, Zone
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.knowledge.everyday import CONDITION_WORDS, PAGE_WORDS, ZONE_WORDS
from facecoach.knowledge.evidence import STUDIES
from facecoach.knowledge.passages import passages
from facecoach.knowledge.search import search
from facecoach.safety.rules import RULES, explained
from world import Coach


def texts(word: str) -> str:
    """Return all that is found of a word."""
    return "\n".join(one.text for one in search(word, explained()))


@pytest.mark.parametrize(
    ("word", "topic", "said"),
    [
        ("collagen", "claims", "**Collagen.**"),
        ("gum", "jaw", "no gum"),
        ("craniosacral", "professionals", "gentle, head and face"),
        ("tapotement", "techniques", "quick, light, loose wrists"),
        ("nuts", "tools", "pressed from nuts"),
        ("muscle memory", "claims", "**Muscle memory.**"),
        ("salty", "kinds", "short night"),
    ],
)
def test_first_is_about_it(word: str, topic: str, said: str) -> None:
    """What is found first is a passage of the page that is about the word, and holds it."""
    first = search(word)[0]
    assert (first.topic, first.command) == (topic, f"facecoach learn {topic}")
    assert said in first.text


@pytest.mark.parametrize(
    ("word", "held"),
    [("wrinkle", "Wrinkles"), ("WRINKLES", "wrinkles the chin"), ("clenching", "people clench"), ("lip", "the lips"),
     ("puffiness", "A puffy morning"), ("allergies", "an allergy")],
)  # fmt: skip
def test_other_endings(word: str, held: str) -> None:
    """A word finds its other endings, in small and large letters."""
    assert held in texts(word)


def test_short_word_is_whole() -> None:
    """A word of three letters is not found within a longer one."""
    assert search("ear")
    assert all("early" not in one.text or " ear" in one.text for one in search("ear"))
    assert not search("wri")


def test_heading_leads_to_its_first_words() -> None:
    """A word of a heading alone finds what stands first below it, not all that does."""
    (found,) = search("whom to see")
    assert found.told.startswith("**Whom to see.** A dentist")


def test_all_words_are_held() -> None:
    """Of several words all stand in each passage."""
    found = search("gua sha")
    assert found
    assert all("gua sha" in f"{one.lead} {one.text}".lower() for one in found)


def test_pages_stand_together() -> None:
    """Passages of a page follow on each other, and no passage comes twice."""
    found = search("massage", explained())
    commands = [one.command for one in found]
    assert len(set(commands)) == sum(one != other for one, other in zip(commands, ["", *commands], strict=False))
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("zone", ZONES.values(), ids=ZONES)
def test_zones_are_searched(zone: Zone) -> None:
    """What a zone's muscles are and do, what tightness there is and how it is worked is found, with its command."""
    (entry,) = [one for one in search(zone.label) if one.command == f"facecoach zones {zone.name}"]
    assert all(words in entry.text for words in (zone.does, zone.tension, zone.worked))
    assert all(entry in search(muscle) for muscle in zone.muscles)


def test_tables_are_searched() -> None:
    """Every study, condition and rule is among what is searched."""
    whole = "\n".join(one.text for one in passages(explained()))
    assert all(study.found in whole and study.limits in whole for study in STUDIES.values())
    assert all(condition.sentence in whole for condition in CONDITIONS.values())
    assert all(rule.reason in whole for rule in RULES)


def test_botox() -> None:
    """An everyday word finds the condition it stands for, and what the pages say under their own word for it."""
    found = search("botox")
    assert found[0].name == "recent-toxin"
    assert {"safety", "evidence"} <= {one.topic for one in found}


def test_tmj() -> None:
    """The everyday word for a place finds the page on it and the zone, and the conditions it may stand for."""
    found = {one.command: one.name for one in reversed(search("TMJ"))}
    assert search("TMJ")[0].topic == "jaw"
    assert found["facecoach zones jaw"] == "jaw"
    assert found["facecoach safety"] in CONDITION_WORDS["tmj"]


@pytest.mark.parametrize("word", [*CONDITION_WORDS, *ZONE_WORDS, *PAGE_WORDS])
def test_everyday_words_find_something(word: str) -> None:
    """No everyday word leads nowhere."""
    assert search(word)


@pytest.mark.parametrize("word", ["xyzzy", "", "...", "a" * 10_000, "(", "[a-z]+\\"])
def test_nothing(word: str) -> None:
    """What no page holds is not found, whatever it is made of."""
    assert search(word) == ()


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (100, 40)])
@pytest.mark.parametrize("word", ["massage", "muscle", "pain"])
def test_a_screenful(coach: Coach, word: str, size: tuple[int, int]) -> None:
    """What is shown leaves room for the prompt, and where there is more it says where."""
    shown = coach("learn", word, terminal=size).screen(size[0], 200)
    whole = " ".join("\n".join(shown).split())
    assert len("\n".join(shown).rstrip().split("\n")) < size[1]
    assert f"What the pages say of {word}" in shown[0]
    assert "more passage" in whole


def test_no_page_takes_all(coach: Coach) -> None:
    """Even where there is room, a page shows three passages at most, and is named for the others."""
    parts = coach("learn", "massage", terminal=(100, 200)).out.split("\n\n")
    assert max(part.count(" • ") for part in parts) == 3
    assert "facecoach learn" in parts[-1]


def test_under_titles(coach: Coach) -> None:
    """A passage stands under its page's title and the command that opens the page, without stars or backticks."""
    lines = coach("learn", "collagen").out.splitlines()
    assert "Claims  facecoach learn claims" in lines
    assert any(one.startswith(" • Collagen. No study") for one in lines)
    assert not set("*`") & set(coach("learn", "clenching").out)


def test_found_as_json(coach: Coach) -> None:
    """As JSON all that is found is there, in the shape of a page; of a page read by its topic nothing is."""
    told = json.loads(coach("learn", "massage", "--json").out)
    assert told.keys() == json.loads(coach("learn", "jaw", "--json").out).keys()
    assert len(told["found"]) == len(search("massage", explained()))
    assert set(told["found"][0]) == {"topic", "title", "command", "text"}
    assert told["found"][0]["text"] in told["text"]
    assert json.loads(coach("learn", "JAW", "--json").out)["found"] == []


def test_not_found(coach: Coach) -> None:
    """Where nothing is found, the near miss of a topic is proposed, and else the list."""
    result = coach("learn", "presure")
    assert (result.code, result.out) == (1, "")
    assert "did you mean `pressure`?" in result.err
    assert "lists the topics" in coach("learn", "xyzzy").err


def test_topic_in_any_case(coach: Coach) -> None:
    """A topic or a key opens its page in small and large letters."""
    assert coach("learn", "Claims").out.startswith("Claims\n")
    assert coach("learn", "e3").out == coach("learn", "E3").out
