"""Looking a word up: which passages hold it, those first that are about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from facecoach.knowledge.everyday import CONDITION_WORDS, PAGE_WORDS, ZONE_WORDS
from facecoach.knowledge.passages import Passage, passages
from facecoach.words import folded

LONGEST = 60  # characters of what is looked up that are heeded
SHORT = 3  # letters up to which a word is found whole alone: `ear` is not `early`

# An ending is left off where so many letters stay: `wrinkles` finds a wrinkle, `puffiness` what is puffy.
_ENDINGS = (("iness", 4), ("ies", 4), ("ing", 4), ("ed", 4), ("s", 3), ("e", 5), ("y", 4))

_ABOUT, _LED_TO, _HOLDS, _NOT = range(4)


def search(sought: str, rules: Sequence[str] = ()) -> tuple[Passage, ...]:
    """Return the passages that hold all words sought, or what pages call that, page by page, the aptest page first."""
    name = folded(sought[:LONGEST])
    ways = [found for text in (name, PAGE_WORDS.get(name, "")) if (found := _patterns(text))]
    if not ways:
        return ()
    meant = {*CONDITION_WORDS.get(name, ()), *filter(None, (ZONE_WORDS.get(name),))}
    ranked = [(_rank(passage, ways, meant), passage) for passage in passages(rules)]
    return _by_page([pair for pair in ranked if pair[0] != _NOT])


def _patterns(text: str) -> list[re.Pattern[str]]:
    return [_pattern(word) for word in re.findall(r"\w+", text)]


def _pattern(word: str) -> re.Pattern[str]:
    stem = re.escape(_stem(word))
    return re.compile(rf"\b{stem}(?:e?s)?\b" if len(_stem(word)) <= SHORT else rf"\b{stem}", re.IGNORECASE)


def _stem(word: str) -> str:
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word.removesuffix(ending)
    return word


def _rank(passage: Passage, ways: Iterable[list[re.Pattern[str]]], meant: set[str]) -> int:
    if any(_holds(passage.lead, patterns) for patterns in ways):
        return _ABOUT
    if passage.name in meant:
        return _LED_TO
    return _HOLDS if any(_holds(f"{passage.lead} {passage.text}", patterns) for patterns in ways) else _NOT


def _holds(text: str, patterns: Iterable[re.Pattern[str]]) -> bool:
    return all(pattern.search(text) for pattern in patterns)


def _by_page(ranked: Sequence[tuple[int, Passage]]) -> tuple[Passage, ...]:
    """Return passages with those of a page together, and pages by their best; within both the written order holds."""
    best: dict[str, int] = {}
    for rank, passage in ranked:
        best[passage.command] = min(rank, best.get(passage.command, _NOT))
    order = {command: (best[command], at) for at, command in enumerate(best)}
    ranked = sorted(ranked, key=lambda pair: (*order[pair[1].command], pair[0]))
    return tuple(passage for _, passage in ranked)
