"""Words for people: near misses, numbers with nouns, lists, lengths of time. A translation would begin here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_MISSED = 3  # characters by which a near miss is longer or shorter than what was meant
LONGEST_GUESSED = 60  # characters of a word that are compared: a longer one is no typing mistake


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of `known` that `word` was likely meant to be, or an empty string."""
    from difflib import get_close_matches

    word, names = word[:LONGEST_GUESSED].lower(), {name.lower(): name for name in known}
    close = get_close_matches(word, (name for name in names if abs(len(name) - len(word)) <= MOST_MISSED), n=1)
    found = close[0] if close else next((name for name in names if len(word) > 2 and word in name), "")
    return names.get(found, "")


def guess(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return `did you mean ...?` with the near miss, or `otherwise` where there is none."""
    found = nearest(word, known)
    return f"did you mean `{found}`?" if found else otherwise


def heard(title: str, text: str) -> str:
    """Return what a voice says of a move: the title before the text, unless the text begins with it."""
    return text if not title or text.lower().startswith(title.lower()) else f"{title}. {text}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: `1 day`, `3 days`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def listed(words: Sequence[str], link: str = "and") -> str:
    """Return words as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    return f" {link} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def folded(name: str) -> str:
    """Return a name without what may differ in how it is written: letter case, spaces, dashes."""
    return "-".join("".join(char if char.isalnum() else " " for char in name.casefold()).split())


def spoken(name: str) -> str:
    """Return a name written with dashes in plain words."""
    return name.replace("-", " ")


def clipped(text: object, most: int = 40) -> str:
    """Return text with its end left out where it is longer than `most` characters."""
    whole = str(text)
    return whole if len(whole) <= most else f"{whole[: most - 3]}..."


def readable(name: str) -> str:
    """Return a file's name as text that UTF-8 can encode, with `?` for bytes that are no characters."""
    return name.encode("utf-8", "replace").decode()


def clock(seconds: float) -> str:
    """Return seconds as a watch shows them: `0:45`, `10:00`, `1:02:03`."""
    minutes, rest = divmod(int(seconds + 0.5), 60)
    return f"{minutes}:{rest:02}" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def whole(seconds: float) -> float:
    """Return seconds to the millisecond, as an integer where they are whole."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def span(seconds: float) -> str:
    """Return a length of time as people say it: `12 s`, `3 min`, `2 h`, `2 h 5 min`."""
    if round(seconds) < 100:
        return f"{round(seconds)} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    return f"{minutes} min" if minutes < 100 else f"{hours} h {rest} min" if rest else f"{hours} h"
