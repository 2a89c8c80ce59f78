"""Screens as they are, at three widths: a change of any of them is a change of its file."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.screen.live.layout import compose
from facecoach.screen.live.view import view
from facecoach.screen.pages.offer import Offer, offer_lines
from facecoach.screen.pages.streak import streak_page
from facecoach.screen.spans import worded
from facecoach.session.command import Command
from facecoach.session.laying import laid_out
from facecoach.session.player import Manner
from facecoach.session.state import Elapsed, Session, advance, begin
from facecoach.today import Choice
from golden import hold
from lines import FRIDAY, diary, judge, pause
from world import Coach

STOCK = Library(bundled(), bundled())
SIZES = ((20, 5), (40, 12), (60, 16), (80, 24), (100, 30), (140, 45))
TODAY_SIZES = ((60, 16), (80, 24), (100, 30))
YEAR = diary("xxx_xx_" * 52 + "xxxx")
MOMENTS = {
    "get-ready": ("morning", 2, None), "massage": ("morning", 70, None), "hold": ("classics", 8, None),
    "let-go": ("classics", 11, None), "side": ("evening", 285, None), "switch": ("evening", 301, None),
    "count": ("classics", 55, None), "last-seconds": ("morning", 24, None),
    "paused": ("morning", 70, Command.PAUSE), "leaving": ("morning", 70, Command.LEAVE),
}  # fmt: skip
HISTORIES = {
    "nothing": [], "three-days": diary("xxx"), "open": diary("xxx_"), "a-year": YEAR,
    "after-a-break": diary("xxxxxxxx......x"), "in-a-break": diary("xxxxxxxx......_"),
    "paused": [*diary("xxxx_"), pause(FRIDAY, FRIDAY + timedelta(3))],
}  # fmt: skip


def at(routine: str, seconds: float, command: Command | None) -> Session:
    """Return a session so many seconds after its start, lead-in included, and what a key made of it."""
    session = begin(laid_out(STOCK.load(routine).routine), 5)
    for _ in range(int(seconds)):
        session = advance(session, Elapsed(1))[0]
    return advance(session, command)[0] if command else session


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", MOMENTS)
def test_panels(name: str, size: tuple[int, int]) -> None:
    """A session's panels at a moment, the room of the face left empty."""
    columns, rows = size
    shown = [[" "] * columns for _ in range(rows)]
    for x, y, line in compose(view(at(*MOMENTS[name]), Manner()), columns, rows).patches:
        shown[y][x : x + len(worded(line))] = worded(line)
    hold(f"panels/{name}-{columns}x{rows}", ("".join(row) for row in shown))


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize("name", HISTORIES)
def test_streak(name: str, columns: int) -> None:
    """The screen of `streak`."""
    page = streak_page(judge(HISTORIES[name], FRIDAY, {"classics": 4}), columns)
    hold(f"streak/{name}-{columns}", map(worded, page))


@pytest.mark.parametrize("size", TODAY_SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", HISTORIES)
def test_today(name: str, size: tuple[int, int]) -> None:
    """Today in a terminal, the room of the face left empty."""
    card = STOCK.card(STOCK.find("evening"))
    bar = tuple((leg.zone, leg.seconds) for leg in laid_out(STOCK.load("evening").routine).legs)
    history = judge(HISTORIES[name], FRIDAY, {"classics": 4})
    offer = Offer(history, Choice(card), 19, 1, 16, over=False, draws=True, colour=True, face=(), bar=bar)
    hold(f"today/{name}-{size[0]}x{size[1]}", map(worded, offer_lines(offer, *size)))


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_year(columns: int) -> None:
    """The screen of `streak --year`."""
    hold(f"streak/year-{columns}", map(worded, streak_page(judge(YEAR, FRIDAY), columns, year=True)))


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize("command", ["list", "show classics", "safety", "learn", "zones", "zones jaw"])
def test_pages(coach: Coach, command: str, columns: int) -> None:
    """Pages in a terminal that draws no face."""
    coach.write("settings.yaml", "face: words\n")
    coach.env = {"NO_COLOR": "1"}
    shown = coach(*command.split(), terminal=(columns, 40)).screen(columns, 200)
    hold(f"pages/{command.replace(' ', '-')}-{columns}", "\n".join(shown).rstrip().split("\n"))
