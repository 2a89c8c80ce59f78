"""What is known, cut into passages: the paragraphs and rows of the pages, and the entries of the tables behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facecoach.knowledge.anatomy import ZONES, Zone
from facecoach.knowledge.conditions import CONDITIONS, Condition
from facecoach.knowledge.evidence import STUDIES
from facecoach.knowledge.learn import Page, pages, study_text

_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a row or an entry: on which page it stands, and the command that opens that.

    `lead` are the words that say what it is about, `name` is whose entry it is (a topic's, a zone's, a condition's),
    and `heading` is what it stands under.
    """

    topic: str
    title: str
    command: str
    text: str
    lead: str = ""
    name: str = ""
    heading: str = ""

    @property
    def told(self) -> str:
        """The text with the heading before it, where it does not begin with words of its own."""
        return self.text if not self.heading or self.text.startswith("**") else f"**{self.heading}.** {self.text}"


def passages(rules: Sequence[str] = ()) -> Iterator[Passage]:
    """Yield all passages, those of the pages first; `rules` are the entries of a page that `knowledge` cannot know."""
    for page in pages():
        yield from _of_page(page)
    yield from map(_of_zone, ZONES.values())
    yield from map(_of_condition, CONDITIONS.values())
    yield from (_entry("evidence", "Evidence", study_text(study)) for study in STUDIES.values())
    yield from (_entry("rules", "Rules", rule) for rule in rules)


def _of_page(page: Page) -> Iterator[Passage]:
    command = f"facecoach learn {page.topic}"
    yield Passage(page.topic, page.title, command, page.about, f"{page.topic} {page.title}", page.topic)
    fresh = heading = ""
    for block in page.text.strip().split("\n\n")[2:]:
        if block.startswith("#"):
            fresh = heading = block.lstrip("# ")
            continue
        for piece in _pieces(block):
            lead = " ".join((fresh, *_BOLD.findall(piece)))
            yield Passage(page.topic, page.title, command, piece, lead, heading=heading)
            fresh = fresh if _drawn(block) else ""


def _pieces(block: str) -> Iterator[str]:
    """Yield the rows of a drawing, the items of a list, or a paragraph, each as one line."""
    if _drawn(block):
        # Of a row that begins with a drawing, only its words.
        rows = ([part for part in re.split(r" {2,}", row) if re.search(r"\w{3}", part)] for row in block.split("\n"))
        yield from (": ".join(filter(None, (parts[0], ", ".join(parts[1:])))) for parts in rows if parts)
    else:
        parts = re.split(r"\n- ", block[2:]) if block.startswith("- ") else [block]
        yield from (" ".join(part.split()) for part in parts)


def _drawn(block: str) -> bool:
    return block.startswith("    ")


def _of_zone(zone: Zone) -> Passage:
    muscles = f"**{', '.join(zone.muscles).capitalize()}.** " if zone.muscles else ""
    text = f"{muscles}{zone.does}. {zone.tension}. {zone.worked}."
    lead = f"{zone.name} {zone.label} {' '.join(zone.muscles)}"
    return Passage("zones", f"Zone: {zone.label}", f"facecoach zones {zone.name}", text, lead, zone.name)


def _of_condition(condition: Condition) -> Passage:
    advice = f" {condition.advice[:1].upper()}{condition.advice[1:]}." if condition.advice else ""
    text = f"**{condition.title.capitalize()}.** {condition.sentence}. Rules out {condition.effect}.{advice}"
    return Passage("safety", "Conditions", "facecoach safety", text, condition.title, condition.name)


def _entry(topic: str, title: str, text: str) -> Passage:
    return Passage(topic, title, f"facecoach learn {topic}", text, " ".join(_BOLD.findall(text)))
