"""The cards of the bundled routines: written down in `index.json`, and never stale."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import index
from facecoach.folders import bundled
from facecoach.routine.library import INDEX, Library
from facecoach.safety.weigh import weigh


def test_it_is_current() -> None:
    """What is written down is what the routines and the drawing come to; `make index` writes it anew."""
    for path, text in index.written():
        assert path.read_text(encoding="utf-8") == text, path


def test_a_changed_file_is_read(tmp_path: Path) -> None:
    """A routine that differs by a letter from the one written down is read itself."""
    stock = tmp_path / "stock"
    shutil.copytree(bundled(), stock)
    quick = stock / "quick.yaml"
    quick.write_text(quick.read_text(encoding="utf-8").replace("name: ", "name: My "), encoding="utf-8")
    shelf = Library(tmp_path, stock, weigh)
    assert shelf.card(shelf.find("quick")).name == "My The Quick Three"


def test_what_exercises_change_is_read(tmp_path: Path) -> None:
    """A routine that uses exercises has another digest when one of them changes."""
    (tmp_path / "exercises").mkdir()
    using, before = b"steps: [{use: slip}]", Library(tmp_path, tmp_path)
    first = before.digest(using)
    (tmp_path / "other" / "exercises").mkdir(parents=True)
    (tmp_path / "other" / "exercises" / "slip.yaml").write_text("name: Slip\n")
    assert Library(tmp_path, tmp_path / "other").digest(using) != first
    assert Library(tmp_path, tmp_path / "other").digest(b"steps: []") == before.digest(b"steps: []")


def test_a_damaged_index_is_no_failure(tmp_path: Path) -> None:
    """Where the index cannot be read, the routines themselves are."""
    stock = tmp_path / "stock"
    shutil.copytree(bundled(), stock)
    (stock / INDEX).write_text("[")
    shelf = Library(tmp_path, stock, weigh)
    known, read = index.STOCK.card(index.STOCK.find("quick")), shelf.card(shelf.find("quick"))
    assert replace(read, entry=known.entry) == known
