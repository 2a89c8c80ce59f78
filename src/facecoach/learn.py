"""The pages of `learn`: short texts that come with the program, some with a list made from its own tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib.resources import files

from facecoach.anatomy import ZONES
from facecoach.errors import CoachError
from facecoach.evidence import STUDIES, Study

TOPICS = (
    "zones", "techniques", "pressure", "tools", "mistakes", "safety", "professionals", "intraoral", "evidence", "rules",
    "authoring",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page under its topic: its title, what it is about in a sentence, and its text in a little Markdown."""

    topic: str
    title: str
    about: str
    text: str


def page(topic: str) -> Page:
    """Return the page of a topic, or of one study by its key; raises CoachError with the near miss."""
    name = topic.lower()
    if name.upper() in STUDIES:
        study = STUDIES[name.upper()]
        return Page(study.key, study.cited, study.found, f"# {study.key}\n\n{_study(study)}")
    if name in TOPICS:
        found, listed = _read(name), _LISTS.get(name)
        return replace(found, text=found.text + listed()) if listed else found
    close = get_close_matches(name, TOPICS, n=1, cutoff=0.5)
    hint = f"did you mean `{close[0]}`?" if close else "`facecoach learn` lists the topics"
    raise CoachError(f"there is no page on `{topic[:60]}`", hint)


def pages() -> tuple[Page, ...]:
    """Return all pages in the order in which they are listed, without the lists made from tables."""
    return tuple(_read(topic) for topic in TOPICS)


def _read(topic: str) -> Page:
    text = (files(__package__) / "pages" / f"{topic}.md").read_text(encoding="utf-8")
    title, about = (part.strip() for part in text.split("\n\n", 2)[:2])
    return Page(topic, title.removeprefix("# "), " ".join(about.split()), text)


def _zones() -> str:
    return "\n".join(
        f"- **{zone.name}** {_muscles(zone.muscles)}{zone.does}. Up to {zone.cap}." for zone in ZONES.values()
    )


def _muscles(muscles: tuple[str, ...]) -> str:
    return f"({', '.join(muscles)}) " if muscles else ""


def _studies() -> str:
    return "\n".join(f"- {_study(study)}" for study in STUDIES.values())


def _study(study: Study) -> str:
    where = f"{study.cited}, doi:{study.doi}" if study.doi else study.cited
    return f"**{study.key}** {study.found}. Limits: {study.limits}. ({where})"


def _rules() -> str:
    from facecoach.rules import RULES  # noqa: PLC0415 - one page of eleven needs them

    return "\n".join(f"- **{rule.code}** {rule.sentence}. {rule.reason} ({rule.source})." for rule in RULES)


_LISTS: dict[str, Callable[[], str]] = {"zones": _zones, "evidence": _studies, "rules": _rules}
