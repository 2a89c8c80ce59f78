"""A routine as a PDF, read by another reader: its text, its pictures, its sheets."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.screen.paper import typeface
from facecoach.screen.paper.booklet import SMALLEST, booklet
from facecoach.screen.paper.canvas import DPI, SIZES, PaperName, Spot
from facecoach.screen.paper.poster import poster
from facecoach.screen.paper.sheet import Sheet, Subject
from facecoach.screen.paper.tiles import fitted, tiles
from facecoach.screen.paper.truetype import font
from facecoach.screen.paper.typeface import Colour
from facecoach.words import spoken

PDFTOPPM = which("pdftoppm")
PAPERS: dict[PaperName, tuple[float, float]] = {"a4": (210, 297), "letter": (215.9, 279.4)}  # mm


def bundled_one(name: str) -> Routine:
    """Return a bundled routine."""
    return Library(bundled(), bundled()).load(name).routine


def sheets(routine: Routine, paper: PaperName = "a4") -> list[PageObject]:
    """Return the pages of a routine's PDF, as a strict reader has them."""
    data = booklet(Subject(routine, "x", "mannequin", SIZES[paper]))
    return list(PdfReader(BytesIO(data), strict=True).pages)


def told(pages: list[PageObject]) -> str:
    """Return all text of some pages, a blank between words."""
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def long(steps: int, cue: str = "Let it hang, and rest. " * 12) -> Routine:
    """Return a routine of so many steps."""
    one = {"zone": "jaw", "for": "40s", "cue": cue}
    return Routine.model_validate(
        {"name": "Long", "about": "Rather much", "steps": [{**one, "title": f"Step {n}"} for n in range(steps)]}
    )


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_paper(paper: PaperName) -> None:
    """A page is as large as its paper, to half a millimetre."""
    (page,) = sheets(bundled_one("classics"), paper)
    size = [side / 72 * 25.4 for side in (float(page.mediabox.width), float(page.mediabox.height))]
    assert size == pytest.approx(PAPERS[paper], abs=0.5)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["classics", "morning", "jaw-calm"])
def test_text_can_be_selected(name: str, paper: PaperName) -> None:
    """Name, titles and cues can be selected, word for word, and these fit on one page."""
    routine = bundled_one(name)
    (page,) = sheets(routine, paper)
    words = set(told([page]).split())
    wanted = " ".join([routine.name, *(move.cue for step in routine.steps for move in step.parts)])
    assert set(wanted.split()) <= words


def test_cautions() -> None:
    """What rules a routine out stands on its page, with the advice to stop when it hurts."""
    routine = bundled_one("jaw-calm")
    text = told(sheets(routine))
    assert f"Not with {', '.join(map(spoken, routine.avoid_if))}." in text
    assert "Stop when it hurts" in text
    assert "facecoach run x" in text


def test_cautions_on_every_sheet() -> None:
    """Where a routine takes several sheets, each has the advice and says which it is; the first what it is about."""
    pages = sheets(long(40))
    assert len(pages) > 1
    assert told(pages).count("Rather much") == told(pages[:1]).count("Rather much") == 1
    for number, page in enumerate(pages, 1):
        text = told([page])
        assert f"{number} of {len(pages)}" in text
        assert "Stop when it hurts" in text


def test_long_routines_take_more_sheets() -> None:
    """A long routine is written on, rather than too small to read; no step is lost, and none stands twice."""
    pages = sheets(long(60))
    text = told(pages)
    assert all(text.count(f"Step {n} ") == 1 for n in range(60))
    assert min(_sizes(pages)) >= SMALLEST * 72 / DPI


def test_sheets_are_alike() -> None:
    """On all sheets of a routine type and faces are equally large, and tiles begin in the same columns."""
    pages = sheets(long(22))
    assert len(pages) > 1
    laid = [_faces(page) for page in pages]
    assert len(laid[0]) > 1
    assert all(one == laid[0] for one in laid)
    assert all(_sizes([page]) <= _sizes(pages[:1]) for page in pages)


def test_a_step_longer_than_a_sheet() -> None:
    """A step whose cues fill more than a page goes on upon the next."""
    moves = [{"for": "2s", "cue": f"Number{n} " + "rest and breathe " * 25} for n in range(60)]
    step = {"zone": "jaw", "title": "Endless", "moves": moves}
    text = told(sheets(Routine.model_validate({"name": "Long", "steps": [step]})))
    assert all(text.count(f"Number{n} ") == 1 for n in range(60))
    assert "Endless, continued" in text


