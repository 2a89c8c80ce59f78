"""The page at every size, light and dark: nothing cut off, nothing too small, nothing that runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from browsing import CAUTIONS, SIZES, Open, Visit, short
from facecoach.page.markup import Sheet

HOSTILE = "<script>window.hit=1</script><img src=x onerror=window.hit=1>\"'</script>\u2028\u202e{{data}}"
BOXES = """() => [...document.querySelectorAll('button')].filter((one) => one.offsetWidth)
  .map((one) => [one.id, one.offsetWidth, one.offsetHeight])"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"
HIDDEN = """() => document.querySelector('.care').getBoundingClientRect().bottom
  - document.querySelector('.foot').getBoundingClientRect().top"""
OUTSIDE = """() => [...document.querySelectorAll('#session > :not([hidden]):not(.unseen)')].map((one) => {
  const box = one.getBoundingClientRect();
  return [one.id || one.className, box.top >= -1 && box.bottom <= window.innerHeight + 1 && box.height > 0]; })"""
CUT = """() => { const state = document.querySelector('#plate .lower .state');
  return [...state.children].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className); }"""


def through(page: Visit) -> Any:
    """Go through a session's states, yielding in each."""
    page.start()
    for seconds in (1, 5, 3, 5, 5, 5, 4):
        page.wait(seconds)
        yield page.state
    page.tab.click("#pause")
    yield page.state


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_fits_every_screen(visit: Open, size: tuple[int, int]) -> None:
    """In every state each part lies within the screen, no word is cut, and each button is at least 64 px."""
    page = visit(short(), size)
    assert page.tab.evaluate(WIDER) <= 0
    for state in through(page):
        assert all(inside for _, inside in page.tab.evaluate(OUTSIDE)), (state, page.tab.evaluate(OUTSIDE))
        assert page.tab.evaluate(CUT) == [], state
        assert all(min(wide, high) >= 64 for _, wide, high in page.tab.evaluate(BOXES)), page.tab.evaluate(BOXES)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_caution_lies_under_start(visit: Open, size: tuple[int, int]) -> None:
    """All cautions are in sight above the button that starts past them, at every size."""
    page = visit(short(), size, Sheet("What it does. " * 6, ("clean hands", "a washed face", "oil"), CAUTIONS))
    assert page.tab.evaluate(HIDDEN) <= 4


@pytest.mark.parametrize("size", [(320, 568), (844, 390)], ids=str)
def test_hostile_text_is_inert(visit: Open, size: tuple[int, int]) -> None:
    """Scripts, quotes, line separators and endless words are shown as text; nothing runs, nothing is wider."""
    cue = (HOSTILE + "W" * 400)[:500]
    step = {"zone": "jaw", "for": "20s", "title": HOSTILE[:50], "cue": cue, "with": HOSTILE[:100]}
    page = visit(short(step), size, Sheet(HOSTILE * 25, (HOSTILE,), (HOSTILE,)))
    assert page.tab.evaluate(WIDER) <= 0
    page.start()
    page.wait(7)
    assert page.tab.evaluate("() => window.hit") is None
    assert page.tab.evaluate(WIDER) <= 0
    assert "<script>" in page.text("#cue")
    assert page.faults == []
    assert all(address.startswith(("file:", "blob:", "data:")) for address in page.asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scan_finds_no_barrier(visit: Open, scheme: str) -> None:
    """The accessibility scan has no violation: opening, at work, paused, done."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="`make browser` installs the scan")
    line = short({"zone": "jaw", "for": "90s", "side": "each", "cue": "Circles", "pressure": "light"})
    page = visit(line, real=True, color_scheme=scheme, bypass_csp=True)
    acts: tuple[Callable[[], object], ...] = (
        lambda: None,
        page.start,
        lambda: page.tab.click("#forward"),
        lambda: page.tab.click("#pause"),
        lambda: page.tab.click("#forward"),
    )
    for act in acts:
        act()
        page.tab.wait_for_timeout(400)
        assert _barriers(axe, page) == []
    assert page.done


def _barriers(axe: Any, page: Visit) -> list[str]:
    found = axe.Axe().run(page.tab).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def test_reduced_motion_moves_nothing(visit: Open) -> None:
    """With reduced motion no mark moves: the track, its arrow and the places of hands stand still."""
    page = visit(short(), reduced_motion="reduce")
    page.start()
    page.wait(19)
    assert page.tab.evaluate("() => document.getAnimations().length") == 0
    assert page.tab.locator("#tracks circle").count() > 0


def test_strokes_move_by_themselves(visit: Open) -> None:
    """Marks are moved by the browser, stand while paused, and are gone in a rest."""
    line = short({"zone": "jaw", "reps": 2, "hold": "3s", "rest": "3s", "cue": "Knead", "stroke": "jaw-knead"})
    page = visit(line)
    moving = """() => document.getAnimations()
      .filter((one) => one.playState === 'running' && one.effect.target.matches('.mark, .tail')).length"""
    page.start()
    page.wait(6)
    assert page.tab.evaluate(moving) > 0
    page.tab.click("#pause")
    assert page.tab.evaluate(moving) == 0
    page.tab.click("#pause")
    page.wait(2.5)
    assert (page.state, page.tab.locator(".mark").count()) == ("release", 0)


def test_without_scripts_the_moves_are_there(visit: Open) -> None:
    """A viewer that runs no scripts shows cautions, pictures and every move, and says what to do."""
    page = visit(short(), java_script_enabled=False, real=True)
    assert page.tab.locator(".noscript").is_visible()
    assert page.tab.locator(".moves li").count() == 2
    assert page.tab.locator(".moves img").first.is_visible()
    assert not page.tab.locator("#start").is_visible()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_count_cuts_no_word(visit: Open, size: tuple[int, int]) -> None:
    """Where a count goes past nine, its word stays whole beside the wider number."""
    counted = {"zone": "cheeks", "reps": 12, "hold": "2s", "cue": "Small O", "direction": "up and down"}
    page = visit(short(counted), size)
    page.start()
    page.wait(5.5)
    assert page.state == "count"
    for _ in range(12):
        assert page.tab.evaluate(CUT) == [], page.digits
        page.wait(1.9)
