"""Words on paper: a typeface that has their letters, lines that fit a width, and accents where it has none."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL.ImageDraw import ImageDraw
from PIL.ImageFont import FreeTypeFont, load_default, truetype

Colour = tuple[int, int, int]

# Looked for in the system's own folders, for writing that the built-in typeface lacks.
_OTHERS = ("DejaVuSans.ttf", "Arial.ttf", "arial.ttf", "Helvetica.ttc", "segoeui.ttf", "NotoSans-Regular.ttf")
_FOLDED = str.maketrans({"\N{MULTIPLICATION SIGN}": "x", "\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{HYPHEN}": "-"})
_MISSING = "\uffff"
# Accents as strokes above a letter, in shares of the type's size from the middle of its top.
_ACCENTS = {
    "\N{COMBINING ACUTE ACCENT}": (((-0.05, -0.05), (0.06, -0.16)),),
    "\N{COMBINING GRAVE ACCENT}": (((0.05, -0.05), (-0.06, -0.16)),),
    "\N{COMBINING CIRCUMFLEX ACCENT}": (((-0.10, -0.05), (0.0, -0.15), (0.10, -0.05)),),
    "\N{COMBINING CARON}": (((-0.10, -0.15), (0.0, -0.05), (0.10, -0.15)),),
    "\N{COMBINING TILDE}": (((-0.12, -0.06), (-0.04, -0.11), (0.04, -0.06), (0.12, -0.11)),),
    "\N{COMBINING DIAERESIS}": (((-0.10, -0.10), (-0.08, -0.10)), ((0.08, -0.10), (0.10, -0.10))),
}


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface by its file; the one that comes with Pillow without."""

    file: str = ""

    def font(self, size: int) -> FreeTypeFont:
        """Return it at a size in pixels."""
        return _font(self.file, size)

    def width(self, words: str, size: int) -> float:
        """Return how many pixels words take on a line."""
        return _width(self.file, words, size)

    def lines(self, words: str, size: int, width: float) -> list[str]:
        """Return words in lines of at most `width` pixels, where no single word is longer."""
        lines, blank, used = [""], self.width(" ", size), 0.0
        for word in words.split():
            wide = self.width(word, size)
            if lines[-1] and used + blank + wide > width:
                lines.append(word)
                used = wide
            else:
                used += blank + wide if lines[-1] else wide
                lines[-1] = f"{lines[-1]} {word}".lstrip()
        return lines

    def write(  # noqa: PLR0913 - what, where, how large, in which colour and weight
        self, pen: ImageDraw, spot: tuple[float, float], words: str, size: int, colour: Colour, weight: int = 0
    ) -> None:
        """Write words whose first letter stands at `spot` on the line; `weight` is added to each stroke."""
        base, accents = _split(words, self.file)
        font = self.font(size)
        pen.text(spot, base, fill=colour, font=font, anchor="ls", stroke_width=weight, stroke_fill=colour)
        for place, accent in accents:
            letter = base[place]
            middle = spot[0] + font.getlength(base[:place]) + font.getlength(letter) / 2
            top = spot[1] + font.getbbox(letter, anchor="ls")[1]
            for stroke in _ACCENTS[accent]:
                path = [(middle + x * size, top + y * size) for x, y in stroke]
                pen.line(path, fill=colour, width=round(size * 0.075) + weight, joint="curve")


def typeface(words: str) -> Typeface:
    """Return the first typeface that has every letter of `words`: the built-in one, or one of the system's."""
    faces = map(Typeface, ("", *_OTHERS))
    return next((face for face in faces if _found(face.file) and _has(face, words)), Typeface())


def _split(words: str, file: str) -> tuple[str, list[tuple[int, str]]]:
    """Return words without the accents that are to be drawn, and those with the place of their letter."""
    if file:
        return words, []
    base, accents = "", []
    for char in unicodedata.normalize("NFD", words.translate(_FOLDED)):
        if char in _ACCENTS and base:
            accents.append((len(base) - 1, char))
        else:
            base += char
    return base, accents


def _has(face: Typeface, words: str) -> bool:
    font = face.font(32)
    missing = bytes(font.getmask(_MISSING))
    letters = set(_split(words, face.file)[0]) - {" "}
    return not any(bytes(font.getmask(letter)) == missing for letter in letters)


@lru_cache(maxsize=8192)
def _width(file: str, words: str, size: int) -> float:
    return _font(file, size).getlength(_split(words, file)[0])


@cache
def _font(file: str, size: int) -> FreeTypeFont:
    return truetype(file, size) if file else load_default(size)  # type: ignore[return-value]  # scalable at any size


@cache
def _found(file: str) -> bool:
    try:
        _font(file, 32)
    except OSError:
        return False
    return True
