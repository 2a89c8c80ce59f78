"""The pages of `learn`: short texts that come with the program, some with a list made from its own tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from facecoach.errors import CoachError
from facecoach.knowledge.anatomy import ZONES
from facecoach.knowledge.evidence import STUDIES, Study
from facecoach.words import guess

TOPICS = (
    "zones", "kinds", "techniques", "pressure", "tools", "mistakes", "jaw", "safety", "professionals", "intraoral",
    "claims", "evidence", "rules", "authoring",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page under its topic: its title, what it is about in a sentence, and its text in a little Markdown."""

    topic: str
    title: str
    about: str
    text: str


def known(topic: str) -> bool:
    """Whether there is a page of a topic or of a study, in whatever letters it is written."""
    return _named(topic) in TOPICS or _named(topic).upper() in STUDIES


def page(topic: str, lists: Mapping[str, Sequence[str]] | None = None) -> Page:
    """Return the page of a topic, or of one study by its key; raises CoachError with the near miss.

    `lists` are the entries to add at the end of a topic's page; those of zones and evidence are known here.
    """
    name = _named(topic)
    if name.upper() in STUDIES:
        study = STUDIES[name.upper()]
        return Page(study.key, study.cited, study.found, f"# {study.key}\n\n{study_text(study)}")
    if name in TOPICS:
        entries = [f"- {entry}" for entry in {**_own_lists(), **(lists or {})}.get(name, ())]
        found = _read(name)
        return replace(found, text=found.text + "\n".join(entries)) if entries else found
    raise CoachError(f"there is no page on `{topic[:60]}`", guess(name, TOPICS, "`facecoach learn` lists the topics"))


def pages() -> tuple[Page, ...]:
    """Return all pages in the order in which they are listed, without the lists made from tables."""
    return tuple(_read(topic) for topic in TOPICS)


def study_text(study: Study) -> str:
    """Return what a study found, with its limits and where it can be read, in a little Markdown."""
    where = f"{study.cited}, doi:{study.doi}" if study.doi else study.cited
    return f"**{study.key}** {study.found}. Limits: {study.limits}. ({where})"


def _named(topic: str) -> str:
    return topic.strip().lower()


def _read(topic: str) -> Page:
    text = (files(__package__) / "pages" / f"{topic}.md").read_text(encoding="utf-8")
    title, about = (part.strip() for part in text.split("\n\n", 2)[:2])
    return Page(topic, title.removeprefix("# "), " ".join(about.split()), text)


def _own_lists() -> dict[str, list[str]]:
    zones = [f"**{zone.name}** {_muscles(zone.muscles)}{zone.does}. Up to {zone.cap}." for zone in ZONES.values()]
    return {"zones": zones, "evidence": [study_text(study) for study in STUDIES.values()]}


def _muscles(muscles: tuple[str, ...]) -> str:
    return f"({', '.join(muscles)}) " if muscles else ""
