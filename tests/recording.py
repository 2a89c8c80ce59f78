"""A session as a person would hear it, tones and voice: `python tests/recording.py [ROUTINE] [FILE]`."""

from __future__ import annotations

import sys
import time
import wave
from functools import partial
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from facecoach.folders import bundled
from facecoach.processes import finished
from facecoach.routine.library import Library
from facecoach.session.laying import laid_out
from facecoach.session.timeline import Timeline
from facecoach.sound.recording import recorded, width
from facecoach.sound.score import Score, score
from facecoach.sound.speech import Dictation, find_writer
from facecoach.sound.synthesis import RATE, samples

LEAD_IN = 5.0


def timeline(routine: str) -> Timeline:
    """Return the timeline of a bundled routine."""
    shelf = Library(Path("nowhere"), bundled())
    return laid_out(shelf.load(routine).routine)


def written(routine: str, path: Path, volume: int = 70) -> Score:
    """Write a bundled routine with tones, and with a voice where there is one, and return its score."""
    command = find_writer(which)
    with TemporaryDirectory() as folder, wave.open(str(path), "wb") as file:
        voice = Dictation(command, finished, folder) if command else None
        laid = score(timeline(routine), voice.seconds if voice else None, LEAD_IN)
        file.setparams((width(laid), 2, RATE, 0, "NONE", ""))
        for block in recorded(laid, partial(samples, volume=volume), voice.samples if voice else None):
            file.writeframesraw(block)
    return laid


def main(routine: str = "classics", name: str = "") -> None:
    """Write the file, and say what is heard in it and how long it took."""
    path, begun = Path(name or f"{routine}.wav"), time.perf_counter()
    laid = written(routine, path)
    took = time.perf_counter() - begun
    for one in laid.heard:
        told = one.words or (f"[{one.chime.name}]" if one.chime else "")
        sys.stdout.write(f"{one.at:8.2f} {one.until - one.at:5.2f} s {'cut off ' if one.cut else ''}{told}\n")
    sys.stdout.write(f"{path}: {laid.seconds:.1f} s, {path.stat().st_size / 1e6:.1f} MB, made in {took:.1f} s\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