def test_letters() -> None:
    """Text in any writing, brackets and backslashes come out as they went in, also what the typeface lacks."""
    cue = r"Żółw Ψυχή Шея (one) \two 首"
    assert cue in told(sheets(long(1, cue)))


def test_letters_are_drawn_as_themselves() -> None:
    """Each letter has the glyph of the font that is as wide as a drawing library finds it."""
    page: Any = sheets(long(1, "Żółw Ψυχή Шея iW."))[0]
    face = page["/Resources"]["/Font"]["/F"]["/DescendantFonts"][0]
    numbers, size = face["/CIDToGIDMap"].get_data(), 1000
    for letter in set("ŻółwΨυχήШеяiW."):  # noqa: RUF001 - Greek and Cyrillic are meant
        glyph = int.from_bytes(numbers[2 * ord(letter) : 2 * ord(letter) + 2])
        assert glyph
        assert font().widths[glyph] == pytest.approx(typeface.width(letter, size), abs=1)


@pytest.mark.skipif(PDFTOPPM is None, reason="poppler is not installed")
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_page_looks_as_the_picture_does(tmp_path: Path, paper: PaperName) -> None:
    """As another program draws it, a PDF is the page of the `.png`: everywhere as dark, on paper that is white."""
    subject = Subject(bundled_one("jaw-calm"), "jaw-calm", "mannequin", SIZES[paper])
    file = tmp_path / "a.pdf"
    file.write_bytes(booklet(subject))
    assert PDFTOPPM
    subprocess.run([PDFTOPPM, "-r", "200", "-png", "-singlefile", file, file], check=True)
    with Image.open(f"{file}.png") as page:
        ours, theirs = (one.convert("L").resize((40, 50), Image.Resampling.BOX) for one in (poster(subject), page))
    assert max(abs(one - other) for one, other in zip(ours.tobytes(), theirs.tobytes(), strict=True)) < 24


def test_faces() -> None:
    """Each step has its face, at 300 dots an inch, and the same face is kept once."""
    (page,) = sheets(bundled_one("classics"))
    pictures = [one.image for one in page.images]
    assert len(pictures) == 6
    assert all(one and one.width > 200 for one in pictures)
    data = booklet(Subject(long(6), "x", "mannequin", SIZES["a4"]))
    assert data.count(b"/Subtype /Image") == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["classics", "morning", "jaw-calm", "evening"])
def test_nothing_beyond_the_margin(name: str, paper: PaperName) -> None:
    """No word, face or line comes nearer to the edge of the paper than a centimetre, where printers still print."""
    routine, size = bundled_one(name), SIZES[paper]
    shown, sheet, ruler = tiles(routine), Sheet(Subject(routine, name, "mannequin", size)), Ruler()
    grid = fitted(shown, *sheet.room)
    assert grid
    sheet.draw(ruler, shown, grid)
    edge = DPI / 2.54 - 1
    assert min(min(x, y) for x, y in ruler.spots) >= edge
    assert max(x for x, _ in ruler.spots) <= size[0] - edge
    assert max(y for _, y in ruler.spots) <= size[1] - edge


@dataclass
class Ruler:
    """A canvas that remembers the corners of what is drawn on it."""

    ground: Colour = (255, 255, 255)
    grain: float = 1.0
    spots: list[Spot] = field(default_factory=list)

    def write(self, spot: Spot, words: str, size: int, colour: Colour, weight: int = 0) -> None:
        """Remember where words begin and end."""
        self.spots += [(spot[0], spot[1] - size * 0.75), (spot[0] + typeface.width(words, size), spot[1])]

    def rule(self, start: Spot, end: Spot, colour: Colour) -> None:
        """Remember a line."""
        self.spots += [start, end]

    def disc(self, corner: Spot, size: int, colour: Colour) -> None:
        """Remember a disc."""
        self.spots += [corner, (corner[0] + size, corner[1] + size)]

    def picture(self, corner: Spot, side: int, image: Image.Image) -> None:
        """Remember a picture."""
        self.spots += [corner, (corner[0] + side, corner[1] + side)]


def _sizes(pages: list[PageObject]) -> set[float]:
    """Return the sizes of type on some pages, in points."""
    found: set[float] = set()
    for page in pages:
        page.extract_text(visitor_text=lambda text, m, _, __, size: found.add(size * m[0]) if text.strip() else None)
    return found


def _faces(page: PageObject) -> set[tuple[str, str]]:
    """Return how wide the faces on a page are, and how far from its left edge."""
    contents = page.get_contents()
    drawn = contents.get_data().decode("latin-1") if contents is not None else ""
    return set(re.findall(r"([\d.]+) 0 0 -[\d.]+ ([\d.]+) [\d.]+ cm\s+/P", drawn))
