"""Words on paper: one typeface that comes with the program, and lines of it that fit a width."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import chain, takewhile

from PIL.ImageDraw import ImageDraw
from PIL.ImageFont import FreeTypeFont, truetype

Colour = tuple[int, int, int]

FILE = "NotoSans-Regular.ttf"
_MISSING = "\uffff"


def width(words: str, size: int) -> float:
    """Return how many pixels words take on a line."""
    return _width(words, size)


def lines(words: str, size: int, room: float) -> list[str]:
    """Return words in lines of at most `room` pixels, where no single word is longer."""
    found, blank, used = [""], width(" ", size), 0.0
    for word in words.split():
        wide = width(word, size)
        if found[-1] and used + blank + wide > room:
            found.append(word)
            used = wide
        else:
            used += blank + wide if found[-1] else wide
            found[-1] = f"{found[-1]} {word}".lstrip()
    return found


def balanced(words: str, size: int, room: float) -> list[str]:
    """Return words in as few lines as `lines` does, each about as long as the others, so that none has a lone word."""
    least = lines(words, size, room)
    narrower = (lines(words, size, room - shorter) for shorter in range(size, int(room / 2), size))
    return [*takewhile(lambda found: len(found) == len(least), chain([least], narrower))][-1]


def write(  # noqa: PLR0913 - where, what, how large, in which colour and weight
    pen: ImageDraw, spot: tuple[float, float], words: str, size: int, colour: Colour, weight: int = 0
) -> None:
    """Write words whose first letter stands at `spot` on the line; `weight` is added to each stroke."""
    pen.text(spot, words, fill=colour, font=font(size), anchor="ls", stroke_width=weight, stroke_fill=colour)


def lacking(words: str) -> str:
    """Return the letters of `words` that the typeface does not have, each once."""
    face = font(32)
    empty = bytes(face.getmask(_MISSING))
    found = (letter for letter in dict.fromkeys(words) if not letter.isspace() and letter.isprintable())
    return "".join(letter for letter in found if bytes(face.getmask(letter)) == empty)


@cache
def font(size: int) -> FreeTypeFont:
    """Return the typeface at a size in pixels."""
    with as_file(files(__package__) / FILE) as path:
        return truetype(path, size)


@lru_cache(maxsize=8192)
def _width(words: str, size: int) -> float:
    return font(size).getlength(words)
