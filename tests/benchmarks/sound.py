"""What sound costs: `python tests/benchmarks/sound.py`; exits 1 when a figure misses its target.

How long each tone takes to be made, how late a player is started in a real session, and what a recording of ten
minutes takes.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from statistics import median

from facecoach.folders import bundled
from facecoach.processes import finished
from facecoach.routine.library import Library
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline
from facecoach.sound.recording import recorded
from facecoach.sound.score import score
from facecoach.sound.speech import Dictation, find_writer
from facecoach.sound.synthesis import samples
from facecoach.sound.tones import TONES, Chime

PLAYER = """#!{python} -IS
import sys, time
with open({log!r}, "a") as log: log.write(f"{{time.monotonic()}}\\n")
time.sleep(0.3)
"""


def timeline(routine: str) -> Timeline:
    """Return the timeline of a bundled routine."""
    return laid_out(Library(Path("nowhere"), bundled()).load(routine).routine)


def made() -> Iterator[float]:
    """Yield the milliseconds that each tone takes to be made."""
    for name in TONES:
        begun = time.perf_counter()
        samples(Chime(name))
        yield (time.perf_counter() - begun) * 1000


def late(routine: str) -> list[float]:
    """Play a routine in real time, and return how many milliseconds off the beat each player was started.

    The beat is that of most of them; the first tone is made while the session starts.
    """
    with tempfile.TemporaryDirectory() as home:
        log, player = Path(home) / "log", Path(home) / "pw-play"
        player.write_text(PLAYER.format(python=sys.executable, log=str(log)))
        player.chmod(0o700)
        env = {**os.environ, "FACECOACH_HOME": home, "PATH": f"{home}:{os.environ['PATH']}"}
        command = [sys.executable, "-m", "facecoach", "run", routine, "--no-log", "--json", "--lead-in", "0"]
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started = [float(line) for line in log.read_text().splitlines()]
    due = [one.at for one in score(timeline(routine)).heard]
    begun = median(at - moment for at, moment in zip(started, due, strict=True))
    return [(at - begun - moment) * 1000 for at, moment in zip(started, due, strict=True)]


def recording(routine: str) -> float:
    """Return the seconds that a recording with voice takes, if there is one."""
    command, begun = find_writer(which), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        voice = Dictation(command, finished, folder) if command else None
        laid = score(timeline(routine), voice.seconds if voice else None)
        for block in recorded(laid, samples, voice.samples if voice else None):
            block.tobytes()
    return time.perf_counter() - begun


def main(routine: str) -> int:
    """Measure, print the figures beside their targets, and return 1 if one misses its target."""
    making, took, starts = list(made()), recording("morning"), late(routine)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (
        ("the longest tone is made in", max(making), 50.0, "ms"),
        (f"{routine}: the first tone is off the beat by", abs(starts[0]), 100.0, "ms"),
        (f"{routine}: the others are, at most, by", max(map(abs, starts[1:])), 100.0, "ms"),
        ("a recording of morning is made in", took, 5.0, "s"),
        ("peak memory", memory, 200.0, "MiB"),
    )
    sys.stdout.write(f"{len(making)} tones are made in {sum(making):.0f} ms\n")
    for name, figure, target, unit in figures:
        sys.stdout.write(f"{name:56} {figure:8.1f} {unit}  at most {target:g} {unit}\n")
    return int(any(figure > target for _, figure, target, _ in figures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "desk"))
