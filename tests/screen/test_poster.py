"""`show --picture`: a page to hang by the mirror."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.screen.paper import typeface
from facecoach.screen.paper.canvas import SIZES
from facecoach.screen.paper.poster import poster
from facecoach.screen.paper.sheet import Subject
from world import Coach

PAGE = SIZES["a4"]


def drawn(routine: Routine) -> Image.Image:
    """Return a routine's page."""
    return poster(Subject(routine, "x", "mannequin", PAGE))


def test_page(coach: Coach, tmp_path: Path) -> None:
    """The page is an A4 at 200 dots an inch, with something drawn on every part of it."""
    path = tmp_path / "quick.png"
    assert coach("show", "quick", "--picture", str(path)).code == 0
    with Image.open(path) as page:
        assert page.size == (1654, 2339)
        assert round(page.info["dpi"][0]) == 200
        for top in range(0, 2300, 400):
            assert len(page.crop((0, top, 1654, top + 400)).getcolors(1 << 20) or ()) > 20


def test_never_overwrites(coach: Coach, tmp_path: Path) -> None:
    """A file that exists is left alone."""
    path = tmp_path / "mine.png"
    path.write_bytes(b"mine")
    result = coach("show", "quick", "--picture", str(path))
    assert (result.code, path.read_bytes()) == (1, b"mine")
    assert "there is already" in result.err


@pytest.mark.parametrize(("name", "code"), [("page.jpg", 2), ("missing/page.png", 1)])
def test_cannot_write(coach: Coach, tmp_path: Path, name: str, code: int) -> None:
    """Another kind of file, or a folder that is not there, is an error with a hint."""
    result = coach("show", "quick", "--picture", str(tmp_path / name))
    assert result.code == code
    assert "hint" in result.err
    assert not (tmp_path / name).exists()


def test_too_long(coach: Coach, tmp_path: Path) -> None:
    """A routine that fits on no page is refused, rather than written too small to read."""
    steps = "".join(f"  - {{zone: jaw, for: 60s, cue: {'Let it hang. ' * 30}}}\n" for _ in range(60))
    path = coach.write("long.yaml", f"name: Long\nsteps:\n{steps}")
    result = coach("show", path, "--picture", str(tmp_path / "long.png"))
    assert result.code == 1
    assert "does not fit" in result.err


def test_faces_are_lit() -> None:
    """Two routines that differ in their zones alone differ in every face."""
    one, other = (_of(zones) for zones in (("jaw", "neck", "chin"), ("scalp", "temples", "nose")))
    box = ImageChops.difference(drawn(one), drawn(other)).getbbox()
    assert box is not None
    assert box[3] - box[1] > PAGE[1] / 2


@pytest.mark.parametrize("name", ["desk", "gua-sha", "wind-down"])
def test_bundled(name: str) -> None:
    """Bundled routines fit on a page."""
    assert drawn(Library(bundled(), bundled()).load(name).routine).size == PAGE


def test_letters() -> None:
    """The typeface has Latin, Greek and Cyrillic letters with their accents, and says which others it lacks."""
    assert typeface.lacking("Décolletage 5 \N{MULTIPLICATION SIGN} 4 s \N{EN DASH} Żółw Ψυχή Шея") == ""
    assert typeface.lacking("首 neck 首\n肩") == "首肩"
    assert _written("é") != _written("e")


def test_lines() -> None:
    """Words are broken where the width ends, and none is lost."""
    words = "Small circles where the muscle jumps when you bite"
    lines = typeface.lines(words, 30, 200)
    assert " ".join(lines) == words
    assert all(typeface.width(line, 30) < 202 for line in lines)


def _written(words: str) -> Image.Image:
    from PIL import ImageDraw

    image = Image.new("RGB", (100, 100))
    typeface.write(ImageDraw.Draw(image), (20, 80), words, 60, (255, 255, 255))
    return image


def _of(zones: tuple[str, ...]) -> Routine:
    steps = [{"zone": zone, "title": "Here", "for": "60s", "cue": "Rest"} for zone in zones]
    return Routine.model_validate({"name": "Three", "steps": steps})
