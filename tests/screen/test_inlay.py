"""Pictures in pixels among printed lines: beside their words, where all of a page is seen at once."""

from __future__ import annotations

import re
from functools import partial
from io import StringIO

import pytest
from PIL import Image

from facecoach.face.atlas import bundled_atlas
from facecoach.face.cells import EMPTY
from facecoach.face.chart import map_of, tags
from facecoach.face.pixels import Layers, grid, standing
from facecoach.face.pngs import Pngs
from facecoach.screen.inlay import Hanging, Inlay, blank, laid, pins
from facecoach.screen.inline import Inline
from facecoach.screen.live.kitty import Kitty
from facecoach.screen.live.outlet import Direct
from facecoach.screen.spans import beside, line, tint, width
from facecoach.session.command import Command
from graphics import COMMAND, Paper, Reader
from world import Coach

BLOCKS = set("▀▄▌▐▘▝▖▗▞▚▛▜▙▟🬂🬭🬎🬹")
CODES = re.compile(r"\x1b[78]|\x1b\[[0-9;?]*[A-Za-z]")


def face(colour: int = 90) -> Layers:
    """Return a picture of 24 by 12 cells."""
    cells = grid(24, 12, (4, 8))
    return standing(Image.new("RGBA", cells.size, (colour, 0, 0, 255)), Pngs(cells))


def same(shown: Layers) -> Layers:
    """Return a picture that is painted already."""
    return shown


@pytest.fixture
def kitty(coach: Coach) -> Coach:
    """Return a coach in a terminal of kitty's."""
    coach.env, coach.cell = {"TERM": "xterm-kitty"}, (9, 18)
    return coach


@pytest.mark.parametrize(
    ("args", "size", "count"),
    [
        (("zones",), (110, 40), 1), (("zones", "jaw"), (110, 40), 1), (("learn", "zones"), (110, 80), 1),
        (("show", "quick"), (110, 80), 6),
    ],
)  # fmt: skip
def test_pages_have_pictures_in_pixels(kitty: Coach, args: tuple[str, ...], size: tuple[int, int], count: int) -> None:
    """A page's pictures are sent, as large as their place, and stay where they stand; the words are as before."""
    out = kitty(*args, terminal=size).out
    reader = Reader().feed(out)
    assert (len(reader.sent), len(reader.shown)) == (count, count)
    words = CODES.sub("", COMMAND.sub("", out))
    assert not set("▀▄▌▐▘▝▖▗") & set(words.replace("▍", ""))
    kitty.env = {"TERM": "alacritty"}
    blocks = re.compile("[▀▄▌▐▘▝▖▗▞▚▛▜▙▟█]")
    assert words.split() == blocks.sub(" ", CODES.sub("", kitty(*args, terminal=size).out)).split()


def test_a_page_for_the_pager_has_cells(kitty: Coach) -> None:
    """What is read in a pager is of letters: it would hand nothing else on."""
    kitty.less = True
    out = kitty("show", "morning", terminal=(110, 30)).out
    assert (out, "\x1b_G" in kitty.read[0], bool(BLOCKS & set(kitty.read[0]))) == ("", False, True)


@pytest.mark.parametrize(("env", "face"), [({}, "half"), ({"NO_COLOR": "1"}, "auto"), ({"TMUX": "x"}, "pixels")])
def test_other_wishes_hold(kitty: Coach, env: dict[str, str], face: str) -> None:
    """Where other modes are asked for, or nothing but text is handed on, no picture is sent."""
    kitty.env = kitty.env | env
    kitty.write("settings.yaml", f"face: {face}\n")
    assert "\x1b_G" not in kitty("zones", terminal=(110, 40)).out
    assert "\x1b_G" not in kitty("zones").out


def test_sixels_stand_beside_words_too(coach: Coach) -> None:
    """In a terminal of sixels a page's picture is one of these."""
    coach.env, coach.cell = {"TERM": "foot"}, (6, 12)
    out = coach("zones", "jaw", terminal=(110, 40)).out
    assert len(Paper(110, 80, (6, 12)).feed(out.replace("\x1b7", "\x1b[1;1H")).pictures) == 1


def test_the_map_is_clear_where_its_letters_stand() -> None:
    """Each letter of the map is seen through its picture."""
    tints = {zone: tint(zone) for zone in bundled_atlas().zones}
    letters = tags(36, 24, tints)
    shown = Reader().feed(Kitty(1).show(0, 0, None, map_of((36, 24), "kitty", "mannequin", tints, (6, 12))))
    alpha = shown.picture(0, 0).getchannel("A")
    seen = [(row, column) for row, cells in enumerate(letters) for column, cell in enumerate(cells) if cell != EMPTY]
    assert len(seen) > 10
    for row, column in seen:
        assert alpha.crop((column * 6, row * 12, column * 6 + 6, row * 12 + 12)).getbbox() is None


def test_a_picture_is_laid_when_its_place_is_printed() -> None:
    """A picture comes after the last line of its place, from as many rows up as it is high."""
    inlay = Inlay(24, 12, face)
    page = [line("head"), *beside([*blank(inlay)], [line("word")] * 20, 26)]
    hanging, found = Hanging(), []
    for number, one in enumerate(page):
        found += [(number, *ripe[1:]) for ripe in hanging.after(one)]
    assert found == [(12, 0, 12)]
    assert pins(page) == [(inlay, 0, 1)]
    assert {width(one) for one in page[1:13]} == {30}
    assert laid(inlay, 3, 12, Kitty(1)).startswith("\x1b7\x1b[12A\x1b[4G\x1b_G")


def test_another_picture_takes_the_place_of_the_first() -> None:
    """Lines that are drawn again with another picture lose the first; what was drawn last stays."""
    stream = StringIO()
    place = Inline(Direct(stream), lambda: 60, "truecolor", lambda: Kitty(1))
    first, second = face(10), face(200)
    for shown in (first, first, second):
        place.show([*blank(Inlay(24, 12, partial(same, shown))), line(str(id(shown)))])
    place.leave()
    reader = Reader().feed(stream.getvalue())
    assert (len(reader.sent), len(reader.shown)) == (2, 1)


def test_today_has_its_face_in_pixels(kitty: Coach) -> None:
    """Today's page shows a face in pixels; another routine has another, and one is left in the scrollback."""
    out = kitty(keys=[(1, Command.DOWN), (2, Command.LEAVE)], terminal=(110, 40)).out
    reader = Reader().feed(out)
    assert (len(reader.sent), len(reader.shown)) == (2, 1)
