"""The page in Firefox and in WebKit, the engine of every browser on an iPhone: on a real clock, by touch."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import short, written
from engines import Engine, firefox, webkit
from facecoach.session.timeline import Timeline

LEAD_IN = 5
SEEN = (
    "[document.querySelector('#session').className.match(/is-(\\w+)/)[1], "
    "document.querySelector('#title').textContent, document.querySelector('#done').hidden]"
)
DIGITS = "document.querySelector('#plate .digits').textContent"
HOSTILE = "</script><script>window.hit=1</script>'\"&amp;\u2028\u202e"


@pytest.fixture(params=[firefox, webkit], scope="module")
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return each browser in turn."""
    with request.param(tmp_path_factory.mktemp("profile")) as found:
        yield found


def quick() -> Timeline:
    """Return a routine of a few seconds with a change-over."""
    first, second = ({"title": title, "zone": "jaw", "for": "3s", "cue": "Go"} for title in ("Circles", "Sink"))
    return short(first, second, change="2s")


def test_from_touch_to_done(engine: Engine, tmp_path: Path) -> None:
    """One touch begins it, each state comes at its time, and DONE at the end."""
    engine.open(written(tmp_path, quick()))
    engine.touch("#start")
    begun = time.monotonic()
    seen: dict[str, float] = {}
    while time.monotonic() - begun < 30:
        state, title, going = engine.value(SEEN)
        seen.setdefault("DONE" if not going else f"{state} {title}", time.monotonic() - begun)
        if not going:
            break
        time.sleep(0.05)
    assert list(seen) == ["ready Circles", "running Circles", "ready Sink", "running Sink", "DONE"]
    assert [*seen.values()] == pytest.approx([0, LEAD_IN, LEAD_IN + 3, LEAD_IN + 5, LEAD_IN + 8], abs=0.8)


def test_buttons(engine: Engine, tmp_path: Path) -> None:
    """Pause stands still and goes on; next and back lead there and back."""
    engine.open(written(tmp_path, quick()))
    engine.touch("#start")
    engine.touch("#forward")
    assert engine.value(SEEN)[:2] == ["running", "Circles"]
    engine.touch("#pause")
    before = engine.value(DIGITS)
    time.sleep(2.2)
    assert (engine.value(SEEN)[0], engine.value(DIGITS)) == ("paused", before)
    engine.touch("#pause")
    engine.touch("#forward")
    assert engine.value(SEEN)[:2] == ["ready", "Sink"]
    engine.touch("#back")
    assert engine.value(SEEN)[:2] == ["running", "Circles"]


def test_text_is_text_and_nothing_is_asked(engine: Engine, tmp_path: Path) -> None:
    """Hostile words are shown as words, and the page loads nothing from anywhere."""
    engine.open(written(tmp_path, short({"title": HOSTILE, "zone": "jaw", "for": "3s", "cue": HOSTILE})))
    engine.touch("#start")
    assert "<script>" in engine.value("document.querySelector('#title').textContent")
    assert engine.value("window.hit || 0") == 0
    assert engine.value("performance.getEntriesByType('resource').length") == 0


def test_nothing_is_cut_off(engine: Engine, tmp_path: Path) -> None:
    """On a phone's screen the page never scrolls sideways, and every button is large enough for a knuckle."""
    engine.open(written(tmp_path, quick()))
    engine.touch("#start")
    assert engine.value("document.documentElement.scrollWidth <= window.innerWidth")
    sizes = "[...document.querySelectorAll('#back, #pause, #forward')].map(one => one.getBoundingClientRect())"
    assert all(one["width"] >= 64 and one["height"] >= 64 for one in engine.value(f"{sizes}.map(one => one.toJSON())"))
