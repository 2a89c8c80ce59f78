"""How long each cue of the bundled routines takes to hear with espeak-ng: `python tests/hearing.py`.

It prints the seconds spoken, the seconds there are, and exits with 1 where a cue is longer than its time.
"""

from __future__ import annotations

import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from facecoach.folders import bundled
from facecoach.routine.library import Library
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Cue, Leg, Timeline
from facecoach.session.voice import words

LEAD_IN = 5.0


def spoken(text: str, folder: Path) -> float:
    """Return the seconds that a voice takes for a text."""
    path = folder / "cue.wav"
    subprocess.run([which("espeak-ng") or "espeak-ng", "-w", path, "--stdin"], input=text, text=True, check=True)
    with wave.open(str(path)) as file:
        return float(file.getnframes() / file.getframerate())


def room(line: Timeline, leg: Leg) -> float:
    """Return the seconds in which a move can be heard: its change-over, and its first hold or its first side."""
    before = line.change if line.changes(leg) else min(line.change, LEAD_IN) if leg.index == 0 else 0.0
    first = leg.segments[0]
    sided = [segment for segment in leg.segments if segment.side == first.side]
    return before + (first.seconds if first.reps else sum(segment.seconds for segment in sided))


def measured() -> Iterator[tuple[str, Leg, float, float]]:
    """Yield each move of the bundled routines with the seconds it takes to hear, and the seconds there are."""
    shelf = Library(Path("nowhere"), bundled())
    with TemporaryDirectory() as folder:
        for entry in shelf.entries():
            line = laid_out(shelf.opened(entry).routine)
            for leg in line.legs:
                text = words(Cue(leg.start, "move", leg.index), leg)
                yield entry.slug, leg, spoken(text, Path(folder)), room(line, leg)


def main() -> None:
    """Print every cue, the tightest first."""
    found = sorted(measured(), key=lambda one: one[2] / one[3], reverse=True)
    for slug, leg, seconds, there in found:
        sys.stdout.write(f"{seconds:5.1f} s of {there:5.1f}  {slug:12} {leg.title}: {leg.act.say or leg.act.cue}\n")
    sys.exit(any(seconds > there for _, _, seconds, there in found))


if __name__ == "__main__":
    main()
