"""The walls between the rooms: every file stands in one, and looks only down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import facecoach

ROOT = Path(facecoach.__file__).parent
FILES = sorted(path for path in ROOT.rglob("*.py") if path.name != "__init__.py" or path.parent == ROOT / "cli")

# From the ground up; a room may import those named before it. A file of the landing is a room by itself.
ORDER = (
    "errors", "words", "plain", "files", "folders", "processes", "fetch", "knowledge", "source", "mistakes", "events",
    "document", "form", "settings", "routine", "habit", "safety", "session", "sound", "face", "page", "today", "remind",
    "doctor", "screen", "world", "cli", "start", "__main__",
)  # fmt: skip
# These touch the outside: files, processes, the terminal. All else up to `today` is the core.
ADAPTERS = {
    "files", "folders", "processes", "fetch", "settings", "routine/library", "routine/draft", "routine/programmes",
    "habit/journal", "habit/repair", "habit/archive", "habit/copies", "habit/prompt", "habit/glimpse", "safety/check",
    "session/keyboard", "session/kept", "session/script", "sound/players", "sound/speech",
}  # fmt: skip
OUTSIDE = {"time", "os", "sys", "io", "threading", "subprocess", "pathlib", "rich", "typer"}
# What opens connections; `fetch` alone may.
CONNECTING = {
    "socket", "ssl", "http", "urllib", "urllib/request", "urllib.request", "asyncio", "ftplib", "smtplib", "imaplib",
    "poplib", "telnetlib", "xmlrpc", "socketserver", "webbrowser", "requests", "httpx", "urllib3", "aiohttp",
}  # fmt: skip
CORE_ROOMS = ORDER[: ORDER.index("face")]


def place(path: Path) -> str:
    """Return where a file stands, as `room/file` or, on the landing, `file`."""
    return path.relative_to(ROOT).with_suffix("").as_posix().removesuffix("/__init__")


def room(path: Path) -> str:
    """Return the room of a file."""
    return place(path).split("/")[0]


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def imports(path: Path, *, types: bool = True) -> Iterator[str]:
    """Yield every module that a file imports, `facecoach.x.y` as `x/y`, also within functions.

    Without `types` those that only the type checker sees are left out.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing = {id(inner) for node in ast.walk(tree) if _for_types(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in typing and not types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("facecoach.").replace(".", "/") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            ours = node.module.split(".")[0] == "facecoach"
            inner = node.module.removeprefix("facecoach").lstrip(".").replace(".", "/")
            exact = [f"{inner}/{alias.name}".lstrip("/") for alias in node.names] if ours else []
            yield from [name if (ROOT / f"{name}.py").exists() else inner or name for name in exact] or [inner]


def core(path: Path) -> bool:
    """Whether a file belongs to the core, which knows nothing of the outside."""
    return (room(path) in CORE_ROOMS or room(path) == "today") and place(path) not in ADAPTERS


@pytest.mark.parametrize("path", FILES, ids=place)
def test_every_file_stands_in_a_room(path: Path) -> None:
    """No file is outside the walls."""
    assert room(path) in ORDER


@pytest.mark.parametrize("path", FILES, ids=place)
def test_nothing_looks_up(path: Path) -> None:
    """A room imports only those below it."""
    ours = {name.split("/")[0] for name in imports(path)} & set(ORDER)
    assert not {name for name in ours if ORDER.index(name) > ORDER.index(room(path))}


@pytest.mark.parametrize("path", [path for path in FILES if core(path)], ids=place)
def test_core_knows_nothing_outside(path: Path) -> None:
    """The core imports no clock, no system, no screen, and none of its own adapters."""
    assert not {name.split("/")[0] for name in imports(path, types=False)} & OUTSIDE
    assert not set(imports(path)) & ADAPTERS


@pytest.mark.parametrize("path", [path for path in FILES if place(path) in ADAPTERS], ids=place)
def test_adapters_know_no_screen(path: Path) -> None:
    """What touches the outside shows nothing itself."""
    assert not {name.split("/")[0] for name in imports(path)} & {"rich", "typer"}


def test_adapters_are_there() -> None:
    """The list of adapters names files that exist."""
    assert {place(path) for path in FILES} >= ADAPTERS


def test_player_knows_only_its_ports() -> None:
    """The player imports no adapter: clock, keys, stage and sound are handed to it."""
    assert not set(imports(ROOT / "session/player.py")) & ADAPTERS


@pytest.mark.parametrize("path", [path for path in FILES if place(path) != "fetch"], ids=place)
def test_one_file_connects(path: Path) -> None:
    """Only `fetch` imports what can open a connection."""
    assert not {name.split("/")[0].split(".")[0] for name in imports(path)} & CONNECTING
