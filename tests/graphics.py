"""A small reader of the two protocols for pictures: what a terminal would hold and show of a stream of codes.

It holds what any stream must keep to: a number is given to one picture only, what is shown was sent, codes are whole.
"""

from __future__ import annotations

import re
from base64 import standard_b64decode
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

COMMAND = re.compile(r"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")
CODE = re.compile(r"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\|\x1b\[(\d+);(\d+)H|\x1b\[2J|\x1b\[\?1049[hl]")


@dataclass
class Shown:
    """A picture that stands somewhere: columns and rows of its place and size, and its level."""

    x: int
    y: int
    columns: int
    rows: int
    level: int


@dataclass
class Reader:
    """What a terminal of kitty's protocol holds: pictures by number, and where they stand.

    `sent` has every number that was ever used, `answers` the commands that would have been answered.
    """

    held: dict[int, Image.Image] = field(default_factory=dict)
    shown: dict[tuple[int, int], Shown] = field(default_factory=dict)
    sent: list[int] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    placed: int = 0
    _begun: dict[str, str] = field(default_factory=dict)
    _payload: str = ""
    _cursor: tuple[int, int] = (0, 0)

    def feed(self, text: str) -> Reader:
        """Read codes, and return itself."""
        for found in CODE.finditer(text):
            if found[1] is not None:
                self._obey(dict(part.split("=", 1) for part in found[1].split(",")), found[2] or "")
            elif found[3]:
                self._cursor = int(found[4]) - 1, int(found[3]) - 1
        return self

    def picture(self, x: int, y: int) -> Image.Image:
        """Return what stands at a cell, its levels over each other, as large as the lowest of them."""
        there = sorted(((one.level, number, one) for (number, _), one in self.shown.items()), key=lambda each: each[:2])
        base = next((number, one) for _, number, one in there if (one.x, one.y) == (x, y))
        whole = self.held[base[0]].convert("RGBA")
        across, down = whole.width / base[1].columns, whole.height / base[1].rows
        for _, number, one in there:
            if number != base[0] and x <= one.x < x + base[1].columns and y <= one.y < y + base[1].rows:
                size = round(one.columns * across), round(one.rows * down)
                corner = round((one.x - x) * across), round((one.y - y) * down)
                whole.alpha_composite(self.held[number].convert("RGBA").resize(size), corner)
        return whole

    def _obey(self, keys: dict[str, str], payload: str) -> None:
        if keys.get("q") != "2":
            self.answers.append(str(keys))
        assert len(payload) <= 4096, "a piece is too long"
        action = keys.get("a", "" if self._begun else "t")
        if action in ("t", ""):
            self._take(keys, payload)
        elif action == "p":
            self._place(keys)
        elif action == "d":
            self._delete(keys)

    def _take(self, keys: dict[str, str], payload: str) -> None:
        if "i" in keys:
            assert not self._begun, "another picture began before the last was whole"
            self._begun, self._payload = keys, ""
        assert self._begun, "a piece of no picture"
        self._payload += payload
        if keys.get("m") == "1":
            return
        number = int(self._begun["i"])
        assert number not in self.sent, f"{number} came twice"
        assert 0 < number < 2**32
        self.held[number] = Image.open(BytesIO(standard_b64decode(self._payload)))
        self.held[number].load()
        self.sent.append(number)
        self._begun = {}

    def _place(self, keys: dict[str, str]) -> None:
        number = int(keys["i"])
        assert number in self.held, f"{number} is shown and was not sent"
        assert keys.get("C") == "1", "the cursor would move, and the screen with it"
        self.placed += 1
        self.shown[number, int(keys.get("p", 0))] = Shown(
            *self._cursor, int(keys["c"]), int(keys["r"]), int(keys.get("z", 0))
        )

    def _delete(self, keys: dict[str, str]) -> None:
        number, what = int(keys.get("i", 0)), keys["d"]
        gone = [key for key in self.shown if what in "aA" or key[0] == number]
        for key in gone:
            del self.shown[key]
        if what == "A":
            self.held = {}
        elif what == "I":
            self.held.pop(number, None)


SIXEL = re.compile(
    r"\x1bP0;1q\"1;1;(\d+);(\d+)([^\x1b]*)\x1b\\|\x1b\[(\d+);(\d+)H|(\x1b\[2J|\x1b\[\?1049[hl])|( +)"
    r"|\x1b\[(\d+)([BC])|\x1b([78])|\x1b\[[^A-Za-z]*[A-Za-z]|[^\x1b ]"
)
PART = re.compile(r"#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)([?-~])|([?-~])|([$-])")


@dataclass
class Paper:
    """A screen of so many cells that shows sixels: its pixels, and how many pictures of how many characters came."""

    columns: int
    rows: int
    cell: tuple[int, int]
    pictures: list[int] = field(default_factory=list)
    shown: Image.Image = field(init=False)
    _cursor: tuple[int, int] = (0, 0)
    _saved: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        self.shown = Image.new("RGBA", (self.columns * self.cell[0], self.rows * self.cell[1]))

    def feed(self, text: str) -> Paper:
        """Read codes, and return itself."""
        for found in SIXEL.finditer(text):
            if found[1]:
                size = int(found[1]), int(found[2])
                bottom = self._cursor[1] + -(-size[1] // self.cell[1])
                assert bottom < self.rows, "the screen would scroll"
                corner = self._cursor[0] * self.cell[0], self._cursor[1] * self.cell[1]
                self.pictures.append(len(found[0]))
                picture = drawn(size, found[3])
                self.shown.paste(picture, corner, picture)
            elif found[4]:
                self._cursor = int(found[5]) - 1, int(found[4]) - 1
            elif found[6]:
                self.__post_init__()
            elif found[8]:
                step = int(found[8])
                x, y = self._cursor
                self._cursor = (x, y + step) if found[9] == "B" else (x + step, y)
            elif found[10]:
                self._saved = self._cursor if found[10] == "7" else self._saved
                self._cursor = self._saved
            else:
                self._write(len(found[7]) if found[7] else 0 if found[0].startswith("\x1b") else 1)
        return self

    def _write(self, count: int) -> None:
        """Letters and blanks take the pixels beneath them away."""
        (x, y), (wide, high) = self._cursor, self.cell
        self.shown.paste((0, 0, 0, 0), (x * wide, y * high, (x + count) * wide, (y + 1) * high))
        self._cursor = x + count, y


def drawn(size: tuple[int, int], text: str) -> Image.Image:
    """Return a sixel picture, clear where nothing is drawn; every code of it must be one."""
    picture = Image.new("RGBA", size)
    pixels = picture.load()
    assert pixels is not None
    colours: dict[int, tuple[int, ...]] = {}
    x, band, number, at = 0, 0, 0, 0
    for part in PART.finditer(text):
        assert part.start() == at, f"{text[at : part.start()]!r} is no sixel"
        at = part.end()
        if part[1]:
            number = int(part[1])
            if part[2]:
                colours[number] = tuple(round(int(one) * 2.55) for one in part.group(2, 3, 4))
        elif part[8]:
            x, band = 0, band + (part[8] == "-")
        else:
            count, bits = int(part[5] or 1), ord(part[6] or part[7]) - 63
            for column in range(x, x + count):
                for row in range(6):
                    if bits >> row & 1:
                        pixels[column, band * 6 + row] = (*colours[number], 255)
            x += count
    assert at == len(text)
    return picture
