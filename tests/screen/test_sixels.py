"""A session in sixels: the person once, then only what changes, within what the line bears."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from facecoach.face.gallery import Gallery
from facecoach.face.pixels import Layers, grid
from facecoach.face.scene import Scene
from facecoach.face.sixels import Dots, body, dots
from facecoach.face.sixels import Sixels as Craft
from facecoach.face.workshop import Prompt
from facecoach.screen.live.sixels import Sixels
from facecoach.session.command import Command
from graphics import Paper, drawn
from world import Clock, Coach

CELL = (8, 16)
SWEEP = Scene(camera="lower", zones=("jawline",), strokes=("jaw-knead",))
WORK = "name: Work\nsteps:\n  - {zone: jawline, for: 20s, stroke: jaw-knead, cue: Knead}\n"
SIZE = (60, 20)


@pytest.fixture(scope="module")
def frames() -> list[Layers]:
    """Return the pictures of a stroke."""
    pictures = Gallery((24, 12), CELL, "mannequin", "full", Prompt(), "sixel")
    found = [pictures.frame(SWEEP, number / 4) for number in range(16)]
    return [one for one in found if isinstance(one, Layers)]


def paper() -> Paper:
    """Return a screen with room for a picture."""
    return Paper(30, 16, CELL)


def test_pixels_come_out_as_they_went_in() -> None:
    """A picture of any size, clear in places, is decoded to itself."""
    image = Image.effect_noise((37, 23), 80).convert("RGBA")
    image.paste((0, 0, 0, 0), (5, 4, 20, 11))
    found = dots(image, 12, 12)
    colours = "".join(f"#{n};2;{n};{n};{n}" for n in range(len(found.colours)))
    back = drawn((37, 23), colours + body(found))
    for y in range(23):
        for x in range(37):
            number = found.numbers.getpixel((x, y))
            level = round(number * 2.55) if isinstance(number, int) else -1
            assert back.getpixel((x, y)) == ((0, 0, 0, 0) if number == 255 else (level, level, level, 255))


def test_a_part_lies_where_it_belongs() -> None:
    """A part of a picture is drawn at its corner, on any row."""
    for corner in ((0, 0), (7, 13), (20, 6)):
        part = Dots(Image.new("L", (4, 9), 0), [(255, 0, 0)], corner)
        assert drawn((40, 40), "#0;2;99;0;0" + body(part)).getbbox() == (*corner, corner[0] + 4, corner[1] + 9)


def test_it_is_as_large_as_its_cells() -> None:
    """Where more pixels than are painted fill the cells, each is drawn larger: sixels are not scaled."""
    cells = grid(24, 12, (40, 80))
    tile = Craft(cells, (40, 80)).whole(Image.new("RGBA", cells.size, (9, 9, 9, 255)))
    assert tile.dots is not None
    assert tile.dots.numbers.size == (960, 960)


def test_changes_make_the_same_picture(frames: list[Layers]) -> None:
    """Shown one after the other, in any order, pictures look as they do when each is shown alone."""
    easel, screen, before = Sixels(Clock()), paper(), None
    for number in (0, 1, 2, 5, 3, 15, 0):
        screen.feed(easel.show(2, 1, before, frames[number]))
        before = frames[number]
        alone = paper().feed(Sixels(Clock()).show(2, 1, None, before))
        assert ImageChops.difference(screen.shown, alone.shown).getbbox() is None


def test_a_mark_beside_the_person_passes() -> None:
    """A mark that reaches beyond the person's edge is shown there, and gone when it has moved on."""
    cells = grid(24, 12, CELL)
    craft = Craft(cells, CELL)
    person = Image.new("RGBA", cells.size)
    person.paste((90, 90, 200, 255), (60, 20, 130, 180))
    base = craft.whole(person)
    dot = Image.new("RGBA", (5 * CELL[0], 2 * CELL[1]))
    dot.paste((255, 255, 0, 255), (3, 5, 36, 27))
    shown = [
        Layers((base, craft.piece(dot, (column * CELL[0], 3 * CELL[1]))), lambda _: base) for column in (5, 6, 14, 9)
    ]
    easel, screen, before = Sixels(Clock()), paper(), None
    for after in shown:
        screen.feed(easel.show(3, 2, before, after))
        alone = paper().feed(Sixels(Clock()).show(3, 2, None, after))
        assert ImageChops.difference(screen.shown, alone.shown).getbbox() is None
        before = after
    assert alone.shown.getpixel((3 * 8 + 9 * 8 + 10, 2 * 16 + 3 * 16 + 8)) == (255, 255, 0, 255)


