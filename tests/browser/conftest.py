"""The browser, and a page opened in it on a clock that stands still until a test lets time pass."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import CHROMIUM, Open, Visit, written
from facecoach.page.markup import Sheet
from facecoach.session.timeline import Timeline

NOW = 1_800_000_000  # seconds since 1970


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Return a browser; the test is left out where there is none."""
    driver = pytest.importorskip("playwright.sync_api", reason="`make browser` installs Playwright")
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Return what opens a page of a timeline, at a size, in light or dark, on a clock of its own or the real one."""
    contexts = []

    def opened(
        line: Timeline, size: tuple[int, int] = (390, 844), sheet: Sheet | None = None, real: bool = False, **look: Any
    ) -> Visit:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **look)
        contexts.append(context)
        found = Visit(context.new_page(), line)
        found.tab.on("request", lambda request: found.asked.append(request.url))
        found.tab.on("console", lambda said: found.faults.append(said.text) if said.type == "error" else None)
        found.tab.on("pageerror", lambda fault: found.faults.append(str(fault)))
        if not real:
            found.tab.clock.install(time=NOW)
        found.tab.goto(written(tmp_path, line, sheet))
        if not real:
            found.tab.clock.pause_at(NOW + 3600)
        return found

    yield opened
    for context in contexts:
        context.close()
