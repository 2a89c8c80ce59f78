"""The commands: where each is found, and what help says of it.

A command is a function of the world whose other parameters are its options. `bare` lists the numbers of arguments with
which, and without options, it may be called past the parser.
"""

# ruff: noqa: PYI024 - `typing.NamedTuple` would slow every start

from __future__ import annotations

from collections import namedtuple
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FunctionType


class Command(namedtuple("Command", "module panel examples bare function", defaults=((), ""))):
    """A command: its file, its place in the help, examples, how it may be called bare, its function's own name."""

    __slots__ = ()
    module: str
    panel: str
    examples: str
    bare: tuple[int, ...]
    function: str

    @property
    def epilog(self) -> str:
        """What stands below its help."""
        return "Example: " + ", or ".join(f"`facecoach {example}`" for example in self.examples.split("|"))

    def load(self, name: str) -> FunctionType:
        """Return its function."""
        module = import_module(f"facecoach.cli.{self.module}")
        return getattr(module, self.function or name.rpartition(" ")[2])  # type: ignore[no-any-return]  # only functions of commands are listed


DAILY, JOURNAL, FACE, OWN, CARE = "Every day", "The journal", "The face", "Your own routines", "Care"

COMMANDS: dict[str, Command] = {
    "run": Command("run", DAILY, "run morning --voice|run ./jaw.yaml --speed 10", (0, 1)),
    "streak": Command("streak", DAILY, "streak --explain|streak --format '{current} {state}'", (0,)),
    "plan": Command("plan", DAILY, "plan|plan --json", (0,)),
    "plan list": Command("plan", DAILY, "plan list", (0,), "list_plans"),
    "plan show": Command("plan", DAILY, "plan show five-weeks", (1,), "show_plan"),
    "plan start": Command("plan", DAILY, "plan start five-weeks|plan start five-weeks --on monday", (1,)),
    "plan go": Command("plan", DAILY, "plan go 3"),
    "plan stop": Command("plan", DAILY, "plan stop", (0,)),
    "list": Command("routines", DAILY, "list --json|list --exercises", (0,), "list_routines"),
    "show": Command("routines", DAILY, "show morning|show morning --picture morning.png", (1,), "show_routine"),
    "export": Command(
        "export", DAILY, "export morning morning.html|export morning morning.ics --at 07:30 --on mon,wed,fri", (2,)
    ),
    "history": Command("journal", JOURNAL, "history --last 5|history --csv > sessions.csv", (0,)),
    "log": Command("journal", JOURNAL, "log morning --on yesterday --at 07:30|log morning --feel 6,3", (1,)),
    "undo": Command("journal", JOURNAL, "undo|undo 3f9c01ab", (0, 1)),
    "feel": Command("feel", JOURNAL, "feel|feel --csv > feel.csv", (0,)),
    "import": Command("exchange", JOURNAL, "import loop.zip --dry-run|import mine.csv", (), "import_file"),
    "goal": Command("goal", JOURNAL, "goal --week 5 --rest sat,sun", (0,)),
    "pause": Command("goal", JOURNAL, "pause --days 7|pause --until 2026-12-01", (0,)),
    "remind": Command("remind", JOURNAL, "remind --at 07:30 --on mon,wed,fri|remind --at 07:30 --install", (0,)),
    "zones": Command("zones", FACE, "zones|zones jaw", (0, 1)),
    "safety": Command("safety", FACE, "safety add recent-injectables --on 2026-11-10", (0,)),
    "safety add": Command("safety", FACE, "safety add recent-filler --on yesterday", (1,)),
    "safety remove": Command("safety", FACE, "safety remove fever", (1,)),
    "safety screen": Command("safety", FACE, "safety screen inside-mouth", (1,), "screen_routine"),
    "learn": Command("learn", FACE, "learn techniques|learn collagen|learn E1", (0, 1)),
    "new": Command("authoring", OWN, "new lunch-break --edit|new my-ten --from morning", (1,)),
    "edit": Command("authoring", OWN, "edit lunch-break|edit morning", (1,)),
    "add": Command("add", OWN, "add https://example.org/jaw.yaml|add ~/Downloads/jaw.yaml --name my-jaw", (1,)),
    "check": Command("authoring", OWN, "check|check lunch-break --strict --format short", (0,)),
    "schema": Command("authoring", OWN, "schema > routine.schema.json|schema --plan > plan.schema.json", (0,)),
    "build": Command("building", OWN, "build --minutes 5 --zones jaw,temples --run"),
    "doctor": Command("doctor", CARE, "doctor --fix", (0,)),
}
