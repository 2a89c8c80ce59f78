"""The walls between the rooms: who may import whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import facecoach

ROOT = Path(facecoach.__file__).parent
CORE = (
    "errors",
    "anatomy",
    "timing",
    "routine",
    "timeline",
    "session",
    "records",
    "streaks",
    "history",
    "suggestion",
    "conditions",
    "evidence",
    "safety",
)
ADAPTERS = ("library", "journal", "keyboard", "speaker", "settings", "running")
OUTSIDE = {"time", "os", "sys", "io", "threading", "rich", "typer", "pathlib", "subprocess"}


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, `facecoach.x` as `x`, also within functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = node.module.removeprefix("facecoach").lstrip(".")
            yield from [inner] if inner else (alias.name for alias in node.names)


def rooms(*names: str) -> list[Path]:
    """Return the files of these rooms."""
    return [ROOT / f"{name}.py" for name in names]


@pytest.mark.parametrize("path", rooms(*CORE), ids=CORE)
def test_core_knows_nothing_outside(path: Path) -> None:
    """The core imports no clock, no system, no screen, and no room but those of the core."""
    for name in imports(path):
        top = name.split(".")[0]
        assert top not in OUTSIDE
        assert not (ROOT / f"{top}.py").exists() or top in CORE


@pytest.mark.parametrize("path", rooms(*ADAPTERS), ids=ADAPTERS)
def test_adapters_keep_apart(path: Path) -> None:
    """Adapters import neither each other nor the world nor the screen."""
    assert not {name.split(".")[0] for name in imports(path)} & {*ADAPTERS, "world", "cli", "screen", "player"}


def test_player_knows_only_its_ports() -> None:
    """The player imports no adapter and nothing that shows."""
    assert not {name.split(".")[0] for name in imports(ROOT / "player.py")} & {
        *ADAPTERS,
        "screen",
        "world",
        "cli",
        "face",
    }


@pytest.mark.parametrize("wing", ["screen", "face"])
def test_wings_look_inward(wing: str) -> None:
    """What draws imports neither adapters that touch the outside nor commands."""
    found = {name.split(".")[0] for path in (ROOT / wing).glob("*.py") for name in imports(path)}
    assert not found & {"journal", "keyboard", "speaker", "running", "world", "cli"}
