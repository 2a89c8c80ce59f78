"""Speed as ratios measured in one run: `python tests/benchmarks/speed.py`; exits 1 when one misses its target.

Each figure is the median of several starts, taken turn by turn, so that a busy moment strikes all alike.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

ROUNDS = 15
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main(): pass\napp()\n"
PROGRAM = "from facecoach.cli import run\nrun()\n"
PROMPT = "from facecoach.habit.prompt import run\nrun()\n"
ZONES = {"neck": 60, "face": 60, "jaw": 120, "cheeks": 120, "eyes": 90, "forehead": 90, "temples": 60}


@dataclass(frozen=True, slots=True)
class Run:
    """A program to start: its file, its arguments, and its home; `own` ones are executables, not Python files."""

    script: Path
    args: tuple[str, ...] = ()
    home: Path | None = None
    own: bool = False

    def seconds(self) -> float:
        """Start it once and return how long it took."""
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""} | ({"FACECOACH_HOME": str(self.home)} if self.home else {})
        begun = time.perf_counter()
        start = [] if self.own else [sys.executable]
        subprocess.run([*start, str(self.script), *self.args], env=env, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begun


def medians(runs: dict[str, Run], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median seconds of each, after one start that is not counted."""
    for run in runs.values():
        run.seconds()
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            found[name].append(run.seconds())
    return {name: median(seconds) for name, seconds in found.items()}


def session(day: date, number: int) -> str:
    """Return the journal's line of a session as `run` writes it."""
    record = {
        "v": 1, "id": f"{day:%Y%m%d}T070000{number:06}-0123abcd", "type": "session", "at": f"{day}T07:10:00+01:00",
        "day": str(day), "routine": "morning", "name": "The Daily Ten", "started": f"{day}T07:00:00+01:00",
        "ended": f"{day}T07:10:00+01:00", "outcome": "completed", "seconds": 600, "planned": 600, "zones": ZONES,
        "source": "run",
    }  # fmt: skip
    return f"{json.dumps(record)}\n"


def journal(home: Path, sessions: int, a_day: int) -> Path:
    """Fill a home with sessions, so many a day up to yesterday."""
    home.mkdir()
    last = date.today() - timedelta(1)  # noqa: DTZ011 - the local day, as the program counts
    days = (last - timedelta((sessions - 1 - number) // a_day) for number in range(sessions))
    lines = (session(day, number) for number, day in enumerate(days))
    (home / "journal.jsonl").write_text("".join(lines), encoding="utf-8")
    return home


def ailing(home: Path) -> Path:
    """Fill a home with three recorded conditions and a month of sessions."""
    path = journal(home, 30, 1) / "journal.jsonl"
    today = date.today().isoformat()  # noqa: DTZ011 - the local day, as the program counts
    for name in ("glaucoma", "bruises-easily", "arrhythmia"):
        record = {
            "v": 1, "id": f"{name}-0123abcd", "type": "condition", "at": f"{today}T07:10:00+01:00", "day": today,
            "name": name, "from": today, "until": None,
        }  # fmt: skip
        path.write_text(path.read_text(encoding="utf-8") + f"{json.dumps(record)}\n", encoding="utf-8")
    return home


def planned(home: Path) -> Path:
    """Fill a home with ten years of sessions and the plan of twenty weeks, as `plan start` writes it, ten weeks old."""
    journal(home, 3652, 1)
    since = date.today() - timedelta(70)  # noqa: DTZ011 - the local day, as the program counts
    command = [sys.executable, "-m", "facecoach", "plan", "start", "twenty-weeks", "--on", since.isoformat()]
    subprocess.run(command, env={**os.environ, "FACECOACH_HOME": str(home)}, stdout=subprocess.DEVNULL, check=True)
    return home


@contextmanager
def programs() -> Iterator[dict[str, Run]]:
    """Yield the programs that are compared, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        scripts = {"bare": "pass\n", "empty": EMPTY, "program": PROGRAM, "prompt": PROMPT}
        path = {name: root / f"{name}.py" for name in scripts}
        for name, code in scripts.items():
            path[name].write_text(code, encoding="utf-8")
        none, ten, many = (journal(root / str(count), count, a) for count, a in ((0, 1), (3652, 1), (100_000, 12)))
        ill, program = ailing(root / "ill"), path["program"]
        weeks = planned(root / "planned")
        watson = shutil.which("watson")
        yield {
            "python -c pass": Run(path["bare"]),
            "an empty Typer program": Run(path["empty"]),
            "facecoach": Run(program, (), ten),
            "streak, nothing": Run(program, ("streak",), none),
            "streak, ten years": Run(program, ("streak",), ten),
            "streak, 100,000 sessions": Run(program, ("streak",), many),
            "streak, ten years and a plan": Run(program, ("streak",), weeks),
            "list": Run(program, ("list",), none),
            "facecoach, three conditions": Run(program, (), ill),
            "safety --json, three conditions": Run(program, ("safety", "--json"), ill),
            "facecoach-prompt, ten years": Run(path["prompt"], (), ten),
            "facecoach-prompt, ten years and a plan": Run(path["prompt"], ("{plan.week}/{plan.weeks}",), weeks),
            **({"watson log": Run(Path(watson), ("log",), none, own=True)} if watson else {}),
        }


def targets(took: dict[str, float]) -> Iterator[tuple[str, float, float, str]]:
    """Yield each figure with its target and unit; 0 is no target."""
    empty, bare = took["an empty Typer program"], took["python -c pass"]
    of_empty = {
        "facecoach": 0.8, "streak, ten years": 0.75, "streak, ten years and a plan": 1.15, "list": 1.1,
        "facecoach, three conditions": 1.0, "safety --json, three conditions": 1.2,
    }  # fmt: skip
    for name, target in of_empty.items():
        yield f"{name} / an empty Typer program", took[name] / empty, target, "x"
    yield "streak, 100,000 sessions - nothing", took["streak, 100,000 sessions"] - took["streak, nothing"], 0.4, "s"
    yield "facecoach-prompt, ten years / python -c pass", took["facecoach-prompt, ten years"] / bare, 4.5, "x"
    plan = "facecoach-prompt, ten years and a plan"
    yield f"{plan} / python -c pass", took[plan] / bare, 5, "x"
    if "watson log" in took:
        yield "streak, ten years / watson log", took["streak, ten years"] / took["watson log"], 1, "x"


def main(say: Callable[[str], object] = sys.stdout.write) -> int:
    """Measure, say the figures, and return 1 if one misses its target."""
    with programs() as runs:
        took = medians(runs)
    for name, seconds in took.items():
        say(f"{name:48} {seconds * 1000:8.1f} ms\n")
    missed = False
    for name, figure, target, unit in targets(took):
        missed |= bool(target) and figure > target
        aim = f"  at most {target:g} {unit}" if target else ""
        say(f"{name:48} {figure:8.2f} {unit}{aim}\n")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
