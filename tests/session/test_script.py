"""What a session is played from: written down for the bundled routines, and never stale."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import index
from facecoach.folders import bundled
from facecoach.plain import dumped, restored
from facecoach.routine.library import Library
from facecoach.safety.weigh import weigh
from facecoach.session.script import TIMELINES, script, scripted
from facecoach.session.timeline import Timeline


@pytest.mark.parametrize("entry", index.STOCK.entries(), ids=lambda entry: entry.slug)
def test_what_is_written_down_is_what_is_read(entry: object) -> None:
    """A bundled routine plays the same whether it was written down or is read from its file."""
    slug = getattr(entry, "slug", "")
    assert script(index.STOCK, slug) == scripted(index.STOCK, index.STOCK.load(slug))


@pytest.mark.parametrize("harm", ["[", "{}", "[]"])
def test_without_what_was_written_down(tmp_path: Path, harm: str) -> None:
    """Where nothing was written down of a routine, its file is read."""
    stock = tmp_path / "stock"
    shutil.copytree(bundled(), stock)
    (stock / TIMELINES).write_text(harm)
    assert script(Library(tmp_path, stock, weigh), "quick").line == script(index.STOCK, "quick").line


def test_a_changed_file_is_read(tmp_path: Path) -> None:
    """A bundled routine that differs by a letter is read from its file."""
    stock = tmp_path / "stock"
    shutil.copytree(bundled(), stock)
    quick = stock / "quick.yaml"
    quick.write_text(quick.read_text(encoding="utf-8").replace("name: ", "name: My "), encoding="utf-8")
    changed = script(Library(tmp_path, stock, weigh), "quick")
    assert (changed.card.name, changed.line.name) == ("My The Quick Three", "My The Quick Three")


def test_there_and_back() -> None:
    """A timeline as plain data is the same timeline again."""
    line = script(index.STOCK, "morning").line
    assert restored(Timeline, dumped(line)) == line


def test_a_start_is_light() -> None:
    """A session of a bundled routine begins without YAML and without Pydantic, which take longer than all the rest."""
    code = (
        "import sys; import facecoach.cli.run, facecoach.cli.staging, facecoach.face.album as album\n"
        "from facecoach.cli.common import library; from facecoach.session.script import script\n"
        "from facecoach.world import World; script(library(World.real()), 'morning'); album.bundled_atlas()\n"
        "print(*{'yaml', 'pydantic', 'typer'} & {*sys.modules})\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""