def test_a_change_is_small(frames: list[Layers]) -> None:
    """A mark that moves takes a fraction of what the person takes."""
    easel = Sixels(Clock())
    first = easel.show(0, 0, None, frames[0])
    assert len(easel.show(0, 0, frames[0], frames[1])) < len(first) / 4


def test_what_is_hidden_is_gone(frames: list[Layers]) -> None:
    """Where a picture is taken away nothing of it stays."""
    easel, screen = Sixels(Clock()), paper()
    screen.feed(easel.show(2, 1, None, frames[0]) + easel.show(2, 1, frames[0], frames[3]))
    assert screen.shown.getbbox()
    assert screen.feed(easel.hide(2, 1, frames[3])).shown.getbbox() is None


def test_a_pause_is_dimmer_and_passes(frames: list[Layers]) -> None:
    """A tint changes the colours of the person and the mark, and is gone afterwards."""
    easel, night = Sixels(Clock()), (0, 0, 0, 0.5)
    screen = paper().feed(easel.show(0, 0, None, frames[4]))
    bright = screen.shown.copy()
    screen.feed(easel.show(0, 0, frames[4], frames[4].veiled(night)))
    light = [sum(one.convert("L").histogram()[128:]) for one in (bright, screen.shown)]
    assert light[1] < light[0] / 4
    screen.feed(easel.show(0, 0, frames[4].veiled(night), frames[4]))
    assert ImageChops.difference(screen.shown, bright).getbbox() is None


def test_the_line_is_not_flooded(frames: list[Layers]) -> None:
    """At most four pictures a second and 40 kB a second are sent, whatever they are; another person comes at once."""
    clock = Clock()
    easel, before, sent, shown = Sixels(clock), None, 0, 0
    for tick in range(200):
        after = frames[tick % len(frames)]
        if easel.ready(before, after):
            sent += len(easel.show(0, 0, before, after))
            before, shown = after, shown + 1
        clock.seconds += 0.05
    assert (sent / 10 <= 40_000, 4 < shown <= 41) == (True, True)
    other = Layers((frames[0].tiles[0],), frames[0].veil)
    easel.show(0, 0, None, other)
    assert not easel.ready(other, frames[1])
    assert easel.ready(frames[1], frames[1].veiled((0, 0, 0, 0.5)))


def played(coach: Coach, *keys: tuple[float, Command]) -> str:
    """Return what a session in foot sends."""
    coach.env, coach.cell = {"TERM": "foot"}, CELL
    path = coach.write("work.yaml", WORK)
    return coach("run", path, "--lead-in", "0", "--no-log", keys=keys, terminal=SIZE).out


@pytest.mark.parametrize("keys", [(), ((3, Command.INTERRUPT),), ((2, Command.SUSPEND),), ((2, Command.HELP),)])
def test_a_session_shows_and_leaves_nothing(coach: Coach, keys: tuple[tuple[float, Command], ...]) -> None:
    """A session in sixels shows its face, and at its end nothing is left."""
    out = played(coach, *keys)
    screen = Paper(*SIZE, CELL).feed(out)
    assert len(screen.pictures) > 2
    assert screen.shown.getbbox() is None


def test_words_never_meet_a_picture(coach: Coach) -> None:
    """While a stroke moves no letter is written over its picture: it would tear a hole."""
    out = played(coach, (9, Command.INTERRUPT))
    before = out[: out.rindex("\x1bP")]
    screen = Paper(*SIZE, CELL).feed(before)
    left, top, right, bottom = screen.shown.getbbox() or (0, 0, 0, 0)
    middle = screen.shown.crop((left, (top + bottom) // 2, right, (top + bottom) // 2 + 1))
    seen = [alpha > 0 for alpha in middle.getchannel("A").tobytes()]
    assert sum(seen) > 0.5 * len(seen)


def test_without_a_cell_there_are_blocks(coach: Coach) -> None:
    """A terminal that does not say how large its cells are gets blocks."""
    coach.env = {"TERM": "foot"}
    path = coach.write("work.yaml", WORK)
    out = coach("run", path, "--lead-in", "0", "--no-log", keys=[(2, Command.INTERRUPT)], terminal=SIZE).out
    assert "\x1bP" not in out
