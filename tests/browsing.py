"""A page in a browser: what the tests of this group share. They leave themselves out where there is no browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facecoach.page.content import Pace
from facecoach.page.markup import Sheet
from facecoach.page.writer import page
from facecoach.routine.model import Routine
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
SIZES = ((320, 568), (390, 664), (390, 844), (844, 390), (1280, 800))
CAUTIONS = (
    "active acne", "rosacea flare", "eczema flare", "open wound", "infection", "recent injectables", "fever",
)  # fmt: skip


@dataclass
class Visit:
    """A page open in a browser; `asked` are the addresses it loaded, `faults` what went wrong in it."""

    tab: Any
    line: Timeline
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def start(self) -> None:
        """Touch the button that starts the session."""
        self.tab.click("#start")

    def wait(self, seconds: float) -> None:
        """Let time pass on the page's own clock."""
        self.tab.clock.run_for(round(seconds * 1000))

    def text(self, selector: str) -> str:
        """Return what an element says."""
        return str(self.tab.locator(selector).first.text_content())

    @property
    def state(self) -> str:
        """Return the state that the session shows, such as `hold`."""
        kinds = str(self.tab.locator("#session").get_attribute("class")).split()
        return next(kind.removeprefix("is-") for kind in kinds if kind.startswith("is-"))

    @property
    def digits(self) -> str:
        """Return the digits that are shown."""
        return self.text("#plate .digits")

    @property
    def done(self) -> bool:
        """Whether the session has come to its end."""
        return bool(self.tab.locator("#done").is_visible())


Open = Callable[..., Visit]


def short(*steps: dict[str, Any], **fields: Any) -> Timeline:
    """Return the timeline of a short routine: of these steps, or with a hold, two sides and a change-over."""
    given: Sequence[dict[str, Any]] = steps or (
        {"title": "Hold", "zone": "jaw", "reps": 2, "hold": "3s", "rest": "2s", "cue": "Hold it", "pressure": "light"},
        {"title": "Sides", "zone": "cheeks", "for": "12s", "side": "each", "cue": "One side", "stroke": "cheek-tap"},
    )
    return laid_out(Routine.model_validate({"name": "Short one", "change": "4s", "steps": given, **fields}))


def written(folder: Path, line: Timeline, sheet: Sheet | None = None, log: str = "short") -> str:
    """Write a page and return its address."""
    file = folder / "page.html"
    given = sheet or Sheet("What it does.", ("clean hands", "oil"), CAUTIONS)
    file.write_bytes(page(line, given, Pace(5.0, log), "mannequin"))
    return file.as_uri()
