"""A session in pixels: each picture is sent once, only placed from then on, and nothing of it is left."""

from __future__ import annotations

import pytest
from PIL import Image

from facecoach.face.pixels import Layers, Tile, grid, standing
from facecoach.face.pngs import Pngs, painted
from facecoach.screen.live.kitty import KEPT, PIECE, Kitty
from facecoach.session.command import Command
from graphics import Reader
from world import Coach

SIZE = (100, 30)
WORK = "name: Work\nsteps:\n  - {zone: jawline, for: 20s, stroke: jaw-knead, cue: Glide}\n"
LEFT = "\x1b[?1049l"


@pytest.fixture
def kitty(coach: Coach) -> Coach:
    """Return a coach in a terminal of kitty's."""
    coach.env = {"TERM": "xterm-kitty"}
    coach.cell = (9, 18)
    return coach


def played(coach: Coach, *keys: tuple[float, Command], size: tuple[int, int] = SIZE) -> str:
    """Return what a session in pixels sends."""
    path = coach.write("work.yaml", WORK)
    return coach("run", path, "--lead-in", "0", "--no-log", keys=keys, terminal=size).out


def picture(colour: tuple[int, int, int, int]) -> Layers:
    """Return a picture of one colour, 24 by 12 cells."""
    cells = grid(24, 12, (4, 8))
    return standing(Image.new("RGBA", cells.size, colour), Pngs(cells))


@pytest.mark.parametrize(
    "keys",
    [
        (), ((3, Command.INTERRUPT),), ((3, Command.LEAVE), (4, Command.LEAVE)), ((3, Command.TERMINATE),),
        ((3, Command.HANG_UP),), ((2, Command.PAUSE), (4, Command.PAUSE)), ((2, Command.HELP),),
        ((2, Command.SUSPEND),), ((2, Command.REDRAW),), ((1, Command.NEXT),),
    ],
    ids=["end", "ctrl-c", "q", "term", "hup", "pause", "help", "ctrl-z", "redraw", "next"],
)  # fmt: skip
def test_nothing_is_left(kitty: Coach, keys: tuple[tuple[float, Command], ...]) -> None:
    """However a session ends, all that was shown is taken away before the screen is given back."""
    out = played(kitty, *keys)
    whole = Reader().feed(out)
    assert (bool(whole.sent), whole.shown, whole.held) == (True, {}, {})
    before = Reader().feed(out[: out.rindex(LEFT)])
    assert (before.shown, before.held) == ({}, {})


def test_nothing_is_answered(kitty: Coach) -> None:
    """No code asks the terminal for an answer, which would be read as keys."""
    assert Reader().feed(played(kitty)).answers == []


def test_a_stroke_is_sent_once(kitty: Coach) -> None:
    """After a stroke's first cycle its pictures are placed again, and none is sent."""
    whole = Reader().feed(played(kitty))
    assert 1 < len(whole.sent) < whole.placed / 2


def test_the_picture_is_the_face(kitty: Coach) -> None:
    """What the terminal shows is the face at least four times as fine as half blocks, and not all of one colour."""
    out = played(kitty, (3, Command.INTERRUPT))
    reader = Reader().feed(out[: out.rindex("\x1b_Ga=p")])
    base = min(reader.shown.values(), key=lambda one: one.level)
    shown = reader.picture(base.x, base.y)
    assert shown.width >= 4 * base.columns
    assert shown.height >= 8 * base.rows
    assert len(shown.getcolors(maxcolors=10**6) or ()) > 40


def test_a_paused_picture_is_dimmed(kitty: Coach) -> None:
    """A pause lays a shade over the face, and takes it away again."""
    out = played(kitty, (9, Command.PAUSE), (12, Command.PAUSE))
    covers = [part for part in out.split("\x1b_Ga=p")[1:] if "z=2" in part.split("\x1b")[0]]
    assert len(covers) == 1
    assert 2 not in {one.level for one in Reader().feed(out[: out.rindex("\x1b_Ga=p")]).shown.values()}


def test_numbers_are_never_used_again() -> None:
    """What was cleared and is shown again comes under a new number; what is hidden is only placed again."""
    easel, shown = Kitty(7), picture((200, 0, 0, 255))
    codes = easel.show(0, 0, None, shown) + easel.hide(0, 0, shown) + easel.show(0, 0, None, shown)
    assert Reader().feed(codes).sent == [7]
    codes += easel.clear() + easel.show(0, 0, None, shown)
    assert Reader().feed(codes).sent == [7, 8]


def test_a_picture_takes_the_place_of_another() -> None:
    """Of two pictures at one place the second alone is shown."""
    easel, one, two = Kitty(1), picture((200, 0, 0, 255)), picture((0, 200, 0, 255))
    reader = Reader().feed(easel.show(3, 4, None, one) + easel.show(3, 4, one, two))
    assert reader.picture(3, 4).getpixel((5, 5)) == (0, 200, 0, 255)
    assert len(reader.shown) == 1


def test_a_terminal_holds_so_many() -> None:
    """Of very many tiles those shown longest ago are taken back, those on the screen never."""
    easel, reader, before = Kitty(1), Reader(), None
    cells = grid(24, 12, (4, 8))
    png = painted(Image.new("RGBA", cells.size, (9, 9, 9, 255)))
    base = Tile(0, 0, 24, 12, png)
    for number in range(KEPT + 20):
        after = Layers((base, Tile(number % 9, 0, 2, 2, png)), lambda _: base)
        reader.feed(easel.show(0, 0, before, after))
        before = after
        assert len(reader.shown) == 2
    assert len(reader.held) <= KEPT + 2


def test_pieces_are_short() -> None:
    """A large picture goes in pieces as long as the protocol allows, and comes out whole."""
    noise = Image.effect_noise((96, 96), 90).convert("RGBA")
    reader = Reader().feed(Kitty(1).show(0, 0, None, standing(noise, Pngs(grid(24, 12, (4, 8))))))
    assert reader.picture(0, 0).size == (96, 96)
    assert PIECE == 4096
